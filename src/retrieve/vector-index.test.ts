import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantize } from '../pack/vectors-shard.ts';
import { VectorIndex } from './vector-index.ts';

const unitVector = (dimensions: number) =>
  fc
    .array(fc.float({ min: -1, max: 1, noNaN: true }), { minLength: dimensions, maxLength: dimensions })
    .filter((values) => Math.hypot(...values) > 0.1)
    .map((values) => Float32Array.from(values, (value) => value / Math.hypot(...values)));

function indexOf(
  vectors: readonly (Float32Array | null)[],
  phrasingUnit: readonly number[],
  unitCount: number,
  dimensions: number,
): VectorIndex {
  const rows = new Int8Array(vectors.length * dimensions);
  vectors.forEach((vector, row) => {
    if (vector !== null) quantize(vector, rows, row * dimensions);
  });
  return new VectorIndex({ dimensions, rows }, Uint32Array.from(phrasingUnit), unitCount);
}

const cosine = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, index) => sum + value * (b[index] as number), 0);

describe('VectorIndex', () => {
  it('gives each unit the cosine of its nearest phrasing', () => {
    const corpus = fc.integer({ min: 2, max: 24 }).chain((dimensions) =>
      fc.record({
        dimensions: fc.constant(dimensions),
        question: unitVector(dimensions),
        units: fc.array(fc.array(unitVector(dimensions), { minLength: 1, maxLength: 3 }), { maxLength: 6 }),
      }),
    );
    fc.assert(
      fc.property(corpus, ({ dimensions, question, units }) => {
        const index = indexOf(
          units.flat(),
          units.flatMap((rows, unit) => rows.map(() => unit)),
          units.length,
          dimensions,
        );
        const found = index.search(question);
        // Rounding to int8 costs up to half a step in each of the dimensions.
        units.forEach((rows, unit) => {
          expect(Math.abs((found[unit] as number) - Math.max(...rows.map((row) => cosine(row, question))))).toBeLessThan(0.05);
        });
      }),
    );
  });

  it('passes over hidden phrasings', () => {
    const east = Float32Array.of(1, 0);
    const north = Float32Array.of(0, 1);
    const index = indexOf([east, north, east], [0, 0, 1], 2, 2);
    expect(index.search(east)[0]).toBeCloseTo(1, 2);
    expect(index.search(east, { from: 0, to: 1, answerOf: -1 })[0]).toBeCloseTo(0, 2);
    expect(index.search(east, { from: 0, to: 2, answerOf: -1 })[0]).toBe(-1);
    expect(index.search(east)[0]).toBeCloseTo(1, 2);
  });

  it('finds phrasings without a vector near nothing', () => {
    const index = indexOf([null, Float32Array.of(1, 0)], [0, 1], 2, 2);
    expect(Array.from(index.search(Float32Array.of(1, 0)), (value) => Math.round(value))).toEqual([0, 1]);
  });

  it('holds nothing for no phrasings', () => {
    expect(indexOf([], [], 0, 4).search(new Float32Array(4))).toHaveLength(0);
  });

  describe('with more rows than are compared whole', () => {
    const dimensions = 96;
    const rowsPerTopic = 40;
    const topics = 250;
    // Evenly spread and the same in every run; phrasings of one topic lie closer to each other.
    const noise = (number: number) => (((Math.imul(number + 1, 0x9e3779b1) ^ Math.imul(number + 7, 0x85ebca6b)) >>> 8) % 2001) / 1000 - 1;
    const direction = (topic: number, spread: number, salt: number) =>
      normalized(
        Array.from(
          { length: dimensions },
          (_, index) => noise(topic * dimensions + index) + spread * noise(salt * dimensions + index + 1e6),
        ),
      );
    const vectors = Array.from({ length: topics * rowsPerTopic }, (_, row) => rounded(direction(Math.floor(row / rowsPerTopic), 1, row)));
    // Two phrasings a unit.
    const units = vectors.map((_, row) => row >> 1);
    const index = indexOf(vectors, units, vectors.length / 2, dimensions);
    const questions = Array.from({ length: 25 }, (_, number) => direction(number * 10, 0.8, 1e5 + number));

    it('finds nearly all of the nearest units, the nearest one always, with the cosines of comparing with each', () => {
      let found = 0;
      for (const question of questions) {
        const exact = cosinesOf(vectors, units, question);
        const wanted = nearestOf(exact, 24);
        const given = index.search(question);
        const nearest = nearestOf(given, 24);
        expect(nearest[0]).toBe(wanted[0]);
        found += wanted.filter((unit) => nearest.includes(unit)).length;
        for (const unit of nearest) expect(given[unit]).toBeCloseTo(exact[unit] as number, 6);
      }
      expect(found / (24 * questions.length)).toBeGreaterThan(0.98);
    });

    it('gives the cosine of every unit that is wanted, near or far', () => {
      const [question] = questions as [Float32Array];
      const exact = cosinesOf(vectors, units, question);
      const farthest = nearestOf(
        exact.map((value) => -value),
        5,
      );
      const given = index.search(question, undefined, farthest);
      for (const unit of farthest) expect(given[unit]).toBeCloseTo(exact[unit] as number, 6);
    });

    it('passes over hidden phrasings', () => {
      const [question] = questions as [Float32Array];
      const [nearest = 0] = nearestOf(index.search(question), 1);
      expect(index.search(question, { from: 2 * nearest, to: 2 * nearest + 2, answerOf: -1 }, [nearest])[nearest]).toBe(-1);
    });
  });
});

function normalized(values: readonly number[]): Float32Array {
  const length = Math.hypot(...values);
  return Float32Array.from(values, (value) => value / length);
}

/** As int8 holds it. */
function rounded(vector: Float32Array): Float32Array {
  return vector.map((value) => Math.round(value * 127) / 127);
}

/** The best cosine of each unit, by comparing with every vector. */
function cosinesOf(vectors: readonly Float32Array[], units: readonly number[], question: Float32Array): Float32Array {
  const best = new Float32Array((units.at(-1) ?? -1) + 1).fill(-1);
  const asked = rounded(question);
  vectors.forEach((vector, row) => {
    const unit = units[row] as number;
    best[unit] = Math.max(best[unit] as number, cosine(vector, asked));
  });
  return best;
}

function nearestOf(values: Float32Array, count: number): number[] {
  return Array.from(values.keys())
    .sort((a, b) => (values[b] as number) - (values[a] as number))
    .slice(0, count);
}
