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
export function parseTable(text: string, file: string, issues: IssueList): { record: string[]; line: number }[] | undefined {
  if (/[\u0000-\u0008\u000E-\u001F]/.test(text.slice(0, 10_000)) || text.includes('\uFFFD')) {
    issues.add({ file, line: 1 }, 'the file is not UTF-8 text', 'Save it as CSV in UTF-8.');
    return undefined;
  }
  try {
    let line = 1;
    return (
      parse(text, { bom: true, relax_column_count: true, info: true }) as unknown as { record: string[]; info: { lines: number } }[]
    ).map(({ record, info }) => {
      const start = line;
      line = info.lines + 1;
      return { record, line: start };
    });
  } catch (thrown) {
    if (!(thrown instanceof CsvError)) throw thrown;
    const line = typeof thrown.lines === 'number' ? thrown.lines : 1;
    issues.add(
      { file, line },
      `the CSV does not parse: ${thrown.message}`,
      'Every quote that opens must close; a quote inside quoted text is written twice ("").',
    );
    return undefined;
  }
}
