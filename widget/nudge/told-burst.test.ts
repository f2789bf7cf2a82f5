import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ToldBurst } from './told-burst.ts';

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, 'warn').mockImplementation(() => {});
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it('passes over no event that a nudge waits for, however many names came before it, and of others what is too much', () => {
  const told: [string, unknown][] = [];
  const burst = new ToldBurst((name, data) => told.push([name, data]), new Set(['order.delayed']), new AbortController().signal);
  for (let index = 0; index < 5000; index += 1) burst.tell(`made.up-${index}`, {});
  burst.tell('order.delayed', { days: 1 });
  burst.tell('order.delayed', { days: 7 });
  expect(told).toHaveLength(101);
  expect(told.at(-1)).toEqual(['order.delayed', { days: 1 }]);
  vi.advanceTimersByTime(1000);
  expect(told.slice(101)).toEqual([['order.delayed', { days: 7 }]]);
  expect(console.warn).toHaveBeenCalledTimes(1);
});
