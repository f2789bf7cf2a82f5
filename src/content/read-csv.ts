import type { Locale } from '../language/locale.ts';
import { authoredLocale, localeMend } from './authored-locale.ts';
import { readTable } from './csv-table.ts';
import type { IssueList } from './issue.ts';
import { isReadableText } from './source-text.ts';
import type { Place } from './unit.ts';
import type { UnitCollector } from './unit-collector.ts';
import { variantOf } from './unit-draft.ts';

const columns = ['unit', 'locale', 'question', 'answer'] as const;
const header = columns.join(',');

interface Row {
  readonly unit: string;
  readonly locale: Locale;
  readonly question: string;
  readonly answer: string;
  readonly place: Place;
}

/**
 * Reads units from a table `unit,locale,question,answer` (RFC 4180, UTF-8). Several rows of one unit and locale are
 * further phrasings; an empty answer takes the unit's first one in that locale, else its first one at all.
 * @returns the locales that occur, in order
 */
export function readCsvUnits(text: string, file: string, collector: UnitCollector, issues: IssueList): Locale[] {
  const rows = readRows(text, file, issues);
  const grouped = new Map<string, Map<Locale, Row[]>>();
  for (const row of rows) {
    const byLocale = grouped.get(row.unit) ?? new Map<Locale, Row[]>();
    const list = byLocale.get(row.locale) ?? [];
    list.push(row);
    byLocale.set(row.locale, list);
    grouped.set(row.unit, byLocale);
  }
  for (const [id, byLocale] of grouped) addUnit(id, byLocale, collector, issues);
  return [...new Set(rows.map((row) => row.locale))];
}

function addUnit(id: string, byLocale: ReadonlyMap<Locale, readonly Row[]>, collector: UnitCollector, issues: IssueList): void {
  const all = [...byLocale.values()].flat();
  const first = all[0] as Row;
  const anyAnswer = all.find((row) => row.answer !== '')?.answer;
  if (anyAnswer === undefined) {
    issues.add(first.place, `unit "${id}" has no answer in any of its rows`, 'Fill in the answer of its first row.');
    return;
  }
  collector.addUnit({ id, scope: {}, risk: 'normal', related: [] }, first.place);
  for (const [locale, rows] of byLocale) {
    const answer = rows.find((row) => row.answer !== '')?.answer ?? anyAnswer;
    const [question = '', ...phrasings] = rows.map((row) => row.question);
    const variant = variantOf({ question, phrasings, answer }, rows[0]?.place ?? first.place, issues);
    if (variant !== undefined) collector.addVariant(id, locale, variant);
  }
}

function readRows(text: string, file: string, issues: IssueList): Row[] {
  const records = parseTable(text, file, issues);
  if (records === undefined) return [];
  const [head, ...body] = records;
  const names = head?.record.map((name) => name.trim().toLowerCase()) ?? [];
  const positions = columns.map((name) => names.indexOf(name));
  const missing = columns.filter((_, index) => positions[index] === -1);
  if (missing.length > 0) {
    const separator = [';', '\t'].find((each) => head?.record.some((name) => name.includes(each)));
    issues.add(
      { file, line: head?.line ?? 1 },
      `the header row lacks ${missing.map((name) => `"${name}"`).join(', ')}`,
      separator === undefined
        ? `Start the file with: ${header}`
        : `Separate the columns with commas, not with ${separator === ';' ? 'semicolons' : 'tabs'}, and start with: ${header}`,
    );
    return [];
  }
  return body.flatMap(({ record, line }) => rowOf(record, positions, { file, line }, names.length, issues));
}

function rowOf(record: readonly string[], positions: readonly number[], place: Place, width: number, issues: IssueList): Row[] {
  if (record.every((field) => field.trim() === '')) return [];
  if (record.length !== width) {
    issues.add(
      place,
      `the row has ${record.length} ${record.length === 1 ? 'field' : 'fields'} where the header has ${width}`,
      record.length > width ? 'Put text that contains a comma into "double quotes".' : 'Write a comma for each field that is empty.',
    );
    return [];
  }
  const [unit = '', tag = '', question = '', answer = ''] = positions.map((position) => (record[position] ?? '').trim());
  const locale = authoredLocale(tag);
  if (unit === '') issues.add(place, 'the row has no unit', 'Give it the id of the unit that it belongs to.');
  else if (locale === undefined) issues.add(place, `"${tag}" is not a locale`, localeMend);
  else if (question === '') issues.add(place, 'the row has no question', 'Write one way to ask for this unit.');
  else return [{ unit, locale, question, answer, place }];
  return [];
}

/** Records with the line that each starts on, or undefined with an issue. */
export function parseTable(
  text: string,
  file: string,
  issues: IssueList,
): { readonly record: readonly string[]; readonly line: number }[] | undefined {
  if (!isReadableText(text, file, issues)) return undefined;
  const { rows, problem } = readTable(text);
  if (problem === undefined) return rows.map(({ fields, line }) => ({ record: fields, line }));
  issues.add({ file, line: problem.line }, `the CSV does not parse: ${problem.message}`, problem.mend);
  return undefined;
}
