import type { DeskWeek } from '../../protocol/desk.ts';
import { isoOf } from '../clock.ts';
import type { HandoffEnding, WorkedCase } from '../storage/handoffs.ts';
import type { OutcomeCount } from '../storage/outcome-counts.ts';

/** So many of each list are told. */
const mostListed = 15;

/**
 * A week of cases in figures, for leads: how many were solved, how fast, and what was missing.
 * @param from milliseconds since 1970
 * @param cases that were opened since then
 * @param outcomes of the same days, of all that was asked on devices
 */
export function weekOf(from: number, cases: readonly WorkedCase[], outcomes: readonly OutcomeCount[]): DeskWeek {
  const ended = (ending: HandoffEnding) => cases.filter((each) => each.ending === ending).length;
  const minutesTo = (moment: 'answered' | 'ended') =>
    cases.flatMap((each) => {
      const at = each[moment];
      return at === null ? [] : [Math.max(0, Math.round((at - each.opened) / 60_000))];
    });
  return {
    from: isoOf(from),
    opened: cases.length,
    endings: { solved: ended('solved'), unsolved: ended('unsolved'), left: ended('left') },
    answered: spreadOf(minutesTo('answered')),
    closed: spreadOf(minutesTo('ended')),
    reasons: counted(cases.map(({ reason }) => [reason, 1])) as DeskWeek['reasons'],
    clusters: counted(outcomes.flatMap(({ cluster, count }) => (cluster === undefined ? [] : [[cluster, count]]))),
    unsolved: counted(cases.flatMap(({ ending, endingReason }) => (ending === 'unsolved' && endingReason ? [[endingReason, 1]] : []))),
    unsure: cases
      .filter(({ reason }) => reason === 'unsure' || reason === 'unsolved')
      .slice(0, mostListed)
      .map(({ id, summary }) => ({ handoff: id, summary })),
  };
}

/** Half of them, and nine in ten, took so many minutes at most; undefined where there are none. */
function spreadOf(minutes: readonly number[]): DeskWeek['answered'] {
  if (minutes.length === 0) return undefined;
  const sorted = [...minutes].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] as number;
  return { count: sorted.length, half: at(0.5), most: at(0.9) };
}

/** Most often first. */
function counted(names: readonly (readonly [string, number])[]): { name: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const [name, count] of names) counts.set(name, (counts.get(name) ?? 0) + count);
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
    .slice(0, mostListed);
}
