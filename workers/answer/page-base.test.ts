import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { BuiltinEncoder } from '../../models/encoder/builtin-encoder.ts';
import { noPageFacts, type PageFacts } from '../../src/content/page-facts.ts';
import { readMarkup } from '../../src/content/page-markup/read-markup.ts';
import { pageTeller } from '../../src/content/page-units.ts';
import { samplePage } from '../../src/content/page-words/sample-page.ts';
import { emptyState } from '../../src/decide/state.ts';
import { type Language, languages } from '../../src/language/locale.ts';
import type { Knowledge } from '../../src/retrieve/knowledge.ts';
import { takeTurn } from '../../src/turn.ts';
import { pageBases, withVectors } from './page-base.ts';

/** The bases of a page with these facts. */
function basesOf(facts: PageFacts, locale: string) {
  const tell = pageTeller(readMarkup(facts).facts);
  return pageBases(async (each) => tell(each), locale);
}

async function ask(text: string, locale: string, knowledge: Knowledge) {
  const agent = { knowledge, policy: { contact: {} }, siteName: 'Shop' };
  const { parts } = await takeTurn({ kind: 'question', text }, emptyState, agent, { locale, now: '2026-11-21T00:00:00Z' });
  return parts[0];
}

const askPage = async (text: string, locale: string, facts: PageFacts) => ask(text, locale, { bases: await basesOf(facts, locale) });

const encoder = new BuiltinEncoder(
  async ({ file }) => new Uint8Array(await readFile(new URL(`../../models/encoder/weights/${file}`, import.meta.url))),
);

interface Row {
  readonly set: 'tune' | 'test';
  readonly locale: Language;
  /** Last part of the unit's id; empty where the page does not answer. */
  readonly unit: string;
  readonly question: string;
}

const rows: Row[] = parse(await readFile(new URL('../../src/content/page-words/questions.csv', import.meta.url)), { columns: true });

/** Shares, 0 to 1: the right unit first; answered with it; with another; answered though the page does not say. */
async function measure(set: Row['set'], withEncoder: boolean) {
  const knowledge = new Map<Language, Knowledge>();
  for (const language of languages) {
    const bases = await basesOf(samplePage(language), language);
    knowledge.set(
      language,
      withEncoder ? { bases: await Promise.all(bases.map((base) => withVectors(base, encoder))), encoder } : { bases },
    );
  }
  const counts = { asked: 0, first: 0, right: 0, wrong: 0, foreign: 0, claimed: 0 };
  for (const { locale, unit, question } of rows.filter((row) => row.set === set)) {
    const { decision } = await ask(question, locale, knowledge.get(locale) ?? { bases: [] });
    const id = `page:product-1-${unit}`;
    if (unit === '') counts.foreign += 1;
    else counts.asked += 1;
    if (decision.candidates[0]?.unit === id) counts.first += 1;
    if (decision.kind !== 'answer') continue;
    if (unit === '') counts.claimed += 1;
    else if (decision.unit === id) counts.right += 1;
    else counts.wrong += 1;
  }
  const { asked, foreign } = counts;
  return { first: counts.first / asked, right: counts.right / asked, wrong: counts.wrong / asked, claimed: counts.claimed / foreign };
}

describe('questions in nine languages about a product page', () => {
  test('find the right unit by words alone', async () => {
    const tuned = await measure('tune', false);
    expect(tuned.first).toBeGreaterThan(0.97);
    expect(tuned.right).toBeGreaterThan(0.8);
    // Written after the words were, so that it says how strangers fare.
    const unseen = await measure('test', false);
    expect(unseen.first).toBeGreaterThan(0.83);
    expect(unseen.right).toBeGreaterThan(0.53);
    for (const { wrong, claimed } of [tuned, unseen]) {
      expect(wrong).toBeLessThan(0.02);
      expect(claimed).toBeLessThan(0.09);
    }
  });

  test('find it more often by meaning too', async () => {
    const unseen = await measure('test', true);
    expect(unseen.first).toBeGreaterThan(0.9);
    expect(unseen.right).toBeGreaterThan(0.6);
    expect(unseen.wrong).toBeLessThan(0.02);
    expect(unseen.claimed).toBeLessThan(0.07);
  });
});

const lampMarkup = JSON.stringify({
  '@context': 'https://schema.org',
  '@graph': [
    { '@type': 'WebPage', name: 'Orbit 3' },
    {
      '@type': 'Product',
      name: 'Orbit 3',
      offers: {
        '@type': 'Offer',
        price: '89.90',
        priceCurrency: 'EUR',
        availability: 'https://schema.org/InStock',
        hasMerchantReturnPolicy: { returnPolicyCategory: 'https://schema.org/MerchantReturnFiniteReturnWindow', merchantReturnDays: 30 },
      },
    },
    {
      '@type': 'FAQPage',
      mainEntity: [
        {
          '@type': 'Question',
          name: 'Lässt sich die Helligkeit regeln?',
          acceptedAnswer: { '@type': 'Answer', text: '<p>Ja, in <b>fünf</b> Stufen.</p>' },
        },
      ],
    },
  ],
});

