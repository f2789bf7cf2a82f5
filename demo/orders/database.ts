import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely, type SqliteDatabase, SqliteDialect } from 'kysely';
import Database from 'libsql';

/** The shop's own tables. Moments are milliseconds since 1970, amounts minor units, addresses and data JSON. */
export interface Tables {
  customers: {
    id: string;
    name: string;
    email: string;
    phone: string;
    locale: string;
    market: string;
    tier: string;
    address: string;
  };
  /** Last days of plans that customers have for their devices, ISO 8601. */
  care: { customer: string; ends: string };
  orders: {
    number: string;
    customer: string;
    placed: number;
    status: 'placed' | 'packed' | 'sent' | 'delivered' | 'lost' | 'cancelled';
    market: string;
    currency: string;
    shipping: number;
    address: string;
    carrier: string | null;
    tracking: string | null;
    /** First and last day of delivery. */
    from: string | null;
    to: string | null;
    delivered: number | null;
    scan: string | null;
  };
  lines: { order: string; line: string; sku: string; quantity: number; returned: number; minor: number };
  /** Everything that was asked for: returns, claims, tickets and so on. */
  requests: {
    id: string;
    kind: string;
    customer: string | null;
    contact: string | null;
    order: string | null;
    opened: number;
    status: 'open' | 'done' | 'cancelled';
    next: string | null;
    due: string | null;
    data: string;
  };
  /** What each id did, so that none acts twice. */
  performed: { id: string; reply: string; at: number };
  /** One-time codes that a real shop would send. */
  codes: { id: string; customer: string; contact: string; code: string; expires: string; at: number };
}

/** Opens the shop's database and makes its tables where they are missing. @param file a path, or `:memory:` */
export async function openOrders(file: string): Promise<Kysely<Tables>> {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  database.exec(`
    create table if not exists customers (id text primary key, name text not null, email text not null unique, phone text not null,
      locale text not null, market text not null, tier text not null, address text not null);
    create table if not exists care (customer text primary key references customers, ends text not null);
    create table if not exists orders (number text primary key, customer text not null references customers, placed integer not null,
      status text not null, market text not null, currency text not null, shipping integer not null, address text not null, carrier text,
      tracking text, "from" text, "to" text, delivered integer, scan text);
    create table if not exists lines ("order" text not null references orders, line text not null, sku text not null,
      quantity integer not null, returned integer not null, minor integer not null, primary key ("order", line));
    create table if not exists requests (id text primary key, kind text not null, customer text, contact text, "order" text,
      opened integer not null, status text not null, next text, due text, data text not null);
    create table if not exists performed (id text primary key, reply text not null, at integer not null);
    create table if not exists codes (id text primary key, customer text not null, contact text not null, code text not null,
      expires text not null, at integer not null);
  `);
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database: database as SqliteDatabase }) });
}
