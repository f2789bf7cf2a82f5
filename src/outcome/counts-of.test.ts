import { parse } from 'valibot';
import { expect, it } from 'vitest';
import { outcomesRequestSchema } from '../protocol/relay.ts';
import { countsOf } from './counts-of.ts';
import type { Need } from './need.ts';

const need: Need = {
  opened: '2026-11-21T09:30:00.000Z',
  last: '2026-11-21T09:31:00.000Z',
  turns: 2,
  ending: 'assumed',
  tier: 'pack',
  locale: 'de',
  unit: 'return-how',
};

it('adds up what ended alike, leaves out what is open, and tells the day but not the time', () => {
  const counts = countsOf([
    need,
    { ...need, last: '2026-11-21T18:00:00.000Z', turns: 5 },
    { ...need, ending: 'open' },
    { ...need, ending: 'abandoned', unit: undefined as never, cluster: 'gift wrap' },
    { ...need, ending: 'handed-over', cluster: '' },
  ]);
  expect(counts).toEqual([
    { day: '2026-11-21', locale: 'de', ending: 'assumed', tier: 'pack', unit: 'return-how', count: 2 },
    { day: '2026-11-21', locale: 'de', ending: 'abandoned', tier: 'pack', cluster: 'gift wrap', count: 1 },
    { day: '2026-11-21', locale: 'de', ending: 'handed-over', tier: 'pack', unit: 'return-how', count: 1 },
  ]);
  expect(parse(outcomesRequestSchema, { counts }).counts).toEqual(counts);
});
