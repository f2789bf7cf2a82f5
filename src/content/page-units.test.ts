import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { languages } from '../language/locale.ts';
import { plainText } from './answer-document.ts';
import { noPageFacts, type PageFacts, type PageOffer, type PageProduct } from './page-facts.ts';
import { localeOfPage, pageUnits } from './page-units.ts';
import { samplePage } from './page-words/sample-page.ts';

const url = 'https://shop.example/p';
const terms = { shipping: [], returns: [] };
const product = (name: string, more: Partial<PageProduct> = {}): PageProduct => ({ name, offers: [], properties: [], anchor: '', ...more });
const pageOf = (...products: PageProduct[]): PageFacts => ({ ...noPageFacts, url, locale: 'en', products });
const offered = (...offers: Partial<PageOffer>[]): PageFacts =>
  pageOf(product('Lamp', { offers: offers.map((offer) => ({ ...terms, ...offer })) }));

function answerTo(id: string, facts: PageFacts, locale = 'en'): string | undefined {
  const found = pageUnits(facts, locale).find(({ unit }) => unit.id === id);
  return found === undefined ? undefined : plainText(found.unit.answer).replaceAll('\u00A0', ' ');
}

describe('the page’s own questions', () => {
  const question = { question: 'Is it loud?', answer: 'No:\n• not at night\n• not by day', anchor: '#loud' };
  const facts: PageFacts = { ...noPageFacts, url, locale: 'en', questions: [question] };

  test('stay as they are, with a link to their place', () => {
    expect(pageUnits(facts, 'en-GB')).toMatchObject([
      { unit: { id: 'page:question-1', title: 'Is it loud?', source: `${url}#loud` }, texts: { phrasings: ['Is it loud?'] } },
    ]);
    expect(pageUnits(facts, 'en')[0]?.unit.answer.map(({ kind }) => kind)).toEqual(['paragraph', 'list']);
  });

  test('are left out for another language than theirs', () => {
    expect(pageUnits(facts, 'de')).toEqual([]);
    expect(pageUnits({ ...facts, locale: 'nl' }, 'nl')).toHaveLength(1);
  });

  test('have the language that the page declares, unless they are plainly in another script', () => {
    const chinese = { ...facts, questions: [{ question: '可以退货吗？', answer: '七天内可以退货。', anchor: '' }] };
    expect(localeOfPage(chinese)).toBe('zh');
    expect(localeOfPage({ ...chinese, locale: 'zh-TW' })).toBe('zh-TW');
    expect(localeOfPage({ ...facts, locale: 'pt' })).toBe('pt');
    const { locale: _, ...undeclared } = facts;
    expect(localeOfPage(undeclared)).toBe('en');
    expect(localeOfPage(noPageFacts)).toBeUndefined();
  });
});

describe('a product in nine languages', () => {
  test.each(languages)('%s: complete, unlike each other, nothing left to fill in', (language) => {
    const facts = samplePage(language);
    const units = pageUnits(facts, language);
    const ids = units.map(({ unit }) => unit.id.replace('page:product-1-', ''));
    expect(ids).toEqual([
      'price',
      'availability',
      'shipping',
      'returns',
      'description',
      'specifications',
      'rating',
      'brand',
      'number',
      ...[1, 2, 3, 4, 5].map((each) => `property-${each}`),
    ]);
    for (const { unit } of units) expect(`${unit.title} ${plainText(unit.answer)}`).not.toMatch(/[{}]|undefined|\(\)/u);
    for (const { texts } of units) for (const phrasing of texts.phrasings) expect(phrasing).not.toMatch(/[{}()|;]|^\s|\s$|^$/u);
    for (const {
      unit,
      texts: { phrasings },
    } of units) {
      expect(new Set(phrasings).size).toBe(phrasings.length);
      expect(unit.source).toBe('https://shop.example/orbit-3#product');
    }
  });

  test('figures, dates, places and days are written as the visitor writes them', () => {
    expect(answerTo('page:product-1-price', samplePage('de'), 'de')).toBe(
      'Orbit 3 Schreibtischlampe kostet 89,90 €.\nDieser Preis gilt bis 31. März 2027.',
    );
    expect(answerTo('page:product-1-shipping', samplePage('en'), 'en')).toBe(
      '• Shipping (Germany): €4.90, delivery time 2–4 days\n• Shipping (Austria and France): €9.90, delivery time 4–7 days',
    );
    expect(answerTo('page:product-1-shipping', samplePage('ru'), 'ru')).toContain('2–4 дня');
    expect(answerTo('page:product-1-returns', samplePage('zh'), 'zh')).toBe('德国、奥地利和法国：可以退货。退货期限：30天。退货免费。');
  });

  test('on a page in another language the page’s own words are marked as such', () => {
    const facts = samplePage('de');
    expect(answerTo('page:product-1-price', facts, 'ja')).toMatch(/^Orbit 3 Schreibtischlampeの価格は/);
    expect(answerTo('page:product-1-description', facts, 'en')).toMatch(/^From the page, in German:\nEine kleine Lampe/);
    expect(answerTo('page:product-1-specifications', facts, 'en')).toContain('Weight | 1.2 kg');
    expect(answerTo('page:product-1-property-1', facts, 'en')).toBe('Orbit 3 Schreibtischlampe – Leistungsaufnahme: 9 W');
  });

  test('ids do not depend on the language', () => {
    const ids = (language: string) => pageUnits(samplePage('en'), language).map(({ unit }) => unit.id);
    for (const language of languages) expect(ids(language)).toEqual(ids('en'));
  });
});

