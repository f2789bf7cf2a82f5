import type { FixCount } from '../guide/fix-count.ts';
import type { IssueList } from './issue.ts';
import { parseTable } from './read-csv.ts';

const columns = ['guide', 'fix', 'worked', 'failed', 'held', 'returned'] as const;

/** Reads a table of what became of fixes: `guide,fix,worked,failed,held,returned`, whole numbers; rows of one fix add up. */
export function readFixCounts(text: string, file: string, issues: IssueList): FixCount[] {
  const [head, ...rows] = parseTable(text, file, issues) ?? [];
  const header = head?.record.map((name) => name.trim().toLowerCase()) ?? [];
  const positions = columns.map((name) => header.indexOf(name));
  if (positions.includes(-1)) {
    issues.add({ file, line: 1 }, `the header row is not "${columns.join(',')}"`, `Start the file with: ${columns.join(',')}`);
    return [];
  }
  return rows.flatMap(({ record, line }): FixCount[] => {
    const [guide = '', fix = '', ...figures] = positions.map((position) => (record[position] ?? '').trim());
    const [worked = 0, failed = 0, held = 0, returned = 0] = figures.map((figure) =>
      /^\d{1,9}$/.test(figure) ? Number(figure) : Number.NaN,
    );
    if (guide !== '' && fix !== '' && [worked, failed, held, returned].every(Number.isFinite))
      return [{ guide, fix, worked, failed, held, returned }];
    issues.add({ file, line }, 'the row is no count of a fix', 'Write the guide’s id, the fix’s id and four whole numbers.');
    return [];
  });
}
