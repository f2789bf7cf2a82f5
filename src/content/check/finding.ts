import type { Place, Site, Unit } from '../unit.ts';

/** An error keeps a pack from being built, a warning is likely to mislead a visitor, a note is for the author's care. */
export const levels = ['error', 'warning', 'note'] as const;
export type Level = (typeof levels)[number];

export type Rule =
  | 'content'
  | 'broken-link'
  | 'unsafe-link'
  | 'html-as-text'
  | 'no-symptoms'
  | 'unknown-related'
  | 'missing-locale'
  | 'duplicate-phrasing'
  | 'contradicting-answers'
  | 'copied-words'
  | 'never-holds'
  | 'validity-over'
  | 'overdue-review'
  | 'no-source'
  | 'no-owner'
  | 'no-text'
  | 'long-answer'
  | 'one-phrasing'
  | 'unreachable'
  | 'dead-end'
  | 'endless-loop'
  | 'same-options'
  | 'overlapping-ranges'
  | 'never-asked'
  | 'never-used'
  | 'no-right'
  | 'unknown-action'
  | 'no-products'
  | 'other-name'
  | 'contradicting-rights'
  | 'limit-of-zero'
  | 'no-limit'
  | 'same-moment'
  | 'never-due'
  | 'not-allowed'
  | 'no-success';

/** Something that a person should look at. */
export interface Finding {
  readonly level: Level;
  readonly rule: Rule;
  readonly place: Place;
  readonly message: string;
  readonly mend: string;
  /** Ids of the units, guides or nudges that it is about. */
  readonly units: readonly string[];
  /** What stands in the file where the finding is, most telling first: it gives the line. */
  readonly quotes?: readonly string[];
}

/** The finding on the line on which what it quotes stands: from its place on, in a unit's own file anywhere. */
export function onItsLine(finding: Finding, linesOf: (file: string) => readonly string[]): Finding {
  const { quotes = [], place } = finding;
  const lines = linesOf(place.file);
  for (const quote of quotes) {
    const from = lines.findIndex((line, index) => index >= place.line - 1 && line.includes(quote));
    const found = from === -1 && /\.md$/i.test(place.file) ? lines.findIndex((line) => line.includes(quote)) : from;
    if (found !== -1) return { ...finding, place: { file: place.file, line: found + 1 } };
  }
  return finding;
}

/** Where a unit's own facts most likely stand: with its words in the default locale, else with its first words. */
export function placeOf(unit: Unit, { locales }: Site): Place {
  const variant = locales.map((locale) => unit.variants.get(locale)).find((each) => each !== undefined) ?? [...unit.variants.values()][0];
  return variant?.place ?? { file: unit.id, line: 1 };
}

/** Errors first, then by file and line. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (a, b) =>
      levels.indexOf(a.level) - levels.indexOf(b.level) ||
      (a.place.file < b.place.file ? -1 : a.place.file > b.place.file ? 1 : a.place.line - b.place.line),
  );
}

const mostNamed = 8;

/** "a, b, c and 12 more". */
export function namesOf(ids: readonly string[]): string {
  const shown = ids.slice(0, mostNamed).join(', ');
  return ids.length > mostNamed ? `${shown} and ${ids.length - mostNamed} more` : shown;
}
