import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { armOf, draw } from './assign.ts';
import { holdOut } from './memory.ts';
import { nudgeOf } from './nudge.fixture.ts';

const variants = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `v${index}`, message: '', action: '' })) as unknown as ReturnType<
    typeof nudgeOf
  >['variants'];
const armIn = (seed: string, id: string, share: number, count: number) => {
  const arm = armOf(nudgeOf(id, { holdOut: share, variants: variants(count) }), seed);
  return arm === holdOut ? holdOut : arm.id;
};

describe('assignment', () => {
  it('is the same for the same visitor and nudge, and a larger hold-out only adds to a smaller one', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        fc.double({ min: 0, max: 0.9, noNaN: true }),
        fc.integer({ min: 1, max: 4 }),
        (seed, id, share, count) => {
          const arm = armIn(seed, id, share, count);
          expect(armIn(seed, id, share, count)).toBe(arm);
          if (arm === holdOut) expect(armIn(seed, id, Math.min(0.9, share + 0.1), count)).toBe(holdOut);
          else expect(armIn(seed, id, share / 2, count)).toBe(arm);
        },
      ),
    );
  });

  it.each([
    [0.2, 1],
    [0.1, 3],
    [0.5, 2],
    [0, 4],
  ])('is balanced: hold-out %s, %s variants', (share, count) => {
    const visitors = 20_000;
    const tally = new Map<string, number>();
    for (let index = 0; index < visitors; index += 1) {
      const arm = armIn(`visitor-${index}`, 'nudge', share, count);
      tally.set(arm, (tally.get(arm) ?? 0) + 1);
    }
    const expected = (arm: string) => visitors * (arm === holdOut ? share : (1 - share) / count);
    // Chi-squared, three or four degrees of freedom at most: beyond 20 once in two thousand times.
    const chi = [...tally].reduce((sum, [arm, seen]) => sum + (seen - expected(arm)) ** 2 / expected(arm), 0);
    expect(chi).toBeLessThan(20);
  });

  it('is independent from one nudge to another', () => {
    const both = Array.from({ length: 20_000 }, (_, index) => [draw(`${index} hold-out a`) < 0.5, draw(`${index} hold-out b`) < 0.5]);
    expect(both.filter(([a, b]) => a === b).length / both.length).toBeCloseTo(0.5, 1);
  });
});
