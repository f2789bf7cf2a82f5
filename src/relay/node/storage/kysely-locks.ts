import type { Kysely } from 'kysely';
import { sleep } from '../../clock.ts';
import { newId } from '../../secrets.ts';
import type { Locks } from '../../storage/storage.ts';
import type { Tables } from './tables.ts';

/** A lock whose holder died comes free after that long, in milliseconds; longer than any work under one takes. */
const longestHeld = 60_000;
const pause = 50;

export class KyselyLocks implements Locks {
  constructor(private readonly db: Kysely<Tables>) {}

  async withLock<T>(name: string, wait: number, work: () => Promise<T>): Promise<T | undefined> {
    const holder = newId('lock');
    const deadline = Date.now() + wait;
    while (!(await this.take(name, holder))) {
      if (Date.now() > deadline) return undefined;
      await sleep(pause);
    }
    try {
      return await work();
    } finally {
      await this.db.deleteFrom('locks').where('name', '=', name).where('holder', '=', holder).execute();
    }
  }

  private async take(name: string, holder: string): Promise<boolean> {
    const now = Date.now();
    const taken = await this.db
      .insertInto('locks')
      .values({ name, holder, until: now + longestHeld })
      .onConflict((conflict) =>
        conflict
          .column('name')
          .doUpdateSet({ holder, until: now + longestHeld })
          .where('locks.until', '<', now),
      )
      .returning('holder')
      .executeTakeFirst();
    return taken?.holder === holder;
  }
}
