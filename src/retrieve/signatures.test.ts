import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Signatures } from './signatures.ts';

const corpus = fc.integer({ min: 1, max: 70 }).chain((dimensions) => {
  const row = fc.array(fc.integer({ min: -127, max: 127 }), { minLength: dimensions, maxLength: dimensions });
  return fc.record({ query: row, rows: fc.array(row, { maxLength: 20 }), least: fc.nat({ max: 25 }) });
});

describe('Signatures', () => {
  it('lets the rows through whose signs differ least, with all that differ as little as the last', () => {
    fc.assert(
      fc.property(corpus, ({ query, rows, least }) => {
        const dimensions = query.length;
        const passed: number[] = [];
        new Signatures({ dimensions, rows: Int8Array.from(rows.flat()) }).sift(Int8Array.from(query), least, (row) => passed.push(row));
        const differing = rows.map((row) => row.filter((value, index) => value > 0 !== (query[index] as number) > 0).length);
        const farthest = [...differing].sort((a, b) => a - b)[Math.min(least, rows.length) - 1] ?? 0;
        expect(passed).toEqual(rows.flatMap((_, row) => ((differing[row] as number) <= farthest ? [row] : [])));
      }),
    );
  });
});
