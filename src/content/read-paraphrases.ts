import { authoredLocale, localeMend } from './authored-locale.ts';
import type { IssueList } from './issue.ts';
import { parseTable } from './read-csv.ts';
import type { Unit } from './unit.ts';

export const paraphrasesFile = 'paraphrases.csv';
export const paraphraseColumns = ['unit', 'locale', 'question', 'paraphrase'] as const;

/**
 * Adds the machine's phrasings of `paraphrases.csv` to the units: `unit,locale,question,paraphrase`. They stand in a file of
 * their own, so that nobody takes them for what a person wrote. A row counts for as long as the unit's question is the
 * one that it was made for.
 */
export function withParaphrases(units: readonly Unit[], text: string, issues: IssueList): Unit[] {
  const [head, ...rows] = parseTable(text, paraphrasesFile, issues) ?? [];
  if (paraphraseColumns.some((name, index) => head?.record[index]?.trim() !== name)) {
    const place = { file: paraphrasesFile, line: 1 };
    issues.add(
      place,
      `the header row is not "${paraphraseColumns.join(',')}"`,
      'Delete the file, and have it made anew with --paraphrase.',
    );
    return [...units];
  }
  const found = new Map<string, string[]>();
  for (const { record, line } of rows) {
    const [unit = '', tag = '', question = '', paraphrase = ''] = record.map((field) => field.trim());
    const locale = authoredLocale(tag);
    if (locale === undefined) issues.add({ file: paraphrasesFile, line }, `"${tag}" is not a locale`, localeMend);
    else if (paraphrase !== '') {
      const key = keyOf(unit, locale, question);
      found.set(key, [...(found.get(key) ?? []), paraphrase]);
    }
  }
  return units.map((unit) => ({
    ...unit,
    variants: new Map(
      Array.from(unit.variants, ([locale, variant]) => {
        const paraphrases = found.get(keyOf(unit.id, locale, variant.question)) ?? [];
        return [locale, paraphrases.length === 0 ? variant : { ...variant, paraphrases }];
      }),
    ),
  }));
}

function keyOf(...parts: readonly string[]): string {
  return JSON.stringify(parts);
}
