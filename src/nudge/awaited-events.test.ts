import { expect, it } from 'vitest';
import { awaitedEvents } from './awaited-events.ts';
import { nudgeOf } from './nudge.fixture.ts';
import type { Nudge, Trigger } from './nudge.ts';

it.each<[Trigger, string[], Partial<Nudge>?]>([
  [{ on: 'event', event: 'order.delayed', times: 1 }, ['order.delayed']],
  [{ on: 'date', date: 'renewal', before: 3, after: 0 }, ['date.renewal']],
  [{ on: 'failed-search', times: 2 }, ['search.failed']],
  [{ on: 'coupon-refused', times: 1 }, ['coupon.refused']],
  [{ on: 'out-of-stock' }, ['stock.out']],
  [{ on: 'exit-intent' }, []],
  [
    { on: 'exit-intent' },
    ['payment.succeeded', 'order.placed'],
    { until: ['payment.succeeded'], success: { event: 'order.placed', within: 60 } },
  ],
])('%o waits for %o', (trigger, names, more = {}) => {
  expect(awaitedEvents(nudgeOf('n', { trigger, ...more }))).toEqual(names);
});
