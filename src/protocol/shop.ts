import * as v from 'valibot';
import type { BuiltInAction } from '../journey/actions.ts';
import { currency, day, filled, jsonObject, localeTag, moment, money, name, ownId, typed } from './wire-parts.ts';

/**
 * The boundary between the relay and a shop's own endpoints: four of them, JSON over HTTP, each request signed
 * (`webhook-id`, `webhook-timestamp`, `webhook-signature`; HMAC-SHA256). `shop.openapi.json` beside this file is made
 * from it (`npm run schemas`). A shop implements the actions that its journeys use and answers 404 to the others.
 */

/** `POST /customers/find`: whose contact this is, or nobody's. */
export const findCustomerRequestSchema = v.object({ contact: filled(254) });
export const findCustomerReplySchema = v.object({ customer: v.nullable(filled(120)) });

/** `POST /codes/send`: a one-time code to the contact on file, never to one that a visitor names. */
export const sendCodeRequestSchema = v.object({
  customer: filled(120),
  code: v.pipe(v.string(), v.regex(/^\d{6}$/)),
  expires: moment,
  locale: localeTag,
});
export const sendCodeReplySchema = v.object({ sent: v.boolean() });

/** `POST /facts`: what the policy's rules may ask about, looked up for this customer; changes nothing. */
export const factsRequestSchema = v.object({
  /** Of the action that is going to be asked for. */
  id: ownId,
  action: name,
  args: jsonObject,
  customer: v.nullable(filled(120)),
  locale: localeTag,
});
export type FactsRequest = v.InferOutput<typeof factsRequestSchema>;
export const factsReplySchema = v.object({
  /** False where this customer has no such order, product or whatever the arguments name. */
  found: v.boolean(),
  /** Where this id has acted already (its reply was lost on the way): the `data` of that reply. */
  already: v.optional(jsonObject),
  facts: v.optional(
    v.object({
      order: v.optional(jsonObject),
      product: v.optional(v.union([filled(120), v.array(filled(120)), jsonObject])),
      market: v.optional(filled(60)),
      customer: v.optional(jsonObject),
    }),
    {},
  ),
  /** What is decided one by one, as the lines of a return: the rules find each as `item`, and the strictest decision counts. */
  items: v.optional(v.pipe(v.array(jsonObject), v.maxLength(100))),
  /** What the action would cost the shop, where it costs anything. */
  amount: v.optional(money),
  /** When it was done before for this customer, oldest first. Left out, the relay counts what it did itself. */
  before: v.optional(v.array(moment)),
});
export type FactsReply = v.InferOutput<typeof factsReplySchema>;

/** `POST /actions/{name}`: does it. The same `id` never acts twice and gives the same reply each time. */
export const performRequestSchema = v.object({
  id: ownId,
  /** The same as in the address, which the signature does not cover. */
  action: name,
  args: jsonObject,
  customer: v.nullable(filled(120)),
  locale: localeTag,
  /** The rule by which it was decided, for the shop's own records; left out where nothing is decided. */
  rule: v.optional(typed(120)),
});
export type PerformRequest = v.InferOutput<typeof performRequestSchema>;
export const performReplySchema = v.variant('kind', [
  v.object({ kind: v.literal('done'), data: jsonObject }),
  v.object({ kind: v.literal('not-found') }),
  v.object({ kind: v.literal('invalid'), field: typed(120), message: typed(500) }),
]);
export type PerformReply = v.InferOutput<typeof performReplySchema>;

const orderNumber = v.pipe(v.string(), v.trim(), v.regex(/^[\p{L}\p{N}-]{3,40}$/u, 'must be an order number'));
const contact = filled(254);
const quantity = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(999));

export const addressSchema = v.object({
  name: filled(120),
  street: filled(200),
  // Some countries have none.
  postcode: v.optional(typed(20), ''),
  city: filled(120),
  region: v.optional(typed(120)),
  /** ISO 3166-1. */
  country: v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'must be a country such as DE')),
});
export type Address = v.InferOutput<typeof addressSchema>;

