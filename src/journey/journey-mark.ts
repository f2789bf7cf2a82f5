import type { Locale } from '../language/locale.ts';
import type { JourneyDone, JourneyState } from './journey-state.ts';
import type { Standing } from './standing.ts';

/** What the visitor is told besides the step. */
export type JourneySaid =
  | 'plain'
  | 'again'
  | 'offer-person'
  | 'why'
  | 'needed'
  | 'went-back'
  | 'first'
  | 'restarted'
  | 'corrected'
  | 'passed'
  | 'resumed'
  | 'changed';

/** Where a decision leaves the visitor in a journey. */
export interface JourneyMark {
  readonly journey: string;
  /** Locale of the journey's words. */
  readonly locale: Locale;
  readonly state: JourneyState;
  readonly standing: Standing;
  /** Steps whose words are told now. */
  readonly told: readonly string[];
  readonly said: JourneySaid;
  readonly done?: JourneyDone;
}

/** A journey or ticket that was begun, for the visitor's own list. */
export interface OwnRequest {
  /** The journey's own id of this time. */
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
}
