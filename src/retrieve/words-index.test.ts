import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Locale, languages } from '../language/locale.ts';
import { supportSentences } from '../language/support-sentences.fixture.ts';
import { indexWords, type TextsOfUnit } from './index-words.ts';
import { NaiveSearch } from './naive-search.fixture.ts';
import { nothingHidden, WordsIndex } from './words-index.ts';

const indexOf = (units: readonly TextsOfUnit[], locale: Locale = 'en') => new WordsIndex(indexWords(units, locale));
const ask = (index: WordsIndex, text: string, limit = 10, hidden = nothingHidden) =>
  index.search(index.query(index.tokensOf(text)), limit, hidden);

// Texts out of few words, so that units share them; German has compounds of its own to test.
const language = fc.constantFrom(...languages.filter((each) => each !== 'de'));
const corpus = language.chain((locale) => {
  const texts = supportSentences[locale];
  const text = fc.oneof(
    fc.constantFrom(...texts),
    fc.tuple(fc.constantFrom(...texts), fc.constantFrom(...texts)).map((pair) => pair.join(' ')),
  );
  const unit = fc.record({ phrasings: fc.array(text, { maxLength: 4 }), answer: fc.oneof(text, fc.constant('')) });
  const mistyped = fc
    .tuple(text, fc.nat())
    .map(([whole, place]) => whole.slice(0, place % whole.length) + whole.slice((place % whole.length) + 1));
  const question = fc.oneof(text, mistyped, fc.string());
  return fc.record({ locale: fc.constant(locale), units: fc.array(unit, { maxLength: 12 }), question });
});

