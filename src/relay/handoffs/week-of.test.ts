import { describe, expect, it } from 'vitest';
import type { WorkedCase } from '../storage/handoffs.ts';
import { weekOf } from './week-of.ts';

const minute = 60_000;
const worked = (change: Partial<WorkedCase>): WorkedCase => ({
  id: 'h1',
  reason: 'asked',
  opened: 0,
  answered: null,
  ended: null,
  ending: null,
  endingReason: null,
  summary: 'A lamp.',
  ...change,
});

describe('weekOf', () => {
  it('tells how many were solved, and how fast', () => {
    const cases = [
      worked({ answered: 4 * minute, ended: 30 * minute, ending: 'solved' }),
      worked({ answered: 2 * minute, ended: 90 * minute, ending: 'unsolved', endingReason: 'Not possible' }),
      worked({ answered: 9 * minute }),
      worked({ ending: 'left', ended: minute }),
    ];
    expect(weekOf(0, cases, [])).toMatchObject({
      opened: 4,
      endings: { solved: 1, unsolved: 1, left: 1 },
      answered: { count: 3, half: 4, most: 9 },
      closed: { count: 3, half: 30, most: 90 },
      unsolved: [{ name: 'Not possible', count: 1 }],
    });
    expect(weekOf(0, [], []).answered).toBeUndefined();
  });

  it('tells what is missing: what nothing fitted, most often first, and the cases of it', () => {
    const outcome = { day: '2026-11-20', locale: 'en', ending: 'abandoned', tier: 'pack' } as const;
    const week = weekOf(
      0,
      [worked({ id: 'h7', reason: 'unsure', summary: 'Do you rent?' })],
      [
        { ...outcome, cluster: 'gift wrap', count: 2 },
        { ...outcome, cluster: 'renting', count: 5 },
        { ...outcome, cluster: 'gift wrap', count: 4, locale: 'de' },
        { ...outcome, unit: 'returns', count: 90 },
      ],
    );
    expect(week.clusters).toEqual([
      { name: 'gift wrap', count: 6 },
      { name: 'renting', count: 5 },
    ]);
    expect(week.unsure).toEqual([{ handoff: 'h7', summary: 'Do you rent?' }]);
    expect(week.reasons).toEqual([{ name: 'unsure', count: 1 }]);
  });
});
