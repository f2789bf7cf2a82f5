import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely, PostgresDialect, type SqliteDatabase, SqliteDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import type { Pool } from 'pg';
import { migrationsFor } from './migrations/migrations.ts';
import type { Tables } from './tables.ts';

export type Dialect = 'sqlite' | 'postgres';

export interface OpenDatabase {
  readonly dialect: Dialect;
  readonly db: Kysely<Tables>;
  /** Connections to PostgreSQL, for what a query builder does not do. */
  readonly pool?: Pool;
}

/**
 * Opens a database and brings its tables up to date.
 * @param url `postgres://…`, or the path of an SQLite file, `:memory:` for one that is kept nowhere
 */
export async function openDatabase(url: string): Promise<OpenDatabase> {
  const opened = await (/^postgres(?:ql)?:\/\//.test(url) ? openPostgres(url) : openSqlite(url.replace(/^(?:sqlite|file):(?:\/\/)?/, '')));
  const migrator = new Migrator({ db: opened.db, provider: migrationsFor(opened.dialect) });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) {
    await opened.db.destroy().catch(() => {});
    throw new Error(`the database cannot be opened: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
  return opened;
}

// Each driver is loaded where it is used.
async function openSqlite(file: string): Promise<OpenDatabase> {
  const { default: Database } = await import('libsql');
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  const database = new Database(file);
  // A write-ahead log survives a killed process; readers and the one writer do not wait for each other.
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = NORMAL');
  database.pragma('busy_timeout = 5000');
  database.pragma('foreign_keys = ON');
  return { dialect: 'sqlite', db: new Kysely<Tables>({ dialect: new SqliteDialect({ database: database as SqliteDatabase }) }) };
}

async function openPostgres(url: string): Promise<OpenDatabase> {
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({
    connectionString: url,
    max: 12,
    connectionTimeoutMillis: 5000,
    idleTimeoutMillis: 30_000,
    // What would otherwise come as text; milliseconds and counts fit into a number.
    types: { getTypeParser: ((oid: number, format: 'text') => (oid === int8 ? Number : pg.types.getTypeParser(oid, format))) as never },
  });
  // A connection that breaks is replaced at its next use; whoever was using it hears of it from the query.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return { dialect: 'postgres', db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }), pool };
}

/** The type of `bigint` in PostgreSQL's catalogue. */
const int8 = 20;
