import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beliefsOf, chooseByGain } from './choose-question.ts';
import { newFixes } from './fix-count.ts';
import { causesGuide, drawnGuide } from './guide.fixture.ts';
import { withFixCounts } from './with-fix-counts.ts';

const count = (fix: string, worked: number, returned = 0, guide = causesGuide.id) => ({ guide, fix, worked, failed: 0, held: 0, returned });
const beliefIn = (cause: string, guide = causesGuide) => beliefsOf(guide, []).find((belief) => belief.cause.id === cause)?.probability ?? 0;

describe('counts of fixes', () => {
  it('move the likelihoods of causes, from the author’s to what was seen', () => {
    expect(beliefIn('speaker')).toBeCloseTo(1 / 9);
    // 20 cases of the author's 5, 3 and 1, and 10 that were seen.
    expect(beliefIn('speaker', withFixCounts(causesGuide, [count('repair', 10)]))).toBeCloseTo((20 / 9 + 10) / 30);
    expect(beliefIn('speaker', withFixCounts(causesGuide, [count('repair', 100_000)]))).toBeGreaterThan(0.99);
  });

  it('count for nothing where the fault came back, or another guide or an unknown fix is meant', () => {
    expect(withFixCounts(causesGuide, [count('repair', 3, 5), count('gone', 9), count('repair', 9, 0, 'another')])).toBe(causesGuide);
    expect(withFixCounts(drawnGuide, [count('fuse', 9, 0, drawnGuide.id)])).toBe(drawnGuide);
  });

  it('have another fix come first once it helps more often', () => {
    const bare = { ...causesGuide, nodes: [] };
    expect(chooseByGain(bare, [])).toBe('charge');
    expect(chooseByGain(withFixCounts(bare, [count('turn-up', 40)]), [])).toBe('turn-up');
  });

  it('never lower what a fix that helped more is believed in, and leave likelihoods that are positive', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), fc.nat(500), fc.integer({ min: 1, max: 500 }), (charge, up, repair, more) => {
        const before = [count('charge', charge), count('turn-up', up), count('repair', repair)];
        const after = withFixCounts(causesGuide, [...before, count('turn-up', more)]);
        expect(beliefIn('volume', after)).toBeGreaterThan(beliefIn('volume', withFixCounts(causesGuide, before)));
        for (const { likelihood } of after.causes ?? []) expect(likelihood).toBeGreaterThan(0);
      }),
    );
  });

  it('of a fix for several causes are shared among them by their likelihood', () => {
    const shared = { ...causesGuide, causes: (causesGuide.causes ?? []).map((cause) => ({ ...cause, fix: 'charge' })) };
    const after = withFixCounts(shared, [count('charge', 90)]);
    for (const cause of ['battery', 'volume', 'speaker']) expect(beliefIn(cause, after)).toBeCloseTo(beliefIn(cause, shared));
  });
});

it('what is new in counts is what they have more than before, and nothing where they were deleted in between', () => {
  const before = [count('repair', 2), count('charge', 1)];
  expect(newFixes([count('repair', 3, 1), count('charge', 1), count('turn-up', 1)], before)).toEqual([
    count('repair', 1, 1),
    count('turn-up', 1),
  ]);
  expect(newFixes([count('repair', 1)], before)).toEqual([]);
});
