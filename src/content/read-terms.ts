import type { Locale } from '../language/locale.ts';
import { normalizeText } from '../language/normalize.ts';
import type { TermNames } from '../language/terms.ts';
import { authoredLocale, localeMend } from './authored-locale.ts';
import type { IssueList } from './issue.ts';
import { parseTable } from './read-csv.ts';

export const termsFile = 'terms.csv';
const columns = ['term', 'locale', 'name'] as const;

/**
 * Reads `terms.csv`: `term,locale,name`. Several rows of one term and locale are further names that visitors use; the
 * first is the one that the site uses itself. The term is a name too, whatever the locale.
 */
export function readTerms(text: string, issues: IssueList): TermNames[] {
  const [head, ...rows] = parseTable(text, termsFile, issues) ?? [];
  const header = head?.record.map((name) => name.trim().toLowerCase()) ?? [];
  const positions = columns.map((name) => header.indexOf(name));
  if (positions.includes(-1)) {
    issues.add({ file: termsFile, line: 1 }, 'the header row is not "term,locale,name"', `Start the file with: ${columns.join(',')}`);
    return [];
  }
  const terms = new Map<string, Record<Locale, string[]>>();
  const owners = new Map<string, string>();
  for (const { record, line } of rows) {
    const place = { file: termsFile, line };
    const [term = '', tag = '', name = ''] = positions.map((position) => (record[position] ?? '').trim());
    const locale = authoredLocale(tag);
    const owner = owners.get(normalizeText(name)) ?? term;
    if (term === '') issues.add(place, 'the row has no term', 'Give it the id of the thing that it names, the same in every locale.');
    else if (locale === undefined) issues.add(place, `"${tag}" is not a locale`, localeMend);
    else if (normalizeText(name) === '') issues.add(place, 'the row has no name', 'Write what the thing is called.');
    else if (owner !== term) issues.add(place, `"${name}" names "${owner}" already`, 'Keep the name with one of the two terms.');
    else {
      owners.set(normalizeText(name), term);
      const names = terms.get(term) ?? { und: [term] };
      names[locale] = [...(names[locale] ?? []), name];
      terms.set(term, names);
    }
  }
  return [...terms.values()];
}
