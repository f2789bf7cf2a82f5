import type { ClassifierData } from '../retrieve/classifier.ts';

/** A text of the pack, or one that none of its units answers. */
export interface TrainingExample {
  /** Of unit length. */
  readonly vector: Float32Array;
  /** Number of its unit; the number of units for "none". */
  readonly unit: number;
  /** 1 for a phrasing, less for what says less. */
  readonly weight: number;
}

/** So that units with many phrasings do not swallow those with few: each unit counts as much as the next. */
export function balanced(examples: readonly TrainingExample[], unitCount: number): TrainingExample[] {
  const sums = new Float64Array(unitCount);
  for (const { unit, weight } of examples) if (unit < unitCount) sums[unit] = (sums[unit] as number) + weight;
  const mean = sums.reduce((total, sum) => total + sum, 0) / Math.max(1, sums.filter((sum) => sum > 0).length);
  return examples.map((each) => (each.unit < unitCount ? { ...each, weight: (each.weight * mean) / (sums[each.unit] as number) } : each));
}

// All chosen on intent sets that no encoder saw in training, see `models/README.md`.
/** Strength of the penalty on the weights' squares. */
const penalty = 1 / 30;
const passes = 15;
const stepSize = 0.15;
/** How much a bias moves where a weight would move by 1. */
const biasShare = 0.3;
/** What hardly moves would cost as much as what does. */
const leastChange = 1e-3;
/** The units nearest to an example are told apart from its own; all others are far away already. */
const mostRivals = 32;
/** Examples times units: beyond this many the training would take a minute, and distances alone have to do. */
const mostComparisons = 1e7;

/**
 * Trains multinomial logistic regression with a quadratic penalty by stochastic dual coordinate ascent (Shalev-Shwartz &
 * Zhang 2013): each example holds its own share of the weights, and passes move the shares towards what the present
 * probabilities ask for. The same examples give the same weights.
 */
export class ClassifierTraining {
  private readonly rivals: Int32Array;
  private readonly order: Int32Array;
  private readonly width: number;
  /** Doubles are twice as fast to reckon with. */
  private readonly vectors: readonly Float64Array[];

  constructor(
    private readonly examples: readonly TrainingExample[],
    private readonly unitCount: number,
    private readonly dimensions: number,
  ) {
    this.width = Math.min(unitCount + 1, mostRivals);
    this.vectors = examples.map(({ vector }) => Float64Array.from(vector));
    this.rivals = rivalsOf(examples, this.vectors, unitCount + 1, dimensions, this.width);
    this.order = takingTurns(examples);
  }

  /** Whether training on so much ends within seconds. */
  static isFeasible(exampleCount: number, unitCount: number): boolean {
    return unitCount > 1 && exampleCount * unitCount <= mostComparisons;
  }

  /** @param isHeldOut numbers of examples to leave out */
  train(isHeldOut: (example: number) => boolean = () => false): ClassifierData {
    const { examples, dimensions, width } = this;
    const classes = this.unitCount + 1;
    const weights = new Float64Array(classes * dimensions);
    const biases = new Float64Array(classes);
    const shares = new Float32Array(examples.length * width);
    const odds = new Float64Array(width);
    for (let pass = 0; pass < passes; pass += 1) {
      for (const number of this.order) {
        if (isHeldOut(number)) continue;
        const { weight } = examples[number] as TrainingExample;
        const vector = this.vectors[number] as Float64Array;
        const start = number * width;
        this.probabilities(vector, start, weights, biases, odds);
        for (let place = 0; place < width; place += 1) {
          const target = weight * ((place === 0 ? 1 : 0) - (odds[place] as number));
          const change = stepSize * (target - (shares[start + place] as number));
          if (Math.abs(change) < leastChange) continue;
          shares[start + place] = (shares[start + place] as number) + change;
          const rival = this.rivals[start + place] as number;
          addScaled(weights, rival * dimensions, vector, change / penalty);
          biases[rival] = (biases[rival] as number) + (biasShare * change) / penalty;
        }
      }
    }
    return quantized(weights, biases, dimensions);
  }

