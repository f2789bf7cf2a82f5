import type { Kysely } from 'kysely';
import type { Challenge, Verifications } from '../../storage/verifications.ts';
import type { Tables } from './tables.ts';

export class KyselyVerifications implements Verifications {
  constructor(private readonly db: Kysely<Tables>) {}

  async putChallenge(site: string, visitor: string, challenge: Challenge): Promise<void> {
    const row = { ...challenge, attempts: 0 };
    await this.db
      .insertInto('challenges')
      .values({ site, visitor, ...row })
      .onConflict((conflict) => conflict.columns(['site', 'visitor']).doUpdateSet(row))
      .execute();
  }

  async armChallenge(site: string, visitor: string, contact: string, customer: string, code: string): Promise<void> {
    await this.db
      .updateTable('challenges')
      .set({ customer, code })
      .where('site', '=', site)
      .where('visitor', '=', visitor)
      .where('contact', '=', contact)
      .execute();
  }

  async attempt(site: string, visitor: string, most: number, now: number): Promise<Challenge | undefined> {
    return this.db
      .updateTable('challenges')
      .set(({ eb }) => ({ attempts: eb('attempts', '+', 1) }))
      .where('site', '=', site)
      .where('visitor', '=', visitor)
      .where('attempts', '<', most)
      .where('expires', '>', now)
      .returning(['contact', 'code', 'customer', 'expires'])
      .executeTakeFirst();
  }

  async verify(site: string, visitor: string, customer: string, until: number): Promise<void> {
    await this.db.transaction().execute(async (work) => {
      await work.deleteFrom('challenges').where('site', '=', site).where('visitor', '=', visitor).execute();
      await work
        .insertInto('verified')
        .values({ site, visitor, customer, until })
        .onConflict((conflict) => conflict.columns(['site', 'visitor']).doUpdateSet({ customer, until }))
        .execute();
    });
  }

  async customerOf(site: string, visitor: string, now: number): Promise<string | undefined> {
    const row = await this.db
      .selectFrom('verified')
      .select('customer')
      .where('site', '=', site)
      .where('visitor', '=', visitor)
      .where('until', '>', now)
      .executeTakeFirst();
    return row?.customer;
  }

  async eraseVisitor(site: string, visitor: string): Promise<void> {
    await this.db.deleteFrom('challenges').where('site', '=', site).where('visitor', '=', visitor).execute();
    await this.db.deleteFrom('verified').where('site', '=', site).where('visitor', '=', visitor).execute();
  }

  async eraseExpired(now: number): Promise<void> {
    await this.db.deleteFrom('challenges').where('expires', '<', now).execute();
    await this.db.deleteFrom('verified').where('until', '<', now).execute();
  }
}
