import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HandoffEvent, HandoffState } from '../protocol/relay.ts';
import { isOver, startTalk, type Talk, unreadIn, withEvent, withSignal, withState } from './talk.ts';

const at = '2026-11-21T09:00:00.000Z';
const state: HandoffState = {
  handoff: 'h1',
  status: 'waiting',
  opened: at,
  promise: { isOpen: true, ahead: 2 },
  last: 5,
  seen: { visitor: 0, person: 1 },
};
const message = (seq: number, from: 'visitor' | 'person' = 'person'): HandoffEvent => ({
  kind: 'message',
  seq,
  at,
  from,
  id: `message-${seq}`,
  text: `text ${seq}`,
});

describe('a talk', () => {
  it('starts as one that is being sent', () => {
    expect(startTalk('t1', 4)).toEqual({ id: 't1', after: 4, status: 'sending', last: 0, seen: 0, read: 0, lines: [] });
  });

  it('takes over how the relay says it stands, but not its events', () => {
    const talk = withState(startTalk('t1', 4), { ...state, status: 'taken', person: { name: 'Ada' } });
    expect(talk).toMatchObject({ handoff: 'h1', status: 'taken', person: 'Ada', last: 0, seen: 1 });
    expect(withState(talk, state).person).toBeUndefined();
  });

  it('is over when it is closed', () => {
    const talk = withEvent(startTalk('t1', 4), { kind: 'status', seq: 1, at, status: 'closed', ending: 'solved' });
    expect(isOver(talk)).toBe(true);
    expect(talk.ending).toBe('solved');
  });

  it('shows each message once and in order, however events are repeated, mixed up or lost', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 60 }), (numbers) => {
        const talk = numbers.reduce<Talk>((known, seq) => withEvent(known, message(seq)), startTalk('t1', 0));
        expect(talk.lines.map(({ seq }) => seq)).toEqual(Array.from({ length: talk.last }, (_, index) => index + 1));
        // What was lost comes again after a resume.
        const resumed = Array.from({ length: 12 }, (_, index) => message(index + 1)).reduce<Talk>(withEvent, talk);
        expect(resumed.lines).toHaveLength(12);
      }),
    );
  });

  it('tells what a person had done, as a line that waits to be seen', () => {
    const done = { kind: 'action', seq: 1, at, action: 'give-credit', title: 'Credit', number: 'C-7', person: { name: 'Ada' } } as const;
    const talk = withEvent(startTalk('t1', 0), done);
    expect(talk.lines).toMatchObject([{ from: 'person', person: 'Ada', done: { title: 'Credit', number: 'C-7' } }]);
    expect(unreadIn(talk)).toBe(1);
    expect(withEvent(talk, done)).toBe(talk);
  });

  it('counts the answers that the visitor has not seen, in whichever tab', () => {
    const talk = [message(1), message(2, 'visitor'), message(3)].reduce<Talk>(withEvent, startTalk('t1', 0));
    expect(unreadIn(talk)).toBe(2);
    expect(unreadIn(withSignal(talk, { kind: 'seen', from: 'visitor', seq: 2 }))).toBe(1);
    expect(unreadIn(withState(talk, { ...state, seen: { visitor: 3, person: 0 } }))).toBe(0);
  });

  it('takes a read mark of the person only forwards', () => {
    const talk = withSignal(startTalk('t1', 0), { kind: 'seen', from: 'person', seq: 3 });
    expect(withSignal(talk, { kind: 'seen', from: 'person', seq: 2 }).seen).toBe(3);
    expect(withSignal(talk, { kind: 'seen', from: 'visitor', seq: 9 })).toMatchObject({ seen: 3, read: 9 });
    expect(withSignal(talk, { kind: 'typing', from: 'person' })).toEqual(talk);
  });
});
