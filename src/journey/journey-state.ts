import type { Locale } from '../language/locale.ts';
import type { ActionResult } from './actions.ts';
import type { SlotValue } from './journey.ts';

/** One thing that happened in a journey. */
export type JourneyEvent =
  | {
      readonly kind: 'slot';
      readonly slot: string;
      readonly value: SlotValue;
      readonly by: 'reply' | 'earlier-words' | 'page' | 'customer';
    }
  /** The visitor does without it. */
  | { readonly kind: 'passed'; readonly slot: string }
  /** What it was filled with does not count any more: it is asked for anew. */
  | { readonly kind: 'taken-back'; readonly slot: string }
  /** What came back for a request; a newer one for the same request counts. */
  | { readonly kind: 'result'; readonly request: string; readonly action: string; readonly result: ActionResult }
  /** The record that is meant, out of what a request found. */
  | { readonly kind: 'picked'; readonly request: string; readonly record: string }
  /** A record that is not meant. */
  | { readonly kind: 'rejected'; readonly request: string; readonly record: string }
  /** Words that narrow down what a request found; of every request where it names none. */
  | { readonly kind: 'hint'; readonly request: string; readonly words: string }
  | { readonly kind: 'confirmed'; readonly request: string }
  /** Words of a step that the visitor has read. */
  | { readonly kind: 'told'; readonly step: string };

/**
 * Where a visitor stands in a journey: plain data, saved and restored as it is. The events are all that happened, and
 * where the journey stands follows from them alone, so that taking the last ones away undoes them.
 */
export interface JourneyState {
  readonly journey: string;
  /** Unique; the ids of its requests begin with it. */
  readonly id: string;
  /** Locale of the journey's words. */
  readonly locale: Locale;
  /** The words that it began with. */
  readonly opening: string;
  /** ISO 8601 times of its beginning and of the visitor's last word in it. */
  readonly began: string;
  readonly touched: string;
  readonly events: readonly JourneyEvent[];
  /** How many events there were before each thing the visitor said that can be undone. */
  readonly turns: readonly number[];
  /** Replies in a row that were not understood. */
  readonly misses: number;
}

/** How a journey ended. */
export type JourneyDone = 'done' | 'refused' | 'cancelled' | 'handed-over';