describe('nothing is said that the markup does not say', () => {
  test('a name alone answers nothing', () => {
    expect(pageUnits(pageOf(product('Lamp')), 'en')).toEqual([]);
    expect(pageUnits(offered({ currency: 'EUR', availability: 'Unheard' }), 'en')).toEqual([]);
  });

  test('shipping is asked for by cost or time only where that is told', () => {
    const phrasings = (facts: PageFacts) => pageUnits(facts, 'en').flatMap(({ texts }) => texts.phrasings);
    const timeOnly = phrasings(offered({ shipping: [{ countries: [], days: { from: 1, to: 2 } }] }));
    expect(timeOnly).toContain('shipping time');
    expect(timeOnly).not.toContain('shipping cost');
    expect(timeOnly.join()).not.toContain('abroad');
  });

  test.each([
    [[{ price: 10, currency: 'EUR' }], 'Lamp costs €10.00.'],
    [[{ price: 10, highPrice: 12, currency: 'EUR' }], 'Lamp costs €10.00 – €12.00.'],
    [[{ price: 10 }], 'Lamp costs 10.00.'],
    [
      [
        { price: 10, currency: 'EUR' },
        { price: 11, currency: 'USD' },
      ],
      'Lamp costs €10.00 / $11.00.',
    ],
    [[{ price: 10, currency: 'EUR', taxIncluded: false }], 'Lamp costs €10.00. VAT is not included.'],
    [
      [
        { price: 10, currency: 'EUR', name: 'red' },
        { price: 12, currency: 'EUR', name: 'blue' },
      ],
      'Lamp costs €10.00 – €12.00.\n• red: €10.00\n• blue: €12.00',
    ],
  ])('price of %j', (offers, answer) => {
    expect(answerTo('page:product-1-price', offered(...offers))).toBe(answer);
  });

  test.each([
    [[{ availability: 'SoldOut' }], 'Lamp: out of stock'],
    [[{ availability: 'OutOfStock' }, { availability: 'InStock' }], 'Lamp: in stock'],
    [
      [
        { availability: 'InStock', name: 'red' },
        { availability: 'OutOfStock', name: 'blue' },
      ],
      'Lamp:\n• red: in stock\n• blue: out of stock',
    ],
    [[{ availability: 'PreOrder', availableFrom: '2027-02-01' }], 'Lamp: can be pre-ordered\nAvailable from February 1, 2027.'],
  ])('availability of %j', (offers, answer) => {
    expect(answerTo('page:product-1-availability', offered(...offers))).toBe(answer);
  });

  test('refused returns and places', () => {
    expect(answerTo('page:product-1-returns', offered({ returns: [{ countries: ['CH'], accepted: false }] }))).toBe(
      'Switzerland: Returns are not accepted.',
    );
    expect(answerTo('page:product-1-shipping', offered({ shipping: [{ countries: ['CH'], isRefused: true }] }))).toBe(
      'No shipping (Switzerland)',
    );
    expect(answerTo('page:product-1-shipping', offered({ shipping: [{ countries: ['US'], regions: ['CA'], price: 0 }] }))).toBe(
      'Shipping (United States: CA): free',
    );
  });
});

