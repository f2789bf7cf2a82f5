import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareProducts } from '../answer/compare-products.ts';
import { tongues } from '../guide/tongues/tongues.ts';
import { languages } from '../language/locale.ts';
import { tokenize } from '../language/tokens.ts';
import type { ConditionContext } from '../policy/condition.ts';
import { findProduct, readSplit } from './find-product.ts';
import type { Journey } from './journey.ts';
import type { JourneyEvent, JourneyState } from './journey-state.ts';
import { journeyTongueOf } from './journey-tongue.ts';
import type { Product } from './product.ts';
import { fitsFacet, nextSplit } from './product-facets.ts';
import { rankProducts } from './rank-products.ts';
import { journeyTongues } from './tongues/tongues.ts';

const tongueIn = (language: (typeof languages)[number]) => {
  const tongue = journeyTongueOf(language, { ...tongues[language], journeys: journeyTongues[language] }, tokenize);
  if (tongue === undefined) throw new Error(`there is no ${language}`);
  return tongue;
};
const tongue = tongueIn('en');
const ranges = tongue.phrases.ranges;

const product = (id: string, kind: string, minor: number, description = '', features: Record<string, string> = {}): Product => ({
  id,
  title: id,
  description,
  category: ['Home', kind],
  price: { minor, currency: 'EUR' },
  features: Object.entries(features).map(([name, value]) => ({ name, value })),
  offers: [],
});
const kettles = [
  product('Kettle A', 'Kettle', 3900, 'boils water for tea', { Volume: '1.7 l', Handle: 'wood' }),
  product('Kettle B', 'Kettle', 8900, 'boils water quietly', { Volume: '0.8 l', Handle: 'steel' }),
  product('Toaster', 'Toaster', 4900, 'toasts four slices of bread', { Slots: '4' }),
  product('Lamp', 'Lamp', 9900, 'reads well at night', { Light: 'warm' }),
];
const journey: Journey = {
  id: 'finder',
  title: 'Find a product',
  phrasings: ['help me choose'],
  slots: [
    { id: 'need', type: 'need' },
    { id: 'product', type: 'product' },
  ],
  steps: [{ id: 'compare', kind: 'compare', slot: 'product' }],
  keepDays: 30,
};
const stateWith = (opening: string, events: readonly JourneyEvent[] = []): JourneyState => ({
  journey: 'finder',
  id: 'j',
  locale: 'en',
  opening,
  began: '2026-11-21',
  touched: '2026-11-21',
  events,
  turns: [],
  misses: 0,
});
const factsOf = (products: readonly Product[]): ConditionContext => ({ products: products as unknown as ConditionContext[] });
const find = (opening: string, events: readonly JourneyEvent[] = [], products = kettles) =>
  findProduct(journey, stateWith(opening, events), factsOf(products), tongue);
const filled = (slot: string, value: string): JourneyEvent => ({ kind: 'slot', slot, value, by: 'reply' });

describe('a product finder', () => {
  it('asks first for what tells most: the kind where products are of many kinds', () => {
    expect(find('help me choose')).toMatchObject({ kind: 'ask', slot: { id: 'by:category' } });
  });

  it('asks nothing where the words fit one product alone, and shows a second beside it', () => {
    const found = find('something to toast bread');
    expect(found).toMatchObject({ kind: 'show', likely: [{ product: { id: 'Toaster' }, said: ['toast', 'bread'] }, {}] });
  });

  it('goes on to what sets apart the products that are left', () => {
    const found = find('help me choose', [filled('by:category', 'Kettle')]);
    expect(found?.kind === 'ask' && found.slot.id).toMatch(/^by:(?:price|feature:)/);
  });

  it('keeps to a budget that the words name, and says where a product is over it', () => {
    const found = find('a kettle for at most 50 euros', [filled('by:category', 'Kettle')]);
    if (found?.kind !== 'show') throw new Error('the budget leaves one');
    expect(found.likely[0]?.product.id).toBe('Kettle A');
    const compared = compareProducts({ ...found, kind: 'compare', step: 'compare', slot: 'product' }, tongue);
    expect(compared[0]?.reasons).toContain('Within €50.00');
    expect(compared[1]?.reasons).toContain('Over €50.00');
  });

  it('reads an amount as the range that it falls into, a feature by its value', () => {
    const likely = rankProducts(kettles, { words: [], answers: [] }, tongue);
    const split = nextSplit(likely, new Set(['category']), ranges, 'en');
    expect(split?.facet).toEqual({ kind: 'price' });
    const choices = (split?.choices ?? []).map((choice) => ({ ...choice, words: [] }));
    expect(readSplit('about 45 euros', { id: 'by:price', type: 'one-of' }, choices, tongue)).toBe('..4900');
  });

  it('has nothing to say where there are no products', () => {
    expect(find('help me choose', [], [])).toBeUndefined();
  });

  it.each(languages)('asks in %s', (language) => {
    const found = findProduct(journey, stateWith(''), factsOf(kettles), tongueIn(language));
    expect(found?.kind === 'ask' && found.slot.ask).toBe(tongueIn(language).phrases.whatKind);
  });
});

