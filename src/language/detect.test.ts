import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectLanguage } from './detect.ts';
import { type Language, languages } from './locale.ts';
import { supportSentences } from './support-sentences.fixture.ts';

describe('detectLanguage', () => {
  it.each(languages)('tells %s from the other eight in at least 95 % of everyday support sentences', (language) => {
    const sentences = supportSentences[language];
    const missed = sentences.filter((sentence) => detectLanguage(sentence) !== language);
    expect(sentences.length).toBeGreaterThanOrEqual(20);
    expect(missed.length / sentences.length, missed.join(' | ')).toBeLessThanOrEqual(0.05);
  });

  it.each<[string, Language]>([
    ['HOW LONG DOES DELIVERY TAKE', 'en'],
    ['gift card expired', 'en'],
    ['paquete perdido', 'es'],
    ['quanto custa o frete', 'pt'],
    ['passwort zuruecksetzen', 'de'],
    ['colis jamais arrive', 'fr'],
    ['USB-C线多长', 'zh'],
    ['Apple Pay 能用吗', 'zh'],
    ['ThinkPad أو XPS', 'ar'],
    ['XPS или ThinkPad?', 'ru'],
    ['PayPalは使えますか', 'ja'],
    ['how do I pay with 支付宝 please', 'en'],
  ])('reads %j as %s', (text, language) => {
    expect(detectLanguage(text)).toBe(language);
  });

  it.each(['', '   ', '42', '😀😀', '...?!', 'XKCD', '\u200b\u202e'])('does not guess at %j', (text) => {
    expect(detectLanguage(text)).toBeUndefined();
  });

  it('keeps the expected language where a few words could be in several', () => {
    expect(detectLanguage('multipoint two devices', 'en')).toBe('en');
    expect(detectLanguage('Bizum o transferencia', 'es')).toBe('es');
    expect(detectLanguage('garantia no Brasil', 'pt')).toBe('pt');
  });

  it('reads Chinese characters alone as Japanese where that is expected and nothing speaks against it', () => {
    expect(detectLanguage('返品条件', 'ja')).toBe('ja');
    expect(detectLanguage('返品条件')).toBe('zh');
    expect(detectLanguage('怎么退货', 'ja')).toBe('zh');
  });

  it('leaves the expected language where the text is plainly in another one', () => {
    for (const expected of languages) {
      for (const language of languages.filter((each) => each !== expected)) {
        const sentences = supportSentences[language];
        const found = sentences.filter((sentence) => detectLanguage(sentence, expected) === language);
        const plain = language === 'pt' || language === 'es' || expected === 'ja' ? 0.6 : 0.75;
        expect(found.length / sentences.length, `${language}, ${expected} expected`).toBeGreaterThanOrEqual(plain);
      }
    }
  });

  it('never throws, and finds the same whatever is invisible in the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...languages, undefined), (text, expected) => {
        expect(detectLanguage([...text].join('\u200b'), expected)).toBe(detectLanguage(text, expected));
      }),
    );
  });

  it('reads 50,000 characters in well under a second', () => {
    const started = performance.now();
    detectLanguage('where is my order and why does it take so long '.repeat(1100));
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
