import { type Language, spokenLanguage } from '../language/locale.ts';
import { endingsOf, irregularForms } from '../language/stem-tables.ts';
import type { Token } from '../language/tokens.ts';
import { bitCount } from './bit-count.ts';
import { compareBytes } from './index-words.ts';
import { lowerBound } from './lower-bound.ts';
import { slipsBetween, slipsOfBeginnings } from './slips.ts';
import type { WordsData } from './words-data.ts';

export interface SimilarTerm {
  readonly term: number;
  /** 0 to 1; 1 is the same spelling. */
  readonly similarity: number;
}

const mostSimilarTerms = 3;
const shortestMistyped = 4;
const shortestStem = 3;

/** For each term what is quick to compare. */
interface Outlines {
  readonly letters: Uint32Array;
  readonly lengths: Uint8Array;
  /** Code point of the first letter, ascending. */
  readonly first: Uint32Array;
}

/** Finds terms of an index by spelling: exact, or as near as a slip of the finger. */
export class TermLookup {
  private readonly encoder = new TextEncoder();
  private readonly decoder = new TextDecoder();
  private readonly language: Language;
  private readonly endings: ReadonlySet<string>;
  private readonly longestEnding: number;
  private outlines: Outlines | undefined;
  private irregular: readonly { term: number; text: string }[] | undefined;

  constructor(private readonly data: WordsData) {
    this.language = spokenLanguage(data.locale);
    this.endings = endingsOf(this.language);
    this.longestEnding = Math.max(...Array.from(this.endings, (ending) => ending.length));
  }

  get size(): number {
    return this.data.termUnits.length;
  }

