/** What is learnt from: feature values, 1 or 0, and how much it counts. */
export interface LabelledRow {
  readonly values: readonly number[];
  readonly label: 0 | 1;
  readonly weight: number;
}

const rounds = 800;
const rate = 0.5;

/**
 * Logistic regression with a squared penalty on all but the bias, which comes last; plain gradient descent.
 * @param signs 1: the weight may not be below 0; -1: not above; 0: either
 */
export function fitLogistic(rows: readonly LabelledRow[], penalty: number, signs: readonly (1 | 0 | -1)[]): Float64Array {
  const size = rows[0]?.values.length ?? 0;
  const model = new Float64Array(size + 1);
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  for (let round = 0; round < rounds; round += 1) {
    const slope = new Float64Array(size + 1);
    for (const { values, label, weight } of rows) {
      const error = weight * (probabilityOf(model, values) - label);
      for (let place = 0; place < size; place += 1) slope[place] = (slope[place] ?? 0) + error * (values[place] ?? 0);
      slope[size] = (slope[size] ?? 0) + error;
    }
    for (let place = 0; place <= size; place += 1) {
      const shrink = place < size ? penalty * (model[place] ?? 0) : 0;
      const weight = (model[place] ?? 0) - (rate / total) * ((slope[place] ?? 0) + shrink);
      model[place] = weight * (signs[place] ?? 0) < 0 ? 0 : weight;
    }
  }
  return model;
}

export function probabilityOf(model: Float64Array, values: readonly number[]): number {
  const sum = values.reduce((total, value, place) => total + value * (model[place] ?? 0), model[values.length] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}
