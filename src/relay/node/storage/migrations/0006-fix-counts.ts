import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What became of guides' fixes. */
export const fixCountsMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('fix_counts')
      .addColumn('site', 'text', (column) => column.notNull())
      .addColumn('day', 'text', (column) => column.notNull())
      .addColumn('guide', 'text', (column) => column.notNull())
      .addColumn('fix', 'text', (column) => column.notNull())
      .addColumn('worked', 'integer', (column) => column.notNull())
      .addColumn('failed', 'integer', (column) => column.notNull())
      .addColumn('held', 'integer', (column) => column.notNull())
      .addColumn('returned', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('fix_counts_key', ['site', 'day', 'guide', 'fix'])
      .execute();
  },
};
