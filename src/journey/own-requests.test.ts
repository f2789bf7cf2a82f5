import { expect, it } from 'vitest';
import { type OwnRequest, withDone } from './own-requests.ts';

const request = (id: string, status: OwnRequest['status'], changed: string, title = 'Get a credit'): OwnRequest => {
  return { id, journey: 'credit', title, locale: 'en', status, opened: changed, changed };
};

it('marks what was handed over as done once a person did it, by its title, once, and nothing that came later', () => {
  const before = [
    request('a', 'handed-over', '2026-11-01T00:00:00Z'),
    request('b', 'handed-over', '2026-11-02T00:00:00Z'),
    request('c', 'handed-over', '2026-11-02T00:00:00Z', 'Return'),
    request('d', 'handed-over', '2026-11-04T00:00:00Z'),
  ];
  const done = { title: 'Get a credit', number: 'CRD-1', at: '2026-11-03T00:00:00Z' };
  const after = withDone(before, done);
  expect(after.map(({ status }) => status)).toEqual(['handed-over', 'done', 'handed-over', 'handed-over']);
  expect(after[1]).toEqual({ ...before[1], status: 'done', changed: done.at, number: 'CRD-1' });
  expect(withDone(after, done)).toBe(after);
});
