import type { Locale } from '../language/locale.ts';
import type { Guide } from './guide.ts';

/** How a guide ended. */
export type Done = 'fixed' | 'unsolved' | 'cancelled';

/** What was learnt at one question or fix. */
export interface GuideStep {
  /** Id of the question or fix. */
  readonly at: string;
  /** The option that was taken; left out where there was none: the visitor did not know, or the fix failed. */
  readonly option?: string;
  /** Probability that the option is right. */
  readonly certainty: number;
  /** Who said so: the visitor here, the visitor before being asked, or nobody (a guess, to go on). */
  readonly by: 'reply' | 'earlier-words' | 'guess';
  /** The visitor's words. */
  readonly words?: string;
}

/** What a reply that did more than add steps has replaced: a correction, or words about a question that was not asked yet. */
export interface GuideChange {
  /** How many steps there were after it. */
  readonly until: number;
  /** The question or fix at which it was said. */
  readonly at: string;
  /** How many steps it left as they were, and those that it replaced. */
  readonly from: number;
  readonly past: readonly GuideStep[];
  /** What was noted before it; left out where it was nothing. */
  readonly noted?: readonly GuideStep[];
}

/**
 * Where a visitor stands in a guide: plain data, saved and restored as it is. The steps are all that happened, so that
 * taking the last ones away undoes them, and the changes what it takes to undo the rest.
 */
export interface GuideState {
  readonly guide: string;
  /** Locale of the guide's words. */
  readonly locale: Locale;
  /** The words that it began with. */
  readonly opening: string;
  /** The question now asked, or the fix now tried. */
  readonly at: string;
  readonly past: readonly GuideStep[];
  /** What the visitor told of questions that are not asked yet; left out where it is nothing. */
  readonly noted?: readonly GuideStep[];
  /** Oldest first; left out where there are none. */
  readonly changes?: readonly GuideChange[];
  /** Replies in a row that were not understood. */
  readonly misses: number;
  /** The guide as it was at the beginning, so that no update changes it under the visitor; left out where it is large. */
  readonly kept?: Guide;
  /** Set while it is asked, on a later visit, whether a fix has lasted. */
  readonly isLater?: boolean;
  /** Set once the visitor was told that the guide was changed since. */
  readonly isToldOfChange?: boolean;
}