  /** Fills `odds` with the probabilities of an example's rivals, its own unit first. */
  private probabilities(vector: Float64Array, start: number, weights: Float64Array, biases: Float64Array, odds: Float64Array): void {
    let highest = Number.NEGATIVE_INFINITY;
    for (let place = 0; place < odds.length; place += 1) {
      const rival = this.rivals[start + place] as number;
      const logit = dotAt(weights, rival * this.dimensions, vector) + (biases[rival] as number);
      odds[place] = logit;
      if (logit > highest) highest = logit;
    }
    let sum = 0;
    for (let place = 0; place < odds.length; place += 1) {
      odds[place] = Math.exp((odds[place] as number) - highest);
      sum += odds[place] as number;
    }
    for (let place = 0; place < odds.length; place += 1) odds[place] = (odds[place] as number) / sum;
  }
}

/** For each example its own class, then the classes whose mean vector is nearest. */
function rivalsOf(
  examples: readonly TrainingExample[],
  vectors: readonly Float64Array[],
  classes: number,
  dimensions: number,
  width: number,
): Int32Array {
  const means = new Float64Array(classes * dimensions);
  examples.forEach(({ unit, weight }, number) => {
    addScaled(means, unit * dimensions, vectors[number] as Float64Array, weight);
  });
  for (let each = 0; each < classes; each += 1) {
    const row = means.subarray(each * dimensions, (each + 1) * dimensions);
    const length = Math.sqrt(dotAt(row, 0, row));
    if (length > 0) for (let index = 0; index < dimensions; index += 1) row[index] = (row[index] as number) / length;
  }
  const rivals = new Int32Array(examples.length * width);
  const nearness = new Float64Array(width);
  examples.forEach(({ unit }, number) => {
    const vector = vectors[number] as Float64Array;
    const start = number * width;
    rivals[start] = unit;
    nearness[0] = Number.POSITIVE_INFINITY;
    let kept = 1;
    for (let each = 0; each < classes; each += 1) {
      if (each === unit) continue;
      const near = dotAt(means, each * dimensions, vector);
      if (kept === width && near <= (nearness[width - 1] as number)) continue;
      let place = kept < width ? kept++ : width - 1;
      for (; near > (nearness[place - 1] as number); place -= 1) {
        nearness[place] = nearness[place - 1] as number;
        rivals[start + place] = rivals[start + place - 1] as number;
      }
      nearness[place] = near;
      rivals[start + place] = each;
    }
  });
  return rivals;
}

/** The first example of every unit, then every second one …, so that no pass ends on one unit alone. */
function takingTurns(examples: readonly TrainingExample[]): Int32Array {
  const counts = new Map<number, number>();
  const turn = examples.map(({ unit }) => {
    const count = counts.get(unit) ?? 0;
    counts.set(unit, count + 1);
    return count;
  });
  return Int32Array.from(examples.keys()).sort((a, b) => (turn[a] as number) - (turn[b] as number) || a - b);
}

function dotAt(rows: Float64Array, offset: number, vector: Float64Array): number {
  // Four sums do not wait for one another, which makes this loop, most of the training, twice as fast.
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  const { length } = vector;
  let index = 0;
  for (; index + 3 < length; index += 4) {
    a += (rows[offset + index] as number) * (vector[index] as number);
    b += (rows[offset + index + 1] as number) * (vector[index + 1] as number);
    c += (rows[offset + index + 2] as number) * (vector[index + 2] as number);
    d += (rows[offset + index + 3] as number) * (vector[index + 3] as number);
  }
  for (; index < length; index += 1) a += (rows[offset + index] as number) * (vector[index] as number);
  return a + b + c + d;
}

function addScaled(rows: Float64Array, offset: number, vector: Float64Array, scale: number): void {
  for (let index = 0; index < vector.length; index += 1) {
    rows[offset + index] = (rows[offset + index] as number) + scale * (vector[index] as number);
  }
}

function quantized(weights: Float64Array, biases: Float64Array, dimensions: number): ClassifierData {
  const rows = new Int8Array(weights.length);
  const steps = new Float32Array(biases.length);
  for (let row = 0; row < biases.length; row += 1) {
    const values = weights.subarray(row * dimensions, (row + 1) * dimensions);
    const step = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / 127;
    steps[row] = step;
    values.forEach((value, index) => {
      rows[row * dimensions + index] = step === 0 ? 0 : Math.round(value / step);
    });
  }
  return { dimensions, unitCount: biases.length - 1, rows, steps, biases: Float32Array.from(biases) };
}
