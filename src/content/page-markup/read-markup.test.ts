import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noPageFacts, type PageFacts, type PageMarkup } from '../page-facts.ts';
import { readMarkup } from './read-markup.ts';

function pageWith(data: unknown, more: Partial<PageMarkup> = {}): PageFacts {
  return {
    ...noPageFacts,
    url: 'https://shop.example/lamp',
    markup: { jsonLd: [JSON.stringify(data)], items: [], title: '', places: [], ...more },
  };
}

const read = (data: unknown, more?: Partial<PageMarkup>) => readMarkup(pageWith(data, more)).facts;
const lamp = (offers: unknown) => read({ '@type': 'Product', name: 'Lamp', offers }).products[0];
const offer = (terms: object) => lamp({ '@type': 'Offer', priceCurrency: 'EUR', ...terms })?.offers[0];

describe('where products stand', () => {
  const product = { '@type': 'Product', name: 'Lamp', sku: 'L1' };

  test.each([
    ['alone', product],
    ['in a list of blocks', [{ '@type': 'Organization', name: 'Shop' }, product]],
    ['in a graph', { '@context': 'https://schema.org', '@graph': [{ '@type': 'WebSite' }, product] }],
    ['as what the page is about', { '@type': ['WebPage', 'ItemPage'], mainEntity: product }],
    [
      'in a graph, referred to',
      {
        '@graph': [
          { '@type': 'ItemPage', mainEntity: { '@id': '#p' } },
          { ...product, '@id': '#p' },
        ],
      },
    ],
    ['with several types', { ...product, '@type': ['Product', 'Book'] }],
    ['with a full type', { ...product, '@type': 'https://schema.org/Product' }],
  ])('%s', (_, data) => {
    expect(read(data).products).toEqual([{ name: 'Lamp', isMain: true, sku: 'L1', offers: [], properties: [], anchor: '' }]);
  });

  test('a list has no main product, unless the title names one', () => {
    const list = {
      '@type': 'ItemList',
      itemListElement: ['Lamp', 'Chair'].map((name) => ({ '@type': 'ListItem', item: { '@type': 'Product', name } })),
    };
    expect(read(list).products.map(({ isMain }) => isMain)).toEqual([undefined, undefined]);
    expect(read(list, { title: 'The Chair' }).products.map(({ isMain }) => isMain)).toEqual([undefined, true]);
  });

  test('products that are only related to it are none of the page', () => {
    expect(read({ ...product, isRelatedTo: { '@type': 'Product', name: 'Shade' } }).products).toHaveLength(1);
  });

  test('the same product in two notations is one', () => {
    const { products } = read(product, { items: [{ '@type': ['https://schema.org/Product'], name: 'LAMP', brand: 'Nordlys' }] });
    expect(products).toMatchObject([{ name: 'Lamp', sku: 'L1', brand: 'Nordlys' }]);
  });

  test('a group and its variants are one product with named offers', () => {
    const variant = (color: string, price: number) => ({
      '@type': 'Product',
      name: `Lamp ${color}`,
      color,
      offers: { '@type': 'Offer', price, priceCurrency: 'EUR' },
    });
    const group = { '@type': 'ProductGroup', name: 'Lamp', hasVariant: [variant('red', 10), variant('blue', 12)] };
    expect(read(group).products).toMatchObject([
      {
        name: 'Lamp',
        offers: [
          { name: 'red', price: 10 },
          { name: 'blue', price: 12 },
        ],
      },
    ]);
  });
});

