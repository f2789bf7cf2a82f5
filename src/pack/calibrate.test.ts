import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { featureNames, sigmoid } from '../decide/confidence.ts';
import { knowledgeOf } from '../knowledge.fixture.ts';
import { smallShop } from '../small-shop.fixture.ts';
import { calibrationOf, type Example, fitCalibration, gatherExamples, questionsOf } from './calibrate.ts';
import type { Calibration } from './manifest.ts';

const size = featureNames.length;
const prior = { answer: [-4, ...new Array<number>(size).fill(1)], offer: [-2, ...new Array<number>(size).fill(1)] };

/** Numbers between 0 and 1 that are the same in every run (Mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const confidence = ({ weights }: Pick<Calibration, 'weights'>, features: readonly number[]) =>
  sigmoid(features.reduce((sum, feature, index) => sum + feature * (weights[index + 1] ?? 0), weights[0] ?? 0));

/** Examples whose answers are right as often as a logistic law says. */
function lawfulExamples(count: number, law: readonly number[], seed: number): Example[] {
  const random = randomNumbers(seed);
  return Array.from({ length: count }, () => {
    const features = Array.from({ length: size }, random);
    const isRight = random() < confidence({ weights: [...law] }, features);
    return { features, isRight, isAmongFirst: isRight || random() < 0.3, weight: 1 };
  });
}

/** Expected calibration error over ten bins of equal width (Guo et al. 2017, "On calibration of modern neural networks"). */
function calibrationError(examples: readonly { confidence: number; isRight: boolean }[]): number {
  const bins = Array.from({ length: 10 }, (_, bin) => examples.filter((each) => Math.min(9, Math.floor(each.confidence * 10)) === bin));
  return bins.reduce((error, bin) => {
    const mean = (value: (each: (typeof bin)[number]) => number) =>
      bin.reduce((sum, each) => sum + value(each), 0) / Math.max(1, bin.length);
    return error + (bin.length / examples.length) * Math.abs(mean((each) => each.confidence) - mean((each) => (each.isRight ? 1 : 0)));
  }, 0);
}

const share = fc.double({ min: 0, max: 1, noNaN: true });
const example: fc.Arbitrary<Example> = fc.record({
  features: fc.array(share, { minLength: size, maxLength: size }),
  isRight: fc.boolean(),
  isAmongFirst: fc.boolean(),
  weight: fc.double({ min: 0, max: 3, noNaN: true }),
});

