import { hostname } from 'node:os';
import type { Kysely } from 'kysely';
import type { Log } from '../../options.ts';
import { newId } from '../../secrets.ts';
import type { Tables } from './tables.ts';

/** An instance that gives no sign for so long is gone, in milliseconds. */
const absentAfter = 30_000;
const prefix = 'instance:';

/**
 * An SQLite file is for one relay: events reach the streams of the process that they happen in, and no other's. Each leaves a
 * sign of life in the file, and says so where it finds another's.
 */
export class OnlyInstance {
  private readonly name = prefix + newId('i');
  private readonly told = new Set<string>();

  constructor(
    private readonly db: Kysely<Tables>,
    private readonly log: Log,
    private readonly holder = `${hostname()}:${process.pid}`,
  ) {}

  /** To be called at the start, and every ten seconds or so. */
  async tend(): Promise<void> {
    const now = Date.now();
    await this.db.deleteFrom('locks').where('name', 'like', `${prefix}%`).where('until', '<', now).execute();
    const others = await this.db.selectFrom('locks').select(['name', 'holder']).where('name', 'like', `${prefix}%`).execute();
    for (const { name, holder } of others) {
      if (name === this.name || this.told.has(name) || isGone(holder, this.holder)) continue;
      this.told.add(name);
      this.log(
        'warning',
        'another relay runs on this SQLite file: what happens at one is heard late or never at the other. SQLite is for one instance; stop one, or set DATABASE_URL to PostgreSQL',
        { other: holder },
      );
    }
    const until = now + absentAfter;
    await this.db
      .insertInto('locks')
      .values({ name: this.name, holder: this.holder, until })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ until }))
      .execute();
  }

  async leave(): Promise<void> {
    await this.db.deleteFrom('locks').where('name', '=', this.name).execute();
  }
}

/** A process of this machine that was killed leaves its sign behind; whether it still runs can be seen. */
function isGone(holder: string, own: string): boolean {
  const [host, pid] = holder.split(/:(?=\d+$)/);
  if (host !== hostname()) return false;
  if (holder === own) return true;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
