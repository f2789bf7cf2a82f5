import type { DayFixCount, NudgeCount, OutcomesRequest } from '../../protocol/relay.ts';

export type OutcomeCount = OutcomesRequest['counts'][number];

/** How often needs ended how and what came of nudges and fixes, by day: sums, of which nothing leads back to anybody. */
export interface OutcomeCounts {
  /** Adds counts once for each key. */
  add(site: string, key: string, counts: OutcomesRequest, now: number): Promise<void>;
  list(site: string, from: string, to: string): Promise<OutcomeCount[]>;
  listNudges(site: string, from: string, to: string): Promise<NudgeCount[]>;
  listFixes(site: string, from: string, to: string): Promise<DayFixCount[]>;
  /** Keys older than that are forgotten; whoever sends one again that late is counted twice. */
  eraseKeysBefore(time: number): Promise<void>;
}
