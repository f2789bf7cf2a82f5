import type { VectorsData } from '../pack/vectors-shard.ts';
import { bitCount } from './bit-count.ts';

/**
 * One bit for each value of a vector, set where it is above zero: the share of bits in which two vectors differ grows
 * with the angle between them (Charikar 2002, "Similarity estimation techniques from rounding algorithms", with the axes
 * for hyperplanes). Comparing bits is some thirty times cheaper than multiplying.
 */
export class Signatures {
  /** Words of 32 bits for each row. */
  private readonly width: number;
  private readonly bits: Int32Array;
  /** Of each row, in the search under way. */
  private readonly distances: Uint16Array;

  constructor({ dimensions, rows }: VectorsData) {
    const count = rows.length / dimensions;
    this.width = Math.ceil(dimensions / 32);
    this.bits = new Int32Array(count * this.width);
    this.distances = new Uint16Array(count);
    for (let row = 0; row < count; row += 1) this.sign(rows, row * dimensions, dimensions, this.bits, row * this.width);
  }

  /**
   * Calls back with the rows that differ least from a question, in ascending order: at least so many of them, and all
   * that differ no more than the last one.
   */
  sift(query: Int8Array, least: number, visit: (row: number) => void): void {
    const { width, bits, distances } = this;
    const wanted = new Int32Array(width);
    this.sign(query, 0, query.length, wanted, 0);
    const rowsAt = new Uint32Array(query.length + 1);
    for (let row = 0, offset = 0; row < distances.length; row += 1) {
      let distance = 0;
      for (let word = 0; word < width; word += 1, offset += 1) distance += bitCount((bits[offset] as number) ^ (wanted[word] as number));
      distances[row] = distance;
      rowsAt[distance] = (rowsAt[distance] as number) + 1;
    }
    let farthest = 0;
    for (let passed = rowsAt[0] as number; passed < least && farthest < query.length; passed += rowsAt[farthest] as number) farthest += 1;
    for (let row = 0; row < distances.length; row += 1) if ((distances[row] as number) <= farthest) visit(row);
  }

  private sign(values: Int8Array, from: number, count: number, into: Int32Array, start: number): void {
    for (let first = 0, word = start; first < count; first += 32, word += 1) {
      let bits = 0;
      for (let index = Math.min(count, first + 32) - 1; index >= first; index -= 1)
        bits = (bits << 1) | ((values[from + index] as number) > 0 ? 1 : 0);
      into[word] = bits;
    }
  }
}
