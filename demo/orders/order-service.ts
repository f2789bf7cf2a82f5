import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import { html } from 'hono/html';
import { SignJWT } from 'jose';
import * as v from 'valibot';
import {
  builtInActions,
  factsRequestSchema,
  findCustomerRequestSchema,
  type PerformReply,
  type PerformRequest,
  performRequestSchema,
  sendCodeRequestSchema,
} from '../../src/protocol/shop.ts';
import type { ShopAction, ShopActionName } from './actions/action.ts';
import { actions } from './actions/actions.ts';
import { factsOf } from './facts-of.ts';
import type { OrderShop } from './order-shop.ts';
import { isFromRelay } from './signature.ts';

export interface OrderServiceOptions {
  readonly shop: OrderShop;
  readonly siteId: string;
  /** `whsec_…`, shared with the relay. */
  readonly secret: string;
  /** Signs who is signed in at the shop, for the relay. */
  readonly identitySecret: string;
  /** Where the shop's pages come from, where those have customers to play; left out, no page may ask. */
  readonly origin?: string;
  /** Told of each one-time code that a real shop would send. */
  readonly onCode: (contact: string, code: string) => void;
}

/** The demo shop's own endpoints, as `src/protocol/shop.openapi.json` describes them, and two pages to play customer with. */
export function createOrderService(options: OrderServiceOptions): Hono {
  const { shop, origin } = options;
  const app = new Hono();
  if (origin !== undefined) for (const path of ['/customers', '/sign-in']) app.use(path, cors({ origin }));
  app.use(bodyLimit({ maxSize: 64 * 1024, onError: (context) => context.json({ message: 'too large' }, 413) }));
  app.post('/customers/find', async (context) => {
    const request = await signed(options, context, findCustomerRequestSchema);
    return request instanceof Response ? request : context.json({ customer: await shop.customerWith(request.contact) });
  });
  app.post('/codes/send', async (context) => {
    const request = await signed(options, context, sendCodeRequestSchema);
    if (request instanceof Response) return request;
    return context.json({ sent: await keepCode(options, context.req.header('webhook-id') ?? '', request) });
  });
  app.post('/facts', async (context) => {
    const request = await signed(options, context, factsRequestSchema);
    if (request instanceof Response) return request;
    const done = await shop.db.selectFrom('performed').select('reply').where('id', '=', request.id).executeTakeFirst();
    const reply = done === undefined ? undefined : (JSON.parse(done.reply) as PerformReply);
    if (reply?.kind === 'done') return context.json({ found: true, already: reply.data });
    const problem = problemWith(request.action, request.args);
    return problem === undefined ? context.json(await factsOf(shop, request)) : context.json({ message: problem }, 400);
  });
  app.post('/actions/:name', async (context) => {
    const request = await signed(options, context, performRequestSchema);
    if (request instanceof Response) return request;
    if (request.action !== context.req.param('name') || !isOurs(request.action)) return context.notFound();
    return context.json(await once(shop, request));
  });
  app.get('/customers', async (context) =>
    context.json(await shop.db.selectFrom('customers').select(['name', 'email']).orderBy('id').execute()),
  );
  app.post('/sign-in', (context) => signIn(options, context));
  app.get('/outbox', async (context) => context.html(await outboxPage(shop)));
  app.get('/health', (context) => context.json({ status: 'ok' }));
  return app;
}

/** The request's body where it is signed and fits, else what to answer instead. */
async function signed<T>(
  { shop, secret }: OrderServiceOptions,
  context: Context,
  schema: v.GenericSchema<unknown, T>,
): Promise<T | Response> {
  const body = await context.req.text();
  if (!isFromRelay(secret, context.req.raw.headers, body, shop.clock()))
    return context.json({ message: 'the signature is not right' }, 401);
  const parsed = v.safeParse(schema, JSON.parse(body));
  return parsed.success ? parsed.output : context.json({ message: parsed.issues[0].message }, 400);
}

function isOurs(action: string): action is ShopActionName {
  return Object.hasOwn(actions, action);
}

