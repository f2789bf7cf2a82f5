import type { FixCount } from '../guide/fix-count.ts';
import type { GuideState } from '../guide/guide-state.ts';
import type { JourneyState } from '../journey/journey-state.ts';
import type { OwnRequest } from '../journey/own-requests.ts';
import type { Locale } from '../language/locale.ts';
import type { Mood } from '../tone/mood.ts';
import type { Choice } from './decision.ts';
import type { SetAside } from './set-aside.ts';

/** What the conversation is about: the last need that was answered or asked about. */
export interface Topic {
  /** The visitor's words, follow-ups joined to what they follow. */
  readonly text: string;
  readonly unit?: string;
}

/** What a conversation carries from turn to turn: plain data, small, saved and restored as it is. */
export interface ConversationState {
  readonly topic?: Topic;
  /** Choices that were offered and not yet taken. */
  readonly offered: readonly Choice[];
  /** Units already shown for the present need, so that "not yet" leads on. */
  readonly tried: readonly string[];
  /** What else came into question for the present need, best first. */
  readonly remaining: readonly Choice[];
  /** Turns in a row that did not solve anything. */
  readonly unsolved: number;
  /** The guide that the visitor is in. */
  readonly guide?: GuideState;
  /** Where a guide stood before the reply that ended it without a fix, so that the reply can be taken back at once. */
  readonly over?: GuideState;
  /** The journey that the visitor is in. */
  readonly journey?: JourneyState;
  /** Journeys and guides that were left for another need, newest last. */
  readonly aside?: readonly SetAside[];
  /** Journeys that ended, and what the shop told of, for the visitor's own list; newest last. */
  readonly requests?: readonly OwnRequest[];
  /** The guide that ended with a fix, and when (ISO 8601), until it was asked on a later visit whether the fix has lasted. */
  readonly mended?: { readonly guide: GuideState; readonly at: string };
  /** What became of fixes. */
  readonly fixes?: readonly FixCount[];
  /** How upset the visitor is over the conversation, 0 to 1; left out while calm. */
  readonly mood?: Mood;
  /** The visitor's last messages, oldest first, to tell when they repeat themselves. */
  readonly said?: readonly string[];
  /** The language that the visitor writes, where it could be told. */
  readonly locale?: Locale;
}

export const emptyState: ConversationState = { offered: [], tried: [], remaining: [], unsolved: 0 };
