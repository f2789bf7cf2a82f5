import type { Expression, ExpressionBuilder, Kysely, SqlBool } from 'kysely';
import type { ActionResult } from '../../../journey/actions.ts';
import { isoOf } from '../../clock.ts';
import { newId } from '../../secrets.ts';
import type { ActionKey, ActionRecord, ActionRecords, ActionStart } from '../../storage/action-records.ts';
import type { Tables } from './tables.ts';

/** A request under way for longer belonged to an instance that died; whoever asks next does it. In milliseconds. */
const staleAfter = 60_000;

export class KyselyActions implements ActionRecords {
  constructor(private readonly db: Kysely<Tables>) {}

  async begin(
    { site, visitor, id }: ActionKey,
    { action, hash, customer, now }: ActionStart,
  ): Promise<{ state: 'new' | 'busy' | 'other' } | { state: 'done'; result: ActionResult }> {
    const inserted = await this.db
      .insertInto('actions')
      .values({ site, visitor, id, action, hash, customer, started: now, finished: null, result: null })
      .onConflict((conflict) => conflict.columns(['site', 'visitor', 'id']).doNothing())
      .returning('id')
      .executeTakeFirst();
    if (inserted !== undefined) return { state: 'new' };
    const found = await this.of({ site, visitor, id }).executeTakeFirst();
    if (found === undefined) return { state: 'busy' };
    if (found.hash !== hash) return { state: 'other' };
    if (found.result !== null) return { state: 'done', result: JSON.parse(found.result) as ActionResult };
    const taken = await this.db
      .updateTable('actions')
      .set({ started: now })
      .where('site', '=', site)
      .where('visitor', '=', visitor)
      .where('id', '=', id)
      .where('result', 'is', null)
      .where('started', '<', now - staleAfter)
      .returning('id')
      .executeTakeFirst();
    return { state: taken === undefined ? 'busy' : 'new' };
  }

  async finish({ site, visitor, id }: ActionKey, result: ActionResult, now: number): Promise<void> {
    await this.db
      .updateTable('actions')
      .set({ result: JSON.stringify(result), finished: now })
      .where('site', '=', site)
      .where('visitor', '=', visitor)
      .where('id', '=', id)
      .execute();
  }

  async abandon({ site, visitor, id }: ActionKey): Promise<void> {
    await this.db
      .deleteFrom('actions')
      .where('site', '=', site)
      .where('visitor', '=', visitor)
      .where('id', '=', id)
      .where('result', 'is', null)
      .execute();
  }

  async timesOf(site: string, customer: string, action: string): Promise<string[]> {
    const rows = await this.db
      .selectFrom('actions')
      .select('finished')
      .where('site', '=', site)
      .where('customer', '=', customer)
      .where('action', '=', action)
      .where('finished', 'is not', null)
      .orderBy('finished')
      .execute();
    return rows.map(({ finished }) => isoOf(finished as number));
  }

  async ofVisitor(site: string, visitor: string): Promise<ActionRecord[]> {
    const rows = await this.db
      .selectFrom('actions')
      .selectAll()
      .where('site', '=', site)
      .where('visitor', '=', visitor)
      .where('result', 'is not', null)
      .orderBy('finished')
      .execute();
    return rows.map(({ id, action, finished, result }) => ({
      id,
      action,
      at: finished as number,
      result: JSON.parse(result as string) as ActionResult,
    }));
  }

  async eraseVisitor(site: string, visitor: string): Promise<number> {
    return this.reduce(site, (row) => row('visitor', '=', visitor));
  }

  async eraseBefore(site: string, time: number): Promise<number> {
    return this.reduce(site, (row) => row.and([row('visitor', '!=', ''), row('started', '<', time)]));
  }

  async forgetBefore(site: string, time: number): Promise<void> {
    await this.db.deleteFrom('actions').where('site', '=', site).where('started', '<', time).execute();
  }

  /** Deletes rows but for what limits count: what was done when, for a keyed hash of whom. */
  private reduce(site: string, which: (row: ExpressionBuilder<Tables, 'actions'>) => Expression<SqlBool>): Promise<number> {
    return this.db.transaction().execute(async (work) => {
      const rows = await work
        .deleteFrom('actions')
        .where('site', '=', site)
        .where(which)
        .returning(['action', 'customer', 'started', 'finished'])
        .execute();
      for (const row of rows.filter(({ finished }) => finished !== null)) {
        await work
          .insertInto('actions')
          .values({ ...row, site, visitor: '', id: newId('erased'), hash: '', result: null })
          .execute();
      }
      return rows.length;
    });
  }

  private of({ site, visitor, id }: ActionKey) {
    return this.db
      .selectFrom('actions')
      .select(['hash', 'result'])
      .where('site', '=', site)
      .where('visitor', '=', visitor)
      .where('id', '=', id);
  }
}
