import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** One row of a content table. */
export interface ContentRow {
  readonly unit: string;
  readonly locale: string;
  readonly question: string;
  readonly answer: string;
}

export interface LabelledQuestion {
  readonly question: string;
  /** Empty: nothing in the content answers it. */
  readonly unit: string;
  readonly locale: string;
}

/** Content, and questions of which it is known what answers them. */
export interface LabelledSet {
  readonly name: string;
  readonly rows: readonly ContentRow[];
  readonly questions: readonly LabelledQuestion[];
  /** Whether each unit counts the same, however many questions ask for it. */
  readonly isMacro: boolean;
}

/** The folder of the evaluation sets: the one that is named, or its eval/; undefined where neither has any. */
export function findEvaluation(directory: string): string | undefined {
  return [directory, join(directory, 'eval')].find((each) => existsSync(join(each, 'banking77-5shot.content.csv')));
}

/** An official split; with `isMacro`, questions that stand verbatim in the content or whose unit does not are left out. */
export async function readSet(directory: string, name: string, isMacro: boolean): Promise<LabelledSet> {
  const table = async <Row>(kind: string): Promise<Row[]> =>
    parse(await readFile(join(directory, `${name}.${kind}.csv`), 'utf8'), { columns: true, bom: true });
  const rows = await table<ContentRow>('content');
  const questions = await table<LabelledQuestion>('labelled');
  if (!isMacro) return { name, rows, questions, isMacro };
  const known = new Set(rows.map(({ question }) => question));
  const units = new Set(rows.map(({ unit }) => unit));
  return { name, rows, isMacro, questions: questions.filter(({ question, unit }) => units.has(unit) && !known.has(question)) };
}

/** The same set with only the first phrasing of every unit. */
export function withOnePhrasing(set: LabelledSet): LabelledSet {
  const seen = new Set<string>();
  const rows = set.rows.filter(({ unit }) => !seen.has(unit) && seen.add(unit));
  return { ...set, name: `${set.name.replace(/-\d+shot$/, '')}, one phrasing`, rows };
}
