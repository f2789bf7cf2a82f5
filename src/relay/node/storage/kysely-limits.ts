import type { Kysely } from 'kysely';
import { type Bucket, type Limits, takeToken } from '../../limits/limits.ts';
import type { Tables } from './tables.ts';

/** Buckets that all instances share. */
export class KyselyLimits implements Limits {
  constructor(private readonly db: Kysely<Tables>) {}

  async take(name: string, bucket: Bucket, now: number): Promise<number> {
    return this.db.transaction().execute(async (work) => {
      // The row is there and locked before it is read, so that no two requests take the same token.
      const last = await work
        .insertInto('buckets')
        .values({ name, tokens: bucket.burst, at: now })
        .onConflict((conflict) => conflict.column('name').doUpdateSet(({ ref }) => ({ name: ref('buckets.name') })))
        .returning(['tokens', 'at'])
        .executeTakeFirst();
      const { next, wait } = takeToken(last, bucket, now);
      await work.updateTable('buckets').set(next).where('name', '=', name).execute();
      return wait;
    });
  }

  /** Buckets untouched for a day are full again, whatever they are of. */
  async eraseUnused(now: number): Promise<void> {
    await this.db
      .deleteFrom('buckets')
      .where('at', '<', now - 86_400_000)
      .execute();
  }
}