describe('prices', () => {
  test.each([
    [49.9, 49.9],
    ['49.90', 49.9],
    ['49,90 €', 49.9],
    ['1.299,00', 1299],
    ['1,299.00', 1299],
    ['1 299,00', 1299],
    ['1\u202F299', 1299],
    ["CHF 1'299.00", 1299],
    ['1,299', 1299],
    ['1.234.567', 1234567],
    ['12.5000', 12.5],
    ['0.299', 0.299],
  ])('%j is %d', (price, amount) => {
    expect(offer({ price })?.price).toBe(amount);
  });

  test.each(['1.299', 1.299, 'from 10 to 20', '10-20', '-5', 'on request', '', 0, null, {}, [], true, '1.2.3'])(
    '%j is no plain price',
    (price) => {
      expect(offer({ price, availability: 'InStock' })?.price).toBeUndefined();
    },
  );

  test('the currency tells what three decimals mean', () => {
    expect(offer({ price: '1.299', priceCurrency: 'JPY' })?.price).toBe(1299);
    expect(offer({ price: '1.299', priceCurrency: 'KWD' })?.price).toBe(1.299);
    expect(offer({ price: '5', priceCurrency: 'euro' })).toMatchObject({ price: 5 });
    expect(offer({ price: '5', priceCurrency: 'euro' })).not.toHaveProperty('currency');
  });

  test('a range, a specification, a validity', () => {
    expect(offer({ '@type': 'AggregateOffer', lowPrice: 10, highPrice: '20.00' })).toMatchObject({ price: 10, highPrice: 20 });
    const list = [
      { priceType: 'https://schema.org/ListPrice', price: 99 },
      { price: 79, priceCurrency: 'usd', valueAddedTaxIncluded: 'true' },
    ];
    expect(offer({ priceCurrency: undefined, priceSpecification: list })).toMatchObject({ price: 79, currency: 'USD', taxIncluded: true });
    expect(offer({ price: 5, priceValidUntil: '2027-01-31T00:00:00Z' })).toMatchObject({ validUntil: '2027-01-31' });
  });

  test('instalments, member prices and prices for another amount are not the price', () => {
    for (const special of [{ billingDuration: 12 }, { validForMemberTier: {} }, { referenceQuantity: { value: 100, unitCode: 'MLT' } }]) {
      expect(offer({ availability: 'InStock', priceSpecification: { price: 5, ...special } })?.price).toBeUndefined();
    }
  });
});

describe('the rest of an offer', () => {
  test('availability as address or term', () => {
    for (const availability of ['https://schema.org/InStock', 'http://schema.org/InStock', 'schema:InStock', 'InStock']) {
      expect(offer({ availability })?.availability).toBe('InStock');
    }
  });

  test('shipping: rate, destination, handling and transit', () => {
    const details = {
      '@type': 'OfferShippingDetails',
      shippingRate: { '@type': 'MonetaryAmount', value: '4.90', currency: 'EUR' },
      shippingDestination: [
        { '@type': 'DefinedRegion', addressCountry: ['de', 'AT'] },
        { addressCountry: 'US', addressRegion: ['CA', 'NY'] },
      ],
      deliveryTime: {
        handlingTime: { minValue: 0, maxValue: 1, unitCode: 'DAY' },
        transitTime: { minValue: 2, maxValue: 4, unitCode: 'DAY' },
      },
    };
    const terms = { price: 4.9, currency: 'EUR', days: { from: 2, to: 5 } };
    expect(offer({ shippingDetails: details })?.shipping).toEqual([
      { ...terms, countries: ['DE', 'AT'] },
      { ...terms, countries: ['US'], regions: ['CA', 'NY'] },
    ]);
    expect(offer({ shippingDetails: { doesNotShip: true, shippingDestination: { addressCountry: 'CH' } } })?.shipping).toEqual([
      { isRefused: true, countries: ['CH'] },
    ]);
    expect(offer({ shippingDetails: { deliveryTime: { handlingTime: { maxValue: 2 } } }, price: 1 })?.shipping).toEqual([]);
  });

  test('returns: days, kind, fees, country', () => {
    const policy = {
      returnPolicyCategory: 'https://schema.org/MerchantReturnFiniteReturnWindow',
      merchantReturnDays: '30',
      returnFees: 'https://schema.org/FreeReturn',
      applicableCountry: 'DE',
    };
    expect(offer({ hasMerchantReturnPolicy: policy })?.returns).toEqual([{ countries: ['DE'], accepted: true, days: 30, free: true }]);
    expect(
      offer({ hasMerchantReturnPolicy: { returnPolicyCategory: 'MerchantReturnNotPermitted', returnFees: 'FreeReturn' } })?.returns,
    ).toEqual([{ countries: [], accepted: false }]);
    expect(offer({ price: 1, hasMerchantReturnPolicy: { returnPolicyCategory: 'MerchantReturnUnspecified' } })?.returns).toEqual([]);
  });

  test('details of the product', () => {
    const [product] = read({
      '@type': 'Product',
      name: 'Caf&eacute; <b>Lamp</b>',
      brand: { '@type': 'Brand', name: 'Nordlys' },
      manufacturer: 'Nordlys',
      mpn: 7,
      weight: { '@type': 'QuantitativeValue', value: 1.2, unitCode: 'KGM' },
      aggregateRating: { ratingValue: '4,6', reviewCount: '312' },
      additionalProperty: [
        { '@type': 'PropertyValue', name: 'Power', value: 9, unitText: 'W' },
        { name: 'Dimmable', value: true },
        { name: 'Modes', value: ['warm', 'cold'] },
        { name: 'Without a value' },
      ],
    }).products;
    expect(product).toMatchObject({ name: 'Café Lamp', brand: 'Nordlys', mpn: '7', rating: { value: 4.6, best: 5, count: 312 } });
    expect(product).not.toHaveProperty('maker');
    expect(product?.properties).toEqual([
      { name: 'Power', value: '9 W' },
      { name: 'Dimmable', value: 'true' },
      { name: 'Modes', value: 'warm, cold' },
      { name: 'weight', value: '1.2 kg' },
    ]);
  });
});

