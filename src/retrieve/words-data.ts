import type { Locale } from '../language/locale.ts';

/**
 * An inverted index over one locale's words, as flat arrays: what the words shard holds and what a search reads in
 * place, so that a pack is ready as soon as its bytes are there.
 *
 * A document is one phrasing of a unit, or its answer. Phrasings come first (`0 … phrasingCount - 1`), then one answer
 * document for each unit in unit order.
 */
export interface WordsData {
  readonly locale: Locale;
  readonly unitCount: number;
  readonly phrasingCount: number;
  /** Unit of each phrasing, ascending. */
  readonly phrasingUnit: Uint32Array;
  /** Euclidean norm of each phrasing's term weights. */
  readonly phrasingNorm: Float32Array;
  /** Tokens in each unit's answer. */
  readonly answerLength: Uint32Array;
  /** UTF-8 of all terms, in ascending byte order, one after the other. */
  readonly termBytes: Uint8Array;
  /** Start of each term in `termBytes`; one more entry than terms. */
  readonly termStart: Uint32Array;
  /** In how many units each term occurs, in questions or answers. */
  readonly termUnits: Uint32Array;
  /** Weight of each term in percent: 100 for a content word, less for function words and pieces. */
  readonly termWeight: Uint8Array;
  /**
   * Documents of each term, ascending: a varint of twice the step from the document before, plus 1 where the term
   * occurs more than once; then its count as a varint follows.
   */
  readonly postings: Uint8Array;
  /** Start of each term's documents in `postings`; one more entry than terms. */
  readonly postingStart: Uint32Array;
}

/** Inverse document frequency over units (Robertson & Zaragoza 2009, "The probabilistic relevance framework", eq. 3.5, kept above zero). */
export function inverseFrequency(unitsWithTerm: number, unitCount: number): number {
  return Math.log(1 + (unitCount - unitsWithTerm + 0.5) / (unitsWithTerm + 0.5));
}

/** Repeating a word says less each time. */
export function repetition(count: number): number {
  return count === 1 ? 1 : 1 + Math.log(count);
}
