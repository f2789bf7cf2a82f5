/**
 * What can be read from a visitor's pages, searches and questions: interests that fade, and which kind of page follows
 * which. Nothing but counts with their times; every conclusion can be said in words.
 */
export interface Reading {
  /** By `product:<id>` or `topic:<name>`. */
  readonly interests: Readonly<Record<string, Interest>>;
  /** How often a question about a topic followed a kind of page. */
  readonly asked: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** How often one kind of page followed another (a Markov chain's counts). */
  readonly ways: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Good and bad things that happened, newest last. */
  readonly mood: readonly { readonly at: number; readonly isGood: boolean }[];
  /** Days with a visit, ISO 8601, newest last. */
  readonly days: readonly string[];
  /** How the visitor's needs ended. */
  readonly needs: { readonly good: number; readonly bad: number };
}

export interface Interest {
  /** As of `at`; it halves every `halfLife`. */
  readonly weight: number;
  readonly at: number;
  /** What it comes from. */
  readonly views: number;
  readonly searches: number;
  readonly questions: number;
}

export const emptyReading: Reading = { interests: {}, asked: {}, ways: {}, mood: [], days: [], needs: { good: 0, bad: 0 } };

/** A question says more than a search, and a search more than a look. */
const weights = { views: 1, searches: 2, questions: 3 } as const;
const dayLength = 24 * 60 * 60_000;
const halfLife = 14 * dayLength;
const mostInterests = 40;
const mostMoods = 40;
const mostDays = 90;
const mostKinds = 20;

export type Sort = keyof typeof weights;

/** Something was looked at, searched for or asked about. */
export function interested(reading: Reading, key: string, sort: Sort, now: number): Reading {
  const before = reading.interests[key];
  const interest: Interest = {
    weight: (before === undefined ? 0 : faded(before, now)) + weights[sort],
    at: now,
    views: before?.views ?? 0,
    searches: before?.searches ?? 0,
    questions: before?.questions ?? 0,
  };
  const all = Object.entries({ ...reading.interests, [key]: { ...interest, [sort]: interest[sort] + 1 } });
  const kept = all.length > mostInterests ? all.sort(([, a], [, b]) => faded(b, now) - faded(a, now)).slice(0, mostInterests) : all;
  return { ...reading, interests: Object.fromEntries(kept) };
}

function faded({ weight, at }: Interest, now: number): number {
  return weight * 0.5 ** (Math.max(0, now - at) / halfLife);
}

/** Interests from the strongest on, with their present weight. */
export function interestsOf({ interests }: Reading, now: number): { key: string; weight: number; interest: Interest }[] {
  return Object.entries(interests)
    .map(([key, interest]) => ({ key, weight: faded(interest, now), interest }))
    .filter(({ weight }) => weight >= 0.5)
    .sort((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1));
}

/** The kind of a page: the first part of its path, a locale before it passed over. */
export function pageKind(path: string): string {
  const parts = path.split('/').filter((part) => part !== '' && !/^[a-z]{2}(?:-[A-Za-z]{2,4})?$/.test(part));
  return parts[0] ?? 'home';
}

export function wentOn(reading: Reading, from: string, to: string): Reading {
  return { ...reading, ways: incremented(reading.ways, from, to) };
}

export function askedAbout(reading: Reading, page: string, topic: string): Reading {
  return { ...reading, asked: incremented(reading.asked, page, topic) };
}

function incremented(table: Reading['ways'], from: string, to: string): Reading['ways'] {
  const row = { ...table[from], [to]: (table[from]?.[to] ?? 0) + 1 };
  const rows = Object.entries({ ...table, [from]: row });
  return Object.fromEntries(rows.slice(-mostKinds));
}

/**
 * How likely the next question is about a topic, 0 to 1, up to a common factor: what was asked on this kind of page and
 * on the kinds that most often follow it, and what the visitor is interested in. Counts are smoothed by one (Laplace).
 */
export function intentFor(reading: Reading, page: string, topic: string, now: number): number {
  const asked = (kind: string) => {
    const row = reading.asked[kind] ?? {};
    const total = Object.values(row).reduce((sum, count) => sum + count, 0);
    return ((row[topic] ?? 0) + 1) / (total + Object.keys(row).length + 1);
  };
  const ways = Object.entries(reading.ways[page] ?? {});
  const total = ways.reduce((sum, [, count]) => sum + count, 0);
  const soon = ways.reduce((sum, [kind, count]) => sum + (count / total) * asked(kind), 0);
  const here = ways.length === 0 ? asked(page) : (2 * asked(page) + soon) / 3;
  const interest = reading.interests[topic];
  const strength = interest === undefined ? 0 : faded(interest, now);
  return here * (1 + strength / (1 + strength));
}

/** Suggestions with what is likely asked next first; those of equal rank keep their order. */
export function reordered<Each extends { readonly about: readonly string[] }>(
  suggestions: readonly Each[],
  reading: Reading,
  page: string,
  now: number,
): Each[] {
  const rank = ({ about }: Each) => Math.max(0, ...about.map((topic) => intentFor(reading, page, topic, now)));
  return suggestions
    .map((each, index) => ({ each, index, rank: rank(each) }))
    .sort((a, b) => b.rank - a.rank || a.index - b.index)
    .map(({ each }) => each);
}

/** Units that the visitor's interests or questions so far speak for, with how likely each is asked about next. */
export function likelyUnits(
  suggestions: readonly { readonly unit: string; readonly about: readonly string[] }[],
  reading: Reading,
  page: string,
  now: number,
): Record<string, number> {
  const strong = new Set([...interestsOf(reading, now).map(({ key }) => key), ...Object.keys(reading.asked[page] ?? {})]);
  return Object.fromEntries(
    suggestions.flatMap(({ unit, about }) => {
      const known = about.filter((topic) => strong.has(topic)).map((topic) => intentFor(reading, page, topic, now));
      return known.length === 0 ? [] : [[unit, Math.min(1, Math.max(...known) / 2)]];
    }),
  );
}

/** A need ended, which also is a good moment or a bad one. */
export function needEnded(reading: Reading, isGood: boolean, now: number): Reading {
  const { good, bad } = reading.needs;
  return felt({ ...reading, needs: isGood ? { good: good + 1, bad } : { good, bad: bad + 1 } }, isGood, now);
}

export function felt(reading: Reading, isGood: boolean, now: number): Reading {
  return { ...reading, mood: [...reading.mood, { at: now, isGood }].slice(-mostMoods) };
}

/** @param today ISO 8601 day */
export function came(reading: Reading, today: string): Reading {
  return reading.days.at(-1) === today ? reading : { ...reading, days: [...reading.days, today].slice(-mostDays) };
}

/** How well a returning customer is served, 0 to 100, with its parts, each 0 to 1. */
export interface Health {
  readonly score: number;
  /** Days with a visit among the last 90, against ten. */
  readonly frequency: number;
  /** Share of needs that ended well; a half where there were none. */
  readonly outcomes: number;
  /** Share of good things that happened, the newer the heavier; a half where nothing happened. */
  readonly mood: number;
}

const healthWeights = { frequency: 0.3, outcomes: 0.4, mood: 0.3 } as const;
const manyDays = 10;
const moodHalfLife = 7 * dayLength;

/** Undefined on a first visit. A weighted sum of three parts; the weights say what matters, nothing is learnt. */
export function healthOf({ days, mood, needs }: Reading, now: number): Health | undefined {
  const recent = days.filter((each) => now - Date.parse(each) < 90 * dayLength).length;
  if (recent < 2) return undefined;
  const frequency = Math.min(1, recent / manyDays);
  const outcomes = (needs.good + 1) / (needs.good + needs.bad + 2);
  const weigh = (isGood: boolean) =>
    mood.filter((each) => each.isGood === isGood).reduce((sum, { at }) => sum + 0.5 ** (Math.max(0, now - at) / moodHalfLife), 0);
  const [good, bad] = [weigh(true), weigh(false)];
  const trend = (good + 1) / (good + bad + 2);
  const score = 100 * (healthWeights.frequency * frequency + healthWeights.outcomes * outcomes + healthWeights.mood * trend);
  return { score: Math.round(score), frequency, outcomes, mood: trend };
}
