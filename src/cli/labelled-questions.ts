import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { formatIssue, IssueList } from '../content/issue.ts';
import { parseTable } from '../content/read-csv.ts';
import { FailedError, UsageError } from './usage-error.ts';

export interface Labelled {
  readonly question: string;
  /** Empty: out of scope. */
  readonly unit: string;
  readonly locale: string;
}

/** Reads a table with the columns question, unit and locale. */
export async function readLabelled(file: string): Promise<Labelled[]> {
  const issues = new IssueList();
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UsageError(`"${file}" cannot be read`);
  });
  const records = parseTable(text, basename(file), issues);
  const [head, ...rows] = records ?? [];
  const names = head?.record.map((name) => name.trim().toLowerCase()) ?? [];
  for (const name of ['question', 'unit', 'locale']) {
    if (records !== undefined && !names.includes(name))
      issues.add({ file: basename(file), line: 1 }, `the header row lacks "${name}"`, 'Start the file with: question,unit,locale');
  }
  if (issues.issues.length > 0) throw new FailedError(issues.issues.map(formatIssue).join('\n'));
  const field = (record: readonly string[], name: string) => record[names.indexOf(name)]?.trim() ?? '';
  const labelled = rows.map(({ record }) => ({
    question: field(record, 'question'),
    unit: field(record, 'unit'),
    locale: field(record, 'locale'),
  }));
  const filled = labelled.filter(({ question }) => question !== '');
  if (filled.length === 0) throw new FailedError(`${basename(file)} holds no questions`);
  return filled;
}
