import type { Tier } from '../decide/decision.ts';
import type { GuideEngine } from '../guide/guide-engine.ts';
import type { TongueData } from '../guide/tongues/tongue-data.ts';
import type { JourneyEngine } from '../journey/journey-engine.ts';
import type { Product } from '../journey/product.ts';
import type { Language, Locale } from '../language/locale.ts';
import type { Terms } from '../language/terms.ts';
import type { GuideTable } from '../pack/guides-shard.ts';
import type { JourneyTable } from '../pack/journeys-shard.ts';
import type { Calibrations } from '../pack/manifest.ts';
import type { UnitTable } from '../pack/units-shard.ts';
import type { Cues } from '../tone/cues.ts';
import type { Classifier } from './classifier.ts';
import type { Encoder } from './encoder.ts';
import type { VectorIndex } from './vector-index.ts';
import type { WordsIndex } from './words-index.ts';

/** One body of units in one locale that can be searched: a locale of the pack, or the words of the page. */
export interface KnowledgeBase {
  readonly locale: Locale;
  readonly tier: Extract<Tier, 'page' | 'pack'>;
  readonly units: UnitTable;
  /** Has questions say things by the names that the units use. */
  readonly terms?: Terms;
  readonly words: WordsIndex;
  readonly vectors?: VectorIndex;
  readonly classifier?: Classifier;
  readonly calibration: Calibrations;
  /** Guides are found by their entries among the units. */
  readonly guides?: GuideTable;
  /** Journeys are found by their entries among the units. */
  readonly journeys?: JourneyTable;
  /** What the shop sells, for journeys that find a product. */
  readonly products?: readonly Product[];
}

/** All that a question is asked of, in the visitor's order of preference. */
export interface Knowledge {
  readonly bases: readonly KnowledgeBase[];
  readonly encoder?: Encoder;
  /** What tells of the mood in the visitor's language. */
  readonly cues?: Cues;
  /** Left out where there are no guides, or what walks them is not there. */
  readonly guides?: GuideKnowledge;
  /** Left out where there are no journeys, or what takes visitors through them is not there. */
  readonly journeys?: JourneyKnowledge;
}

/** What walks guides, how people reply in them, and what the agent says. */
export interface GuideKnowledge {
  readonly engine: GuideEngine;
  readonly tongues: ReadonlyMap<Language, TongueData>;
}

/** What takes visitors through journeys, with the words that it needs. */
export interface JourneyKnowledge {
  readonly engine: JourneyEngine;
  readonly tongues: ReadonlyMap<Language, TongueData>;
}
