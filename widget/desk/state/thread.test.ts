import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { HandoffEvent, HandoffState } from '../../../src/protocol/relay.ts';
import { lastOf, type Thread, threadOf, withEvent, withSeen, withState } from './thread.ts';

const state: HandoffState = {
  handoff: 'h-1',
  status: 'waiting',
  opened: '2026-11-21T09:30:00.000Z',
  promise: { isOpen: true, ahead: 0 },
  last: 0,
  seen: { visitor: 0, person: 0 },
};

const at = '2026-11-21T09:31:00.000Z';
const message = (seq: number): HandoffEvent => ({ kind: 'message', seq, at, from: 'visitor', id: `message-${seq}`, text: `${seq}` });
const seqs = ({ events }: Thread) => events.map(({ seq }) => seq);

test('events that come twice, late or out of order stand there once and in order', () => {
  const told = fc.array(fc.integer({ min: 1, max: 8 }), { maxLength: 60 });
  fc.assert(
    fc.property(told, (order) => {
      const thread = order.reduce((known, seq) => withEvent(known, message(seq)), threadOf({ state, events: [] }));
      expect(seqs(thread)).toEqual(Array.from({ length: lastOf(thread) }, (_, index) => index + 1));
      // Whatever was missed comes with the resume, behind the last one that is known.
      const resumed = [1, 2, 3, 4, 5, 6, 7, 8]
        .filter((seq) => seq > lastOf(thread))
        .reduce((known, seq) => withEvent(known, message(seq)), thread);
      expect(seqs(resumed)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    }),
  );
});

test('a change of hands says who has it, and giving it back that nobody does', () => {
  const taken = withEvent(threadOf({ state, events: [] }), { kind: 'status', seq: 1, at, status: 'taken', person: { name: 'Mei' } });
  expect(taken.state).toMatchObject({ status: 'taken', person: { name: 'Mei' } });
  const free = withEvent(taken, { kind: 'status', seq: 2, at, status: 'waiting' });
  expect(free.state.status).toBe('waiting');
  expect(free.state.person).toBeUndefined();
});

test('what was seen never becomes unseen', () => {
  const seen = withSeen(threadOf({ state, events: [] }), 'visitor', 4);
  expect(withSeen(seen, 'visitor', 2).state.seen.visitor).toBe(4);
  expect(withState(seen, state).state.seen.visitor).toBe(4);
});