function problemWith(action: string, args: unknown): string | undefined {
  if (!isOurs(action)) return `this shop does not know ${action}`;
  const parsed = v.safeParse(builtInActions[action].args, args);
  return parsed.success ? undefined : parsed.issues[0].message;
}

/** Acts, and keeps the reply, both or neither: the same id gets the same reply for ever. */
async function once(shop: OrderShop, { id, action, args, customer }: PerformRequest): Promise<PerformReply> {
  const problem = problemWith(action, args);
  if (!isOurs(action) || problem !== undefined) return { kind: 'invalid', field: '', message: problem ?? '' };
  return shop.db.transaction().execute(async (work) => {
    const before = await work.selectFrom('performed').select('reply').where('id', '=', id).executeTakeFirst();
    if (before !== undefined) return JSON.parse(before.reply) as PerformReply;
    const perform = actions[action] as ShopAction<ShopActionName>;
    const reply = (await perform({ shop: shop.within(work), args: args as never, customer })) as PerformReply;
    if (reply.kind === 'done' && !('isLookUp' in builtInActions[action])) {
      await work
        .insertInto('performed')
        .values({ id, reply: JSON.stringify(reply), at: shop.clock() })
        .execute();
    }
    return reply;
  });
}

async function keepCode(
  { shop, onCode }: OrderServiceOptions,
  id: string,
  { customer, code, expires }: { customer: string; code: string; expires: string },
): Promise<boolean> {
  const contact = (await shop.customer(customer))?.email;
  if (contact === undefined) return false;
  const kept = await shop.db
    .insertInto('codes')
    .values({ id, customer, contact, code, expires, at: shop.clock() })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (kept !== undefined) onCode(contact, code);
  return true;
}

/** Says who is signed in, as a shop's own server would from its own session. Any customer may be played: there are no passwords. */
async function signIn({ shop, siteId, identitySecret }: OrderServiceOptions, context: Context): Promise<Response> {
  const given: unknown = await context.req.json().catch(() => undefined);
  const parsed = v.safeParse(v.object({ email: v.pipe(v.string(), v.maxLength(254)) }), given);
  const customer = parsed.success ? await shop.customerWith(parsed.output.email) : null;
  if (customer === null) return context.json({ message: 'there is no such customer; /outbox lists them' }, 404);
  const identity = await new SignJWT({})
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(customer)
    .setAudience(siteId)
    .setIssuedAt()
    .setExpirationTime('30m')
    .sign(new TextEncoder().encode(identitySecret));
  return context.json({ identity, name: (await shop.customer(customer))?.name ?? '', events: await shop.eventsOf(customer) });
}

async function outboxPage(shop: OrderShop) {
  const codes = await shop.db.selectFrom('codes').selectAll().orderBy('at', 'desc').limit(20).execute();
  const customers = await shop.db.selectFrom('customers').selectAll().orderBy('id').execute();
  const orders = await shop.db.selectFrom('orders').select(['customer', 'number', 'status']).orderBy('placed', 'desc').execute();
  return html`<!doctype html>
    <html lang="en">
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="refresh" content="5">
      <title>Outbox of the demo shop</title>
      <h1>Outbox of the demo shop</h1>
      <p>The demo sends no mail. What it would have sent stands here; the page renews itself.</p>
      <table border="1" cellpadding="6">
        <caption>One-time codes, newest first</caption>
        <tr><th>To</th><th>Code</th><th>Holds until</th></tr>
        ${codes.map(({ contact, code, expires }) => html`<tr><td>${contact}</td><td><strong>${code}</strong></td><td>${expires}</td></tr>`)}
      </table>
      <table border="1" cellpadding="6">
        <caption>Customers to play, and their orders</caption>
        <tr><th>Customer</th><th>E-mail</th><th>Orders</th></tr>
        ${customers.map(
          ({ id, name, email }) =>
            html`<tr><td>${name}</td><td>${email}</td><td>${orders
              .filter(({ customer }) => customer === id)
              .map(({ number, status }) => `${number} (${status})`)
              .join(', ')}</td></tr>`,
        )}
      </table>
    </html>`;
}
