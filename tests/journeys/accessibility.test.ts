import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, pageWith, type Site, startSite, Visitor } from './site.ts';

let browser: Browser;
let site: Site;
let axeSource: string;

beforeAll(async () => {
  axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  browser = await launchBrowser();
  site = await startSite();
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

/** Rules that are broken, with where; moderate ones too. */
async function broken(visitor: Visitor): Promise<string[]> {
  await visitor.page.evaluate(axeSource);
  return visitor.page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, { resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  });
}

const looks = [
  { name: 'light', lang: 'en', scheme: 'light', width: 1280 },
  { name: 'dark', lang: 'en', scheme: 'dark', width: 1280 },
  { name: 'right to left', lang: 'ar', scheme: 'light', width: 1280 },
  { name: 'right to left, dark, on a phone', lang: 'ar', scheme: 'dark', width: 360 },
  { name: 'on a phone', lang: 'zh', scheme: 'light', width: 360 },
] as const;

describe.each(looks)('$name', ({ lang, scheme, width }) => {
  test('axe finds nothing in any state', async () => {
    site.files.set('/', pageWith({ lang, dir: lang === 'ar' ? 'rtl' : 'ltr', attributes: 'data-pack="/pack/manifest.json"' }));
    const context = await browser.newContext({ colorScheme: scheme, viewport: { width, height: 740 }, reducedMotion: 'reduce' });
    const visitor = await Visitor.at(context, site.url);
    await visitor.page.locator('edge-agent [part~=launcher]').waitFor();
    expect(await broken(visitor), 'closed').toEqual([]);
    await visitor.open();
    expect(await broken(visitor), 'empty').toEqual([]);
    await visitor.ask(questions[lang].answered);
    expect(await broken(visitor), 'answered').toEqual([]);
    await visitor.page.locator('edge-agent [part~=feedback] button').first().click();
    await visitor.ask(questions[lang].declined);
    expect(await broken(visitor), 'declined').toEqual([]);
    await visitor.page.locator('edge-agent button[aria-controls=menu]').click();
    expect(await broken(visitor), 'menu').toEqual([]);
    await visitor.page.locator('edge-agent #menu button').nth(2).click();
    await visitor.page.locator('edge-agent [part~=delete]').waitFor();
    expect(await broken(visitor), 'what is stored').toEqual([]);
    await context.close();
  });
});

const questions = {
  en: { answered: 'How do I return something?', declined: 'Will it rain in Paris tomorrow?' },
  zh: { answered: '怎么退货？', declined: '明天巴黎会下雨吗？' },
  ar: { answered: 'كيف أُرجع منتجًا؟', declined: 'هل ستمطر في باريس غدا؟' },
};

async function visitorOn(
  path: string,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<{ visitor: Visitor; context: BrowserContext }> {
  const context = await browser.newContext(options);
  return { visitor: await Visitor.at(context, site.url + path), context };
}

test('everything works by keyboard, and Escape gives the focus back', async () => {
  site.files.set('/keys', pageWith({ body: '<a href="#here">A link</a>' }));
  const { visitor, context } = await visitorOn('keys');
  const { page } = visitor;
  await page.locator('edge-agent [part~=launcher]').waitFor();
  const focused = () =>
    page.evaluate(() => (document.activeElement?.shadowRoot?.activeElement ?? document.activeElement)?.getAttribute('part') ?? '');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('launcher');
  await page.keyboard.press('Enter');
  await visitor.panel.waitFor();
  await expect.poll(focused).toBe('input');
  await page.keyboard.type('How do I return something?');
  await page.keyboard.press('Enter');
  await visitor.agentMessages.first().waitFor();
  expect(await focused()).toBe('input');
  // Back through the answer's controls and forward again: no trap.
  await page.keyboard.press('Shift+Tab');
  expect(await focused()).not.toBe('input');
  await page.keyboard.press('Escape');
  await visitor.panel.waitFor({ state: 'detached' });
  await expect.poll(focused).toBe('launcher');
  await context.close();
});

test('Enter belongs to the input method while it composes, and Shift+Enter breaks the line', async () => {
  site.files.set('/ime', pageWith({ lang: 'ja' }));
  const { visitor, context } = await visitorOn('ime');
  await visitor.open();
  const input = visitor.page.locator('edge-agent [part~=input]');
  await input.fill('返品');
  await input.evaluate((element) =>
    element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, composed: true })),
  );
  await input.press('Shift+Enter');
  expect(await visitor.page.locator('edge-agent [part~=visitor-message]').count()).toBe(0);
  expect(await input.inputValue()).toBe('返品\n');
  await context.close();
});

test('a screen reader hears each answer once, whole, and knows who speaks', async () => {
  site.files.set('/reader', pageWith());
  const { visitor, context } = await visitorOn('reader');
  await visitor.open();
  await visitor.page.evaluate(() => {
    const log = document.querySelector('edge-agent')?.shadowRoot?.querySelector('[role=log]');
    const added: string[] = [];
    Object.assign(window, { added });
    new MutationObserver((records) => {
      for (const { addedNodes } of records) for (const node of addedNodes) if (node instanceof HTMLElement) added.push(node.innerText);
    }).observe(log as Element, { childList: true });
  });
  const reply = await visitor.ask('How do I return something?');
  const added = await visitor.page.evaluate(() => (window as unknown as { added: string[] }).added);
  expect(added).toHaveLength(2);
  expect(added[0]).toContain('You:');
  expect(added[1]?.trim()).toBe(reply);
  await context.close();
});

test('at 200 % zoom, in forced colours and with reduced motion all of it is still there', async () => {
  site.files.set('/zoom', pageWith());
  const { visitor, context } = await visitorOn('zoom', {
    viewport: { width: 640, height: 360 },
    forcedColors: 'active',
    reducedMotion: 'reduce',
  });
  await visitor.open();
  await visitor.ask('How do I return something?');
  const box = await visitor.page.locator('edge-agent [part~=input]').boundingBox();
  expect(box !== null && box.y + box.height <= 360 && box.x >= 0).toBe(true);
  expect(await visitor.panel.evaluate((panel) => getComputedStyle(panel).animationName)).toBe('none');
  const overflow = await visitor.page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  expect(overflow).toBe(false);
  await context.close();
});
