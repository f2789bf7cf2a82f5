import type { PageFacts } from '../../src/content/page-facts.ts';
import { pageUnits } from '../../src/content/page-units.ts';
import { defaultWeights } from '../../src/decide/default-calibration.ts';
import type { Locale } from '../../src/language/locale.ts';
import { unitTable } from '../../src/pack/units-shard.ts';
import { indexWords } from '../../src/retrieve/index-words.ts';
import type { KnowledgeBase } from '../../src/retrieve/knowledge.ts';
import { WordsIndex } from '../../src/retrieve/words-index.ts';

// Nothing can be held out of a handful of sentences, so the thresholds are those that served other content.
const answerFrom = 0.6;

/** Makes a page's own words searchable, or undefined where it has none to offer. */
export function pageBase(facts: PageFacts, locale: Locale): KnowledgeBase | undefined {
  const units = pageUnits(facts, locale);
  if (units.length === 0) return undefined;
  const words = indexWords(
    units.map(({ texts }) => texts),
    locale,
  );
  return {
    locale,
    tier: 'page',
    units: unitTable(units.map(({ unit }) => unit)),
    words: new WordsIndex(words),
    calibration: { weights: [...defaultWeights.words], offerWeights: [...defaultWeights.wordsOffer], answerFrom },
  };
}
