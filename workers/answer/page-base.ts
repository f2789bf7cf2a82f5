import type { PageFacts } from '../../src/content/page-facts.ts';
import { readMarkup } from '../../src/content/page-markup/read-markup.ts';
import { localeOfPage, pageUnits } from '../../src/content/page-units.ts';
import { defaultWeights } from '../../src/decide/default-calibration.ts';
import { type Locale, languageOf, spokenLanguage } from '../../src/language/locale.ts';
import { unitTable } from '../../src/pack/units-shard.ts';
import { indexWords } from '../../src/retrieve/index-words.ts';
import type { KnowledgeBase } from '../../src/retrieve/knowledge.ts';
import { WordsIndex } from '../../src/retrieve/words-index.ts';

// Nothing can be held out of a handful of sentences, so the thresholds are those that served other content.
const answerFrom = 0.6;

/**
 * Makes a page's own words searchable, best first for a visitor: in the visitor's language as far as the agent speaks
 * it, then in the page's own, which the page's own questions stay in. Units that both have are one to retrieval, by id.
 */
export function pageBases(facts: PageFacts, locale: Locale): KnowledgeBase[] {
  const read = readOnce(facts);
  const own = localeOfPage(read) ?? locale;
  const isOwn = languageOf(own) === languageOf(locale);
  const told = spokenLanguage(locale) === languageOf(locale) ? locale : spokenLanguage(locale);
  const locales = isOwn ? [locale, told] : [told, own];
  return [...new Set(locales)].flatMap((each) => pageBase(read, each) ?? []);
}

/** What a page says in one locale, searchable, or undefined where that is nothing. */
export function pageBase(facts: PageFacts, locale: Locale): KnowledgeBase | undefined {
  const units = pageUnits(readOnce(facts), locale);
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
    calibration: { words: { weights: [...defaultWeights.words], offerWeights: [...defaultWeights.wordsOffer], answerFrom } },
  };
}

const alreadyRead = new WeakMap<PageFacts, PageFacts>();

/** Reads the markup of a page once, however many languages it is told in, and says once what is wrong with it. */
function readOnce(facts: PageFacts): PageFacts {
  if (facts.markup === undefined) return facts;
  const known = alreadyRead.get(facts);
  if (known !== undefined) return known;
  const { facts: read, problems } = readMarkup(facts);
  if (problems.length > 0) console.warn(`edge-agent could not read all of ${facts.url}:\n${problems.join('\n')}`);
  alreadyRead.set(facts, read);
  return read;
}
