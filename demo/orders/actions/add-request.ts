import { randomInt } from 'node:crypto';
import type { Tables } from '../database.ts';
import type { OrderShop } from '../order-shop.ts';

interface NewRequest {
  readonly kind: string;
  readonly customer?: string | null;
  readonly contact?: string | undefined;
  readonly order?: string | undefined;
  readonly status?: Tables['requests']['status'];
  readonly next?: string;
  readonly due?: string;
  readonly data?: object;
}

/** Files something that was asked for under a number of its own, as in RET-40218. */
export async function addRequest(shop: OrderShop, prefix: string, request: NewRequest): Promise<string> {
  const { kind, customer = null, contact = null, order = null, status = 'open', next = null, due = null, data = {} } = request;
  const id = `${prefix}-${randomInt(10_000, 100_000)}${randomInt(100)}`;
  await shop.db
    .insertInto('requests')
    .values({ id, kind, customer, contact, order, opened: shop.clock(), status, next, due, data: JSON.stringify(data) })
    .execute();
  return id;
}