  /** The number of a term, or -1. Binary search over the sorted bytes. */
  find(term: string): number {
    const wanted = this.encoder.encode(term);
    let low = 0;
    let high = this.size - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const order = compareBytes(this.bytesOf(middle), wanted);
      if (order === 0) return middle;
      if (order < 0) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  text(term: number): string {
    return this.decoder.decode(this.bytesOf(term));
  }

  /**
   * Terms that a word which the index does not know may have been meant for, nearest first: within one slip, two where
   * the stem has eight letters. The slip may be in the stem, in the ending, or in the form of an irregular word. A sketch of each
   * term, its length and the set of its letters, rules out nearly all before anything is compared letter by letter.
   */
  similar({ term: stem, word }: Pick<Token, 'term' | 'word'>): SimilarTerm[] {
    const length = [...word].length;
    if (length < shortestMistyped || /\p{N}|\p{scx=Han}|\p{scx=Hiragana}|\p{scx=Katakana}/u.test(word)) return [];
    const slips = stem.length >= 8 ? 2 : 1;
    const found = new Map<number, number>();
    const add = (term: number, distance: number, text: string) => {
      const isFirstRight = text[0] === stem[0];
      // A slip on the first letter is rare; among the shortest stems it would lead anywhere.
      if (distance > slips || (!isFirstRight && text.length <= shortestStem)) return;
      const similarity = 1 - (distance + (isFirstRight ? 0 : 0.5)) / length;
      if (similarity > (found.get(term) ?? 0)) found.set(term, similarity);
    };
    for (const { term, text } of this.near(stem, slips)) add(term, slipsBetween(stem, text, slips), text);
    for (const { term, text } of this.beginningLike(word)) add(term, this.slipsWithEnding(word, text), text);
    for (const { term, text } of this.irregularTerms()) {
      if (slipsBetween(stem, text, 1) <= 1) add(term, 1, text);
      if (text[0] === word[0]) add(term, this.slipsWithEnding(word, text), text);
    }
    return Array.from(found, ([term, similarity]) => ({ term, similarity }))
      .sort(
        (a, b) =>
          b.similarity - a.similarity ||
          (this.data.termUnits[b.term] as number) - (this.data.termUnits[a.term] as number) ||
          a.term - b.term,
      )
      .slice(0, mostSimilarTerms);
  }

  /** Terms that may be within so many slips of a stem. */
  private *near(stem: string, slips: number): Generator<{ term: number; text: string }> {
    if (stem.length < shortestStem) return;
    const { letters, lengths } = this.outlineTerms();
    const wanted = letterSet(stem);
    for (let term = 0; term < this.size; term += 1) {
      if ((lengths[term] as number) < shortestStem) continue;
      if (Math.abs((lengths[term] as number) - stem.length) > slips) continue;
      if (bitCount((letters[term] as number) ^ wanted) <= 2 * slips) yield { term, text: this.text(term) };
    }
  }

  /** Terms that a word may begin with, but for one slip: shorter than the word, with the same first letter. */
  private *beginningLike(word: string): Generator<{ term: number; text: string }> {
    const { letters, lengths, first } = this.outlineTerms();
    const wanted = letterSet(word);
    const initial = word.codePointAt(0) ?? 0;
    // Terms stand in the order of their code points, so those with one first letter stand together.
    for (let term = lowerBound(first, initial); first[term] === initial; term += 1) {
      const rest = word.length - (lengths[term] as number);
      if (rest < -1 || rest > this.longestEnding + 1) continue;
      if ((lengths[term] as number) < shortestStem || bitCount((letters[term] as number) & ~wanted) > 1) continue;
      yield { term, text: this.text(term) };
    }
  }

  /** One slip, in the beginning that is the stem or in the ending; more counts as too many. */
  private slipsWithEnding(word: string, stem: string): number {
    // English stems write i for y.
    const [spelt, stemSpelt] = this.language === 'en' ? [word.replaceAll('y', 'i'), stem.replaceAll('y', 'i')] : [word, stem];
    let least = Number.POSITIVE_INFINITY;
    slipsOfBeginnings(spelt, stemSpelt, 1).forEach((slips, end) => {
      if (slips > 1 || end === 0) return;
      const rest = spelt.slice(end);
      // The last letter may be doubled before the ending, as in "shipping".
      const undoubled = rest[0] === stemSpelt.at(-1) ? rest.slice(1) : rest;
      for (const ending of [rest, undoubled]) {
        if (this.endings.has(ending)) least = Math.min(least, Math.max(1, slips));
        else if (slips === 0 && ending.length >= 2 && this.isNearEnding(ending)) least = Math.min(least, 1);
      }
    });
    return least;
  }

  private isNearEnding(rest: string): boolean {
    for (const ending of this.endings) {
      if (ending.length >= 2 && Math.abs(ending.length - rest.length) <= 1 && slipsBetween(rest, ending, 1) <= 1) return true;
    }
    return false;
  }

  /** The irregular forms of the terms that are there. */
  private irregularTerms(): readonly { term: number; text: string }[] {
    this.irregular ??= Array.from(irregularForms(this.language), ([text, stem]) => ({ term: this.find(stem), text })).filter(
      ({ term }) => term >= 0,
    );
    return this.irregular;
  }

  private bytesOf(term: number): Uint8Array {
    return this.data.termBytes.subarray(this.data.termStart[term], this.data.termStart[term + 1]);
  }

  private outlineTerms(): Outlines {
    if (this.outlines === undefined) {
      const letters = new Uint32Array(this.size);
      const lengths = new Uint8Array(this.size);
      const first = new Uint32Array(this.size);
      for (let term = 0; term < this.size; term += 1) {
        const text = this.text(term);
        letters[term] = letterSet(text);
        lengths[term] = Math.min(text.length, 255);
        first[term] = text.codePointAt(0) ?? 0;
      }
      this.outlines = { letters, lengths, first };
    }
    return this.outlines;
  }
}

/** One of 32 bits for each letter; different letters may share a bit, which only lets a few more terms through. */
function letterSet(text: string): number {
  let set = 0;
  for (let index = 0; index < text.length; index += 1) set |= 1 << (text.charCodeAt(index) & 31);
  return set >>> 0;
}
