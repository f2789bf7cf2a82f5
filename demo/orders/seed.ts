import { readFile } from 'node:fs/promises';
import type { Kysely } from 'kysely';
import { parse } from 'yaml';
import type { Address } from '../../src/protocol/shop.ts';
import { addDays, dayOf } from './calendar.ts';
import type { Item } from './catalogue.ts';
import type { Tables } from './database.ts';
import { marketOf } from './markets.ts';

interface Seed {
  readonly customers: Readonly<
    Record<string, { name: string; email: string; phone: string; locale: string; market: string; tier: string; address: Address }>
  >;
  readonly care: Readonly<Record<string, number>>;
  readonly orders: Readonly<
    Record<
      string,
      {
        customer: string;
        placed: number;
        status: Tables['orders']['status'];
        lines: Readonly<Record<string, number>>;
        carrier?: string;
        tracking?: string;
        window?: readonly [number, number];
        delivered?: number;
        scan?: string;
      }
    >
  >;
}

/** Fills a database that has no customers yet. @param now the day that `seed.yaml` counts back from */
export async function seedOrders(db: Kysely<Tables>, catalogue: ReadonlyMap<string, Item>, now: number): Promise<void> {
  if ((await db.selectFrom('customers').select('id').executeTakeFirst()) !== undefined) return;
  const { customers, care, orders } = parse(await readFile(new URL('seed.yaml', import.meta.url), 'utf8')) as Seed;
  await db.transaction().execute(async (work) => {
    for (const [id, { address, ...customer }] of Object.entries(customers)) {
      await work
        .insertInto('customers')
        .values({ id, ...customer, address: JSON.stringify(address) })
        .execute();
    }
    for (const [customer, days] of Object.entries(care)) {
      await work
        .insertInto('care')
        .values({ customer, ends: dayOf(addDays(now, days)) })
        .execute();
    }
    for (const [number, order] of Object.entries(orders)) {
      const customer = customers[order.customer];
      if (customer === undefined) throw new Error(`seed.yaml: ${number} is of nobody`);
      await insertOrder(work, number, order, customer, catalogue, now);
    }
  });
}

async function insertOrder(
  work: Kysely<Tables>,
  number: string,
  { customer, placed: daysAgo, status, lines, carrier, tracking, window, delivered, scan }: Seed['orders'][string],
  { market, address }: Seed['customers'][string],
  catalogue: ReadonlyMap<string, Item>,
  now: number,
): Promise<void> {
  const { currency, shipping, freeFrom } = marketOf(market);
  // What was placed today was placed twenty minutes ago: its address can still be changed.
  const placed = daysAgo === 0 ? now - 20 * 60_000 : addDays(now, -daysAgo) - 3 * 3_600_000;
  const priced = Object.entries(lines).map(([sku, quantity]) => ({ sku, quantity, minor: priceOf(catalogue, sku, currency) }));
  const goods = priced.reduce((sum, { quantity, minor }) => sum + quantity * minor, 0);
  await work
    .insertInto('orders')
    .values({
      number,
      customer,
      placed,
      status,
      market,
      currency,
      shipping: goods >= freeFrom ? 0 : shipping.minor,
      address: JSON.stringify(address),
      carrier: carrier ?? null,
      tracking: tracking ?? null,
      from: window === undefined ? null : dayOf(addDays(placed, window[0])),
      to: window === undefined ? null : dayOf(addDays(placed, window[1])),
      delivered: delivered === undefined ? null : addDays(placed, delivered),
      scan: scan ?? null,
    })
    .execute();
  for (const [index, line] of priced.entries()) {
    await work
      .insertInto('lines')
      .values({ order: number, line: String(index + 1), returned: 0, ...line })
      .execute();
  }
}

function priceOf(catalogue: ReadonlyMap<string, Item>, sku: string, currency: string): number {
  const price = catalogue.get(sku)?.price(currency);
  if (price === undefined) throw new Error(`seed.yaml: ${sku} is not sold in ${currency}`);
  return price.minor;
}
