import { languageOf } from '../language/locale.ts';
import { type Token, tokenize } from '../language/tokens.ts';
import { withParts } from './index-words.ts';
import { TermLookup } from './term-lookup.ts';
import { inverseFrequency, repetition, type WordsData } from './words-data.ts';

/** How well a unit's words fit a question. All figures are between 0 and 1 and do not depend on the size of the pack. */
export interface WordsMatch {
  readonly unit: number;
  /** Cosine between the question and the unit's nearest phrasing, words weighted by inverse document frequency. */
  readonly phrasing: number;
  /** Share of the question's weight that the unit's answer contains (saturated and length-normalised as in BM25). */
  readonly answer: number;
  /** The phrasing that was nearest, or -1 where only the answer matched. */
  readonly nearest: number;
}

/**
 * What a search passes over, so that a pack can be asked what it would say if it did not know something: the phrasings
 * `from … to - 1`, and one unit's answer.
 */
export interface Hidden {
  readonly from: number;
  readonly to: number;
  /** Unit number, or -1. */
  readonly answerOf: number;
}

export const nothingHidden: Hidden = { from: 0, to: 0, answerOf: -1 };

interface QueryTerm {
  readonly term: number;
  /** Weight in the question, inverse document frequency included. */
  readonly weight: number;
}

export interface WordsQuery {
  readonly terms: readonly QueryTerm[];
  /** Norm of all of the question's weights, of words that the index does not know too. */
  readonly norm: number;
  /** Sum of all of the question's weights. */
  readonly total: number;
  /** Share of the weight that the index knows, 0 to 1. */
  readonly known: number;
}

// BM25's usual constants (Robertson & Zaragoza 2009).
const saturation = 1.2;
const lengthNormalisation = 0.75;

/** Share of the answer's fit in the order of candidates; phrasings say what a unit is about, answers only mention things. */
const answerShare = 0.3;

/** Searches one locale's words. Holds scratch space, so one search at a time. */
export class WordsIndex {
  private readonly lookup: TermLookup;
  /** Sum of each document's weights for the question under way; zero between searches. */
  private readonly scores: Float32Array;
  private readonly touched: Uint32Array;
  private readonly best: Float32Array;
  private readonly nearest: Int32Array;
  private readonly isListed: Uint8Array;
  private readonly averageAnswer: number;

  constructor(private readonly data: WordsData) {
    const documents = data.phrasingCount + data.unitCount;
    this.lookup = new TermLookup(data);
    this.scores = new Float32Array(documents);
    this.touched = new Uint32Array(documents);
    this.best = new Float32Array(data.unitCount);
    this.nearest = new Int32Array(data.unitCount);
    this.isListed = new Uint8Array(data.unitCount);
    this.averageAnswer = Math.max(1, data.answerLength.reduce((sum, length) => sum + length, 0) / Math.max(1, data.unitCount));
  }

  get locale(): string {
    return this.data.locale;
  }

  tokensOf(text: string): Token[] {
    const tokens = tokenize(text, this.data.locale);
    if (languageOf(this.data.locale) !== 'de') return tokens;
    return withParts(tokens, (stem) => {
      const term = this.lookup.find(stem);
      return term < 0 ? 0 : (this.data.termUnits[term] as number);
    });
  }

  /** Turns tokens into terms of this index, with near spellings for words that it does not know. */
  query(tokens: readonly Token[]): WordsQuery {
    const unknownWeight = inverseFrequency(0, this.data.unitCount);
    const weights = new Map<number, number>();
    let squares = 0;
    let total = 0;
    let known = 0;
    for (const { token, count } of distinct(tokens)) {
      const exact = this.lookup.find(token.term);
      const matches = exact >= 0 ? [{ term: exact, similarity: 1 }] : this.lookup.similar(token);
      const nearest = matches[0];
      const own = repetition(count) * (nearest === undefined ? token.weight * unknownWeight : this.weightOf(nearest.term));
      squares += own * own;
      total += own;
      known += nearest === undefined ? 0 : own * nearest.similarity;
      for (const { term, similarity } of matches) {
        weights.set(term, Math.max(weights.get(term) ?? 0, repetition(count) * this.weightOf(term) * similarity));
      }
    }
    return {
      terms: Array.from(weights, ([term, weight]) => ({ term, weight })),
      norm: Math.sqrt(squares),
      total,
      known: total === 0 ? 0 : known / total,
    };
  }

  /**
   * The units that share words with the question, best first.
   * @param limit how many at most
   * @param hidden phrasings to leave out, for calibration
   */
  search(query: WordsQuery, limit: number, hidden: Hidden = nothingHidden): WordsMatch[] {
    let touchedCount = 0;
    for (const { term, weight } of query.terms) touchedCount = this.addPostings(term, weight, touchedCount);
    const units = this.bestPerUnit(touchedCount, query, hidden);
    const matches = this.topMatches(units, query, limit);
    for (let index = 0; index < touchedCount; index += 1) this.scores[this.touched[index] as number] = 0;
    for (const unit of units) {
      this.isListed[unit] = 0;
      this.best[unit] = 0;
    }
    return matches;
  }

