import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What shops tell of their customers, and what came of nudges. */
export const nudgesMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('customer_events')
      .addColumn('site', 'text', (column) => column.notNull())
      .addColumn('customer', 'text', (column) => column.notNull())
      .addColumn('seq', 'bigint', (column) => column.notNull())
      .addColumn('own_id', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('until', 'bigint', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('data', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('customer_events_key', ['site', 'customer', 'seq'])
      .addUniqueConstraint('customer_events_by_own_id', ['site', 'customer', 'own_id'])
      .execute();
    await db.schema.createIndex('customer_events_until').on('customer_events').column('until').execute();
    await db.schema
      .createTable('nudge_counts')
      .addColumn('site', 'text', (column) => column.notNull())
      .addColumn('day', 'text', (column) => column.notNull())
      .addColumn('nudge', 'text', (column) => column.notNull())
      .addColumn('arm', 'text', (column) => column.notNull())
      .addColumn('exposed', 'integer', (column) => column.notNull())
      .addColumn('succeeded', 'integer', (column) => column.notNull())
      .addColumn('dismissed', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('nudge_counts_key', ['site', 'day', 'nudge', 'arm'])
      .execute();
  },
};
