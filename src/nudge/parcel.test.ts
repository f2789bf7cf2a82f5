import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ended, type Memory, newMemory, showing, succeeded } from './memory.ts';
import { noon } from './nudge.fixture.ts';
import { arrived, packed } from './parcel.ts';

const happening = fc.oneof(
  fc.record({ did: fc.constantFrom('show' as const, 'dismiss' as const, 'succeed' as const), nudge: fc.constantFrom('a', 'b') }),
  fc.constant({ did: 'pack' as const, nudge: '' }),
  fc.constant({ did: 'arrive' as const, nudge: '' }),
);

describe('what is reported to the relay', () => {
  it('adds up to what was counted, each count once, whatever is sent again in between', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 60 }), (story) => {
        const taken = new Map<string, string>();
        let memory: Memory = newMemory('seed', noon);
        const steps = [...story, ...(['pack', 'arrive', 'pack', 'arrive'] as const).map((did) => ({ did, nudge: '' }))];
        steps.forEach(({ did, nudge }, index) => {
          if (did === 'show') memory = showing(memory, nudge, nudge === 'a' ? 'x' : 'hold-out', noon + index);
          else if (did === 'dismiss') memory = ended(memory, nudge, 'dismissed');
          else if (did === 'succeed') memory = succeeded(memory, nudge, 60, noon + index);
          else if (did === 'pack') memory = packed(memory, `key-${index}`, '2026-11-20');
          const parcel = memory.reported?.parcel;
          // The relay counts a key once, however often it comes.
          if (parcel !== undefined) taken.set(parcel.key, JSON.stringify(parcel.counts));
          if (did === 'arrive' && parcel !== undefined) memory = arrived(memory, parcel.key);
        });
        const sums: Record<string, Record<string, { exposed: number; succeeded: number; dismissed: number }>> = {};
        for (const text of taken.values())
          for (const { nudge, arm, exposed, succeeded: well, dismissed } of JSON.parse(text)) {
            const before = sums[nudge]?.[arm] ?? { exposed: 0, succeeded: 0, dismissed: 0 };
            const sum = { exposed: before.exposed + exposed, succeeded: before.succeeded + well, dismissed: before.dismissed + dismissed };
            sums[nudge] = { ...sums[nudge], [arm]: sum };
          }
        expect(sums).toEqual(memory.counts);
      }),
    );
  });
});
