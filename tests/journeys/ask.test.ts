import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, pageWith, type Site, sameOriginPolicy, startSite, Visitor, watchErrors } from './site.ts';

let site: Site;
let browser: Browser;

beforeAll(async () => {
  site = await startSite({ headers: { 'Content-Security-Policy': sameOriginPolicy } });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

/** One plain question a locale, with the unit that answers it. */
const asked: Record<string, { question: string; unit: string }> = {
  en: { question: 'How do I return something?', unit: 'return-how' },
  zh: { question: '怎么退货？', unit: 'return-how' },
  es: { question: '¿Cómo devuelvo un producto?', unit: 'return-how' },
  de: { question: 'Wie schicke ich etwas zurück?', unit: 'return-how' },
  fr: { question: 'Comment retourner un article ?', unit: 'return-how' },
  pt: { question: 'Como faço para devolver um produto?', unit: 'return-how' },
  ar: { question: 'كيف أعيد منتجًا؟', unit: 'return-how' },
  ru: { question: 'Как вернуть товар?', unit: 'return-how' },
  ja: { question: '返品の方法を教えてください', unit: 'return-how' },
};

describe.each(Object.entries(asked))('in %s', (locale, { question, unit }) => {
  test('a visitor asks and has the right unit first, in words of their language, under a strict CSP', async () => {
    site.files.set('/', pageWith({ lang: locale, dir: locale === 'ar' ? 'rtl' : 'ltr' }));
    const context = await browser.newContext();
    const visitor = await Visitor.at(context, site.url);
    const errors = watchErrors(visitor.page);
    await visitor.open();
    const decision = await visitor.decide(question);
    expect(decision.candidates[0]?.unit).toBe(unit);
    expect(decision.kind).not.toBe('decline');
    const message = visitor.lastReply;
    expect(await message.getAttribute('lang')).toBe(locale);
    expect(await message.getAttribute('dir')).toBe(locale === 'ar' ? 'rtl' : 'ltr');
    expect(errors).toEqual([]);
    await context.close();
  });
});