describe('WordsIndex', () => {
  it('gives every unit the figures that comparing with each text one by one gives', () => {
    fc.assert(
      fc.property(corpus, ({ locale, units, question }) => {
        const wanted = new NaiveSearch(units, locale).search(question);
        const index = indexOf(units, locale);
        const query = index.query(index.tokensOf(question));
        const found = new Map(index.search(query, units.length).map((match) => [match.unit, match]));
        wanted.forEach(({ phrasing, answer, known }, unit) => {
          expect(found.get(unit)?.phrasing ?? 0).toBeCloseTo(phrasing, 4);
          expect(found.get(unit)?.answer ?? 0).toBeCloseTo(answer, 4);
          expect(query.known).toBeCloseTo(known, 6);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('puts the best unit first, and among equals the one that comes first', () => {
    fc.assert(
      fc.property(corpus, ({ locale, units, question }) => {
        const found = ask(indexOf(units, locale), question, units.length);
        const score = ({ phrasing, answer }: (typeof found)[number]) => phrasing + 0.3 * answer;
        for (let place = 1; place < found.length; place += 1) {
          const [before, after] = [found[place - 1], found[place]] as [(typeof found)[number], (typeof found)[number]];
          expect(score(before)).toBeGreaterThanOrEqual(score(after) - 1e-6);
          if (score(before) === score(after)) expect(before.unit).toBeLessThan(after.unit);
        }
      }),
    );
  });

  it('returns the first of the whole list where fewer are wanted', () => {
    fc.assert(
      fc.property(corpus, fc.integer({ min: 1, max: 5 }), ({ locale, units, question }, limit) => {
        const index = indexOf(units, locale);
        expect(ask(index, question, limit)).toEqual(ask(index, question, 99).slice(0, limit));
      }),
    );
  });

  it('leaves nothing behind: asked again, it says the same', () => {
    fc.assert(
      fc.property(corpus, fc.string(), ({ locale, units, question }, other) => {
        const index = indexOf(units, locale);
        const first = ask(index, question);
        ask(index, other, 3, { from: 0, to: 2, answerOf: 0 });
        expect(ask(index, question)).toEqual(first);
      }),
    );
  });

  it('passes over hidden phrasings as if they had never been written', () => {
    fc.assert(
      fc.property(corpus, fc.nat(), fc.nat(), ({ locale, units, question }, a, b) => {
        const count = units.flatMap(({ phrasings }) => phrasings).length;
        const [from, to] = [a % (count + 1), b % (count + 1)].sort((x, y) => x - y) as [number, number];
        for (const { nearest } of ask(indexOf(units, locale), question, 99, { from, to, answerOf: -1 })) {
          expect(nearest < from || nearest >= to).toBe(true);
        }
      }),
    );
  });

  it('does not find a unit whose phrasings and answer are all hidden', () => {
    const index = indexOf([
      { phrasings: ['return a lamp', 'send it back'], answer: 'Returns are free.' },
      { phrasings: ['lamp warranty'], answer: 'Two years.' },
    ]);
    expect(ask(index, 'return a lamp for free')[0]?.unit).toBe(0);
    const found = ask(index, 'return a lamp for free', 10, { from: 0, to: 2, answerOf: 0 });
    expect(found.map(({ unit }) => unit)).toEqual([1]);
  });

  it('weighs phrasings over answers', () => {
    const index = indexOf([
      { phrasings: ['opening hours'], answer: 'We repair batteries, chargers and batteries again.' },
      { phrasings: ['broken battery'], answer: 'Write to us.' },
      { phrasings: ['delivery to Spain'], answer: 'Three days.' },
      { phrasings: ['return a lamp'], answer: 'Within a month.' },
    ]);
    expect(ask(index, 'battery')[0]?.unit).toBe(1);
  });

  it('finds a unit by its answer alone', () => {
    const index = indexOf([
      { phrasings: ['opening hours'], answer: 'We repair batteries.' },
      { phrasings: ['delivery'], answer: 'Soon.' },
    ]);
    expect(ask(index, 'battery')).toMatchObject([{ unit: 0, phrasing: 0, nearest: -1 }]);
  });

  it('finds German compounds by their parts and parts by their compounds', () => {
    const index = indexOf(
      [
        { phrasings: ['Was kosten Versand und Verpackung?'], answer: 'Der Versand ist frei, Kosten entstehen nicht.' },
        { phrasings: ['Wo finde ich die Rechnung?'], answer: 'Im Konto.' },
        {
          phrasings: ['Gibt es eine Garantieverlängerung?'],
          answer: 'Die Garantie lässt sich verlängern, eine Verlängerung kostet nichts.',
        },
      ],
      'de',
    );
    expect(ask(index, 'Versandkosten')[0]?.unit).toBe(0);
    expect(ask(index, 'Garantie')[0]?.unit).toBe(2);
  });

  it.each<[string, TextsOfUnit[]]>([
    ['no units', []],
    ['one unit without any text', [{ phrasings: [], answer: '' }]],
    [
      'units whose phrasings hold no words',
      [
        { phrasings: ['?!', '😀'], answer: '' },
        { phrasings: [''], answer: '' },
      ],
    ],
  ])('finds nothing among %s', (_, units) => {
    const index = indexOf(units);
    for (const text of ['where is my order', '', '😀']) {
      const query = index.query(index.tokensOf(text));
      expect(index.search(query, 10)).toEqual([]);
      expect(query.known).toBe(0);
    }
  });

  it('is sure of the only unit when asked in its own words', () => {
    const [found] = ask(indexOf([{ phrasings: ['Where is my order?'], answer: 'On its way.' }]), 'where is my order');
    expect(found).toMatchObject({ unit: 0, nearest: 0 });
    expect(found?.phrasing).toBeCloseTo(1, 5);
  });

  it('does not depend on the order of the words or on how often one is said', () => {
    const index = indexOf([
      { phrasings: ['return a broken lamp'], answer: '' },
      { phrasings: ['lamp warranty'], answer: '' },
    ]);
    expect(ask(index, 'lamp broken return')[0]?.phrasing).toBeCloseTo(ask(index, 'return broken lamp')[0]?.phrasing ?? 0, 6);
    expect(ask(index, 'refund refund refund lamp lamp')[0]?.phrasing).toBeLessThanOrEqual(1);
  });
});