describe('fitCalibration', () => {
  it.each([
    ['a steep law', [-6, 8, 4, 3, 2, 1, 1, -1]],
    ['a flat law', [0.5, 0.5, 0, 0, -0.5, 0, 0, 0]],
    ['a law against the prior', [3, -4, -2, 0, 0, 0, 0, 0]],
  ])('says on fresh data, under %s, what is right as often as it says', (_, start) => {
    const law = Array.from({ length: size + 1 }, (__, index) => start[index] ?? 0);
    const calibration = fitCalibration(lawfulExamples(3000, law, 1), prior, 0.9);
    const fresh = lawfulExamples(6000, law, 2).map(({ features, isRight }) => ({ confidence: confidence(calibration, features), isRight }));
    expect(calibrationError(fresh)).toBeLessThan(0.03);
  });

  it('keeps what it promises: answers from its threshold on are right at least as often as wanted', () => {
    const law = Array.from({ length: size + 1 }, (_, index) => [-5, 7, 3][index] ?? 0);
    for (const precision of [0.7, 0.8, 0.9]) {
      const calibration = fitCalibration(lawfulExamples(4000, law, 3), prior, precision);
      const given = lawfulExamples(8000, law, 4).filter(({ features }) => confidence(calibration, features) >= calibration.answerFrom);
      expect(given.length).toBeGreaterThan(100);
      expect(given.filter(({ isRight }) => isRight).length / given.length).toBeGreaterThan(precision - 0.03);
    }
  });

  it('asks for more confidence where more precision is wanted', () => {
    fc.assert(
      fc.property(
        fc.array(example, { maxLength: 40 }),
        fc.double({ min: 0.5, max: 0.999, noNaN: true }),
        fc.double({ min: 0.5, max: 0.999, noNaN: true }),
        (examples, a, b) => {
          const [low, high] = [Math.min(a, b), Math.max(a, b)];
          const [less, more] = [low, high].map((precision) => fitCalibration(examples, prior, precision).answerFrom) as [number, number];
          expect(more).toBeGreaterThanOrEqual(less);
          expect(less).toBeGreaterThanOrEqual(0.3);
          expect(more).toBeLessThanOrEqual(high + 1e-6);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is the prior where there is nothing to learn from', () => {
    const { weights, offerWeights, answerFrom } = fitCalibration([], prior, 0.95);
    expect(weights).toEqual(prior.answer);
    expect(offerWeights).toEqual(prior.offer);
    // Confidences that crowd towards 1 come to 0.95 from 0.85 on.
    expect(answerFrom).toBeCloseTo(0.85);
  });

  it('does not learn from examples that weigh nothing', () => {
    const weightless = lawfulExamples(50, prior.answer, 5).map((each) => ({ ...each, weight: 0 }));
    expect(fitCalibration(weightless, prior, 0.95)).toEqual(fitCalibration([], prior, 0.95));
  });

  it('stays near the prior with few examples, and goes away from it with many', () => {
    const law = [4, ...new Array<number>(size).fill(-2)];
    const distance = ({ weights }: Calibration) => Math.hypot(...weights.map((weight, index) => weight - (prior.answer[index] ?? 0)));
    const [few, many] = [3, 3000].map((count) => distance(fitCalibration(lawfulExamples(count, law, 6), prior, 0.9))) as [number, number];
    expect(few).toBeLessThan(2.5);
    expect(many).toBeGreaterThan(2 * few);
  });

  it.each([1, 10, 1000])('does not run away where %i examples of each kind are told apart without fail', (count) => {
    const apart = (isRight: boolean): Example => ({
      features: new Array<number>(size).fill(isRight ? 1 : 0),
      isRight,
      isAmongFirst: isRight,
      weight: 1,
    });
    const { weights, offerWeights, answerFrom } = fitCalibration(
      Array.from({ length: 2 * count }, (_, index) => apart(index % 2 === 0)),
      prior,
      0.95,
    );
    for (const weight of [...weights, ...offerWeights, answerFrom]) expect(Number.isFinite(weight)).toBe(true);
    for (const weight of weights) expect(Math.abs(weight)).toBeLessThan(20);
    expect(confidence({ weights }, new Array<number>(size).fill(1))).toBeGreaterThan(0.9);
    expect(confidence({ weights }, new Array<number>(size).fill(0))).toBeLessThan(0.1);
  });

  it('gives finite figures whatever it is given, the same each time', () => {
    fc.assert(
      fc.property(fc.array(example, { maxLength: 30 }), (examples) => {
        const calibration = fitCalibration(examples, prior, 0.9);
        for (const weight of [...calibration.weights, ...calibration.offerWeights, calibration.answerFrom])
          expect(Number.isFinite(weight)).toBe(true);
        expect(fitCalibration(structuredClone(examples), prior, 0.9)).toEqual(calibration);
      }),
      { numRuns: 100 },
    );
  });
});

describe('gatherExamples', () => {
  const textsOf = (texts: readonly (readonly string[])[]) => texts.map((phrasings) => ({ phrasings, answer: '' }));
  const english = [...smallShop.units]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((unit) => [unit.variants.get('en')?.question ?? '', ...(unit.variants.get('en')?.phrasings ?? [])]);

  it('asks each phrasing as a stranger would, and again as if its unit did not exist', async () => {
    const { bases } = await knowledgeOf(smallShop, ['en']);
    const [base] = bases;
    if (base === undefined) throw new Error('no base');
    const offTopic = ['Who won the match?', 'What is the capital of Peru?'];
    const examples = gatherExamples(base, questionsOf(textsOf(english), offTopic));
    const held = english.flat().length;
    expect(examples).toHaveLength(2 * held + offTopic.length);
    // What nothing answers is a quarter of all that visitors ask.
    const weight = (list: readonly Example[]) => list.reduce((sum, each) => sum + each.weight, 0);
    const foreign = examples.filter(({ weight: own }) => own !== 1);
    expect(weight(foreign) / weight(examples)).toBeCloseTo(0.25, 6);
    expect(foreign.some(({ isRight, isAmongFirst }) => isRight || isAmongFirst)).toBe(false);
    // Told in its very own words every unit would be found; a stranger's wording has to be harder.
    const found = examples.filter(({ isRight }) => isRight).length / held;
    expect(found).toBeGreaterThan(0.3);
    expect(examples.filter(({ weight: own }) => own === 1).every(({ features }) => (features[3] ?? 1) < 0.999)).toBe(true);
    for (const { isRight, isAmongFirst } of examples) if (isRight) expect(isAmongFirst).toBe(true);
  });

  it('learns nothing from units with a single phrasing but what is off topic', async () => {
    const { bases } = await knowledgeOf({ ...smallShop, units: smallShop.units.slice(0, 3) }, ['en']);
    const [base] = bases;
    if (base === undefined) throw new Error('no base');
    const single = textsOf([['one'], ['two'], ['three']]);
    expect(gatherExamples(base, questionsOf(single, []))).toEqual([]);
    const { answerFrom } = calibrationOf(base, questionsOf(single, ['What is the capital of Peru?']), prior, 0.95);
    expect(answerFrom).toBeGreaterThanOrEqual(0.6);
  });
});
