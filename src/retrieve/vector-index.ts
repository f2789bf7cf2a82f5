import type { VectorsData } from '../pack/vectors-shard.ts';
import { type Hidden, nothingHidden } from './words-index.ts';

/** Cosines between a question and every phrasing of one locale. */
export class VectorIndex {
  private readonly best: Float32Array;
  private readonly query: Int8Array;

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
   * The best cosine of each unit, -1 to 1, in an array that the next call overwrites.
   * @param vector of unit length, of as many dimensions
   * @param hidden phrasings to leave out, for calibration
   */
  search(vector: Float32Array, hidden: Hidden = nothingHidden): Float32Array {
    const { dimensions, rows } = this.data;
    const { best, query, phrasingUnit } = this;
    for (let index = 0; index < dimensions; index += 1) query[index] = Math.round((vector[index] as number) * 127);
    best.fill(-1);
    for (let row = 0, offset = 0; row < phrasingUnit.length; row += 1, offset += dimensions) {
      if (row >= hidden.from && row < hidden.to) continue;
      let dot = 0;
      for (let index = 0; index < dimensions; index += 1) dot += (query[index] as number) * (rows[offset + index] as number);
      const cosine = dot / (127 * 127);
      const unit = phrasingUnit[row] as number;
      if (cosine > (best[unit] as number)) best[unit] = cosine;
    }
    return best;
  }
}
