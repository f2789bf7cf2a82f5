import type { Kysely } from 'kysely';
import type { Money } from '../../src/policy/money.ts';
import type { Address, Order } from '../../src/protocol/shop.ts';
import { daysBetween } from './calendar.ts';
import type { Item } from './catalogue.ts';
import type { Tables } from './database.ts';

/** In days from the delivery; facts.yaml, `returns`. */
const returnWindow = 30;
/** What is ordered from the first to the second day can be returned until the third. */
const holidays = ['2026-11-01', '2026-12-25', '2027-02-01'].map(Date.parse) as [number, number, number];

/** The shop's records, read. */
export class OrderShop {
  constructor(
    readonly db: Kysely<Tables>,
    readonly catalogue: ReadonlyMap<string, Item>,
    readonly clock: () => number,
  ) {}

  /** The same shop within a transaction. */
  within(work: Kysely<Tables>): OrderShop {
    return new OrderShop(work, this.catalogue, this.clock);
  }

  /** What customers call a thing, in every language of the shop. */
  wordsOf(sku: string): string {
    return this.catalogue.get(sku)?.words ?? '';
  }

  /** The id of the customer with that e-mail address or telephone number. */
  async customerWith(contact: string): Promise<string | null> {
    const wanted = contact.includes('@') ? contact.trim().toLowerCase() : digitsOf(contact);
    const customers = await this.db.selectFrom('customers').select(['id', 'email', 'phone']).execute();
    return customers.find(({ email, phone }) => email === wanted || digitsOf(phone) === wanted)?.id ?? null;
  }

  async customer(id: string) {
    return this.db.selectFrom('customers').selectAll().where('id', '=', id).executeTakeFirst();
  }

  /** What the shop knows of a customer, as events that its pages tell. */
  async eventsOf(id: string): Promise<[name: string, data: Readonly<Record<string, string | number>>][]> {
    const customer = await this.customer(id);
    const care = await this.db.selectFrom('care').select('ends').where('customer', '=', id).executeTakeFirst();
    if (customer === undefined) return [];
    const { tier, market } = customer;
    const orders = await this.orders(id);
    return [
      ['customer.changed', { tier, market, orders: orders.length }],
      ...(care === undefined ? [] : [['date.renewal', { on: care.ends }] satisfies [string, { on: string }]]),
    ];
  }

  /** An order of this customer; undefined where there is none, or it is somebody else's. */
  async order(customer: string | null, number: string): Promise<Order | undefined> {
    return (await this.orders(customer)).find(({ order }) => order === number.trim().toUpperCase());
  }

  /** The customer's orders, newest first. */
  async orders(customer: string | null): Promise<Order[]> {
    if (customer === null) return [];
    const rows = await this.db.selectFrom('orders').selectAll().where('customer', '=', customer).orderBy('placed', 'desc').execute();
    return Promise.all(rows.map((row) => this.view(row)));
  }

  /** When something was done for a customer, oldest first. */
  async timesOf(customer: string, kind: string): Promise<string[]> {
    const rows = await this.db
      .selectFrom('requests')
      .select('opened')
      .where('customer', '=', customer)
      .where('kind', '=', kind)
      .orderBy('opened')
      .execute();
    return rows.map(({ opened }) => new Date(opened).toISOString());
  }

  private async view(row: Tables['orders']): Promise<Order> {
    const { number, placed, status, market, currency, shipping, carrier, tracking, from, to, delivered, scan } = row;
    const lines = await this.db.selectFrom('lines').selectAll().where('order', '=', number).orderBy('line').execute();
    const address = JSON.parse(row.address) as Address;
    const now = this.clock();
    const money = (minor: number): Money => ({ minor, currency });
    return {
      order: number,
      placed: new Date(placed).toISOString(),
      status,
      market,
      country: address.country,
      total: money(lines.reduce((sum, { quantity, minor }) => sum + quantity * minor, shipping)),
      lines: lines.map(({ line, sku, quantity, returned, minor }) => ({
        line,
        sku,
        quantity,
        returned,
        price: money(minor),
        ...this.named(sku),
      })),
      address,
      ...(carrier === null || from === null || to === null
        ? {}
        : {
            delivery: {
              carrier,
              tracking: tracking ?? '',
              from,
              to,
              ...(delivered === null ? {} : { delivered: new Date(delivered).toISOString() }),
              ...(scan === null ? {} : { scan }),
            },
          }),
      minutesSincePlaced: Math.floor((now - placed) / 60_000),
      ...(delivered === null ? {} : { daysSinceDelivery: daysBetween(delivered, now) }),
      daysLate: delivered !== null || to === null ? 0 : Math.max(0, daysBetween(Date.parse(to), now)),
      isReturnable: delivered !== null && isWithinReturns(placed, delivered, now) && lines.some((line) => line.returned < line.quantity),
    };
  }

  private named(sku: string) {
    const item = this.catalogue.get(sku);
    if (item === undefined) throw new Error(`the catalogue lost ${sku}`);
    const { product, title, category, colour } = item;
    return { product, title, category, ...(colour === undefined ? {} : { colour }) };
  }
}

function isWithinReturns(placed: number, delivered: number, now: number): boolean {
  const [first, after, until] = holidays;
  return daysBetween(delivered, now) <= returnWindow || (placed >= first && placed < after && now < until);
}

function digitsOf(phone: string): string {
  return phone.replace(/\D/g, '').replace(/^00/, '');
}
