import type { Tier } from '../decide/decision.ts';
import type { Guide } from '../guide/guide.ts';
import type { GuideEngine } from '../guide/guide-engine.ts';
import type { Tongue } from '../guide/reply-text.ts';
import type { ReplyMeaning } from '../guide/weigh-options.ts';
import type { Journey } from '../journey/journey.ts';
import type { JourneyEngine } from '../journey/journey-engine.ts';
import type { JourneyTongue } from '../journey/journey-tongue.ts';
import type { Product } from '../journey/product.ts';
import type { Locale } from '../language/locale.ts';
import type { Calibration } from '../pack/manifest.ts';
import type { PackedUnit } from '../pack/units-shard.ts';

/** One unit that a question may mean, with what speaks for it. Figures are 0 to 1. */
export interface Candidate {
  readonly unit: PackedUnit;
  /** Locale of `unit`'s words. */
  readonly locale: Locale;
  readonly tier: Tier;
  /** All figures in one, for the order. */
  readonly score: number;
  /** Cosine of the words with the nearest phrasing. */
  readonly phrasing: number;
  /** Share of the question's weight that the answer contains. */
  readonly answer: number;
  /** Cosine of the vectors with the nearest phrasing; 0 where there are none. */
  readonly meaning: number;
  /** Probability that the classifier and all of these together give, "none of them" counted in; 0 where there is no classifier. */
  readonly fit: number;
}

/** The guides at hand, and what vectors say of a reply to the one under way. */
export interface GuideEvidence {
  readonly engine: GuideEngine;
  readonly of: (id: string, locale: Locale) => Guide | undefined;
  /** How people reply in a locale. */
  readonly tongue: (locale: Locale) => Tongue;
  readonly meaning?: ReplyMeaning;
  /** Whether the pack has changed the guide that the visitor is in, and they were not told yet. */
  readonly isChanged?: boolean;
}

/** The journeys at hand, and what takes visitors through them. */
export interface JourneyEvidence {
  readonly engine: JourneyEngine;
  readonly of: (id: string, locale: Locale) => Journey | undefined;
  /** What the shop sells, in a locale's words: the page's products before the pack's. */
  readonly products: (locale: Locale) => readonly Product[];
  /** How people speak of times and choices in a locale, in another language where its own is not at hand. */
  readonly tongue: (locale: Locale) => JourneyTongue;
}

/** What was found for a question. */
export interface Evidence {
  /** Best first, at most one for each unit id; conditions are not yet applied. */
  readonly candidates: readonly Candidate[];
  /** Share of the question's weight that the content knows at all. */
  readonly known: number;
  /** Words of the question that carry a topic. */
  readonly topicWords: number;
  readonly calibration: Calibration;
  /** What guides have to say; left out where there are none. */
  readonly guides?: GuideEvidence;
  /** The journeys at hand; left out where there are none. */
  readonly journeys?: JourneyEvidence;
  /** True while the visitor is upset: then the solution comes first, a person sooner, and less is asked. */
  readonly isUpset?: boolean;
  /** True where the words of the visitor's language tell that a person is wished for. */
  readonly asksPerson?: boolean;
  /** The question joined with what it follows up on, where it does. */
  readonly text: string;
}