const orderLineSchema = v.object({
  line: v.string(),
  sku: v.string(),
  product: v.string(),
  title: v.string(),
  colour: v.optional(v.string()),
  category: v.string(),
  quantity,
  returned: v.number(),
  price: money,
});
export const orderSchema = v.object({
  order: v.string(),
  placed: moment,
  status: v.picklist(['placed', 'packed', 'sent', 'delivered', 'lost', 'cancelled']),
  market: v.string(),
  country: v.string(),
  total: money,
  lines: v.array(orderLineSchema),
  address: addressSchema,
  delivery: v.optional(
    v.object({
      carrier: v.string(),
      tracking: v.string(),
      from: day,
      to: day,
      delivered: v.optional(moment),
      /** What the carrier said last. */
      scan: v.optional(v.string()),
    }),
  ),
  /** Counted by the shop, so that rules can compare them: conditions know no calendar. */
  minutesSincePlaced: v.number(),
  daysSinceDelivery: v.optional(v.number()),
  /** Days beyond the end of the delivery window, 0 while within it. */
  daysLate: v.number(),
  isReturnable: v.boolean(),
});
export type Order = v.InferOutput<typeof orderSchema>;

export const returnReasons = ['changed-mind', 'faulty', 'damaged', 'wrong-item'] as const;
export const deliveryProblems = ['late', 'not-moving', 'not-received', 'damaged', 'missing-item', 'wrong-item'] as const;
const wantedLines = v.pipe(v.array(v.object({ sku: filled(60), quantity })), v.minLength(1), v.maxLength(50));

interface ActionTerms {
  /** Whose customer has to be verified: always, where an order is named, or nobody's. */
  readonly customer: 'always' | 'with-order' | 'never';
  /** A look-up changes nothing and is decided by no rule. */
  readonly isLookUp?: true;
  readonly summary: string;
  readonly args: v.GenericSchema;
  readonly data: v.GenericSchema;
}

