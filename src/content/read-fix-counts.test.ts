import { expect, it } from 'vitest';
import { IssueList } from './issue.ts';
import { readFixCounts } from './read-fix-counts.ts';

const read = (text: string) => {
  const issues = new IssueList();
  return { counts: readFixCounts(text, 'counts.csv', issues), lines: issues.issues.map(({ place }) => place.line) };
};

it('reads counts of fixes, whatever the order of the columns', () => {
  expect(read('fix,guide,worked,failed,returned,held\nreset,router,5,2,1,3\n')).toEqual({
    counts: [{ guide: 'router', fix: 'reset', worked: 5, failed: 2, held: 3, returned: 1 }],
    lines: [],
  });
});

it('tells of what is no count, with its line', () => {
  expect(read('guide,fix\nrouter,reset').lines).toEqual([1]);
  const text =
    'guide,fix,worked,failed,held,returned\nrouter,reset,1,0,0,0\nrouter,reset,-1,0,0,0\n,reset,1,0,0,0\nrouter,reset,many,0,0,0\n';
  expect(read(text)).toMatchObject({ counts: [{ worked: 1 }], lines: [3, 4, 5] });
});
