import { compareBytes } from './index-words.ts';
import type { WordsData } from './words-data.ts';

export interface SimilarTerm {
  readonly term: number;
  /** 0 to 1; 1 is the same spelling. */
  readonly similarity: number;
}

const mostSimilarTerms = 3;
const shortestMistyped = 4;

/** Finds terms of an index by spelling: exact, or as near as a slip of the finger. */
export class TermLookup {
  private readonly encoder = new TextEncoder();
  private readonly decoder = new TextDecoder();
  private outlines: { letters: Uint32Array; lengths: Uint8Array } | undefined;

  constructor(private readonly data: WordsData) {}

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
   * Terms within one slip (two from eight letters on) of a word that the index does not know, nearest first. Slips are
   * insertions, deletions, substitutions and swaps of neighbours (optimal string alignment). A sketch of each term, its
   * length and the set of its letters, rules out nearly all before any distance is computed.
   */
  similar(word: string): SimilarTerm[] {
    const letters = [...word];
    if (letters.length < shortestMistyped || /\p{N}|\p{scx=Han}|\p{scx=Hiragana}|\p{scx=Katakana}/u.test(word)) return [];
    const slips = letters.length >= 8 ? 2 : 1;
    const outlines = this.outlineTerms();
    const wanted = letterSet(word);
    const found: SimilarTerm[] = [];
    for (let term = 0; term < this.size; term += 1) {
      const lengthDifference = (outlines.lengths[term] as number) - letters.length;
      if (lengthDifference > slips || -lengthDifference > slips) continue;
      if (bitCount((outlines.letters[term] as number) ^ wanted) > 2 * slips) continue;
      const text = this.text(term);
      const distance = slipsBetween(word, text, slips);
      if (distance > slips) continue;
      // A slip on the first letter is rare; a term that nearly nobody uses is a less likely target.
      const similarity = 1 - (distance + (text[0] === word[0] ? 0 : 0.5)) / letters.length;
      found.push({ term, similarity });
    }
    return found
      .sort(
        (a, b) =>
          b.similarity - a.similarity ||
          (this.data.termUnits[b.term] as number) - (this.data.termUnits[a.term] as number) ||
          a.term - b.term,
      )
      .slice(0, mostSimilarTerms);
  }

  private bytesOf(term: number): Uint8Array {
    return this.data.termBytes.subarray(this.data.termStart[term], this.data.termStart[term + 1]);
  }

  private outlineTerms(): { letters: Uint32Array; lengths: Uint8Array } {
    if (this.outlines === undefined) {
      const letters = new Uint32Array(this.size);
      const lengths = new Uint8Array(this.size);
      for (let term = 0; term < this.size; term += 1) {
        const text = this.text(term);
        letters[term] = letterSet(text);
        lengths[term] = Math.min(text.length, 255);
      }
      this.outlines = { letters, lengths };
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

function bitCount(bits: number): number {
  let rest = bits - ((bits >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** Optimal string alignment distance, or `limit + 1` as soon as it must be above the limit. */
export function slipsBetween(a: string, b: string, limit: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    let smallest = row;
    for (let column = 1; column <= b.length; column += 1) {
      const substitution = (last[column - 1] as number) + (a[row - 1] === b[column - 1] ? 0 : 1);
      let distance = Math.min((last[column] as number) + 1, (current[column - 1] as number) + 1, substitution);
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        distance = Math.min(distance, (beforeLast[column - 2] as number) + 1);
      }
      current.push(distance);
      smallest = Math.min(smallest, distance);
    }
    if (smallest > limit) return limit + 1;
    beforeLast = last;
    last = current;
  }
  return last[b.length] as number;
}
