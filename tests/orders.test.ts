import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCatalogue } from '../demo/orders/catalogue.ts';
import { openOrders } from '../demo/orders/database.ts';
import { createOrderService } from '../demo/orders/order-service.ts';
import { OrderShop } from '../demo/orders/order-shop.ts';
import { seedOrders } from '../demo/orders/seed.ts';
import type { Json } from '../src/journey/actions.ts';
import { type FactsReply, factsReplySchema, type PerformReply } from '../src/protocol/shop.ts';
import { ShopUnreachable } from '../src/relay/actions/shop.ts';
import { SignedHttpShop } from '../src/relay/actions/signed-http-shop.ts';

const secret = `whsec_${btoa('0123456789abcdef0123456789abcdef')}`;
const codes: { contact: string; code: string }[] = [];
let shop: OrderShop;
let relaySide: SignedHttpShop;
let asked: Request[] = [];
let clockOff = 0;
/** Fails so many tries, after the shop has acted or before. */
let failing: { times: number; after: boolean } = { times: 0, after: false };

beforeAll(async () => {
  const catalogue = await readCatalogue();
  const db = await openOrders(':memory:');
  await seedOrders(db, catalogue, Date.now());
  shop = new OrderShop(db, catalogue, Date.now);
  const service = createOrderService({
    shop,
    siteId: 'tidewire',
    secret,
    identitySecret: 's'.repeat(32),
    onCode: (contact, code) => codes.push({ contact, code }),
  });
  relaySide = new SignedHttpShop({
    url: 'http://shop.test',
    secret,
    clock: () => Date.now() + clockOff,
    pauses: [1, 1],
    fetch: async (input, init) => {
      const request = new Request(input as string, { ...init, redirect: 'follow' });
      asked.push(request.clone());
      if (failing.times > 0) {
        failing.times -= 1;
        if (failing.after) await service.fetch(request);
        return new Response('broken', { status: 503 });
      }
      return service.fetch(request);
    },
  });
});
afterAll(() => shop.db.destroy());

let nextId = 0;
const act = (action: string, args: { [name: string]: Json }, customer: string | null = 'c-1001', id = `test-id-${++nextId}`) =>
  relaySide.perform({ id, action, args, customer, locale: 'en' });
const facts = (action: string, args: { [name: string]: Json }, customer: string | null = 'c-1001', id = `test-id-${++nextId}`) =>
  relaySide.facts({ id, action, args, customer, locale: 'en' });

function dataOf(reply: PerformReply): { [name: string]: Json } {
  if (reply.kind !== 'done') throw new Error(JSON.stringify(reply));
  return reply.data;
}

