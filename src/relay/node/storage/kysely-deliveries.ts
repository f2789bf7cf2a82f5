import type { Kysely } from 'kysely';
import type { Deliveries, Delivery } from '../../storage/deliveries.ts';
import type { Tables } from './tables.ts';

const columns = ['id', 'site', 'connector', 'kind', 'handoff', 'seq', 'attempts'] as const;

export class KyselyDeliveries implements Deliveries {
  constructor(private readonly db: Kysely<Tables>) {}

  async put(delivery: Omit<Delivery, 'attempts'>, due: number): Promise<void> {
    await this.db
      .insertInto('deliveries')
      .values({ ...delivery, attempts: 0, due })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
  }

  async claim(now: number, hold: number, limit: number): Promise<Delivery[]> {
    const due = await this.db.selectFrom('deliveries').select('id').where('due', '<=', now).orderBy('due').limit(limit).execute();
    const claimed: Delivery[] = [];
    for (const { id } of due) {
      // Whoever changes it first has it: the condition no longer holds for the others.
      const taken = await this.db
        .updateTable('deliveries')
        .set(({ eb }) => ({ due: now + hold, attempts: eb('attempts', '+', 1) }))
        .where('id', '=', id)
        .where('due', '<=', now)
        .returning(columns)
        .executeTakeFirst();
      if (taken !== undefined) claimed.push(taken);
    }
    return claimed;
  }

  async finish(id: string): Promise<void> {
    await this.db.updateTable('deliveries').set({ due: null }).where('id', '=', id).execute();
  }

  async retryAt(id: string, time: number): Promise<void> {
    await this.db.updateTable('deliveries').set({ due: time }).where('id', '=', id).execute();
  }
}
