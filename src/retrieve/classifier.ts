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
    const { dimensions, rows, steps, biases } = this.data;
    for (let row = 0, offset = 0; row < this.values.length; row += 1, offset += dimensions) {
      let dot = 0;
      for (let index = 0; index < dimensions; index += 1) dot += (vector[index] as number) * (rows[offset + index] as number);
      this.values[row] = dot * (steps[row] as number) + (biases[row] as number);
    }
    return this.values;
  }
}
