import type { Money } from '../../src/policy/money.ts';
import type { FactsReply, FactsRequest, Order } from '../../src/protocol/shop.ts';
import { refundOf, type WantedLine } from './actions/open-return.ts';
import { daysBetween } from './calendar.ts';
import type { OrderShop } from './order-shop.ts';

type Args = Readonly<Record<string, unknown>>;

/** What the policy may ask about before an action: looked up, never taken from the arguments. */
export async function factsOf(shop: OrderShop, { action, args, customer }: FactsRequest): Promise<FactsReply> {
  const number = typeof args.order === 'string' ? args.order : undefined;
  const order = number === undefined ? undefined : await shop.order(customer, number);
  if (number !== undefined && order === undefined) return { found: false, facts: {} };
  const known = customer === null ? undefined : await shop.customer(customer);
  const orders = await shop.orders(customer);
  const products = productsOf(shop, order, args);
  if (products === undefined) return { found: false, facts: {} };
  const amount = amountOf(order, action, args);
  const market = order?.market ?? known?.market ?? (typeof args.market === 'string' ? args.market : undefined);
  return {
    found: true,
    facts: {
      ...(order === undefined ? {} : { order: orderFacts(order, args, shop.clock()) }),
      ...(products.length === 0 ? {} : { product: products }),
      ...(market === undefined ? {} : { market }),
      ...(known === undefined ? {} : { customer: { tier: known.tier, orders: orders.length, market: known.market } }),
    },
    ...(order === undefined || action !== 'open-return' ? {} : { items: itemsOf(order, args) }),
    ...(amount === undefined ? {} : { amount }),
    ...(customer === null ? {} : { before: await shop.timesOf(customer, action) }),
  };
}

/** Products that it is about; undefined where one of them does not exist. */
function productsOf(shop: OrderShop, order: Order | undefined, args: Args): string[] | undefined {
  if (order !== undefined) {
    const wanted = typeof args.line === 'string' ? [args.line] : undefined;
    return order.lines.filter(({ line }) => wanted === undefined || wanted.includes(line)).map(({ product }) => product);
  }
  const skus = typeof args.sku === 'string' ? [args.sku] : Array.isArray(args.lines) ? args.lines.map(({ sku }) => String(sku)) : [];
  const found = skus.map((sku) => shop.catalogue.get(sku)?.product);
  return found.some((product) => product === undefined) ? undefined : (found as string[]);
}

function orderFacts(
  { order, placed, status, market, country, total, delivery, lines: _, address: __, daysSinceDelivery, ...counted }: Order,
  args: Args,
  now: number,
) {
  const day = typeof args.day === 'string' ? Date.parse(args.day) : Number.NaN;
  return {
    order,
    placed,
    status,
    market,
    country,
    total,
    ...counted,
    ...(daysSinceDelivery === undefined ? {} : { daysSinceDelivery }),
    ...(delivery?.delivered === undefined ? {} : { delivered: delivery.delivered }),
    ...(delivery === undefined ? {} : { carrier: delivery.carrier, from: delivery.from, to: delivery.to }),
    // How far ahead a wished day is: conditions know no calendar.
    ...(Number.isNaN(day) ? {} : { daysAhead: daysBetween(now, day) + 1 }),
    ...(typeof args.address === 'object' ? { isSameCountry: (args.address as { country?: string }).country === country } : {}),
  };
}

function itemsOf(order: Order, args: Args) {
  return (args.lines as readonly WantedLine[]).flatMap(({ line, quantity, reason }) => {
    const found = order.lines.find((each) => each.line === line);
    if (found === undefined) return [];
    const { sku, product, category, price, returned } = found;
    return [{ line, sku, product, category, price, reason, quantity, isThere: found.quantity - returned >= quantity }];
  });
}

function amountOf(order: Order | undefined, action: string, args: Args): Money | undefined {
  if (action === 'give-credit') return args.amount as Money;
  if (order === undefined) return undefined;
  if (action === 'open-return') return refundOf(order, args.lines as readonly WantedLine[]).refund;
  if (action === 'report-delivery' || action === 'claim-warranty') return order.total;
  return undefined;
}
