import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchBrowser, pageWith, type Site, startSite, Visitor, watchErrors } from './site.ts';

let browser: Browser;
let site: Site;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  site = await startSite();
  site.files.set('/', pageWith());
  site.files.set('/next', pageWith());
  return () => site.close();
});

const question = 'How do I return something?';

test('the conversation goes on over a page change, with the panel as it was', async () => {
  const context = await browser.newContext();
  const visitor = await Visitor.at(context, site.url);
  await visitor.open();
  const reply = await visitor.ask(question);
  await visitor.page.goto(`${site.url}next`);
  await visitor.panel.waitFor();
  await expect.poll(() => visitor.agentMessages.count()).toBe(1);
  expect((await visitor.lastReply.innerText()).trim()).toContain(reply.slice(0, 40));
  // The focus stays with the page: nobody opened anything here.
  expect(await visitor.page.evaluate(() => document.activeElement === document.body)).toBe(true);
  await context.close();
});

test('two tabs show one conversation, and deleting it in one empties the other', async () => {
  const context = await browser.newContext();
  const first = await Visitor.at(context, site.url);
  await first.open();
  const second = await Visitor.at(context, `${site.url}next`);
  await second.open();
  await first.ask(question);
  await expect.poll(() => second.agentMessages.count()).toBe(1);
  await second.ask('Which payment methods do you accept?');
  await expect.poll(() => first.agentMessages.count()).toBe(2);
  await first.page.locator('edge-agent button[aria-controls=menu]').click();
  await first.page.locator('edge-agent #menu button').nth(2).click();
  await first.page.locator('edge-agent [part~=delete]').click();
  await expect.poll(() => second.agentMessages.count()).toBe(0);
  await context.close();
});

test('starting over empties the conversation here and in the other tab', async () => {
  const context = await browser.newContext();
  const first = await Visitor.at(context, site.url);
  await first.open();
  await first.ask(question);
  const second = await Visitor.at(context, `${site.url}next`);
  await second.open();
  await expect.poll(() => second.agentMessages.count()).toBe(1);
  await first.page.locator('edge-agent button[aria-controls=menu]').click();
  await first.page.locator('edge-agent #menu button').nth(1).click();
  await expect.poll(() => first.agentMessages.count()).toBe(0);
  await expect.poll(() => second.agentMessages.count()).toBe(0);
  await context.close();
});

test('a full disk changes nothing but that nothing is kept', async () => {
  const context = await browser.newContext();
  const visitor = await Visitor.at(context, site.url);
  const devtools = await context.newCDPSession(visitor.page);
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: site.url.replace(/\/$/, ''), quotaSize: 1 });
  const errors = watchErrors(visitor.page);
  await visitor.open();
  const decision = await visitor.decide(question);
  expect(decision.candidates[0]?.unit).toBe('return-how');
  await visitor.ask('Which payment methods do you accept?');
  expect(await visitor.agentMessages.count()).toBe(2);
  expect(errors).toEqual([]);
  await context.close();
});

test('in a sandboxed frame, where storage is forbidden, it answers and says that nothing is kept', async () => {
  site.files.set('/frame', {
    body: '<!doctype html><title>Frame</title><iframe sandbox="allow-scripts" src="/" width="600" height="700"></iframe>',
  });
  const context = await browser.newContext();
  const page = await context.newPage();
  const errors = watchErrors(page);
  await page.goto(`${site.url}frame`);
  const frame = page.frameLocator('iframe');
  await frame.locator('edge-agent [part~=launcher]').click();
  await frame.locator('edge-agent [part~=input]').fill(question);
  await frame.locator('edge-agent [part~=input]').press('Enter');
  await frame.locator('edge-agent [part~=agent-message]').waitFor();
  await frame.locator('edge-agent button[aria-controls=menu]').click();
  await frame.locator('edge-agent #menu button').nth(2).click();
  await frame.getByText('This browser does not let the page store anything.').waitFor();
  expect(errors).toEqual([]);
  await context.close();
});

test('with consent denied nothing is written, and the conversation ends with the page', async () => {
  site.files.set('/', pageWith({ attributes: 'data-pack="/pack/manifest.json" data-consent="denied"' }));
  const context = await browser.newContext();
  const visitor = await Visitor.at(context, site.url);
  await visitor.open();
  await visitor.ask(question);
  const stored = await visitor.page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open('edge-agent');
        opening.onsuccess = () => {
          const database = opening.result;
          if (database.objectStoreNames.length === 0) return resolve(0);
          const names = [...database.objectStoreNames];
          const transaction = database.transaction(names);
          const counts = names.map((name) => transaction.objectStore(name).count());
          transaction.oncomplete = () => resolve(counts.reduce((sum, { result }) => sum + result, 0));
        };
      }),
  );
  expect(stored).toBe(0);
  await visitor.page.reload();
  await visitor.page.locator('edge-agent [part~=launcher]').waitFor();
  expect(await visitor.page.evaluate(() => sessionStorage.length)).toBe(0);
  await context.close();
});
