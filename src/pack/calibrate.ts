import { confidenceFeatures, featureNames, mostOffered, sigmoid } from '../decide/confidence.ts';
import type { Classifier } from '../retrieve/classifier.ts';
import type { Candidate } from '../retrieve/evidence.ts';
import type { TextsOfUnit } from '../retrieve/index-words.ts';
import type { KnowledgeBase } from '../retrieve/knowledge.ts';
import { searchBase } from '../retrieve/retrieve.ts';
import { type Hidden, nothingHidden } from '../retrieve/words-index.ts';
import type { EncodedTexts } from './encode-texts.ts';
import type { Calibration } from './manifest.ts';

/** What a calibration learns from: the evidence for one question, and whether the first candidate was right. */
export interface Example {
  readonly features: readonly number[];
  readonly isRight: boolean;
  /** Whether one of the first three was. */
  readonly isAmongFirst: boolean;
  readonly weight: number;
}

/** Weights that were learnt on other content, bias first. */
export interface Prior {
  readonly answer: readonly number[];
  readonly offer: readonly number[];
}

/** What a pack is asked to learn its confidence from, with vectors where it has an encoder. */
export interface Questions {
  /** In the order of the words index; `number` counts through all. */
  readonly phrasings: readonly {
    readonly text: string;
    readonly unit: number;
    readonly number: number;
    readonly vector: Float32Array | null;
  }[];
  /** Everyday questions in the base's language that no site like this one answers. */
  readonly offTopic: readonly { readonly text: string; readonly vector: Float32Array | null }[];
}

export function questionsOf(texts: readonly TextsOfUnit[], offTopic: readonly string[], encoded?: EncodedTexts): Questions {
  let number = 0;
  const phrasings = texts.flatMap(({ phrasings: own }, unit) =>
    own.map((text) => {
      const vector = encoded?.phrasings[number] ?? null;
      return { text, unit, number: number++, vector };
    }),
  );
  return { phrasings, offTopic: offTopic.map((text, index) => ({ text, vector: encoded?.offTopic[index] ?? null })) };
}

/**
 * What a pack's examples weigh at most next to the prior, together. Authors write phrasings to differ, so one that is held
 * out is at least as hard to find as what visitors say: a pack is believed where its examples fare better than the
 * prior expects, and hardly where they fare worse, or it would never dare to answer.
 */
const mostWeight = { better: 200, worse: 10 };
/** Each phrasing costs two searches; beyond this many a sample (every n-th) stands for all. */
const mostHeldOut = 300;
/** Share of questions that a site's visitors ask and no unit answers: half about the site's own field, half about anything. */
const foreignShare = 0.25;

/**
 * The calibration of one locale of a pack, learnt from its own phrasings.
 * @param without for each part of the phrasings the classifier that did not see it, where the base has one
 */
export function calibrationOf(
  base: KnowledgeBase,
  questions: Questions,
  prior: Prior,
  precision: number,
  without: readonly Classifier[] = [],
): Calibration {
  const examples = gatherExamples(base, questions, without);
  const fitted = (most: number) => fitCalibration(weighingAtMost(most, examples), prior, precision);
  const better = fitted(mostWeight.better);
  const worse = fitted(mostWeight.worse);
  return meanConfidence(better, examples) > meanConfidence(worse, examples) ? better : worse;
}

function meanConfidence({ weights }: Calibration, examples: readonly Example[]): number {
  return examples.reduce((sum, { features, weight }) => sum + weight * sigmoid(linear(weights, features)), 0);
}

function weighingAtMost(most: number, examples: readonly Example[]): readonly Example[] {
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  return total <= most ? examples : examples.map((each) => ({ ...each, weight: (each.weight * most) / total }));
}

/**
 * Asks the pack what it would find if it did not know a phrasing (a stranger's wording), if it did not know the whole
 * unit (a question that nothing answers), and what it finds for questions about other things altogether.
 */
