import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { liftOf, type Rate, rateInterval, reportOn } from './sequential.ts';

/** Mulberry32 (Ettinger): the same numbers in every run. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const none: Rate = { exposed: 0, succeeded: 0 };
const after = ({ exposed, succeeded }: Rate, success: boolean): Rate => ({
  exposed: exposed + 1,
  succeeded: succeeded + Number(success),
});

/** Whether an experiment stops when it is looked at after every so many visitors; the first time it does is final. */
function stops(rates: readonly [number, number], visitors: number, every: number, next: () => number) {
  let [arm, control] = [none, none];
  for (let index = 1; index <= visitors; index += 1) {
    if (next() < 0.5) arm = after(arm, next() < rates[0]);
    else control = after(control, next() < rates[1]);
    if (index % every !== 0) continue;
    const { verdict } = liftOf(arm, control);
    if (verdict !== 'open') return { verdict, index };
  }
  return undefined;
}

describe('the sequential test', { timeout: 120_000 }, () => {
  it.each([0.02, 0.1, 0.5])(
    'raises a false alarm in at most 5 % of experiments without an effect, looked at all the time (rate %s)',
    (rate) => {
      const next = random(rate * 1000);
      const runs = 400;
      let alarms = 0;
      for (let run = 0; run < runs; run += 1) if (stops([rate, rate], 600, 15, next) !== undefined) alarms += 1;
      expect(alarms / runs).toBeLessThanOrEqual(0.05);
    },
  );

  it('finds an effect that there is, and says in which direction', () => {
    const next = random(7);
    const found = Array.from({ length: 40 }, () => stops([0.35, 0.15], 3000, 50, next));
    expect(found.filter((each) => each?.verdict === 'helps').length).toBeGreaterThanOrEqual(38);
    expect(found.some((each) => each?.verdict === 'harms')).toBe(false);
    expect(stops([0.1, 0.4], 3000, 50, next)?.verdict).toBe('harms');
  });

  it('gives intervals that hold what was seen, mirror one another, and narrow with more of the same', () => {
    const rate = fc
      .integer({ min: 0, max: 400 })
      .chain((exposed) => fc.record({ exposed: fc.constant(exposed), succeeded: fc.integer({ min: 0, max: exposed }) }));
    fc.assert(
      fc.property(rate, rate, (arm, control) => {
        const { lift, from, to } = liftOf(arm, control);
        expect(from).toBeLessThanOrEqual(lift);
        expect(to).toBeGreaterThanOrEqual(lift);
        const mirrored = liftOf(control, arm);
        expect(mirrored.from).toBeCloseTo(-to, 2);
        const more = (each: Rate) => ({ exposed: each.exposed * 20, succeeded: each.succeeded * 20 });
        const longer = liftOf(more(arm), more(control));
        expect(longer.to - longer.from).toBeLessThanOrEqual(to - from + 0.001);
        const single = rateInterval(arm);
        expect(single.from).toBeGreaterThanOrEqual(0);
        expect(single.to).toBeLessThanOrEqual(1);
      }),
      { numRuns: 60 },
    );
    expect(liftOf(none, none)).toMatchObject({ from: -1, to: 1, verdict: 'open' });
  });

  it('advises to stop when it is sure, and to pause where dismissals pass the guard-rail', () => {
    const report = reportOn(
      'n',
      { 'hold-out': { exposed: 1000, succeeded: 100, dismissed: 0 }, a: { exposed: 1000, succeeded: 300, dismissed: 100 } },
      0.6,
    );
    expect(report).toMatchObject({ advice: 'stop', arms: [{ arm: 'hold-out' }, { arm: 'a', lift: { verdict: 'helps' } }] });
    expect(reportOn('n', { a: { exposed: 10, succeeded: 0, dismissed: 7 } }, 0.6).advice).toBe('go-on');
    expect(reportOn('n', { a: { exposed: 400, succeeded: 0, dismissed: 300 } }, 0.6).advice).toBe('pause');
  });
});
