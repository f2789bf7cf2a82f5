import type { Case } from '../../../src/protocol/desk.ts';
import type { HandoffEvent, HandoffState } from '../../../src/protocol/relay.ts';

/** How a case stands and what was said in it, as far as it is known: plain data. */
export interface Thread {
  readonly state: HandoffState;
  /** By their numbers, from 1 without gaps. */
  readonly events: readonly HandoffEvent[];
}

export function threadOf({ state, events }: Pick<Case, 'state' | 'events'>): Thread {
  return { state, events };
}

/** Number of the last event that is known. */
export function lastOf({ events }: Thread): number {
  return events.at(-1)?.seq ?? 0;
}

/** Takes one event in. One that is known already changes nothing; one that comes too early is left for the next resume. */
export function withEvent(thread: Thread, event: HandoffEvent): Thread {
  if (event.seq !== lastOf(thread) + 1) return thread;
  const events = [...thread.events, event];
  const state = { ...thread.state, last: Math.max(thread.state.last, event.seq) };
  if (event.kind !== 'status') return { events, state };
  const { person: _, ending: __, ...rest } = state;
  const { status, person, ending } = event;
  return { events, state: { ...rest, status, ...(person && { person }), ...(ending && { ending }) } };
}

/** Takes over how it stands; its events come by themselves. */
export function withState(thread: Thread, state: HandoffState): Thread {
  const { seen } = thread.state;
  const later = { visitor: Math.max(seen.visitor, state.seen.visitor), person: Math.max(seen.person, state.seen.person) };
  return { ...thread, state: { ...state, seen: later } };
}

export function withSeen(thread: Thread, from: 'visitor' | 'person', seq: number): Thread {
  const { seen } = thread.state;
  return seq <= seen[from] ? thread : { ...thread, state: { ...thread.state, seen: { ...seen, [from]: seq } } };
}