const germanPage = (...jsonLd: string[]): PageFacts => ({
  ...noPageFacts,
  url: 'https://shop.example/orbit-3',
  locale: 'de-DE',
  markup: { jsonLd, items: [], title: 'Orbit 3', places: [{ text: 'Lässt sich die Helligkeit regeln?', anchor: '#hell' }] },
});

describe('from a page’s markup to an answer', () => {
  test.each<[Language, string, RegExp]>([
    ['en', 'how much is it?', /Orbit 3 costs €89\.90/],
    ['zh', '多少钱？', /Orbit 3的价格是€89\.90/],
    ['es', '¿Cuánto cuesta?', /Orbit 3 cuesta 89,90/],
    ['de', 'Was kostet das?', /Orbit 3 kostet 89,90/],
    ['fr', 'Combien ça coûte ?', /Orbit 3 coûte 89,90/],
    ['pt', 'Quanto custa?', /Orbit 3 custa €\s89,90/],
    ['ar', 'كم السعر؟', /سعر Orbit 3 هو/],
    ['ru', 'Сколько стоит?', /Orbit 3 стоит 89,90/],
    ['ja', 'いくらですか？', /Orbit 3の価格は/],
  ])('%s', async (locale, question, told) => {
    const { decision, reply } = await askPage(question, locale, germanPage(lampMarkup));
    expect(decision).toMatchObject({ kind: 'answer', unit: 'page:product-1-price', tier: 'page', locale });
    expect(reply.text).toMatch(told);
    expect(reply.notes).toEqual([]);
  });

  test('the page’s own answer comes with a link to its place', async () => {
    const { reply } = await askPage('Kann man die Helligkeit regeln?', 'de', germanPage(lampMarkup));
    expect(reply.answer).toMatchObject({ unit: 'page:question-1', source: 'https://shop.example/orbit-3#hell' });
    expect(reply.text).toBe('Ja, in fünf Stufen.');
  });

  test('a visitor of another language is told which language it is in', async () => {
    const { reply } = await askPage('Helligkeit regeln?', 'en', germanPage(lampMarkup));
    expect(reply.answer).toMatchObject({ unit: 'page:question-1', locale: 'de-DE' });
    expect(reply.notes).toEqual([expect.stringContaining('German')]);
  });

  test('a locale that the agent does not speak gets the page’s own words, and the markup in English', async () => {
    const locales = async (locale: string) => (await basesOf(germanPage(lampMarkup), locale)).map((base) => base.locale);
    expect(await locales('nl')).toEqual(['en', 'de-DE']);
    expect((await basesOf({ ...germanPage(lampMarkup), locale: 'nl' }, 'nl')).map((base) => base.locale)).toEqual(['nl', 'en']);
    expect(await locales('de-AT')).toEqual(['de-AT']);
    expect(await locales('ja')).toEqual(['ja', 'de-DE']);
  });

  test.each(['Do you have a car park?', 'Is it waterproof?', 'My parcel is damaged'])('declined: %s', async (question) => {
    const { decision } = await askPage(question, 'en', germanPage(lampMarkup));
    expect(decision.kind).toBe('decline');
  });

  test('markup and hostile words stay text', async () => {
    const hostile = '<img src=x onerror=alert(1)> &lt;b&gt; \u202E';
    const data = { '@type': 'Product', name: `Lamp ${hostile}`, offers: { price: 5, priceCurrency: 'EUR' } };
    const { reply } = await askPage('price?', 'en', germanPage(JSON.stringify(data)));
    expect(reply.answer?.document).toEqual([{ kind: 'paragraph', content: ['Lamp <b> costs €5.00.'] }]);
  });
});

test('what cannot be read is named, and the rest is told', () => {
  const { facts, problems } = readMarkup(germanPage('{ not json', lampMarkup));
  expect(problems).toEqual([expect.stringContaining('JSON-LD block 1')]);
  const tell = pageTeller(facts);
  for (const locale of languages) expect(tell(locale).units.length).toBeGreaterThan(0);
});

test('a page with nothing to say has no base', async () => {
  expect(await basesOf(noPageFacts, 'en')).toEqual([]);
  expect(await basesOf(germanPage('[]'), 'en')).toEqual([]);
});

test('without the weights a base stays as it is', async () => {
  const [base] = await basesOf(samplePage('en'), 'en');
  const empty = { id: 'x', dimensions: 4, sha256: '', encode: async (texts: readonly string[]) => texts.map(() => null) };
  if (base !== undefined) expect(await withVectors(base, empty)).toBe(base);
});
