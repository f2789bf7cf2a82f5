import type { Kysely } from 'kysely';
import type { OutcomeCount, OutcomeCounts } from '../../storage/outcome-counts.ts';
import type { Tables } from './tables.ts';

const keyColumns = ['site', 'day', 'locale', 'ending', 'tier', 'unit', 'guide', 'cluster'] as const;

export class KyselyOutcomes implements OutcomeCounts {
  constructor(private readonly db: Kysely<Tables>) {}

  async add(site: string, key: string, counts: readonly OutcomeCount[], now: number): Promise<void> {
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
    });
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
