import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoFiles, launchBrowser, type Site, startSite, Visitor, watchErrors } from './site.ts';

let site: Site;
let browser: Browser;

beforeAll(async () => {
  site = await startSite({ mounts: [{ path: '/', directory: demoFiles }] });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

/** The part of the element that has the focus, or its tag. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement } = document;
    const within = activeElement?.shadowRoot?.activeElement;
    return within?.getAttribute('part') ?? within?.tagName ?? activeElement?.tagName ?? '';
  });

test('a guide holds through a side question, a reload and no network, by keyboard alone', async () => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  context.setDefaultTimeout(15_000);
  const visitor = await Visitor.at(context, `${site.url}products/halo-lamp/`);
  const errors = watchErrors(visitor.page);
  const part = (name: string) => visitor.lastReply.locator(`[part~=${name}]`);
  await visitor.open();
  expect(await visitor.ask('my halo lamp does not turn on at all')).toContain('What does the lamp do?');
  expect(await part('choice').count()).toBeGreaterThan(3);

  const aside = await visitor.ask('how long is the warranty?');
  expect(aside).toContain('Two years');
  expect(aside).toContain('What does the lamp do?');

  await visitor.page.reload();
  await visitor.panel.waitFor();
  await part('choice').first().waitFor();
  await context.setOffline(true);
  const before = await visitor.agentMessages.count();
  await part('choice').filter({ hasText: 'It stays dark' }).focus();
  await visitor.page.keyboard.press('Enter');
  await visitor.agentMessages.nth(before).waitFor();
  expect(await part('progress').innerText()).toContain('1 known so far');
  // The choice is gone, and the keyboard goes on from the panel, not from the top of the page.
  expect(await focused(visitor.page)).toBe('input');
  await visitor.page.keyboard.press('Shift+Tab');
  expect(await focused(visitor.page)).toBe('BUTTON');
  expect(await part('step').getAttribute('lang')).toBe('en');
  expect(await visitor.page.locator('edge-agent [part~=transcript]').getAttribute('aria-live')).toBe('polite');
  expect(errors.filter((error) => !/Failed to load resource|net::ERR/.test(error))).toEqual([]);
  await context.close();
}, 90_000);

test('a guide in Arabic runs from right to left, and a screen reader gets every part of it by role and name', async () => {
  const context = await browser.newContext({ locale: 'ar' });
  context.setDefaultTimeout(15_000);
  const visitor = await Visitor.at(context, `${site.url}ar/products/halo-lamp/`);
  const errors = watchErrors(visitor.page);
  await visitor.open();
  await visitor.ask('my halo lamp does not turn on at all');
  const panel = visitor.page.locator('edge-agent [part~=panel]');
  expect(await panel.locator('.content').getAttribute('dir')).toBe('rtl');
  // The guide has no Arabic words: its own are marked as what they are, and the agent's around them are Arabic.
  const step = visitor.lastReply.locator('[part~=step]');
  expect(await step.getAttribute('dir')).toBe('ltr');
  expect(await step.getAttribute('lang')).toBe('en');
  const tree = await panel.ariaSnapshot();
  expect(tree).toMatch(/- dialog "[^"]*\p{Script=Arabic}/u);
  expect(tree).toMatch(/- log "[^"]*\p{Script=Arabic}/u);
  expect(tree).toMatch(/- textbox "[^"]*\p{Script=Arabic}/u);
  expect(tree).toContain('What does the lamp do?');
  expect(tree).toMatch(/- button "It stays dark/);
  // No button without a name.
  expect(tree).not.toMatch(/- button(?: \[[^\]]*\])*:?$/m);
  expect(errors).toEqual([]);
  await context.close();
}, 60_000);

test('a fix is asked after on the next visit, and a guide that was left for another is gone on with', async () => {
  const context = await browser.newContext();
  context.setDefaultTimeout(15_000);
  const visitor = await Visitor.at(context, site.url);
  const errors = watchErrors(visitor.page);
  await visitor.open();
  await visitor.ask('my halo lamp goes off by itself');
  await visitor.ask('after about half an hour');
  expect(await visitor.ask('yes, it is gone')).toContain('The fault is gone');

  const before = await visitor.agentMessages.count();
  await context.clock.setSystemTime(Date.now() + 3 * 86_400_000);
  await visitor.page.reload();
  await visitor.panel.waitFor();
  await visitor.agentMessages.nth(before).waitFor();
  expect(await visitor.lastReply.innerText()).toContain('Is it still gone?');
  expect(await visitor.ask('yes')).toContain('The fault is gone');

  expect(await visitor.ask('my halo lamp does not turn on at all')).toContain('Halo');
  const left = await visitor.lastReply.locator('[part~=step]').innerText();
  expect(await visitor.ask('my travel router has no internet')).toContain('What does the light on the Nomad do?');
  expect(await visitor.ask('stop')).toContain('Shall we go on with “Halo stays dark');
  const asked = await visitor.agentMessages.count();
  await visitor.lastReply.locator('[part~=choice]').filter({ hasText: 'Halo stays dark' }).focus();
  await visitor.page.keyboard.press('Enter');
  await visitor.agentMessages.nth(asked).waitFor();
  expect(await visitor.lastReply.locator('[part~=step]').innerText()).toBe(left);
  expect(errors).toEqual([]);
  await context.close();
}, 90_000);
