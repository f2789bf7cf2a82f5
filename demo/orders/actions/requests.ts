import { workingDaysAhead } from '../calendar.ts';
import type { Category } from '../catalogue.ts';
import { returnAddress } from '../markets.ts';
import { invalid, notFound, type ShopAction } from './action.ts';
import { addRequest } from './add-request.ts';

/** In working days; facts.yaml, `delivery_problems`. */
const searchTakes = 5;

export const reportDelivery: ShopAction<'report-delivery'> = async ({ shop, args, customer }) => {
  const order = await shop.order(customer, args.order);
  if (order === undefined) return notFound;
  const isReplaced = ['damaged', 'missing-item', 'wrong-item'].includes(args.problem) || order.status === 'lost';
  // A search begins three working days after the window, ten where customs are slow.
  const patience = ['BR', 'MX', 'KZ'].includes(order.market) ? 14 : 4;
  const next = isReplaced ? 'replacement' : args.problem === 'not-received' || order.daysLate >= patience ? 'search' : 'wait';
  const answerBy = workingDaysAhead(shop.clock(), next === 'replacement' ? 1 : searchTakes);
  const words = {
    wait: `We look again on ${answerBy}.`,
    search: `The carrier answers by ${answerBy}.`,
    replacement: `A new one leaves by ${answerBy}.`,
  };
  const report = await addRequest(shop, 'DEL', {
    kind: 'report-delivery',
    customer,
    order: order.order,
    next: words[next],
    due: answerBy,
    data: args,
  });
  return { kind: 'done', data: { report, next, answerBy } };
};

export const claimWarranty: ShopAction<'claim-warranty'> = async ({ shop, args, customer }) => {
  const order = await shop.order(customer, args.order);
  if (order === undefined) return notFound;
  const line = order.lines.find((each) => each.line === args.line);
  if (line === undefined) return invalid('line', `The order has no line ${args.line}.`);
  const years = ['EU', 'GB'].includes(order.market) ? 2 : 1;
  if ((order.daysSinceDelivery ?? 0) > years * 365)
    return invalid('order', `The warranty of ${years} ${years === 1 ? 'year' : 'years'} is over.`);
  const answerBy = workingDaysAhead(shop.clock(), 5);
  const claim = await addRequest(shop, 'WAR', {
    kind: 'claim-warranty',
    customer,
    order: order.order,
    next: `Send it in with the label; we answer by ${answerBy}.`,
    due: answerBy,
    data: args,
  });
  const to = returnAddress(order.market, line.category as Category);
  return { kind: 'done', data: { claim, to, label: `https://tidewire.example/warranty/${claim}`, answerBy } };
};

export const notifyInStock: ShopAction<'notify-in-stock'> = async ({ shop, args, customer }) => {
  const item = shop.catalogue.get(args.sku);
  if (item === undefined) return notFound;
  if (item.isInStock) return invalid('sku', `${item.title} is in stock.`);
  const notice = await addRequest(shop, 'NTF', {
    kind: 'notify-in-stock',
    customer,
    contact: args.contact,
    next: 'One e-mail when it is back, usually in two to four weeks.',
    data: { sku: args.sku },
  });
  return { kind: 'done', data: { notice, sku: args.sku } };
};

export const fileComplaint: ShopAction<'file-complaint'> = async ({ shop, args, customer }) => {
  const answerBy = workingDaysAhead(shop.clock(), 1);
  const complaint = await addRequest(shop, 'CMP', {
    kind: 'file-complaint',
    customer,
    ...withoutText(args),
    next: `A person answers by ${answerBy}.`,
    due: answerBy,
    data: args,
  });
  return { kind: 'done', data: { complaint, answerBy } };
};

export const openTicket: ShopAction<'open-ticket'> = async ({ shop, args, customer }) => {
  const answerBy = workingDaysAhead(shop.clock(), 1);
  const ticket = await addRequest(shop, 'TKT', {
    kind: 'open-ticket',
    customer,
    ...withoutText(args),
    next: `A person answers by ${answerBy}.`,
    due: answerBy,
    data: args,
  });
  return { kind: 'done', data: { ticket, answerBy } };
};

function withoutText({ order, contact }: { order?: string | undefined; contact?: string | undefined }) {
  return { order, contact };
}

export const giveCredit: ShopAction<'give-credit'> = async ({ shop, args, customer }) => {
  const order = await shop.order(customer, args.order);
  if (order === undefined) return notFound;
  if (args.amount.currency !== order.total.currency) return invalid('amount', `The order was paid in ${order.total.currency}.`);
  if (args.amount.minor > order.total.minor) return invalid('amount', 'That is more than was paid.');
  const credit = await addRequest(shop, 'CRD', { kind: 'give-credit', customer, order: order.order, status: 'done', data: args });
  return { kind: 'done', data: { credit, amount: args.amount } };
};

export const listRequests: ShopAction<'list-requests'> = async ({ shop, customer }) => {
  const rows = await shop.db
    .selectFrom('requests')
    .selectAll()
    .where('customer', '=', customer)
    .orderBy('opened', 'desc')
    .limit(100)
    .execute();
  const requests = rows.map(({ id, kind, opened, status, order, next, due }) => ({
    id,
    kind,
    opened: new Date(opened).toISOString(),
    status,
    ...(order === null ? {} : { order }),
    ...(next === null ? {} : { next }),
    ...(due === null ? {} : { due }),
  }));
  return { kind: 'done', data: { requests } };
};
