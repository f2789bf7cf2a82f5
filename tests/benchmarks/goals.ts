import { figure } from './table.ts';

/** A figure that must not be above a limit, or not below it. */
export interface Goal {
  readonly name: string;
  readonly value: number;
  readonly limit: number;
  /** Left out: the limit is the most. */
  readonly isLeast?: boolean;
  readonly unit: string;
}

export function isMet({ value, limit, isLeast }: Goal): boolean {
  return isLeast === true ? value >= limit : value <= limit;
}

/** Prints each goal with "pass" or "MISS", then one summary line; the exit code is 1 if a goal is missed. */
export function reportGoals(title: string, goals: readonly Goal[], summary: string): void {
  for (const goal of goals) {
    const { name, value, limit, unit } = goal;
    console.log(
      `${isMet(goal) ? 'pass' : 'MISS'}  ${name}: ${figure(value)} ${unit} (at ${goal.isLeast === true ? 'least' : 'most'} ${figure(limit)})`,
    );
  }
  const missed = goals.filter((goal) => !isMet(goal));
  const verdict =
    missed.length === 0
      ? `all ${goals.length} goals met`
      : `MISSED ${missed.length} of ${goals.length} goals: ${missed.map(({ name }) => name).join('; ')}`;
  console.log(`\n${title}: ${summary}; ${verdict}`);
  if (missed.length > 0) process.exitCode = 1;
}
