import type { Locale } from '../../language/locale.ts';
import { type FoundPair, questionKey } from './found-pair.ts';

/** A unit to be: the pairs that are one question in several locales, the default one first where it is there. */
export interface FoundUnit {
  readonly pairs: readonly [FoundPair, ...FoundPair[]];
}

export interface GroupedUnits {
  readonly units: readonly FoundUnit[];
  /** Pairs that said what another one said already. */
  readonly repeated: number;
}

/** Makes units of pairs: those with one key are one unit; the same question with the same answer is kept once. */
export function groupUnits(pairs: readonly FoundPair[], defaultLocale: Locale): GroupedUnits {
  const groups = new Map<string, Map<Locale, FoundPair>>();
  let repeated = 0;
  for (const pair of pairs) {
    const said = `said ${pair.locale} ${questionKey(pair.question)} ${questionKey(pair.answer)}`;
    const name = pair.key === undefined ? said : `key ${pair.key}`;
    const group = groups.get(name) ?? groups.get(said) ?? new Map<Locale, FoundPair>();
    const known = group.get(pair.locale);
    if (known !== undefined) repeated += questionKey(known.question) === questionKey(pair.question) ? 1 : 0;
    group.set(pair.locale, known === undefined ? pair : withPhrasing(known, pair));
    groups.set(name, group);
    groups.set(said, group);
  }
  const units = [...new Set(groups.values())].map((group) => {
    const sorted = [...group.values()].sort((a, b) => Number(b.locale === defaultLocale) - Number(a.locale === defaultLocale));
    return { pairs: sorted as [FoundPair, ...FoundPair[]] };
  });
  return { units, repeated };
}

/** Another way to ask for the same, where it is one. */
function withPhrasing(known: FoundPair, { question, phrasings }: FoundPair): FoundPair {
  const seen = new Set([known.question, ...known.phrasings].map(questionKey));
  const further = [question, ...phrasings].filter((each) => !seen.has(questionKey(each)));
  return { ...known, phrasings: [...known.phrasings, ...new Set(further)] };
}

/** The locale that most pairs are in; the first one of those where it is a tie. */
export function commonestLocale(pairs: readonly FoundPair[]): Locale | undefined {
  const counts = new Map<Locale, number>();
  for (const { locale } of pairs) counts.set(locale, (counts.get(locale) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
