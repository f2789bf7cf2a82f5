import type { Locale } from '../language/locale.ts';
import type { JourneyDone, JourneyState } from './journey-state.ts';
import type { Standing } from './standing.ts';

/** What the visitor is told besides the step. */
export type JourneySaid =
  | 'plain'
  | 'again'
  | 'offer-person'
  /** An address with signs in it that no address has. */
  | 'markup'
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
