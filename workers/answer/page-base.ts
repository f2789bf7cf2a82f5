import type { PageTold } from '../../src/content/page-units.ts';
import { type Locale, languageOf, spokenLanguage } from '../../src/language/locale.ts';
import { unitTable } from '../../src/pack/units-shard.ts';
import { quantize } from '../../src/pack/vectors-shard.ts';
import type { TellPage } from '../../src/protocol/answer-worker.ts';
import type { Encoder } from '../../src/retrieve/encoder.ts';
import { indexWords } from '../../src/retrieve/index-words.ts';
import type { KnowledgeBase } from '../../src/retrieve/knowledge.ts';
import { VectorIndex } from '../../src/retrieve/vector-index.ts';
import { WordsIndex } from '../../src/retrieve/words-index.ts';

// Nothing can be held out of a handful of sentences: these hold on the tuning questions of
// `src/content/page-words/questions.csv`, in the order of the features of `src/decide/confidence.ts`.
const calibration = {
  words: { weights: [-4, 4, 4, 2, 2, 1], offerWeights: [-4, 4.5, 1.75, 2.5, 2.5, 1.25], answerFrom: 0.75 },
  vectors: { weights: [-5, 4, 4, 1, 2, 1, 3], offerWeights: [-4.5, 4, 1, 1, 2, 1, 3], answerFrom: 0.85 },
};

/** A page's words, with the ways to ask for each unit, so that vectors can be added when an encoder is there. */
export interface PageBase extends KnowledgeBase {
  readonly phrasings: readonly (readonly string[])[];
}

/**
 * Makes a page's own words searchable, best first for a visitor: in the visitor's language as far as the agent speaks
 * it, then in the page's own, which the page's own questions stay in. Units that both have are one to retrieval, by id.
 */
export async function pageBases(tellPage: TellPage, locale: Locale): Promise<PageBase[]> {
  const spoken = spokenLanguage(locale) === languageOf(locale) ? locale : spokenLanguage(locale);
  const told = await tellPage(locale);
  const own = told.own ?? locale;
  const isOwn = languageOf(own) === languageOf(locale);
  const locales = isOwn ? [locale, spoken] : [spoken, own];
  const bases = await Promise.all([...new Set(locales)].map(async (each) => pageBase(each === locale ? told : await tellPage(each), each)));
  return bases.filter((base) => base !== undefined);
}

function pageBase({ units, products }: PageTold, locale: Locale): PageBase | undefined {
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
    calibration,
    ...(products && { products }),
    phrasings: units.map(({ texts }) => texts.phrasings),
  };
}

/**
 * The same base with vectors, so that a question is found by its meaning too, and the page's own questions in another
 * language than the page's. The base itself where the encoder's weights are not there yet. Takes tens of milliseconds.
 */
export async function withVectors(base: PageBase, encoder: Encoder): Promise<KnowledgeBase> {
  const { dimensions } = encoder;
  const phrasings = base.phrasings.flat();
  const vectors = await encoder.encode(phrasings, 'passage');
  if (vectors.filter((vector) => vector === null).length > phrasings.length / 2) return base;
  const rows = new Int8Array(phrasings.length * dimensions);
  vectors.forEach((vector, index) => {
    if (vector !== null) quantize(vector, rows, index * dimensions);
  });
  const unitOf = Uint32Array.from(base.phrasings.flatMap((ways, unit) => ways.map(() => unit)));
  return { ...base, vectors: new VectorIndex({ dimensions, rows }, unitOf, base.phrasings.length) };
}
