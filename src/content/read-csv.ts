import { CsvError, parse } from 'csv-parse/sync';
import { canonicalLocale, type Locale } from '../language/locale.ts';
import type { IssueList } from './issue.ts';
import type { Place } from './unit.ts';
import { longestId, type UnitCollector, variantOf } from './unit-draft.ts';

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
    const own = rows.find((row) => row.answer !== '')?.answer ?? anyAnswer;
    const [title, ...phrasings] = rows.map((row) => row.question);
    const variant = variantOf(title ?? '', phrasings, own, rows[0]?.place ?? first.place, issues);
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
    issues.add(
      { file, line: 1 },
      `the header row lacks ${missing.map((name) => `"${name}"`).join(', ')}`,
      `Start the file with: ${header}`,
    );
    return [];
  }
  return body.flatMap(({ record, line }) => rowOf(record, positions, { file, line }, names.length, issues));
}

function rowOf(record: readonly string[], positions: readonly number[], place: Place, width: number, issues: IssueList): Row[] {
  if (record.length === 1 && record[0]?.trim() === '') return [];
  if (record.length !== width) {
    issues.add(
      place,
      `the row has ${record.length} fields where the header has ${width}`,
      'Put text that contains a comma into "double quotes".',
    );
    return [];
  }
  const [unit = '', tag = '', question = '', answer = ''] = positions.map((position) => (record[position] ?? '').trim());
  const locale = canonicalLocale(tag);
  const problem = rowProblem(unit, locale, tag, question);
  if (problem !== undefined) {
    issues.add(place, problem.message, problem.mend);
    return [];
  }
  return [{ unit, locale: locale as Locale, question, answer, place }];
}

function rowProblem(
  unit: string,
  locale: Locale | undefined,
  tag: string,
  question: string,
): { message: string; mend: string } | undefined {
  if (unit === '') return { message: 'the row has no unit', mend: 'Give it the id of the unit that it belongs to.' };
  if (unit.length > longestId)
    return { message: `the unit's id has ${unit.length} characters`, mend: `Use an id of at most ${longestId}.` };
  if (locale === undefined) return { message: `"${tag}" is not a locale`, mend: 'Write a tag such as en, pt-BR or zh.' };
  if (question === '') return { message: 'the row has no question', mend: 'Write one way to ask for this unit.' };
  return undefined;
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
