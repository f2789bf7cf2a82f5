import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choose } from './choose.ts';
import { atTime, day, ended, entered, holdOut, type Memory, minute, newMemory, showing } from './memory.ts';
import { momentAt, noon, nudgeOf, setOf } from './nudge.fixture.ts';
import type { Nudge } from './nudge.ts';
import { periods } from './nudge.ts';
import { factsOf } from './signal.ts';
import { newVisit, observe, type Visit } from './visit.ts';

/** What a visitor, a shop and a clock may do, in any order. */
const happening = fc.oneof(
  { weight: 4, arbitrary: fc.record({ did: fc.constant('wait' as const), minutes: fc.integer({ min: 0, max: 3000 }) }) },
  { weight: 1, arbitrary: fc.record({ did: fc.constant('set-clock-back' as const), minutes: fc.integer({ min: 2, max: 90 * 1440 }) }) },
  { weight: 4, arbitrary: fc.record({ did: fc.constant('page' as const), path: fc.constantFrom('/', '/checkout', '/products/a') }) },
  {
    weight: 3,
    arbitrary: fc.record({ did: fc.constant('told' as const), name: fc.constantFrom('order.delayed', 'payment.failed', '__proto__.x') }),
  },
  { weight: 1, arbitrary: fc.record({ did: fc.constantFrom('typed' as const, 'leave' as const, 'rage' as const, 'asked' as const) }) },
  { weight: 2, arbitrary: fc.record({ did: fc.constantFrom('dismiss' as const, 'take' as const, 'let-pass' as const) }) },
  { weight: 1, arbitrary: fc.record({ did: fc.constant('consent' as const), is: fc.boolean() }) },
);

const cap = fc.record({ times: fc.integer({ min: 1, max: 4 }), per: fc.constantFrom(...periods) });
const trigger: fc.Arbitrary<Nudge['trigger']> = fc.oneof(
  fc.constant({ on: 'hot-topics' as const }),
  fc.constantFrom('order.delayed', 'payment.failed').map((event) => ({ on: 'event' as const, event, times: 1 })),
  fc.constant({ on: 'exit-intent' as const }),
  fc.integer({ min: 1, max: 5 }).map((times) => ({ on: 'return' as const, times })),
);
const nudges = fc
  .array(
    fc.record({
      cap,
      trigger,
      coolDown: fc.constantFrom(0, 5, 600, 5000),
      holdOut: fc.constantFrom(0, 0, 0.5),
      priority: fc.integer({ min: 1, max: 100 }),
    }),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((all) => setOf(...all.map((more, index) => nudgeOf(`n${index}`, more))));

/** A showing, with the time that really passed, whatever the clock said. */
interface Seen {
  readonly nudge: string;
  readonly arm: string;
  readonly at: number;
  readonly visit: number;
  readonly hadConsent: boolean;
  readonly wereOpen: number;
}

function play(set: ReturnType<typeof setOf>, story: readonly (typeof happening extends fc.Arbitrary<infer Step> ? Step : never)[]): Seen[] {
  let real = noon;
  let clock = noon;
  let visit: Visit = newVisit;
  let memory: Memory = newMemory('seed', noon);
  let hasConsent = true;
  let open: string | undefined;
  const seen: Seen[] = [];
  const close = (how: 'taken' | 'dismissed' | 'passed') => {
    if (open !== undefined) memory = ended(memory, open, how);
    open = undefined;
  };
  for (const step of story) {
    real += 1000;
    clock += 1000;
    if (step.did === 'wait') {
      real += step.minutes * minute;
      clock += step.minutes * minute;
    } else if (step.did === 'set-clock-back') clock -= step.minutes * minute;
    else if (step.did === 'dismiss') close('dismissed');
    else if (step.did === 'take') close('taken');
    else if (step.did === 'let-pass') close('passed');
    else if (step.did === 'consent') {
      hasConsent = step.is;
      if (!hasConsent) open = undefined;
    }
    memory = atTime(memory, clock);
    const at = real - noon;
    if (step.did === 'page') {
      visit = observe(visit, { kind: 'page', path: step.path, at });
      memory = entered(memory, step.path, clock);
    } else if (step.did === 'told') visit = observe(visit, { kind: 'told', name: step.name, data: factsOf({ days: 3 }), at });
    else if (step.did === 'typed' || step.did === 'asked') visit = observe(visit, { kind: step.did, at });
    else if (step.did === 'leave') visit = observe(visit, { kind: 'leaving', at });
    else if (step.did === 'rage') visit = observe(visit, { kind: 'rage-click', on: [], at });
    else visit = observe(visit, { kind: 'passed', milliseconds: 1000, at });
    const { chosen } = choose(set, visit, memory, momentAt(clock, { hasConsent, isNudgeShown: open !== undefined }), {});
    if (chosen === undefined) continue;
    const arm = chosen.arm === holdOut ? holdOut : chosen.arm.id;
    seen.push({
      nudge: chosen.nudge.id,
      arm,
      at: real,
      visit: memory.visit.count,
      hadConsent: hasConsent,
      wereOpen: open === undefined ? 0 : 1,
    });
    memory = showing(memory, chosen.nudge.id, arm, clock);
    if (arm !== holdOut) open = chosen.nudge.id;
  }
  return seen;
}

const lengths = { day, week: 7 * day, month: 30 * day, ever: Number.POSITIVE_INFINITY };

describe('caps', { timeout: 60_000 }, () => {
  it('no sequence of events breaks a cap, shows two at once, or shows one without consent', () => {
    fc.assert(
      fc.property(nudges, fc.array(happening, { maxLength: 120 }), (set, story) => {
        const seen = play(set, story);
        for (const each of seen) expect(each).toMatchObject({ hadConsent: true, wereOpen: 0 });
        for (const { id, cap, coolDown } of set.nudges) {
          const own = seen.filter(({ nudge }) => nudge === id);
          own.forEach((each, index) => {
            const before = own.slice(0, index + 1);
            const within = before.filter(({ at, visit }) => (cap.per === 'visit' ? visit === each.visit : each.at - at < lengths[cap.per]));
            expect(within.length).toBeLessThanOrEqual(cap.times);
            const last = own[index - 1];
            if (last !== undefined) expect(each.at - last.at).toBeGreaterThanOrEqual(coolDown * minute);
          });
        }
        const shown = seen.filter(({ arm }) => arm !== holdOut);
        shown.forEach((each, index) => {
          const before = shown.slice(0, index + 1);
          expect(before.filter(({ visit }) => visit === each.visit).length).toBeLessThanOrEqual(set.limits.perVisit);
          expect(before.filter(({ at }) => each.at - at < day).length).toBeLessThanOrEqual(set.limits.perDay);
        });
      }),
      { numRuns: 1500 },
    );
  });

  it('setting the clock back neither opens a cap nor keeps one shut', () => {
    const set = setOf(nudgeOf('once', { cap: { times: 1, per: 'day' } }));
    const page = { did: 'page', path: '/' } as const;
    const times = (...story: Parameters<typeof play>[1]) => play(set, story).map(({ at }) => Math.round((at - noon) / day));
    const close = { did: 'let-pass' as const };
    const moment = { did: 'wait' as const, minutes: 1 };
    const back = { did: 'set-clock-back' as const, minutes: 60 * 24 * 3 };
    expect(times(page, moment, close, back, page, moment)).toEqual([0]);
    expect(times(page, moment, close, back, { did: 'wait', minutes: 1441 }, page, moment)).toEqual([0, 1]);
  });
});
