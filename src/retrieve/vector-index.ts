import type { VectorsData } from '../pack/vectors-shard.ts';
import { lowerBound } from './lower-bound.ts';
import { Signatures } from './signatures.ts';
import { type Hidden, nothingHidden } from './words-index.ts';

/** Up to this many rows all are compared; more are sifted by their signatures first. */
const mostComparedWhole = 8192;
/**
 * How many rows at least pass the sieve. Of the 24 nearest among 100,000 phrasings 99.9 % are among the first 2,048 by
 * signature, the nearest one always was (measured with the built-in encoder on questions made from the training data).
 */
const leastSifted = 2048;

/** Cosines between a question and the phrasings of one locale. */
export class VectorIndex {
  private readonly best: Float32Array;
  private readonly query: Int8Array;
  private signatures: Signatures | undefined;

  /**
   * @param phrasingUnit unit of each row, ascending
   */
  constructor(
    private readonly data: VectorsData,
    private readonly phrasingUnit: Uint32Array,
    unitCount: number,
  ) {
    this.best = new Float32Array(unitCount);
    this.query = new Int8Array(data.dimensions);
  }

  get dimensions(): number {
    return this.data.dimensions;
  }

  /**
   * The best cosine of each unit, -1 to 1, in an array that the next call overwrites. Of very many rows only those that
   * may be among the nearest are compared; units that have none of these stay at -1.
   * @param vector of unit length, of as many dimensions
   * @param hidden phrasings to leave out, for calibration
   * @param wanted units whose cosine is needed however far they are
   */
  search(vector: Float32Array, hidden: Hidden = nothingHidden, wanted: readonly number[] = []): Float32Array {
    const { best, query, phrasingUnit } = this;
    for (let index = 0; index < query.length; index += 1) query[index] = Math.round((vector[index] as number) * 127);
    best.fill(-1);
    if (phrasingUnit.length <= mostComparedWhole) {
      this.compare(0, phrasingUnit.length, hidden);
      return best;
    }
    this.signatures ??= new Signatures(this.data);
    this.signatures.sift(query, leastSifted, (row) => this.compare(row, row + 1, hidden));
    for (const unit of wanted) this.compare(lowerBound(phrasingUnit, unit), lowerBound(phrasingUnit, unit + 1), hidden);
    return best;
  }

  /** Notes the cosines of the rows `from … to - 1`, four rows at a time: each value of the question is read once for all. */
  private compare(from: number, to: number, hidden: Hidden): void {
    const { query } = this;
    const { dimensions, rows } = this.data;
    let row = from;
    for (; row + 3 < to; row += 4) {
      const [second, third, fourth] = [dimensions, 2 * dimensions, 3 * dimensions];
      let a = 0;
      let b = 0;
      let c = 0;
      let d = 0;
      for (let index = 0, offset = row * dimensions; index < dimensions; index += 1, offset += 1) {
        const value = query[index] as number;
        a = (a + Math.imul(value, rows[offset] as number)) | 0;
        b = (b + Math.imul(value, rows[offset + second] as number)) | 0;
        c = (c + Math.imul(value, rows[offset + third] as number)) | 0;
        d = (d + Math.imul(value, rows[offset + fourth] as number)) | 0;
      }
      this.note(row, a, hidden);
      this.note(row + 1, b, hidden);
      this.note(row + 2, c, hidden);
      this.note(row + 3, d, hidden);
    }
    for (; row < to; row += 1) {
      let dot = 0;
      for (let index = 0, offset = row * dimensions; index < dimensions; index += 1, offset += 1) {
        dot = (dot + Math.imul(query[index] as number, rows[offset] as number)) | 0;
      }
      this.note(row, dot, hidden);
    }
  }

  private note(row: number, dot: number, hidden: Hidden): void {
    if (row >= hidden.from && row < hidden.to) return;
    const unit = this.phrasingUnit[row] as number;
    const cosine = dot / (127 * 127);
    if (cosine > (this.best[unit] as number)) this.best[unit] = cosine;
  }
}
