import type { Money } from '../../policy/money.ts';
import type { Handoff, HandoffReason } from '../../protocol/relay.ts';

/** What makes a case urgent, in points that add up. */
export interface PriorityRules {
  readonly reasons: Readonly<Partial<Record<HandoffReason, number>>>;
  readonly upset: number;
  /** Of the steps whose amount is reached, in their own currency, the highest counts. */
  readonly value: readonly { readonly from: Money; readonly points: number }[];
}

export const defaultPriority: PriorityRules = {
  reasons: { risk: 40, policy: 20, unsolved: 15, guide: 15, upset: 10, asked: 10, unsure: 0 },
  upset: 25,
  value: [],
};

export function priorityOf({ reason, mood, value }: Handoff, rules: PriorityRules): number {
  const reached = rules.value.filter(({ from }) => value !== undefined && from.currency === value.currency && value.minor >= from.minor);
  return (rules.reasons[reason] ?? 0) + (mood === 'upset' ? rules.upset : 0) + Math.max(0, ...reached.map(({ points }) => points));
}