describe('several products', () => {
  const two = pageOf(
    product('Lamp', { offers: [{ ...terms, price: 10, currency: 'EUR', returns: [{ countries: [], accepted: true }] }] }),
    product('Chair', { offers: [{ ...terms, price: 20, currency: 'EUR', returns: [{ countries: [], accepted: true }] }] }),
  );
  const titles = (facts: PageFacts) => pageUnits(facts, 'en').map(({ unit }) => unit.title);

  test('are told apart by name, and side by side without one', () => {
    expect(titles(two)).toEqual(['Price', 'Returns', 'Lamp: Price', 'Lamp: Returns', 'Chair: Price', 'Chair: Returns']);
    expect(answerTo('page:products-price', two)).toBe('Lamp costs €10.00.\nChair costs €20.00.');
    expect(answerTo('page:products-returns', two)).toBe('Returns are accepted.');
    const named = pageUnits(two, 'en').filter(({ unit }) => unit.id.startsWith('page:product-2'));
    for (const { texts } of named) for (const phrasing of texts.phrasings) expect(phrasing).toContain('Chair');
  });

  test('what only one of them has is under its name', () => {
    const [lamp, chair] = two.products as [PageProduct, PageProduct];
    const facts = pageOf({ ...lamp, offers: [] }, chair);
    expect(answerTo('page:products-returns', facts)).toBe('Chair\nReturns are accepted.');
  });

  test('the main one need not be named', () => {
    const [lamp, chair] = two.products as [PageProduct, PageProduct];
    expect(titles(pageOf({ ...lamp, isMain: true }, chair))).toEqual(['Price', 'Returns', 'Chair: Price', 'Chair: Returns']);
  });
});

test('any facts make units of plain text', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom('<script>alert(1)</script>', '{it}', '(a|b);c', '$&', 'weight', '重量', ''),
  );
  const number = fc.oneof(fc.nat(), fc.double({ min: 0, max: 1e12, noNaN: true }));
  const optional = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined });
  const code = fc.constantFrom('EUR', 'XXX', 'JPY');
  const countries = fc.array(fc.constantFrom('DE', 'XX', 'Narnia', 'EU'), { maxLength: 3 });
  const offer = fc.record({
    name: optional(text),
    price: optional(number),
    highPrice: optional(number),
    currency: optional(code),
    availability: optional(fc.oneof(text, fc.constantFrom('InStock', 'PreSale'))),
    validUntil: optional(fc.constantFrom('2027-01-01', '2027-99-99', 'soon')),
    shipping: fc.array(
      fc.record({
        price: optional(number),
        currency: optional(code),
        countries,
        days: optional(fc.nat(30).map((from) => ({ from, to: from + 2 }))),
      }),
      { maxLength: 2 },
    ),
    returns: fc.array(fc.record({ countries, accepted: fc.boolean(), days: optional(fc.nat(100)), free: optional(fc.boolean()) }), {
      maxLength: 2,
    }),
  });
  const anyProduct = fc.record({
    name: text,
    description: optional(text),
    brand: optional(text),
    sku: optional(text),
    offers: fc.array(offer, { maxLength: 2 }),
    properties: fc.array(fc.record({ name: text, value: text }), { maxLength: 3 }),
    anchor: fc.constant(''),
  }) as fc.Arbitrary<PageProduct>;
  const questions = fc.array(fc.record({ question: text, answer: text, anchor: fc.constant('') }), { maxLength: 2 });
  fc.assert(
    fc.property(
      fc.array(anyProduct, { maxLength: 3 }),
      questions,
      fc.constantFrom(...languages, 'nl', 'zh-Hant-TW'),
      (products, asked, locale) => {
        const units = pageUnits({ url, locale: 'en', products, questions: asked }, locale);
        expect(new Set(units.map(({ unit }) => unit.id)).size).toBe(units.length);
        // Nothing but words: neither links nor pictures, whatever a field holds.
        expect(JSON.stringify(units.map(({ unit }) => unit.answer))).not.toMatch(/"kind":"(?:link|image|code)"/);
      },
    ),
    { numRuns: 200 },
  );
});
