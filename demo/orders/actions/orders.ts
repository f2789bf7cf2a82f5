import { randomInt } from 'node:crypto';
import { addDays, dayOf, daysBetween } from '../calendar.ts';
import { marketOf, markets } from '../markets.ts';
import type { OrderShop } from '../order-shop.ts';
import { invalid, notFound, type ShopAction } from './action.ts';
import { addRequest } from './add-request.ts';

export const findOrders: ShopAction<'find-orders'> = async ({ shop, args, customer }) => {
  const { order, from, to, colour, product, item } = args;
  const orders = (await shop.orders(customer)).filter(
    (each) =>
      (order === undefined || each.order === order.toUpperCase()) &&
      (from === undefined || each.placed.slice(0, 10) >= from) &&
      (to === undefined || each.placed.slice(0, 10) <= to) &&
      each.lines.some(
        (line) =>
          (colour === undefined || sameWords(shop.wordsOf(line.sku), colour)) &&
          (product === undefined || line.product === product) &&
          (item === undefined || sameWords(shop.wordsOf(line.sku), item)),
      ),
  );
  return { kind: 'done', data: { orders } };
};

function sameWords(text: string, wanted: string): boolean {
  const words = text.toLowerCase();
  return wanted
    .toLowerCase()
    .split(/\s+/)
    .every((word) => words.includes(word));
}

/** In minutes after the order; later only its carrier can redirect it. */
const changeWindow = 60;

export const changeAddress: ShopAction<'change-address'> = async ({ shop, args, customer }) => {
  const order = await shop.order(customer, args.order);
  if (order === undefined) return notFound;
  if (args.address.country !== order.country) return invalid('address', 'Another country means another tax: cancel and order again.');
  if (order.status !== 'placed' || order.minutesSincePlaced >= changeWindow) {
    return invalid('order', 'The parcel is packed; its carrier can redirect it.');
  }
  await shop.db
    .updateTable('orders')
    .set({ address: JSON.stringify(args.address) })
    .where('number', '=', order.order)
    .execute();
  await addRequest(shop, 'ADR', { kind: 'change-address', customer, order: order.order, status: 'done' });
  return { kind: 'done', data: { order: order.order, address: args.address } };
};

export const rescheduleDelivery: ShopAction<'reschedule-delivery'> = async ({ shop, args, customer }) => {
  const order = await shop.order(customer, args.order);
  if (order === undefined) return notFound;
  if (!['placed', 'packed', 'sent'].includes(order.status)) return invalid('order', 'It is not on its way any more.');
  const ahead = daysBetween(shop.clock(), Date.parse(args.day)) + 1;
  if (ahead < 1 || ahead > 21) return invalid('day', 'Choose a day from tomorrow on, within three weeks.');
  await shop.db.updateTable('orders').set({ from: args.day, to: args.day }).where('number', '=', order.order).execute();
  await addRequest(shop, 'DAY', {
    kind: 'reschedule-delivery',
    customer,
    order: order.order,
    next: `Delivery on ${args.day}.`,
    due: args.day,
  });
  return { kind: 'done', data: { order: order.order, day: args.day } };
};

export const placeOrder: ShopAction<'place-order'> = async ({ shop, args, customer }) => {
  const buyer = customer === null ? undefined : await shop.customer(customer);
  if (buyer === undefined || customer === null) return notFound;
  const { currency, shipping, freeFrom } = marketOf(buyer.market);
  const priced = priceLines(shop, args.lines, currency);
  if ('problem' in priced) return invalid('lines', priced.problem);
  const number = `TW-${randomInt(4_830_000, 4_999_999)}`;
  const fee = priced.goods >= freeFrom ? 0 : shipping.minor;
  await shop.db
    .insertInto('orders')
    .values({
      number,
      customer,
      placed: shop.clock(),
      status: 'placed',
      market: buyer.market,
      currency,
      shipping: fee,
      address: args.address === undefined ? buyer.address : JSON.stringify(args.address),
      carrier: null,
      tracking: null,
      from: null,
      to: null,
      delivered: null,
      scan: null,
    })
    .execute();
  for (const [index, line] of priced.lines.entries()) {
    await shop.db
      .insertInto('lines')
      .values({ order: number, line: String(index + 1), returned: 0, ...line })
      .execute();
  }
  const total = { minor: priced.goods + fee, currency };
  return { kind: 'done', data: { order: number, total, payAt: `https://tidewire.example/checkout?order=${number}` } };
};

export const requestQuote: ShopAction<'request-quote'> = async ({ shop, args, customer }) => {
  if (!Object.hasOwn(markets, args.market)) return invalid('market', 'We do not sell there yet.');
  const priced = priceLines(shop, args.lines, marketOf(args.market).currency);
  if ('problem' in priced) return invalid('lines', priced.problem);
  const pieces = args.lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const percent = pieces >= 100 ? 12 : pieces >= 25 ? 8 : pieces >= 10 ? 5 : 0;
  const total = { minor: priced.goods - Math.floor((priced.goods * percent) / 100), currency: marketOf(args.market).currency };
  const validUntil = dayOf(addDays(shop.clock(), 30));
  const quote = await addRequest(shop, 'QUO', {
    kind: 'request-quote',
    customer,
    contact: args.contact,
    next: `Written quote within one working day; it holds until ${validUntil}.`,
    due: validUntil,
    data: { ...args, total },
  });
  return { kind: 'done', data: { quote, total, validUntil } };
};

function priceLines(
  shop: OrderShop,
  wanted: readonly { sku: string; quantity: number }[],
  currency: string,
): { goods: number; lines: { sku: string; quantity: number; minor: number }[] } | { problem: string } {
  const lines: { sku: string; quantity: number; minor: number }[] = [];
  for (const { sku, quantity } of wanted) {
    const item = shop.catalogue.get(sku);
    const price = item?.price(currency);
    if (item === undefined || price === undefined) return { problem: `We do not sell ${sku} there.` };
    if (!item.isInStock) return { problem: `${item.title} is out of stock.` };
    lines.push({ sku, quantity, minor: price.minor });
  }
  return { lines, goods: lines.reduce((sum, { quantity, minor }) => sum + quantity * minor, 0) };
}
