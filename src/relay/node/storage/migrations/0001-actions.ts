import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { Dialect } from '../open-database.ts';

/** Actions, verifications, the audit trail, and what instances share. */
export function actionsMigration(dialect: Dialect): Migration {
  return {
    async up(db: Kysely<unknown>) {
      await db.schema
        .createTable('actions')
        .addColumn('site', 'text', (column) => column.notNull())
        .addColumn('visitor', 'text', (column) => column.notNull())
        .addColumn('id', 'text', (column) => column.notNull())
        .addColumn('action', 'text', (column) => column.notNull())
        .addColumn('hash', 'text', (column) => column.notNull())
        .addColumn('customer', 'text', (column) => column.notNull())
        .addColumn('started', 'bigint', (column) => column.notNull())
        .addColumn('finished', 'bigint')
        .addColumn('result', 'text')
        .addPrimaryKeyConstraint('actions_key', ['site', 'visitor', 'id'])
        .execute();
      await db.schema.createIndex('actions_of_customer').on('actions').columns(['site', 'customer', 'action', 'finished']).execute();
      await db.schema
        .createTable('challenges')
        .addColumn('site', 'text', (column) => column.notNull())
        .addColumn('visitor', 'text', (column) => column.notNull())
        .addColumn('contact', 'text', (column) => column.notNull())
        .addColumn('code', 'text', (column) => column.notNull())
        .addColumn('customer', 'text')
        .addColumn('attempts', 'integer', (column) => column.notNull())
        .addColumn('expires', 'bigint', (column) => column.notNull())
        .addPrimaryKeyConstraint('challenges_key', ['site', 'visitor'])
        .execute();
      await db.schema
        .createTable('verified')
        .addColumn('site', 'text', (column) => column.notNull())
        .addColumn('visitor', 'text', (column) => column.notNull())
        .addColumn('customer', 'text', (column) => column.notNull())
        .addColumn('until', 'bigint', (column) => column.notNull())
        .addPrimaryKeyConstraint('verified_key', ['site', 'visitor'])
        .execute();
      await db.schema
        .createTable('locks')
        .addColumn('name', 'text', (column) => column.primaryKey())
        .addColumn('holder', 'text', (column) => column.notNull())
        .addColumn('until', 'bigint', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('buckets')
        .addColumn('name', 'text', (column) => column.primaryKey())
        .addColumn('tokens', 'double precision', (column) => column.notNull())
        .addColumn('at', 'bigint', (column) => column.notNull())
        .execute();
      await db.schema
        .createTable('settings')
        .addColumn('name', 'text', (column) => column.primaryKey())
        .addColumn('value', 'text', (column) => column.notNull())
        .execute();
      await createAudit(db, dialect);
    },
  };
}

/** The database itself keeps the trail from being changed, or shortened before its time. */
async function createAudit(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  await db.schema
    .createTable('audit')
    .addColumn('id', dialect === 'sqlite' ? 'integer' : 'bigserial', (column) =>
      dialect === 'sqlite' ? column.primaryKey().autoIncrement() : column.primaryKey(),
    )
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('site', 'text', (column) => column.notNull())
    .addColumn('actor', 'text', (column) => column.notNull())
    .addColumn('what', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('data', 'text', (column) => column.notNull())
    .addColumn('keep_until', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('audit_of_site').on('audit').columns(['site', 'id']).execute();
  if (dialect === 'sqlite') {
    await sql`create trigger audit_is_not_changed before update on audit
      begin select raise(abort, 'the audit trail is not changed'); end`.execute(db);
    await sql`create trigger audit_is_kept before delete on audit when old.keep_until > unixepoch() * 1000
      begin select raise(abort, 'the audit trail is kept'); end`.execute(db);
    return;
  }
  await sql`create function audit_stays() returns trigger as $$
    begin
      if tg_op = 'UPDATE' then raise exception 'the audit trail is not changed'; end if;
      if old.keep_until > extract(epoch from now()) * 1000 then raise exception 'the audit trail is kept'; end if;
      return old;
    end $$ language plpgsql`.execute(db);
  await sql`create trigger audit_stays before update or delete on audit for each row execute function audit_stays()`.execute(db);
}
