import type { NudgeCount } from '../protocol/relay.ts';
import { type ArmCounts, type Counts, type Memory, noCounts } from './memory.ts';

/** What of the counts the relay was told, and what is on its way there. */
export interface Reported {
  /** What arrived, or is on its way. */
  readonly sent: Counts;
  /** Sent again under the same key until it has arrived, so that it counts once. */
  readonly parcel?: { readonly key: string; readonly counts: readonly NudgeCount[] };
}

/** No relay takes more at once. */
const mostAtOnce = 200;
const names = ['exposed', 'succeeded', 'dismissed'] as const;

/**
 * The memory with a parcel of what was counted since the last one; the same memory where there is nothing new, or a parcel
 * is still under way.
 * @param key of the parcel, made anew for each
 * @param day the visitor's, ISO 8601
 */
export function packed(memory: Memory, key: string, day: string): Memory {
  const { sent, parcel } = memory.reported ?? { sent: {} };
  if (parcel !== undefined) return memory;
  const counts = Object.entries(memory.counts)
    .flatMap(([nudge, arms]) =>
      Object.entries(arms).map(([arm, own]): NudgeCount => ({ day, nudge, arm, ...beyond(own, sent[nudge]?.[arm] ?? noCounts) })),
    )
    .filter((each) => names.some((name) => each[name] > 0))
    .slice(0, mostAtOnce);
  if (counts.length === 0) return memory;
  const now: Record<string, Record<string, ArmCounts>> = { ...sent };
  for (const { nudge, arm } of counts) now[nudge] = { ...now[nudge], [arm]: memory.counts[nudge]?.[arm] ?? noCounts };
  return { ...memory, reported: { sent: now, parcel: { key, counts } } };
}

/** The parcel has arrived. */
export function arrived(memory: Memory, key: string): Memory {
  return memory.reported?.parcel?.key === key ? { ...memory, reported: { sent: memory.reported.sent } } : memory;
}

function beyond(counts: ArmCounts, sent: ArmCounts): ArmCounts {
  const [exposed = 0, succeeded = 0, dismissed = 0] = names.map((name) => Math.max(0, counts[name] - sent[name]));
  return { exposed, succeeded, dismissed };
}
