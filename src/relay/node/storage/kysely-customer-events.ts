import type { Kysely } from 'kysely';
import type { CustomerEvent } from '../../../protocol/relay.ts';
import { isoOf } from '../../clock.ts';
import type { CustomerEvents, CustomerKey } from '../../storage/customer-events.ts';
import type { Tables } from './tables.ts';

/** Two that are told in the same millisecond contend for one number. */
const mostTries = 20;

export class KyselyCustomerEvents implements CustomerEvents {
  constructor(private readonly db: Kysely<Tables>) {}

  async add(
    { site, customer }: CustomerKey,
    { id, name, data }: Omit<CustomerEvent, 'seq' | 'at'> & { id: string },
    now: number,
    until: number,
  ): Promise<number | undefined> {
    for (let tries = 0; tries < mostTries; tries += 1) {
      const own = this.db.selectFrom('customer_events').where('site', '=', site).where('customer', '=', customer);
      const known = await own.select('seq').where('own_id', '=', id).executeTakeFirst();
      if (known !== undefined) return undefined;
      const { last } = await own.select(({ fn }) => fn.max('seq').as('last')).executeTakeFirstOrThrow();
      // Numbers are moments, so that they go on growing once all before them are deleted.
      const seq = Math.max(now, Number(last ?? 0) + 1);
      const added = await this.db
        .insertInto('customer_events')
        .values({ site, customer, seq, own_id: id, at: now, until, name, data: JSON.stringify(data) })
        .onConflict((conflict) => conflict.doNothing())
        .returning('seq')
        .executeTakeFirst();
      if (added !== undefined) return seq;
    }
    throw new Error('too many events of one customer at once');
  }

  async list({ site, customer }: CustomerKey, after: number, now: number, limit: number): Promise<CustomerEvent[]> {
    const rows = await this.db
      .selectFrom('customer_events')
      .select(['seq', 'at', 'name', 'data'])
      .where('site', '=', site)
      .where('customer', '=', customer)
      .where('seq', '>', after)
      .where('until', '>', now)
      .orderBy('seq')
      .limit(limit)
      .execute();
    return rows.map(({ seq, at, name, data }) => ({ seq, at: isoOf(at), name, data: JSON.parse(data) }));
  }

  async erase({ site, customer }: CustomerKey): Promise<void> {
    await this.db.deleteFrom('customer_events').where('site', '=', site).where('customer', '=', customer).execute();
  }

  async eraseExpired(now: number): Promise<void> {
    await this.db.deleteFrom('customer_events').where('until', '<=', now).execute();
  }
}
