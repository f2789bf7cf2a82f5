import { sql } from 'kysely';
import type { RelayStorage } from '../../storage/storage.ts';
import { KyselyActions } from './kysely-actions.ts';
import { KyselyAudit } from './kysely-audit.ts';
import { KyselyCustomerEvents } from './kysely-customer-events.ts';
import { KyselyDeliveries } from './kysely-deliveries.ts';
import { KyselyDesk } from './kysely-desk.ts';
import { KyselyHandoffs } from './kysely-handoffs.ts';
import { KyselyLimits } from './kysely-limits.ts';
import { KyselyLocks } from './kysely-locks.ts';
import { KyselyOutcomes } from './kysely-outcomes.ts';
import { KyselyVerifications } from './kysely-verifications.ts';
import { type OpenDatabase, openDatabase } from './open-database.ts';

/** What PostgreSQL and the network say when there is nobody to talk to, by code. */
const unreachable = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EPIPE',
  'ENOTFOUND',
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '08001',
  '53300',
]);

/** The storage in SQLite or PostgreSQL. */
export class KyselyStorage implements RelayStorage {
  readonly actions: KyselyActions;
  readonly verifications: KyselyVerifications;
  readonly handoffs: KyselyHandoffs;
  readonly deliveries: KyselyDeliveries;
  readonly outcomes: KyselyOutcomes;
  readonly customerEvents: KyselyCustomerEvents;
  readonly desk: KyselyDesk;
  readonly audit: KyselyAudit;
  readonly limits: KyselyLimits;
  readonly locks: KyselyLocks;

  constructor(readonly database: OpenDatabase) {
    const { db } = database;
    this.actions = new KyselyActions(db);
    this.verifications = new KyselyVerifications(db);
    this.handoffs = new KyselyHandoffs(db);
    this.deliveries = new KyselyDeliveries(db);
    this.outcomes = new KyselyOutcomes(db);
    this.customerEvents = new KyselyCustomerEvents(db);
    this.desk = new KyselyDesk(db);
    this.audit = new KyselyAudit(db);
    this.limits = new KyselyLimits(db);
    this.locks = new KyselyLocks(db);
  }

  static async open(url: string): Promise<KyselyStorage> {
    return new KyselyStorage(await openDatabase(url));
  }

  /** A setting that the first instance makes and all share. */
  async setting(name: string, make: () => string): Promise<string> {
    const { db } = this.database;
    await db
      .insertInto('settings')
      .values({ name, value: make() })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const { value } = await db.selectFrom('settings').select('value').where('name', '=', name).executeTakeFirstOrThrow();
    return value;
  }

  async check(): Promise<void> {
    await sql`select 1`.execute(this.database.db);
  }

  isUnreachable(thrown: unknown): boolean {
    if (!(thrown instanceof Error)) return false;
    const code = 'code' in thrown ? String(thrown.code) : '';
    return unreachable.has(code) || /Connection terminated|timeout exceeded when trying to connect/.test(thrown.message);
  }

  async close(): Promise<void> {
    await this.database.db.destroy();
  }
}
