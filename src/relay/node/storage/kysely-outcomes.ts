import type { Kysely } from 'kysely';
import type { DayFixCount, NudgeCount, OutcomesRequest } from '../../../protocol/relay.ts';
import type { OutcomeCount, OutcomeCounts } from '../../storage/outcome-counts.ts';
import type { Tables } from './tables.ts';

const keyColumns = ['site', 'day', 'locale', 'ending', 'tier', 'unit', 'guide', 'cluster'] as const;

export class KyselyOutcomes implements OutcomeCounts {
  constructor(private readonly db: Kysely<Tables>) {}

  async add(site: string, key: string, { counts, nudges, fixes }: OutcomesRequest, now: number): Promise<void> {
    await this.db.transaction().execute(async (work) => {
      const isNew = await work
        .insertInto('outcome_keys')
        .values({ site, key, at: now })
        .onConflict((conflict) => conflict.doNothing())
        .returning('key')
        .executeTakeFirst();
      if (isNew === undefined) return;
      for (const { unit = '', guide = '', cluster = '', ...rest } of counts) {
        await work
          .insertInto('outcomes')
          .values({ site, ...rest, unit, guide, cluster })
          .onConflict((conflict) =>
            conflict.columns([...keyColumns]).doUpdateSet(({ eb }) => ({ count: eb('outcomes.count', '+', rest.count) })),
          )
          .execute();
      }
      for (const { exposed, succeeded, dismissed, ...which } of nudges) {
        await work
          .insertInto('nudge_counts')
          .values({ site, ...which, exposed, succeeded, dismissed })
          .onConflict((conflict) =>
            conflict.columns(['site', 'day', 'nudge', 'arm']).doUpdateSet(({ eb }) => ({
              exposed: eb('nudge_counts.exposed', '+', exposed),
              succeeded: eb('nudge_counts.succeeded', '+', succeeded),
              dismissed: eb('nudge_counts.dismissed', '+', dismissed),
            })),
          )
          .execute();
      }
      for (const { worked, failed, held, returned, ...which } of fixes) {
        await work
          .insertInto('fix_counts')
          .values({ site, ...which, worked, failed, held, returned })
          .onConflict((conflict) =>
            conflict.columns(['site', 'day', 'guide', 'fix']).doUpdateSet(({ eb }) => ({
              worked: eb('fix_counts.worked', '+', worked),
              failed: eb('fix_counts.failed', '+', failed),
              held: eb('fix_counts.held', '+', held),
              returned: eb('fix_counts.returned', '+', returned),
            })),
          )
          .execute();
      }
    });
  }

  async listFixes(site: string, from: string, to: string): Promise<DayFixCount[]> {
    return this.db
      .selectFrom('fix_counts')
      .select(['day', 'guide', 'fix', 'worked', 'failed', 'held', 'returned'])
      .where('site', '=', site)
      .where('day', '>=', from)
      .where('day', '<=', to)
      .orderBy('guide')
      .orderBy('fix')
      .orderBy('day')
      .execute();
  }

  async listNudges(site: string, from: string, to: string): Promise<NudgeCount[]> {
    return this.db
      .selectFrom('nudge_counts')
      .select(['day', 'nudge', 'arm', 'exposed', 'succeeded', 'dismissed'])
      .where('site', '=', site)
      .where('day', '>=', from)
      .where('day', '<=', to)
      .orderBy('day')
      .orderBy('nudge')
      .orderBy('arm')
      .execute();
  }

  async list(site: string, from: string, to: string): Promise<OutcomeCount[]> {
    const rows = await this.db
      .selectFrom('outcomes')
      .selectAll()
      .where('site', '=', site)
      .where('day', '>=', from)
      .where('day', '<=', to)
      .orderBy('day')
      .execute();
    return rows.map(({ site: _, unit, guide, cluster, ...row }) => ({
      ...(row as Omit<OutcomeCount, 'unit' | 'guide' | 'cluster'>),
      ...(unit === '' ? {} : { unit }),
      ...(guide === '' ? {} : { guide }),
      ...(cluster === '' ? {} : { cluster }),
    }));
  }

  async eraseKeysBefore(time: number): Promise<void> {
    await this.db.deleteFrom('outcome_keys').where('at', '<', time).execute();
  }
}
