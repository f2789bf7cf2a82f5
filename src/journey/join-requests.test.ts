import { expect, it } from 'vitest';
import { joinRequests } from './join-requests.ts';
import type { OwnRequest } from './own-requests.ts';

const own: OwnRequest = {
  id: 'j-1',
  journey: 'return',
  title: 'Return',
  locale: 'en',
  number: 'RET-1',
  status: 'done',
  opened: '2026-11-01T10:00:00.000Z',
  changed: '2026-11-01T10:00:00.000Z',
};

it('joins what was begun here with what the shop tells, by its number', () => {
  const record = { id: 'RET-1', kind: 'open-return', opened: own.opened, status: 'open', next: 'Send it.', due: '2026-11-20' };
  const other = { id: 'TKT-2', kind: 'open-ticket', opened: '2026-10-01T10:00:00.000Z', status: 'done' };
  expect(joinRequests([own], { requests: [record, other, 'nonsense', { id: 3 }] }, () => undefined, 'en')).toMatchObject([
    { id: 'TKT-2', title: 'open-ticket', status: 'done' },
    { id: 'j-1', title: 'Return', journey: 'return', status: 'waiting', next: 'Send it.', due: '2026-11-20' },
  ]);
});

it('leaves the list as it is where the shop tells nothing that can be read', () => {
  expect(joinRequests([own], { requests: 'nonsense' }, () => undefined, 'en')).toEqual([own]);
});
