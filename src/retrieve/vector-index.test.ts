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
});