/** What every action takes and gives back, as `args` and `data` of request and result. */
export const builtInActions = {
  'start-verification': {
    customer: 'never',
    isLookUp: true,
    summary: 'Sends a code to the contact on file; says the same whether there is such a customer or not.',
    args: v.object({ contact }),
    data: v.object({ digits: v.number(), expiresInSeconds: v.number() }),
  },
  'finish-verification': {
    customer: 'never',
    isLookUp: true,
    summary: 'Verifies the customer by the code.',
    args: v.object({ code: v.pipe(v.string(), v.trim(), v.maxLength(20)) }),
    data: v.object({ isVerified: v.literal(true) }),
  },
  'find-orders': {
    customer: 'always',
    isLookUp: true,
    summary: 'The customer’s orders that fit all that is given, newest first.',
    args: v.object({
      order: v.optional(orderNumber),
      from: v.optional(day),
      to: v.optional(day),
      colour: v.optional(filled(60)),
      product: v.optional(filled(60)),
      /** Words of a line’s title. */
      item: v.optional(filled(120)),
    }),
    data: v.object({ orders: v.array(orderSchema) }),
  },
  'open-return': {
    customer: 'always',
    summary: 'Opens a return for some lines of an order; lines of different kinds may go to different addresses.',
    args: v.object({
      order: orderNumber,
      lines: v.pipe(
        v.array(v.object({ line: filled(40), quantity, reason: v.picklist(returnReasons), note: v.optional(typed(500)) })),
        v.minLength(1),
        v.maxLength(50),
      ),
    }),
    data: v.object({
      return: v.string(),
      parcels: v.array(v.object({ to: addressSchema, lines: v.array(v.string()), handOver: v.string(), label: v.string(), sendBy: day })),
      refund: money,
      deducted: money,
    }),
  },
  'change-address': {
    customer: 'always',
    summary: 'Changes where an order goes.',
    args: v.object({ order: orderNumber, address: addressSchema }),
    data: v.object({ order: v.string(), address: addressSchema }),
  },
  'report-delivery': {
    customer: 'always',
    summary: 'Reports what is wrong with a delivery.',
    args: v.object({
      order: orderNumber,
      problem: v.picklist(deliveryProblems),
      lines: v.optional(v.pipe(v.array(filled(40)), v.maxLength(50))),
      note: v.optional(typed(1000)),
    }),
    data: v.object({ report: v.string(), next: v.picklist(['wait', 'search', 'replacement']), answerBy: day }),
  },
  'claim-warranty': {
    customer: 'always',
    summary: 'Claims the warranty for one line of an order.',
    args: v.object({
      order: orderNumber,
      line: filled(40),
      problem: filled(1000),
      tried: v.optional(v.pipe(v.array(filled(500)), v.maxLength(30))),
      serial: v.optional(typed(60)),
    }),
    data: v.object({ claim: v.string(), to: addressSchema, label: v.string(), answerBy: day }),
  },
  'notify-in-stock': {
    customer: 'never',
    summary: 'Writes once when something can be had again.',
    args: v.object({ sku: filled(60), contact }),
    data: v.object({ notice: v.string(), sku: v.string() }),
  },
  'place-order': {
    customer: 'always',
    summary: 'Places an order to the address on file, or to another; it is paid at the address given back.',
    args: v.object({ lines: wantedLines, address: v.optional(addressSchema) }),
    data: v.object({ order: v.string(), total: money, payAt: v.string() }),
  },
  'request-quote': {
    customer: 'never',
    summary: 'Asks for a quote.',
    args: v.object({ lines: wantedLines, market: filled(60), contact, company: v.optional(typed(200)), note: v.optional(typed(1000)) }),
    data: v.object({ quote: v.string(), total: money, validUntil: day }),
  },
  'file-complaint': {
    customer: 'with-order',
    summary: 'Files a complaint, which a person answers.',
    args: v.object({ text: filled(4000), order: v.optional(orderNumber), contact: v.optional(contact) }),
    data: v.object({ complaint: v.string(), answerBy: day }),
  },
  'give-credit': {
    customer: 'always',
    summary: 'Credits an amount for an order, as a gesture.',
    args: v.object({
      order: orderNumber,
      amount: v.object({ minor: v.pipe(v.number(), v.safeInteger(), v.minValue(1)), currency }),
      reason: filled(500),
    }),
    data: v.object({ credit: v.string(), amount: money }),
  },
  'reschedule-delivery': {
    customer: 'always',
    summary: 'Moves a delivery to another day.',
    args: v.object({ order: orderNumber, day }),
    data: v.object({ order: v.string(), day }),
  },
  'open-ticket': {
    customer: 'with-order',
    summary: 'Opens a ticket, which a person answers.',
    args: v.object({ subject: filled(200), text: filled(4000), order: v.optional(orderNumber), contact: v.optional(contact) }),
    data: v.object({ ticket: v.string(), answerBy: day }),
  },
  'apply-offer': {
    customer: 'never',
    summary: 'Lets a visitor have an offer that a nudge made; `code` is what the page puts to use.',
    args: v.object({ offer: name }),
    data: v.object({ code: filled(120) }),
  },
  'list-requests': {
    customer: 'always',
    isLookUp: true,
    summary: 'The customer’s open and past requests of every kind, newest first.',
    args: v.object({}),
    data: v.object({
      requests: v.array(
        v.object({
          id: v.string(),
          kind: v.string(),
          opened: moment,
          status: v.picklist(['open', 'done', 'cancelled']),
          order: v.optional(v.string()),
          next: v.optional(v.string()),
          due: v.optional(day),
        }),
      ),
    }),
  },
} as const satisfies Record<BuiltInAction, ActionTerms>;

/** The terms of a built-in action; undefined for one that only the site's own shop knows. */
export function termsOf(action: string): ActionTerms | undefined {
  return Object.hasOwn(builtInActions, action) ? builtInActions[action as BuiltInAction] : undefined;
}
