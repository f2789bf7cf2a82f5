import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Classifier } from '../retrieve/classifier.ts';
import { balanced, ClassifierTraining, type TrainingExample } from './train-classifier.ts';

const dimensions = 8;
const unitCount = 4;

const direction = fc
  .array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: dimensions, maxLength: dimensions })
  .filter((values) => Math.hypot(...values) > 0.1)
  .map((values) => Float32Array.from(values, (value) => value / Math.hypot(...values)));
const examples: fc.Arbitrary<TrainingExample[]> = fc.array(
  fc.record({ vector: direction, unit: fc.nat({ max: unitCount }), weight: fc.double({ min: 0.1, max: 1, noNaN: true }) }),
  { minLength: 1, maxLength: 40 },
);

/** A vector along one axis, a little off it. */
function along(axis: number, off: number): Float32Array {
  const vector = new Float32Array(dimensions);
  vector[axis] = Math.sqrt(1 - off * off);
  vector[dimensions - 1] = off;
  return vector;
}

function best(values: Float32Array): number {
  return values.reduce((most, value, index) => (value > (values[most] as number) ? index : most), 0);
}

describe('ClassifierTraining', () => {
  it('tells apart what can be told apart, "none" among it', () => {
    const clear = Array.from({ length: 20 }, (_, index) => ({ vector: along(index % 5, 0.03 * (index % 7)), unit: index % 5, weight: 1 }));
    const classifier = new Classifier(new ClassifierTraining(clear, unitCount, dimensions).train());
    for (let unit = 0; unit <= unitCount; unit += 1) expect(best(classifier.logits(along(unit, 0.4)))).toBe(unit);
  });

  it('finds the nearest phrasing where each unit has but one, as distances do', () => {
    fc.assert(
      fc.property(fc.array(direction, { minLength: unitCount, maxLength: unitCount }), direction, (phrasings, question) => {
        const single = phrasings.map((vector, unit) => ({ vector, unit, weight: 1 }));
        const logits = new Classifier(new ClassifierTraining(single, unitCount, dimensions).train()).logits(question);
        const near = Float32Array.from(phrasings, (vector) =>
          vector.reduce((sum, value, index) => sum + value * (question[index] as number), 0),
        );
        const sorted = [...near].sort((a, b) => b - a);
        // Phrasings in nearly one direction share what they have in common; what is plainly nearest stays first.
        if ((sorted[0] as number) > 0.9 && (sorted[1] as number) < 0.3) expect(best(logits.subarray(0, unitCount))).toBe(best(near));
      }),
      { numRuns: 300 },
    );
  });

  it('gives finite figures, the same each time, whatever it is given', () => {
    fc.assert(
      fc.property(examples, (given) => {
        const train = () => new ClassifierTraining(balanced(given, unitCount), unitCount, dimensions).train();
        const trained = train();
        expect(train()).toEqual(trained);
        expect(trained.rows).toHaveLength((unitCount + 1) * dimensions);
        for (const value of [...trained.steps, ...trained.biases]) expect(Number.isFinite(value)).toBe(true);
      }),
    );
  });

  it('learns nothing from what is held out', () => {
    fc.assert(
      fc.property(examples, examples, (kept, others) => {
        const training = new ClassifierTraining([...kept, ...others], unitCount, dimensions);
        const alone = new ClassifierTraining(kept, unitCount, dimensions);
        expect(training.train((example) => example >= kept.length)).toEqual(alone.train());
      }),
    );
  });
});

describe('balanced', () => {
  it('gives each unit the same weight, and leaves "none" as it is', () => {
    fc.assert(
      fc.property(examples, (given) => {
        const sums = new Map<number, number>();
        for (const { unit, weight } of balanced(given, unitCount)) sums.set(unit, (sums.get(unit) ?? 0) + weight);
        const units = [...sums].filter(([unit]) => unit < unitCount).map(([, sum]) => sum);
        for (const sum of units) expect(sum).toBeCloseTo(units[0] as number, 6);
        const none = (list: readonly TrainingExample[]) =>
          list.reduce((sum, { unit, weight }) => sum + (unit === unitCount ? weight : 0), 0);
        expect(sums.get(unitCount) ?? 0).toBeCloseTo(none(given), 6);
      }),
    );
  });
});
