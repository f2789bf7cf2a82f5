import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Locale, languages } from './locale.ts';
import { supportSentences } from './support-sentences.fixture.ts';
import { tokenize } from './tokens.ts';

/** What of a text carries a topic, as one word each. */
const topics = (text: string, locale: Locale) =>
  tokenize(text, locale)
    .filter(({ weight }) => weight >= 0.9)
    .map(({ word }) => word);
const terms = (text: string, locale: Locale) => tokenize(text, locale).map(({ term }) => term);
const brokenText = fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units));
const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), brokenText);
const anyLocale = fc.constantFrom<Locale>(...languages, 'zh-Hant', 'pt-BR', 'nl', '');

describe('tokenize', () => {
  it.each<[Locale, string, string[]]>([
    ['en', 'Where is my ORDER?', ['order']],
    ['en', 'How do I return a lamp?', ['return', 'lamp']],
    ['es', '¿Cómo devuelvo una lámpara?', ['devuelvo', 'lampara']],
    ['de', 'Kann ich die Lieferadresse ändern?', ['lieferadresse', 'andern']],
    ['fr', "Puis-je changer l'adresse de livraison ?", ['changer', 'adresse', 'livraison']],
    ['pt', 'Quando recebo o reembolso?', ['recebo', 'reembolso']],
    ['ar', 'كم تكلفة الشحن السريع؟', ['تكلفه', 'الشحن', 'السريع']],
    ['ru', 'Сколько идёт доставка в Канаду?', ['идет', 'доставка', 'канаду']],
    ['zh', '耳机的优惠在哪里？', ['耳机', '优惠']],
    ['ja', 'パスワードを忘れました', ['パスワード', '忘れ']],
  ])('in %s finds what %j is about', (locale, text, expected) => {
    expect(topics(text, locale)).toEqual(expected);
  });

  it.each<[string, Locale, string, string]>([
    ['case', 'en', 'SHIPPING Costs', 'shipping costs'],
    ['accents', 'es', 'devolución rápida', 'devolucion rapida'],
    ['umlauts and their two-letter spelling', 'de', 'Größe, Rückgabe', 'groesse rueckgabe'],
    ['ß and ss', 'de', 'Straße', 'Strasse'],
    ['ё and е', 'ru', 'счёт', 'счет'],
    ['the alefs of Arabic', 'ar', 'إرجاع', 'ارجاع'],
    ['vowel signs and none', 'ar', 'شُحِنَ الطَّلَب', 'شحن الطلب'],
    ['the article and none', 'ar', 'الفاتورة', 'فاتورة'],
    ['"and the" and none', 'ar', 'والدفع', 'دفع'],
    ['"for the" and none', 'ar', 'للشحن', 'شحن'],
    ['straight and curly apostrophes', 'fr', "l'adresse d'envoi", 'l’adresse d’envoi'],
    ['elision and none', 'fr', "l'adresse", 'adresse'],
    ['a contraction and the long form', 'en', "can't won't isn't", 'can not will not is not'],
    ['a possessive and none', 'en', "the customer's order", 'the customer order'],
    ['singular and plural', 'en', 'deliveries', 'delivery'],
    ['Arabic and ASCII digits', 'ar', 'طلب ٤٢', 'طلب 42'],
    ['full-width and ASCII', 'ja', 'ＵＳＢケーブル', 'USBケーブル'],
    ['half-width and full-width katakana', 'ja', 'ﾊﾟｽﾜｰﾄﾞ', 'パスワード'],
    ['composed and decomposed letters', 'fr', 'de\u0301bite\u0301', 'débité'],
  ])('reads %s alike', (_, locale, one, other) => {
    expect(terms(one, locale)).toEqual(terms(other, locale));
  });

  it('lets function words and pieces count for less', () => {
    const weights = new Map(tokenize('Where is my USB-C cable', 'en').map(({ word, weight }) => [word, weight]));
    expect(weights.get('cable')).toBe(1);
    expect(weights.get('where')).toBeLessThan(0.5);
    expect(weights.get('usbc')).toBeLessThan(0.9);
  });

  it('keeps the sense of a sentence in mixed scripts', () => {
    const found = terms('USB-C线多长', 'zh');
    for (const part of ['usb', 'usbc', '线多', '多长']) expect(found).toContain(part);
    expect(terms('Bluetooth наушники', 'ru')).toContain('bluetooth');
    expect(terms('iPhone用ケース', 'ja')).toEqual(expect.arrayContaining(['iphone', 'ケース']));
  });

  it('finds model numbers in whatever way they are written', () => {
    expect(terms('WH-1000XM4', 'en')).toContain('wh1000xm4');
    expect(terms('WH1000XM4', 'en')).toContain('wh1000xm4');
    expect(terms('Nomad15', 'en')).toEqual(expect.arrayContaining(['nomad15', 'nomad', '15']));
    expect(terms('wi-fi', 'en')).toContain('wifi');
  });

  it('gives Chinese and Japanese pairs of neighbours beside the dictionary words, so that two browsers agree', () => {
    expect(terms('增值税发票', 'zh')).toEqual(expect.arrayContaining(['增值', '值税', '税发', '发票']));
    expect(terms('配送状況', 'ja')).toEqual(expect.arrayContaining(['配送', '送状', '状況']));
  });

  it('finds nothing where there are no words', () => {
    for (const text of ['', '   ', '?!…', '😀👍🏽❤️', '\u200B\u202E\u2066', '-+*/']) expect(tokenize(text, 'en')).toEqual([]);
  });

  it('passes over half characters', () => {
    expect(terms('\uD83Dorder\uDE00', 'en')).toEqual(terms('order', 'en'));
  });

  it('tells markup from words by nothing but the words', () => {
    expect(topics('<script>alert("refund")</script>', 'en')).toEqual(['script', 'alert', 'refund', 'script']);
  });

  it.each(languages)('reads 50,000 characters of %s in well under two seconds', (language) => {
    const text = supportSentences[language].join(' ').repeat(60).slice(0, 50_000);
    const started = performance.now();
    expect(tokenize(text, language).length).toBeGreaterThan(5000);
    tokenize(text.replaceAll(/[\s?？!。]/g, ''), language);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it('never throws, and every token has a term, a word and a weight up to 1', () => {
    fc.assert(
      fc.property(anyText, anyLocale, (text, locale) => {
        for (const { term, word, weight } of tokenize(text, locale)) {
          expect(term).not.toBe('');
          expect(word).not.toBe('');
          expect(word.length).toBeLessThanOrEqual(64);
          expect(weight).toBeGreaterThan(0);
          expect(weight).toBeLessThanOrEqual(1);
          expect(term).not.toMatch(/[\uD800-\uDFFF]/u);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('reads a text with invisible characters in it as without', () => {
    const invisible = fc.constantFrom(
      '\u200B',
      '\u200C',
      '\u200D',
      '\u200E',
      '\u202E',
      '\u2060',
      '\u2066',
      '\u2069',
      '\uFEFF',
      '\u00AD',
      '\uFE0F',
    );
    const sentence = fc.constantFrom(...languages.flatMap((language) => supportSentences[language].map((text) => ({ language, text }))));
    fc.assert(
      fc.property(sentence, fc.array(fc.tuple(fc.nat(), invisible), { maxLength: 8 }), ({ language, text }, insertions) => {
        const characters = [...text];
        for (const [place, character] of insertions) characters.splice(place % (characters.length + 1), 0, character);
        expect(tokenize(characters.join(''), language)).toEqual(tokenize(text, language));
      }),
      { numRuns: 500 },
    );
  });

  it('reads any text the same in capitals, as far as capitals come back', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...languages.flatMap((language) => supportSentences[language].map((text) => ({ language, text })))),
        ({ language, text }) => {
          fc.pre(text.toUpperCase().toLowerCase() === text.toLowerCase());
          expect(terms(text.toUpperCase(), language)).toEqual(terms(text, language));
        },
      ),
    );
  });
});
