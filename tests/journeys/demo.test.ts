import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languages } from '../../src/language/locale.ts';
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

async function inContext(use: (context: BrowserContext) => Promise<void>): Promise<void> {
  const context = await browser.newContext();
  context.setDefaultTimeout(10_000);
  try {
    await use(context);
  } finally {
    await context.close();
  }
}

/** The English shop lies at the root. */
const productPath = (locale: string) => `${locale === 'en' ? '' : `${locale}/`}products/lark-2/`;

/** The prices in a product page's own JSON-LD, as digits. */
function pricesOf(path: string): string[] {
  const html = readFileSync(`${demoFiles}/${path}index.html`, 'utf8');
  const [, json = '{}'] = /<script type="application\/ld\+json">(.*?"@type":\s*"Product".*?)<\/script>/s.exec(html) ?? [];
  const { offers } = JSON.parse(json) as { offers: { price: string | number } | { price: string | number }[] };
  return [offers].flat().map(({ price }) => String(Number(price)).replace(/\D/g, ''));
}

/** How a visitor asks what a product costs, and what something on no shop's page would be. */
const priceQuestions: Record<(typeof languages)[number], string> = {
  en: 'how much is it?',
  zh: '这个多少钱？',
  es: '¿cuánto cuesta?',
  de: 'was kostet der?',
  fr: 'ça coûte combien ?',
  pt: 'quanto custa?',
  ar: 'كم السعر؟',
  ru: 'сколько стоит?',
  ja: 'いくらですか？',
};

const arabicDigits = (text: string) => text.replace(/[٠-٩]/g, (digit) => String('٠١٢٣٤٥٦٧٨٩'.indexOf(digit)));

describe.each(languages)('the shop in %s', (locale) => {
  test('a product page tells its price, with and without the shop’s pack', async () => {
    const path = productPath(locale);
    const html = await readFile(`${demoFiles}/${path}index.html`, 'utf8');
    site.files.set('/alone', { body: html.replace(/ data-pack="[^"]*"/, '') });
    for (const address of [path, 'alone']) {
      await inContext(async (context) => {
        const visitor = await Visitor.at(context, site.url + address);
        const errors = watchErrors(visitor.page);
        await visitor.open();
        // The first question may come before the encoder's weights; what it then says is for words alone to decide.
        await visitor.page.waitForLoadState('networkidle');
        const decision = await visitor.decide(priceQuestions[locale]);
        expect(decision).toMatchObject({ kind: 'answer', tier: 'page', unit: 'page:product-1-price' });
        const digits = arabicDigits(await visitor.lastReply.innerText()).replace(/\D/g, '');
        expect(pricesOf(path).some((price) => digits.includes(price))).toBe(true);
        expect(await visitor.lastReply.getAttribute('lang')).toMatch(new RegExp(`^${locale}\\b`));
        expect(errors).toEqual([]);
      });
    }
  });
});

test('the shop works offline once a visitor has used it: reload, ask, be answered', async () => {
  const own = await startSite({ mounts: [{ path: '/', directory: demoFiles }] });
  await inContext(async (context) => {
    const visitor = await Visitor.at(context, own.url + productPath('en'));
    await visitor.open();
    await visitor.ask('How do I return something?');
    await visitor.page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await visitor.page.waitForFunction(async (page) => (await caches.match(page)) !== undefined, own.url + productPath('en'));
    await own.close();
    await visitor.page.reload();
    await visitor.panel.waitFor();
    const decision = await visitor.decide('how much is it?');
    expect(decision.kind).toBe('answer');
    expect((await visitor.decide('How long do I have to send something back?')).candidates[0]?.unit).toMatch(/^return-/);
  });
});

test('the town’s pages answer from their own content, by the same files', async () => {
  await inContext(async (context) => {
    const visitor = await Visitor.at(context, `${site.url}city/parken.html`);
    const errors = watchErrors(visitor.page);
    await visitor.open();
    const decision = await visitor.decide('Was kostet ein Anwohnerparkausweis?');
    expect(decision).toMatchObject({ kind: 'answer' });
    expect(decision.unit).toMatch(/park/);
    expect((await visitor.decide('Wann wird der Papiermüll geholt?')).candidates[0]?.unit).toMatch(/tonne|papier|abfall/);
    expect(errors).toEqual([]);
  });
});