describe('questions', () => {
  const faq = (text: string) => ({
    '@type': 'FAQPage',
    mainEntity: [{ '@type': 'Question', name: 'How long?', acceptedAnswer: { '@type': 'Answer', text } }],
  });

  test('an answer in HTML becomes text', () => {
    const html =
      '<p>Two&nbsp;days &amp; a half.</p><ul><li>fast</li><li>safe</li></ul><script>alert(1)</script><!-- no --><img src=x onerror=alert(1)>';
    expect(read(faq(html)).questions).toEqual([{ question: 'How long?', answer: 'Two days & a half.\n• fast\n• safe', anchor: '' }]);
    expect(read(faq('if 3 < 5 and 7 > 6')).questions[0]?.answer).toBe('if 3 < 5 and 7 > 6');
    expect(read(faq('never <script>closed')).questions[0]?.answer).toBe('never');
  });

  test('what the page shows too is kept once, under its place', () => {
    const places = [{ text: 'How long', anchor: '#time' }];
    expect(read(faq('Two days.'), { places }).questions).toMatchObject([{ anchor: '#time' }]);
    const shown = { question: 'HOW LONG', answer: 'As shown.', anchor: '' };
    expect(readMarkup({ ...pageWith(faq('Two days.'), { places }), questions: [shown] }).facts.questions).toEqual([
      { ...shown, anchor: '#time' },
    ]);
  });

  test('a visitor’s suggested answer is not the shop’s', () => {
    expect(read({ '@type': 'QAPage', mainEntity: { '@type': 'Question', name: 'Q', suggestedAnswer: { text: 'A' } } }).questions).toEqual(
      [],
    );
  });
});