const word = fc.constantFrom('red', 'blue', 'steel', 'wood', 'quiet', 'fast', 'small', 'large', '3 kg', '5 kg', '8 kg');
const anyProduct = fc
  .record({
    kind: fc.constantFrom('Kettle', 'Lamp', 'Chair', 'Table'),
    minor: fc.integer({ min: 100, max: 100_000 }),
    description: word,
    features: fc.dictionary(fc.constantFrom('Colour', 'Weight', 'Noise'), word),
  })
  .map(
    ({ kind, minor, description, features }) =>
      (id: string) =>
        product(id, kind, minor, description, features),
  );
const anyProducts = fc.array(anyProduct, { minLength: 1, maxLength: 40 }).map((makers) => makers.map((make, index) => make(`P${index}`)));

describe('whatever the products', () => {
  it('likelihoods add up to one, every choice of a question fits a product, and no question repeats', () => {
    fc.assert(
      fc.property(anyProducts, fc.array(fc.nat({ max: 5 })), (products, picks) => {
        const events: JourneyEvent[] = [];
        for (let turn = 0; ; turn += 1) {
          const found = find('help me choose', events, products);
          if (found === undefined) throw new Error('there are products');
          if (found.kind === 'show') {
            expect(found.likely.length).toBeGreaterThanOrEqual(Math.min(2, products.length));
            expect(found.likely.length).toBeLessThanOrEqual(3);
            break;
          }
          expect(turn).toBeLessThan(3);
          const { id, choices = [] } = found.slot;
          expect(events.some((event) => 'slot' in event && event.slot === id)).toBe(false);
          expect(choices.length).toBeGreaterThanOrEqual(2);
          const pick = picks[turn] ?? 0;
          const choice = choices[pick % choices.length]?.id ?? '';
          events.push(pick === 5 ? { kind: 'passed', slot: id } : filled(id, choice));
        }
        const sum = rankProducts(products, { words: [], answers: [] }, tongue).reduce((total, { likelihood }) => total + likelihood, 0);
        expect(sum).toBeCloseTo(1, 9);
      }),
      { numRuns: 200 },
    );
  });

  it('a visitor who answers truly gets the product that they have in mind among those shown first, or an equal one', () => {
    fc.assert(
      fc.property(anyProducts, fc.nat(), (products, which) => {
        const meant = products[which % products.length] as Product;
        const events: JourneyEvent[] = [];
        for (;;) {
          const found = find('help me choose', events, products);
          if (found?.kind !== 'ask') {
            const likely = rankProducts(products, found?.kind === 'show' ? found.wish : { words: [], answers: [] }, tongue);
            const own = likely.find(({ product: { id } }) => id === meant.id)?.likelihood ?? 0;
            expect(own).toBeGreaterThanOrEqual((likely[0]?.likelihood ?? 1) * 0.5 ** 3 - 1e-9);
            return;
          }
          const { id, choices = [] } = found.slot;
          const key = id.slice('by:'.length);
          const facet =
            key === 'category' || key === 'price' ? ({ kind: key } as const) : ({ kind: 'feature', name: key.slice(8) } as const);
          const own = choices.find((choice) => fitsFacet(meant, facet, choice.id) === true);
          events.push(own === undefined ? { kind: 'passed', slot: id } : filled(id, own.id));
        }
      }),
      { numRuns: 200 },
    );
  });
});