describe('the demo’s order service behind signed HTTP', () => {
  it('knows its customers by e-mail and telephone, and sends codes to the contact on file alone', async () => {
    expect(await relaySide.findCustomer('Mara@Example.org')).toBe('c-1001');
    expect(await relaySide.findCustomer('0049 30 23125-014')).toBe('c-1001');
    expect(await relaySide.findCustomer('nobody@example.org')).toBeNull();
    await relaySide.sendCode({ customer: 'c-1001', code: '123456', expires: new Date().toISOString(), locale: 'de' });
    expect(codes).toEqual([{ contact: 'mara@example.org', code: '123456' }]);
  });

  it('finds orders by what a customer remembers, and only the customer’s own', async () => {
    const numbers = async (args: { [name: string]: Json }, customer = 'c-1001') =>
      (dataOf(await act('find-orders', args, customer)).orders as { order: string }[]).map(({ order }) => order);
    expect(await numbers({})).toEqual(['TW-4823377', 'TW-4818820', 'TW-4733102', 'TW-4512209']);
    expect(await numbers({ colour: 'Copper' })).toEqual(['TW-4823377']);
    expect(await numbers({ colour: '铜色' })).toEqual(['TW-4823377']);
    expect(await numbers({ item: 'folio' })).toEqual(['TW-4733102']);
    expect(await numbers({ order: 'TW-4821093' })).toEqual([]);
    expect(await numbers({ order: 'tw-4821093' }, 'c-1002')).toEqual(['TW-4821093']);
  });

  it('tells facts that rules compare, in whole minor units, and none of another customer’s order', async () => {
    const known = await facts('open-return', { order: 'TW-4818820', lines: [{ line: '1', quantity: 1, reason: 'changed-mind' }] });
    expect(known.facts.order).toMatchObject({ status: 'delivered', market: 'EU', isReturnable: true, daysSinceDelivery: 10 });
    expect(known.items).toMatchObject([{ product: 'lark-2', category: 'audio', isThere: true }]);
    expect(known.amount).toEqual({ minor: 9900, currency: 'EUR' });
    expect(
      (await facts('open-return', { order: 'TW-4818820', lines: [] }, 'c-1002').catch((thrown: unknown) => thrown)) instanceof
        ShopUnreachable,
    ).toBe(true);
    const other = await facts('give-credit', { order: 'TW-4821093', amount: { minor: 100, currency: 'GBP' }, reason: 'late' });
    expect(other).toEqual({ found: false, facts: {} });
  });

  it('opens one return of a mixed order to two addresses', async () => {
    const lines = [
      { line: '1', quantity: 1, reason: 'changed-mind' },
      { line: '2', quantity: 1, reason: 'changed-mind' },
    ];
    const data = dataOf(await act('open-return', { order: 'TW-4818820', lines }));
    expect((data.parcels as { lines: string[]; to: { street: string } }[]).map((parcel) => [parcel.lines, parcel.to.street])).toEqual([
      [['1'], 'Waalhaven Zuidzijde 44'],
      [['2'], 'Industrieweg 131'],
    ]);
    expect(data.refund).toEqual({ minor: 9900 + 34_900, currency: 'EUR' });
    expect(await act('open-return', { order: 'TW-4818820', lines })).toMatchObject({ kind: 'invalid', field: 'lines' });
    const requests = dataOf(await act('list-requests', {})).requests as { kind: string; status: string }[];
    expect(requests[0]).toMatchObject({ kind: 'open-return', status: 'open' });
  });

  it('takes a country’s fee off where the customer changed their mind, and nothing where the shop is at fault', async () => {
    const lines = (reason: string) => [{ line: '1', quantity: 1, reason }];
    const changed = await facts('open-return', { order: 'TW-4815530', lines: lines('changed-mind') }, 'c-1005');
    expect(changed.amount).toEqual({ minor: 27_800 - 900, currency: 'JPY' });
    const faulty = await facts('open-return', { order: 'TW-4815530', lines: lines('faulty') }, 'c-1005');
    expect(faulty.amount).toEqual({ minor: 27_800, currency: 'JPY' });
  });

  it('acts once for an id, and gives the same reply again', async () => {
    const args = { order: 'TW-4818820', amount: { minor: 500, currency: 'EUR' }, reason: 'late' };
    const first = await act('give-credit', args, 'c-1001', 'credit-once');
    failing = { times: 2, after: true };
    expect(await act('give-credit', args, 'c-1001', 'credit-once')).toEqual(first);
    expect((await facts('give-credit', args)).before).toHaveLength(1);
    const again: FactsReply = await facts('give-credit', args, 'c-1001', 'credit-once');
    expect(again.already).toEqual(dataOf(first));
  });

  it('gives up in good order where the shop stays broken', async () => {
    failing = { times: 3, after: false };
    await expect(facts('list-requests', {})).rejects.toBeInstanceOf(ShopUnreachable);
    expect(failing.times).toBe(0);
  });

  it('refuses what is not signed, was changed, or is played back later', async () => {
    asked = [];
    await relaySide.findCustomer('mara@example.org');
    const [good] = asked;
    if (good === undefined) throw new Error('nothing was asked');
    const service = createOrderService({ shop, siteId: 'tidewire', secret, identitySecret: 's'.repeat(32), onCode: () => {} });
    const send = async (change: (headers: Headers) => void, body?: string) => {
      const headers = new Headers(good.headers);
      change(headers);
      return (await service.fetch(new Request(good.url, { method: 'POST', headers, body: body ?? (await good.clone().text()) }))).status;
    };
    expect(await send(() => {})).toBe(200);
    expect(await send(() => {}, '{"contact":"james@example.com"}')).toBe(401);
    expect(await send((headers) => headers.delete('webhook-signature'))).toBe(401);
    expect(await send((headers) => headers.set('webhook-id', 'another'))).toBe(401);
    clockOff = -301_000;
    await expect(relaySide.findCustomer('mara@example.org')).rejects.toThrow('401');
    clockOff = 0;
  });

  it.each<[string, { [name: string]: Json }, string]>([
    [
      'change-address',
      { order: 'TW-4823377', address: { name: 'Mara', street: 'Hof 1', postcode: '10115', city: 'Berlin', country: 'DE' } },
      'done',
    ],
    [
      'change-address',
      { order: 'TW-4823377', address: { name: 'Mara', street: 'Hof 1', postcode: '1010', city: 'Wien', country: 'AT' } },
      'invalid',
    ],
    ['reschedule-delivery', { order: 'TW-4823377', day: new Date(Date.now() + 4 * 86_400_000).toISOString().slice(0, 10) }, 'done'],
    ['reschedule-delivery', { order: 'TW-4733102', day: '2099-01-01' }, 'invalid'],
    ['report-delivery', { order: 'TW-4818820', problem: 'damaged', lines: ['1'] }, 'done'],
    ['claim-warranty', { order: 'TW-4512209', line: '1', problem: 'The WAN port is dead.' }, 'done'],
    ['notify-in-stock', { sku: 'SR5-SLA', contact: 'mara@example.org' }, 'done'],
    ['notify-in-stock', { sku: 'SR5-CHA', contact: 'mara@example.org' }, 'invalid'],
    ['place-order', { lines: [{ sku: 'V65-SLA', quantity: 2 }] }, 'done'],
    ['place-order', { lines: [{ sku: 'SR5-SLA', quantity: 1 }] }, 'invalid'],
    ['request-quote', { lines: [{ sku: 'HLO-CHA', quantity: 30 }], market: 'EU', contact: 'mara@example.org' }, 'done'],
    ['file-complaint', { text: 'Nobody called back.' }, 'done'],
    ['open-ticket', { subject: 'Invoice', text: 'Please correct the name.', order: 'TW-4818820' }, 'done'],
    ['find-orders', { from: '2026-01-01' }, 'done'],
    ['give-credit', { order: 'TW-0000000', amount: { minor: 1, currency: 'EUR' }, reason: 'x' }, 'not-found'],
  ])('does %s of %j: %s', async (action, args, kind) => {
    expect(v.is(factsReplySchema, await facts(action, args))).toBe(true);
    const reply = await act(action, args);
    expect(reply.kind, JSON.stringify(reply)).toBe(kind);
  });
});