export function gatherExamples(base: KnowledgeBase, { phrasings, offTopic }: Questions, without: readonly Classifier[] = []): Example[] {
  const ranges = unitRanges(phrasings);
  const several = phrasings.filter(({ unit }) => {
    const range = ranges.get(unit);
    return range !== undefined && range.to - range.from > 1;
  });
  const step = Math.max(1, Math.ceil(several.length / mostHeldOut));
  const held = several.filter((_, index) => index % step === 0);
  const baseWithout = (number: number): KnowledgeBase => {
    const classifier = without[number % without.length];
    return classifier === undefined ? base : { ...base, classifier };
  };
  const foreignWeight = (count: number) => (held.length * foreignShare) / (1 - foreignShare) / 2 / Math.max(1, count);
  const examples: Example[] = [];
  for (const { text, unit, number, vector } of held) {
    const unaware = baseWithout(number);
    examples.push(exampleOf(unaware, text, vector, unit, 1, { from: number, to: number + 1, answerOf: -1 }));
    const range = ranges.get(unit) ?? { from: 0, to: 0 };
    examples.push(exampleOf(unaware, text, vector, -1, foreignWeight(held.length), { ...range, answerOf: unit }));
  }
  offTopic.forEach(({ text, vector }, index) => {
    examples.push(exampleOf(baseWithout(index), text, vector, -1, foreignWeight(offTopic.length), nothingHidden));
  });
  return examples;
}

function unitRanges(phrasings: Questions['phrasings']): Map<number, { from: number; to: number }> {
  const ranges = new Map<number, { from: number; to: number }>();
  for (const { unit, number } of phrasings) {
    const known = ranges.get(unit);
    ranges.set(unit, { from: known?.from ?? number, to: number + 1 });
  }
  return ranges;
}

function exampleOf(base: KnowledgeBase, text: string, vector: Float32Array | null, right: number, weight: number, hidden: Hidden): Example {
  const found = searchBase(base, text, vector, hidden);
  const candidates = found.matches.map(
    (match): Candidate => ({ ...match, unit: base.units.at(match.unit), locale: base.locale, tier: base.tier }),
  );
  return {
    features: confidenceFeatures(candidates, found),
    isRight: found.matches[0]?.unit === right,
    isAmongFirst: found.matches.slice(0, mostOffered).some(({ unit }) => unit === right),
    weight,
  };
}

/**
 * Fits the weights of the confidence by maximum a posteriori logistic regression (damped Newton), with a normal prior
 * around the weights that were learnt on other content, so that a pack with few phrasings stays near those.
 * @param precision wanted share of right answers among those given, 0.5 to 0.999
 */
export function fitCalibration(examples: readonly Example[], prior: Prior, precision: number): Calibration {
  const weights = fitWeights(examples, prior.answer, ({ isRight }) => isRight);
  const offerWeights = fitWeights(examples, prior.offer, ({ isAmongFirst }) => isAmongFirst);
  const confidences = examples
    .map(({ features, weight }) => ({ confidence: sigmoid(linear(weights, features)), weight }))
    .sort((a, b) => b.confidence - a.confidence);
  return {
    weights: weights.map(rounded),
    offerWeights: offerWeights.map(rounded),
    answerFrom: rounded(answerThreshold(confidences, precision)),
  };
}

const leastConfidence = 0.3;
const priorStrength = 1;
const newtonSteps = 25;

/** The lowest confidence at which the answers given are, on average, as often right as wanted. */
function answerThreshold(sorted: readonly { confidence: number; weight: number }[], precision: number): number {
  let weight = 0;
  let right = 0;
  // Confidences crowd towards 1: those above a threshold come to two thirds of the way from it on average. Held-out
  // phrasings are harder than what visitors ask, so they may show that less is enough, but not that more is needed.
  const usualThreshold = 1 - 3 * (1 - precision);
  let threshold = usualThreshold;
  for (const each of sorted) {
    if (each.weight === 0) continue;
    weight += each.weight;
    right += each.weight * each.confidence;
    if (right / weight < precision) break;
    threshold = each.confidence;
  }
  return Math.max(leastConfidence, Math.min(usualThreshold, threshold));
}