describe('bad input', () => {
  test('a block that is no JSON is named, the others are read', () => {
    const { facts, problems } = readMarkup(
      pageWith('', {
        jsonLd: ['{"@type": "Product", name}', '{"@type":"Product","name":"Two\nlines"}', '<!-- {"@type":"Product","name":"Old"} -->'],
      }),
    );
    expect(problems).toEqual([expect.stringContaining('JSON-LD block 1')]);
    expect(facts.products.map(({ name }) => name)).toEqual(['Two lines', 'Old']);
  });

  const values = fc.jsonValue({ maxDepth: 2 });
  const property = fc.constantFrom(
    '@type',
    '@id',
    '@graph',
    'mainEntity',
    'name',
    'offers',
    'price',
    'lowPrice',
    'priceCurrency',
    'shippingDetails',
    'shippingDestination',
    'addressCountry',
    'deliveryTime',
    'transitTime',
    'hasMerchantReturnPolicy',
    'merchantReturnDays',
    'additionalProperty',
    'value',
    'unitCode',
    'acceptedAnswer',
    'text',
    'hasVariant',
    'aggregateRating',
    'ratingValue',
    '__proto__',
    'constructor',
  );
  const term = fc.oneof(
    fc.constantFrom('Product', 'ProductGroup', 'Question', 'FAQPage', '#a', '12,5', 'EUR', 'MerchantReturnFiniteReturnWindow'),
    values,
  );
  const within = (inner: fc.Arbitrary<unknown>) =>
    fc.dictionary(property, fc.oneof(term, inner, fc.array(inner, { maxLength: 2 })), { maxKeys: 6 });
  const node = within(within(within(term)));

  test('any JSON is read without an exception', () => {
    fc.assert(
      fc.property(fc.oneof(node, values), (data) => {
        const { facts, problems } = readMarkup(pageWith(data));
        expect(problems).toEqual([]);
        expect(structuredClone(facts)).toEqual(facts);
      }),
      { numRuns: 300 },
    );
  });

  test('any text is read without an exception', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(readMarkup(pageWith(null, { jsonLd: [text] })).facts.products).toEqual([]);
      }),
    );
  });

  test('no field holds markup, control characters or hidden direction marks', () => {
    const hostile = fc.constantFrom(
      '<script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      '\u202Etxt',
      '\u0000',
      '<b',
      '</p>',
      '<svg/onload=alert(1)>',
      'plain',
    );
    fc.assert(
      fc.property(fc.array(hostile, { maxLength: 4 }), (parts) => {
        const text = `lamp ${parts.join(' ')}`;
        const product = {
          '@type': 'Product',
          name: text,
          description: text,
          brand: text,
          sku: text,
          additionalProperty: [{ name: text, value: text }],
        };
        const question = { '@type': 'Question', name: text, acceptedAnswer: { text } };
        const facts = JSON.stringify(read([product, question]));
        expect(facts).not.toMatch(/<(?:script|img|svg|\/p)|\\u0000|\u202E/);
      }),
    );
  });

  test('sizes are capped', () => {
    const long = 'word '.repeat(2_000);
    const products = Array.from({ length: 60 }, (_, index) => ({
      '@type': 'Product',
      name: `${index} ${long}`,
      description: long,
      offers: Array.from({ length: 200 }, (__, price) => ({ price: price + 1 })),
      additionalProperty: Array.from({ length: 100 }, (__, number) => ({ name: `${number} word`, value: 'word' })),
    }));
    const questions = Array.from({ length: 400 }, (_, index) => ({
      '@type': 'Question',
      name: `${index} why`,
      acceptedAnswer: { text: long },
    }));
    const facts = read([
      ...products.slice(0, 5),
      ...products.map(({ name, description }) => ({ '@type': 'Product', name, description })),
      ...questions,
    ]);
    expect(facts.questions).toHaveLength(200);
    expect(facts.products).toHaveLength(20);
    expect(Math.max(...facts.questions.map(({ answer }) => answer.length))).toBeLessThanOrEqual(5000);
    for (const { name, description, offers, properties } of facts.products) {
      expect(name.length).toBeLessThanOrEqual(200);
      expect(description?.length).toBeLessThanOrEqual(5000);
      expect(offers.length).toBeLessThanOrEqual(50);
      expect(properties.length).toBeLessThanOrEqual(60);
    }
  });

  test('a cyclic graph, deep nesting and 1 MB of openings end in time', () => {
    const cyclic = {
      '@graph': [
        { '@id': '#a', '@type': 'Product', name: 'A', offers: { '@id': '#b' } },
        { '@id': '#b', '@type': 'Offer', price: 1, offers: { '@id': '#b' }, itemOffered: { '@id': '#a' } },
      ],
    };
    const started = performance.now();
    expect(read(cyclic).products).toMatchObject([{ name: 'A', offers: [{ price: 1 }] }]);
    read(null, { jsonLd: [`${'['.repeat(400_000)}${']'.repeat(400_000)}`] });
    read({ '@type': 'Question', name: 'Q', acceptedAnswer: { text: '<script'.repeat(140_000) } });
    read({ '@type': 'Question', name: 'Q', acceptedAnswer: { text: '<a "'.repeat(250_000) } });
    read(Array.from({ length: 50_000 }, () => ({ '@type': 'Product', name: 'x' })));
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
