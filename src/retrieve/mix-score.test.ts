import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mixScore } from './mix-score.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const maybe = fc.option(share, { nil: undefined });

describe('mixScore', () => {
  it('stays between 0 and 1', () => {
    fc.assert(
      fc.property(share, share, maybe, share, (phrasing, answer, meaning, known) => {
        const score = mixScore(phrasing, answer, meaning, known);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });

  it('never falls when any of the evidence rises', () => {
    fc.assert(
      fc.property(share, share, maybe, share, share, (phrasing, answer, meaning, known, more) => {
        const score = mixScore(phrasing, answer, meaning, known);
        expect(mixScore(Math.max(phrasing, more), answer, meaning, known)).toBeGreaterThanOrEqual(score - 1e-12);
        expect(mixScore(phrasing, Math.max(answer, more), meaning, known)).toBeGreaterThanOrEqual(score - 1e-12);
        if (meaning !== undefined) expect(mixScore(phrasing, answer, Math.max(meaning, more), known)).toBeGreaterThanOrEqual(score - 1e-12);
      }),
    );
  });

  it('rests on the vectors where the content knows none of the words', () => {
    expect(mixScore(0, 0, 0.8, 0)).toBeCloseTo(0.8);
    expect(mixScore(1, 1, undefined, 0)).toBeCloseTo(1);
  });
});
