import type { Tier } from '../decide/decision.ts';
import type { Locale } from '../language/locale.ts';
import type { Terms } from '../language/terms.ts';
import { EdgeAgentError } from '../protocol/errors.ts';
import { Classifier } from '../retrieve/classifier.ts';
import type { KnowledgeBase } from '../retrieve/knowledge.ts';
import { VectorIndex } from '../retrieve/vector-index.ts';
import { WordsIndex } from '../retrieve/words-index.ts';
import { readClassifier } from './classifier-shard.ts';
import { readGuides } from './guides-shard.ts';
import { readJourneys } from './journeys-shard.ts';
import type { Calibrations } from './manifest.ts';
import { readProducts } from './products-shard.ts';
import { readUnits } from './units-shard.ts';
import { readVectors } from './vectors-shard.ts';
import { readWords } from './words-shard.ts';

export interface ShardBytes {
  readonly units: Uint8Array;
  readonly words: Uint8Array;
  readonly vectors?: Uint8Array | undefined;
  readonly classifier?: Uint8Array | undefined;
  readonly guides?: Uint8Array | undefined;
  readonly journeys?: Uint8Array | undefined;
  readonly products?: Uint8Array | undefined;
}

/** Makes one locale's shards searchable. Throws `pack-invalid` where they are damaged or do not belong together. */
export function openBase(
  locale: Locale,
  tier: Extract<Tier, 'page' | 'pack'>,
  shards: ShardBytes,
  calibration: Calibrations,
  terms?: Terms,
): KnowledgeBase {
  const units = readUnits(shards.units);
  const words = readWords(shards.words);
  if (words.unitCount !== units.size || words.locale !== locale) {
    throw new EdgeAgentError('pack-invalid', `the words and the units of ${locale} come from different packs`);
  }
  const guides = shards.guides === undefined ? {} : { guides: readGuides(shards.guides) };
  const journeys = shards.journeys === undefined ? {} : { journeys: readJourneys(shards.journeys) };
  const products = shards.products === undefined ? {} : { products: readProducts(shards.products) };
  const own = { ...guides, ...journeys, ...products };
  const base = { locale, tier, units, words: new WordsIndex(words), calibration, ...(terms && { terms }), ...own };
  if (shards.vectors === undefined) return base;
  const vectors = readVectors(shards.vectors);
  if (vectors.rows.length !== words.phrasingCount * vectors.dimensions) {
    throw new EdgeAgentError('pack-invalid', `the words and the vectors of ${locale} come from different packs`);
  }
  const withVectors = { ...base, vectors: new VectorIndex(vectors, words.phrasingUnit, words.unitCount) };
  if (shards.classifier === undefined) return withVectors;
  const classifier = readClassifier(shards.classifier);
  if (classifier.dimensions !== vectors.dimensions || classifier.unitCount !== units.size) {
    throw new EdgeAgentError('pack-invalid', `the classifier and the units of ${locale} come from different packs`);
  }
  return { ...withVectors, classifier: new Classifier(classifier) };
}
