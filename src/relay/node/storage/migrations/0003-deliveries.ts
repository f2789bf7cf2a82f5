import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What connectors still have to send. */
export const deliveriesMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('deliveries')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('site', 'text', (column) => column.notNull())
      .addColumn('connector', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('handoff', 'text', (column) => column.notNull().references('handoffs.id').onDelete('cascade'))
      .addColumn('seq', 'integer', (column) => column.notNull())
      .addColumn('attempts', 'integer', (column) => column.notNull())
      .addColumn('due', 'bigint')
      .execute();
    await db.schema.createIndex('deliveries_due').on('deliveries').column('due').execute();
  },
};
