import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestRelay } from './fixtures/test-relay.ts';
import { demoPack, launchBrowser, pageWith, type Site, startSite, Visitor, watchErrors } from './site.ts';

let shop: Site;
let relay: TestRelay;
let browser: Browser;

beforeAll(async () => {
  shop = await startSite();
  relay = await TestRelay.start({ site: { origins: [new URL(shop.url).origin], rights: demoPack }, withOrders: true });
  const attributes = `data-pack="/pack/manifest.json" data-relay="${relay.url}" data-site-key="${TestRelay.siteKey}"`;
  shop.files.set('/', pageWith({ attributes }));
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await relay.close();
  await shop.close();
});

test('what the policy leaves to a person is done at the desk, and the visitor sees it in the talk and in the own list', async () => {
  const [visiting, working] = [await browser.newContext({ locale: 'en' }), await browser.newContext({ locale: 'en' })];
  for (const context of [visiting, working]) context.setDefaultTimeout(15_000);
  const visitor = await Visitor.at(visiting, shop.url);
  const errors = watchErrors(visitor.page);
  const part = (name: string) => visitor.page.locator(`edge-agent [part~=${name}]`);
  await visitor.open();
  expect(await visitor.ask('I want a credit for the late delivery of order TW-4809154')).toContain('know that it is you');
  await visitor.ask('sofia@example.net');
  await expect.poll(() => relay.codes.length).toBe(1);
  await visitor.ask(relay.codes[0]?.code ?? '');
  // More than the agent may give alone.
  await visitor.ask('40 EUR');
  await part('handoff-lines').locator('summary').click();
  await expect.poll(() => part('handoff-lines').innerText()).toContain('€40.00');
  await part('handoff-send').click();
  await expect.poll(() => part('talk-status').innerText()).toContain('Sent.');

  const page = await working.newPage();
  await page.goto(`${relay.url}desk/`);
  await page.getByLabel('E-mail').fill(relay.firstAdmin.email);
  await page.getByLabel('Password').fill(relay.firstAdmin.password);
  await page.keyboard.press('Enter');
  await page.locator('desk-queue .case').first().click();
  await page.locator('desk-case .head').getByRole('button', { name: 'Take' }).click();
  const story = page.locator('desk-story');
  await story.getByText('goodwill').waitFor();
  await story.getByRole('button', { name: 'Do it' }).click();
  await story.getByText('Done', { exact: true }).waitFor();

  await expect.poll(() => part('person-message').last().innerText()).toMatch(/CRD-\d+/);
  const [number = ''] = /CRD-\d+/.exec(await part('person-message').last().innerText()) ?? [];
  const ownList = async () => {
    await visitor.page.locator('edge-agent button[aria-controls=menu]').click();
    await visitor.page.locator('edge-agent #menu').getByText('My requests').click();
    return part('requests').innerText();
  };
  const listed = await ownList();
  expect(listed).toContain(number);
  expect(listed).toContain('Done');
  // It outlives a reload, and the shop lists it under the same number.
  await visitor.page.reload();
  await visitor.panel.waitFor();
  await expect.poll(() => part('person-message').last().innerText()).toContain(number);
  expect(await ownList()).toContain(number);
  expect(errors).toEqual([]);
  await visiting.close();
  await working.close();
}, 120_000);
