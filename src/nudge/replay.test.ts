import { describe, expect, it } from 'vitest';
import { noon, nudgeOf, setOf } from './nudge.fixture.ts';
import { replay, type Step } from './replay.ts';

const page: Step = { at: 0, noted: { kind: 'page', path: '/checkout' } };
const told = (second: number, name: string, data = {}): Step => ({ at: second * 1000, noted: { kind: 'told', name, data } });
const active = (second: number): Step => ({ at: second * 1000, noted: { kind: 'active' } });
const failed = nudgeOf('n', { trigger: { on: 'event', event: 'payment.failed', times: 1 }, until: ['payment.succeeded'] });

const shownIn = (steps: Step[], nudge = failed, more = {}) =>
  replay(setOf(nudge), steps, { start: noon, ...more }).frames.flatMap(({ at, shown }) => (shown ? [at / 1000] : []));

describe('a session replayed', () => {
  it('shows a nudge once what calls it has settled, and not where that was put right at once', () => {
    expect(shownIn([page, told(4, 'payment.failed'), active(20)])).toEqual([6]);
    expect(shownIn([page, told(4, 'payment.failed'), told(5, 'payment.succeeded'), active(20)])).toEqual([]);
    expect(shownIn([page, told(4, 'payment.succeeded'), told(8, 'payment.failed'), active(20)])).toEqual([10]);
  });

  it('says of each moment what kept a nudge from showing', () => {
    const { frames } = replay(setOf(failed), [page, { at: 1000, change: { isDialogOpen: true } }, told(2, 'payment.failed'), active(9)], {
      start: noon,
    });
    expect(frames.at(-1)?.verdicts).toEqual([{ nudge: 'n', state: 'barred', bar: 'dialog' }]);
    expect(frames[0]?.verdicts).toEqual([{ nudge: 'n', state: 'not-due' }]);
  });

  it('counts only time in which somebody is there', () => {
    const lingering = nudgeOf('n', { trigger: { on: 'time-on-page', seconds: 40 } });
    expect(shownIn([page, active(1), { at: 200_000, change: {} }], lingering)).toEqual([]);
    expect(shownIn([page, ...[1, 15, 30, 45].map(active)], lingering)).toEqual([40]);
  });

  it('pauses a nudge that is dismissed too often', () => {
    const often = nudgeOf('n', { cap: { times: 50, per: 'visit' }, guard: 0.5, trigger: { on: 'hot-topics' }, priority: 100 });
    const steps = Array.from({ length: 12 }, (_, index): Step[] => [
      { ...page, at: index * 2 * 86_400_000 },
      { at: index * 2 * 86_400_000 + 5000, nudge: 'dismissed' },
    ]).flat();
    expect(shownIn(steps, often).length).toBe(3);
  });
});
