/** A linear classifier over vectors: what the classifier shard holds and what a question is multiplied with. */
export interface ClassifierData {
  readonly dimensions: number;
  readonly unitCount: number;
  /** One row for each unit, and a last one for questions that no unit answers; int8, each row in steps of its own. */
  readonly rows: Int8Array;
  /** What one step of each row is worth. */
  readonly steps: Float32Array;
  readonly biases: Float32Array;
}

/** The head: trained when the pack is built, it tells a pack's own units apart better than distances do. */
export class Classifier {
  private readonly values: Float32Array;

  constructor(private readonly data: ClassifierData) {
    this.values = new Float32Array(data.unitCount + 1);
  }

  get dimensions(): number {
    return this.data.dimensions;
  }

  /**
   * The log-odds of each unit, up to a constant, then of "none of them", in an array that the next call overwrites.
   * @param vector of unit length, of as many dimensions
   */
  logits(vector: Float32Array): Float32Array {
    const { values } = this;
    const { dimensions, rows, steps, biases } = this.data;
    // Two rows at a time: their sums do not wait for one another.
    for (let row = 0, offset = 0; row < values.length; row += 2, offset += 2 * dimensions) {
      const next = row + 1 < values.length ? dimensions : 0;
      let first = 0;
      let second = 0;
      for (let index = 0, place = offset; index < dimensions; index += 1, place += 1) {
        const value = vector[index] as number;
        first += value * (rows[place] as number);
        second += value * (rows[place + next] as number);
      }
      values[row] = first * (steps[row] as number) + (biases[row] as number);
      if (next > 0) values[row + 1] = second * (steps[row + 1] as number) + (biases[row + 1] as number);
    }
    return values;
  }
}
