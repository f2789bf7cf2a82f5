import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slips } from './naive-search.fixture.ts';
import { slipsBetween, slipsOfBeginnings } from './slips.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é', 'ж'), maxLength: 9 });

describe('slipsBetween', () => {
  it.each([
    ['order', 'order', 0],
    ['order', 'odrer', 1],
    ['order', 'oder', 1],
    ['order', 'orrder', 1],
    ['order', 'ordar', 1],
    ['', 'ab', 2],
    ['kitten', 'sitting', 3],
  ])('between %j and %j are %i', (a, b, distance) => {
    expect(slipsBetween(a, b, 9)).toBe(distance);
  });

  it('equals the recursive definition up to the limit and is one above it beyond', () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 4 }), (a, b, limit) => {
        const distance = slips(a, b);
        const found = slipsBetween(a, b, limit);
        if (distance <= limit) expect(found).toBe(distance);
        else expect(found).toBeGreaterThan(limit);
        expect(slipsBetween(b, a, 9)).toBe(distance);
      }),
      { numRuns: 500 },
    );
  });
});

describe('slipsOfBeginnings', () => {
  it('holds the slips of each beginning, and ends only where all further ones are above the limit', () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 3 }), (text, stem, limit) => {
        const found = slipsOfBeginnings(text, stem, limit);
        for (let end = 0; end <= text.length; end += 1) {
          const distance = slips(text.slice(0, end), stem);
          if (end < found.length) expect(found[end]).toBe(distance);
          else expect(distance).toBeGreaterThan(limit);
        }
      }),
    );
  });
});
