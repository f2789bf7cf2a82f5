import type { Locale } from '../language/locale.ts';
import { numberIn } from './actions.ts';
import type { Journey } from './journey.ts';
import type { JourneyState } from './journey-state.ts';

/** A journey or ticket that was begun, for the visitor's own list. */
export interface OwnRequest {
  /** The journey's own id of this time; what only the shop knows of has the shop's. */
  readonly id: string;
  readonly journey: string;
  readonly title: string;
  readonly locale: Locale;
  /** What the shop calls it, where it gave it a number. */
  readonly number?: string;
  readonly status: 'open' | 'waiting' | 'done' | 'handed-over' | 'cancelled' | 'timed-out';
  /** ISO 8601. */
  readonly opened: string;
  readonly changed: string;
  /** What happens next, in the shop's words, and by which day. */
  readonly next?: string;
  readonly due?: string;
}

/** What stays of a journey in the visitor's own list. */
export function ownRequest(state: JourneyState, journey: Journey, status: OwnRequest['status'], now: string): OwnRequest {
  const number = state.events.flatMap((event) =>
    event.kind === 'result' && event.result.kind === 'done' ? [numberIn(event.action, event.result.data)] : [],
  );
  const last = number.findLast((each) => each !== undefined);
  return {
    id: state.id,
    journey: state.journey,
    title: journey.title,
    locale: state.locale,
    ...(last === undefined ? {} : { number: last }),
    status,
    opened: state.began,
    changed: now,
  };
}

/** Older ones are let go of. */
export const mostRequests = 20;

export function withRequest(requests: readonly OwnRequest[], own: OwnRequest): OwnRequest[] {
  return [...requests.filter(({ id }) => id !== own.id), own].slice(-mostRequests);
}

/** What a person had done for the visitor. */
export interface DoneByPerson {
  /** Of the journey that it was wanted in. */
  readonly title: string;
  readonly number?: string;
  /** ISO 8601. */
  readonly at: string;
}

/** The list once a person has done what was handed over before; the same list where that is known already. */
export function withDone(requests: readonly OwnRequest[], { title, number, at }: DoneByPerson): readonly OwnRequest[] {
  const own = requests.filter((each) => each.title === title);
  if (own.some(({ status, changed }) => status === 'done' && changed === at)) return requests;
  const done = own.findLast(({ status, changed }) => status === 'handed-over' && changed <= at);
  return requests.map((each) => (each === done ? { ...each, status: 'done', changed: at, ...(number && { number }) } : each));
}
