import type { OutcomesRequest } from '../protocol/relay.ts';
import type { Need } from './need.ts';

type Count = NonNullable<OutcomesRequest['counts']>[number];

/** What the site's sums get of needs that have ended: the day, and how; nothing of whose they were or what was said. */
export function countsOf(needs: readonly Need[]): Count[] {
  const counts = new Map<string, Count>();
  for (const { last, locale, ending, tier, unit, guide, cluster } of needs) {
    if (ending === 'open') continue;
    const kind = {
      day: last.slice(0, 10),
      locale,
      ending,
      tier,
      ...(unit && { unit }),
      ...(guide && { guide }),
      ...(cluster && { cluster }),
    };
    const key = JSON.stringify(kind);
    counts.set(key, { ...kind, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()];
}