function fitWeights(examples: readonly Example[], prior: readonly number[], isPositive: (example: Example) => boolean): number[] {
  let weights = [...prior];
  let loss = lossOf(weights, examples, prior, isPositive);
  for (let step = 0; step < newtonSteps; step += 1) {
    const change = newtonStep(weights, examples, prior, isPositive);
    // A full step can overshoot where nearly all examples are told apart; halved often enough it always improves.
    let size = 1;
    let next = weights;
    let nextLoss = loss;
    do {
      next = weights.map((weight, index) => weight + size * (change[index] as number));
      nextLoss = lossOf(next, examples, prior, isPositive);
      size /= 2;
    } while (nextLoss > loss && size > 1e-6);
    if (loss - nextLoss < 1e-9) break;
    weights = next;
    loss = nextLoss;
  }
  return weights;
}

/** Negative log posterior. */
function lossOf(
  weights: readonly number[],
  examples: readonly Example[],
  prior: readonly number[],
  isPositive: (example: Example) => boolean,
): number {
  let loss = weights.reduce((sum, weight, index) => sum + (priorStrength / 2) * (weight - (prior[index] as number)) ** 2, 0);
  for (const example of examples) {
    const { features, weight } = example;
    const value = linear(weights, features) * (isPositive(example) ? 1 : -1);
    loss += weight * (value > 0 ? Math.log1p(Math.exp(-value)) : Math.log1p(Math.exp(value)) - value);
  }
  return loss;
}

function newtonStep(
  weights: readonly number[],
  examples: readonly Example[],
  prior: readonly number[],
  isPositive: (example: Example) => boolean,
): number[] {
  const size = featureNames.length + 1;
  const gradient = weights.map((weight, index) => priorStrength * ((prior[index] as number) - weight));
  const curvature = Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column) => (row === column ? priorStrength : 0)),
  );
  for (const example of examples) {
    const { features, weight } = example;
    const inputs = [1, ...features];
    const expected = sigmoid(linear(weights, features));
    const slope = weight * expected * (1 - expected);
    for (let row = 0; row < size; row += 1) {
      const input = inputs[row] as number;
      gradient[row] = (gradient[row] as number) + weight * ((isPositive(example) ? 1 : 0) - expected) * input;
      const line = curvature[row] as number[];
      for (let column = 0; column < size; column += 1) line[column] = (line[column] as number) + slope * input * (inputs[column] as number);
    }
  }
  return solve(curvature, gradient);
}

function linear(weights: readonly number[], features: readonly number[]): number {
  return features.reduce((sum, feature, index) => sum + feature * (weights[index + 1] as number), weights[0] as number);
}

/** Solves a small positive definite system by Gaussian elimination with partial pivoting. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, index) => [...row, right[index] as number]);
  const size = rows.length;
  for (let column = 0; column < size; column += 1) {
    let pivot = column;
    for (let row = column + 1; row < size; row += 1) {
      if (Math.abs(rows[row]?.[column] as number) > Math.abs(rows[pivot]?.[column] as number)) pivot = row;
    }
    [rows[column], rows[pivot]] = [rows[pivot] as number[], rows[column] as number[]];
    const lead = rows[column] as number[];
    for (let row = 0; row < size; row += 1) {
      if (row === column) continue;
      const target = rows[row] as number[];
      const factor = (target[column] as number) / (lead[column] as number);
      for (let each = column; each <= size; each += 1) target[each] = (target[each] as number) - factor * (lead[each] as number);
    }
  }
  return rows.map((row, index) => (row[size] as number) / (row[index] as number));
}

/** Four decimals are enough, and the same on every machine. */
function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