  private weightOf(term: number): number {
    return ((this.data.termWeight[term] as number) / 100) * inverseFrequency(this.data.termUnits[term] as number, this.data.unitCount);
  }

  /** Adds one term's share to all documents that have it. Decodes in place: this loop is most of a search. */
  private addPostings(term: number, queryWeight: number, alreadyTouched: number): number {
    const { scores, touched } = this;
    const { postings, phrasingCount, answerLength, postingStart } = this.data;
    const phrasingWeight = queryWeight * this.weightOf(term);
    const end = postingStart[term + 1] as number;
    let touchedCount = alreadyTouched;
    let offset = postingStart[term] as number;
    let document = 0;
    while (offset < end) {
      let byte = postings[offset++] as number;
      let step = byte & 0x7f;
      for (let shift = 7; byte >= 0x80; shift += 7) {
        byte = postings[offset++] as number;
        step |= (byte & 0x7f) << shift;
      }
      let count = 1;
      if ((step & 1) === 1) {
        byte = postings[offset++] as number;
        count = byte & 0x7f;
        for (let shift = 7; byte >= 0x80; shift += 7) {
          byte = postings[offset++] as number;
          count |= (byte & 0x7f) << shift;
        }
      }
      document += step >>> 1;
      const before = scores[document] as number;
      if (before === 0) touched[touchedCount++] = document;
      if (document < phrasingCount) {
        scores[document] = before + (count === 1 ? phrasingWeight : phrasingWeight * repetition(count));
      } else {
        const length = (answerLength[document - phrasingCount] as number) / this.averageAnswer;
        const saturated = (count * (saturation + 1)) / (count + saturation * (1 - lengthNormalisation + lengthNormalisation * length));
        scores[document] = before + queryWeight * Math.min(1, saturated);
      }
    }
    return touchedCount;
  }

  private bestPerUnit(touchedCount: number, query: WordsQuery, hidden: Hidden): number[] {
    const { data, scores, best, nearest, isListed } = this;
    const units: number[] = [];
    for (let index = 0; index < touchedCount; index += 1) {
      const document = this.touched[index] as number;
      if (document >= hidden.from && document < hidden.to) continue;
      const isPhrasing = document < data.phrasingCount;
      if (!isPhrasing && document - data.phrasingCount === hidden.answerOf) continue;
      const unit = isPhrasing ? (data.phrasingUnit[document] as number) : document - data.phrasingCount;
      if (isListed[unit] === 0) {
        isListed[unit] = 1;
        nearest[unit] = -1;
        units.push(unit);
      }
      if (!isPhrasing) continue;
      const cosine = (scores[document] as number) / ((data.phrasingNorm[document] as number) * query.norm);
      if (cosine > (best[unit] as number)) {
        best[unit] = cosine;
        nearest[unit] = document;
      }
    }
    return units;
  }

  /** Keeps the best few in order while passing over all: far cheaper than sorting a hundred thousand. */
  private topMatches(units: readonly number[], query: WordsQuery, limit: number): WordsMatch[] {
    const kept: { score: number; unit: number }[] = [];
    for (const unit of units) {
      const score = (this.best[unit] as number) + answerShare * this.answerFit(unit, query);
      const last = kept[kept.length - 1];
      if (kept.length === limit && last !== undefined && (score < last.score || (score === last.score && unit > last.unit))) continue;
      let place = kept.length;
      while (place > 0 && isBefore({ score, unit }, kept[place - 1] as { score: number; unit: number })) place -= 1;
      kept.splice(place, 0, { score, unit });
      if (kept.length > limit) kept.pop();
    }
    return kept.map(({ unit }) => ({
      unit,
      phrasing: Math.min(1, this.best[unit] as number),
      answer: this.answerFit(unit, query),
      nearest: this.nearest[unit] as number,
    }));
  }

  private answerFit(unit: number, query: WordsQuery): number {
    return Math.min(1, (this.scores[this.data.phrasingCount + unit] as number) / query.total);
  }
}

function isBefore(a: { score: number; unit: number }, b: { score: number; unit: number }): boolean {
  return a.score > b.score || (a.score === b.score && a.unit < b.unit);
}

/** Each term once, with the number of times that it occurs. */
function distinct(tokens: readonly Token[]): { token: Token; count: number }[] {
  const found = new Map<string, { token: Token; count: number }>();
  for (const token of tokens) {
    const known = found.get(token.term);
    if (known === undefined) found.set(token.term, { token, count: 1 });
    else known.count += 1;
  }
  return [...found.values()];
}
