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

test('half of a mixed order goes back to two addresses, once it is known whose it is and all was confirmed', async () => {
  const context = await browser.newContext();
  context.setDefaultTimeout(15_000);
  const visitor = await Visitor.at(context, shop.url);
  const errors = watchErrors(visitor.page);
  const part = (name: string) => visitor.lastReply.locator(`[part~=${name}]`);
  await visitor.open();
  expect(await visitor.ask('open a return for order TW-4818820')).toContain('know that it is you');
  await visitor.ask('mara@example.org');
  await expect.poll(() => relay.codes.length).toBe(1);
  const which = await visitor.ask(relay.codes[0]?.code ?? '');
  expect(which).toContain('Which items');

  const boxes = part('form').locator('input[type=checkbox]');
  await boxes.first().waitFor();
  for (const name of ['Lark 2', 'Sweep R5', 'tips'])
    await part('form')
      .locator('label')
      .filter({ hasText: new RegExp(name, 'i') })
      .first()
      .locator('input')
      .check();
  const before = await visitor.agentMessages.count();
  await part('form-send').click();
  await visitor.agentMessages.nth(before).waitFor();
  await visitor.ask('I changed my mind');
  const summary = await part('summary').innerText();
  // Two kinds of goods go to two places; what was opened and touches the skin stays.
  for (const told of ['Waalhaven Zuidzijde 44', 'Industrieweg 131', 'Not possible', '€448.00']) expect(summary).toContain(told);
  const opened = await visitor.ask('yes');
  expect(opened).toMatch(/Return RET-\d+/);
  for (const told of ['Waalhaven Zuidzijde 44', 'Industrieweg 131', '€448.00']) expect(opened).toContain(told);
  expect(errors).toEqual([]);
  await context.close();
}, 90_000);
