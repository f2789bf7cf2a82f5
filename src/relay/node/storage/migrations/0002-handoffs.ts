import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Handoffs and their events, outcomes, and the desk. */
export const handoffsMigration: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('handoffs')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('site', 'text', (column) => column.notNull())
      .addColumn('visitor', 'text', (column) => column.notNull())
      .addColumn('key', 'text', (column) => column.notNull())
      .addColumn('hash', 'text', (column) => column.notNull())
      .addColumn('status', 'text', (column) => column.notNull())
      .addColumn('ending', 'text')
      .addColumn('ending_reason', 'text')
      .addColumn('reason', 'text', (column) => column.notNull())
      .addColumn('priority', 'double precision', (column) => column.notNull())
      .addColumn('opened', 'bigint', (column) => column.notNull())
      .addColumn('waiting_since', 'bigint', (column) => column.notNull())
      .addColumn('waits', 'integer', (column) => column.notNull())
      .addColumn('member', 'text')
      .addColumn('member_name', 'text')
      .addColumn('last', 'integer', (column) => column.notNull())
      .addColumn('seen_visitor', 'integer', (column) => column.notNull())
      .addColumn('seen_person', 'integer', (column) => column.notNull())
      .addColumn('handoff', 'text', (column) => column.notNull())
      .addUniqueConstraint('handoffs_by_key', ['site', 'visitor', 'key'])
      .execute();
    await db.schema.createIndex('handoffs_in_queue').on('handoffs').columns(['site', 'status', 'priority', 'waiting_since']).execute();
    await db.schema
      .createTable('events')
      .addColumn('handoff', 'text', (column) => column.notNull().references('handoffs.id').onDelete('cascade'))
      .addColumn('seq', 'integer', (column) => column.notNull())
      .addColumn('author', 'text', (column) => column.notNull())
      .addColumn('own_id', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('event', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('events_key', ['handoff', 'seq'])
      .addUniqueConstraint('events_by_own_id', ['handoff', 'author', 'own_id'])
      .execute();
    await db.schema
      .createTable('outcomes')
      .addColumn('site', 'text', (column) => column.notNull())
      .addColumn('day', 'text', (column) => column.notNull())
      .addColumn('locale', 'text', (column) => column.notNull())
      .addColumn('ending', 'text', (column) => column.notNull())
      .addColumn('tier', 'text', (column) => column.notNull())
      .addColumn('unit', 'text', (column) => column.notNull())
      .addColumn('guide', 'text', (column) => column.notNull())
      .addColumn('cluster', 'text', (column) => column.notNull())
      .addColumn('count', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('outcomes_key', ['site', 'day', 'locale', 'ending', 'tier', 'unit', 'guide', 'cluster'])
      .execute();
    await db.schema
      .createTable('outcome_keys')
      .addColumn('site', 'text', (column) => column.notNull())
      .addColumn('key', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('outcome_keys_key', ['site', 'key'])
      .execute();
    await db.schema
      .createTable('members')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('email', 'text', (column) => column.notNull().unique())
      .addColumn('role', 'text', (column) => column.notNull())
      .addColumn('sites', 'text', (column) => column.notNull())
      .addColumn('password', 'text', (column) => column.notNull())
      .addColumn('is_active', 'integer', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('desk_sessions')
      .addColumn('hash', 'text', (column) => column.primaryKey())
      .addColumn('member', 'text', (column) => column.notNull().references('members.id').onDelete('cascade'))
      .addColumn('csrf', 'text', (column) => column.notNull())
      .addColumn('seen', 'bigint', (column) => column.notNull())
      .addColumn('expires', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('desk_sessions_of_member').on('desk_sessions').columns(['member', 'seen']).execute();
    await db.schema
      .createTable('drafts')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('site', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('draft', 'text', (column) => column.notNull())
      .execute();
  },
};
