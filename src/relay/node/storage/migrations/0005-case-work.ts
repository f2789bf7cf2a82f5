import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Whom a case is for, and how fast it was worked. */
export const caseWorkMigration: Migration = {
  async up(db: Kysely<unknown>) {
    // One by one: SQLite adds one column in a statement.
    await db.schema.alterTable('handoffs').addColumn('customer', 'text').execute();
    await db.schema.alterTable('handoffs').addColumn('answered', 'bigint').execute();
    await db.schema.alterTable('handoffs').addColumn('ended', 'bigint').execute();
  },
};
