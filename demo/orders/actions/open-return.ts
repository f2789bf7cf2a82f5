import type { Money } from '../../../src/policy/money.ts';
import type { Address, Order } from '../../../src/protocol/shop.ts';
import { addDays, dayOf } from '../calendar.ts';
import type { Category } from '../catalogue.ts';
import { marketOf, returnAddress } from '../markets.ts';
import { type ArgsOf, invalid, notFound, type ShopAction } from './action.ts';
import { addRequest } from './add-request.ts';

export type WantedLine = ArgsOf<'open-return'>['lines'][number];

/** In days; a label that is not used in time is made anew. */
const labelLife = 14;

/** Opens a return: a parcel for each address, with what goes into it. */
export const openReturn: ShopAction<'open-return'> = async ({ shop, args, customer }) => {
  const order = await shop.order(customer, args.order);
  if (order === undefined) return notFound;
  const problem = problemOf(order, args.lines);
  if (problem !== undefined) return invalid('lines', problem);
  const now = shop.clock();
  const { refund, deducted } = refundOf(order, args.lines);
  const sendBy = dayOf(addDays(now, labelLife));
  const parcels = parcelsOf(order, args.lines);
  const id = await addRequest(shop, 'RET', {
    kind: 'open-return',
    customer,
    order: order.order,
    next: `Hand over ${parcels.length === 1 ? 'the parcel' : `${parcels.length} parcels`} by ${sendBy}.`,
    due: sendBy,
    data: { lines: args.lines, refund, deducted },
  });
  for (const { line, quantity } of args.lines) {
    await shop.db
      .updateTable('lines')
      .set(({ eb }) => ({ returned: eb('returned', '+', quantity) }))
      .where('order', '=', order.order)
      .where('line', '=', line)
      .execute();
  }
  const { handOver } = marketOf(order.market);
  const labelled = parcels.map((parcel, index) => ({
    ...parcel,
    handOver,
    label: `https://tidewire.example/returns/${id}/${index + 1}`,
    sendBy,
  }));
  return { kind: 'done', data: { return: id, parcels: labelled, refund, deducted } };
};

function problemOf(order: Order, wanted: readonly WantedLine[]): string | undefined {
  if (new Set(wanted.map(({ line }) => line)).size < wanted.length) return 'A line stands there twice.';
  for (const { line, quantity } of wanted) {
    const found = order.lines.find((each) => each.line === line);
    if (found === undefined) return `The order has no line ${line}.`;
    if (found.quantity - found.returned < quantity) return `Of line ${line}, ${found.quantity - found.returned} can be returned.`;
  }
  return undefined;
}

function parcelsOf(order: Order, wanted: readonly WantedLine[]): { to: Address; lines: string[] }[] {
  const parcels: { to: Address; lines: string[] }[] = [];
  for (const { line } of wanted) {
    const { category } = order.lines.find((each) => each.line === line) as { category: string };
    const to = returnAddress(order.market, category as Category);
    const parcel = parcels.find((each) => each.to === to);
    if (parcel === undefined) parcels.push({ to, lines: [line] });
    else parcel.lines.push(line);
  }
  return parcels;
}

/** What is paid back, and what was taken off it: one fee for each return, none where anything in it was at fault. */
export function refundOf(order: Order, wanted: readonly WantedLine[]): { refund: Money; deducted: Money } {
  const { currency } = order.total;
  const { returnFee, shippingBackWithin } = marketOf(order.market);
  const goods = wanted.reduce(
    (sum, { line, quantity }) => sum + quantity * (order.lines.find((each) => each.line === line)?.price.minor ?? 0),
    0,
  );
  const isWhole = order.lines.every(({ line, quantity }) => wanted.some((each) => each.line === line && each.quantity === quantity));
  const isEarly = order.daysSinceDelivery !== undefined && order.daysSinceDelivery <= shippingBackWithin && shippingBackWithin > 0;
  const shipping =
    isWhole && isEarly ? order.total.minor - order.lines.reduce((sum, { quantity, price }) => sum + quantity * price.minor, 0) : 0;
  const isOurFault = wanted.some(({ reason }) => reason !== 'changed-mind');
  const isFree = isOurFault || (order.market === 'BR' && isEarly);
  const deducted = isFree ? 0 : Math.min(returnFee, goods);
  return { refund: { minor: goods + shipping - deducted, currency }, deducted: { minor: deducted, currency } };
}
