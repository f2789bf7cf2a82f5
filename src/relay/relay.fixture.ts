import { SignJWT } from 'jose';
import type { Json } from '../journey/actions.ts';
import type { FactsReply, FactsRequest, PerformReply, PerformRequest } from '../protocol/shop.ts';
import type { Shop } from './actions/shop.ts';
import { createRelay, type Relay } from './create-relay.ts';
import { defaultPriority } from './handoffs/priority.ts';
import { KyselyStorage } from './node/storage/kysely-storage.ts';
import type { RelayOptions } from './options.ts';
import { defaultRetention, type Site } from './site.ts';

export const origin = 'https://shop.example';
export const otherOrigin = 'https://other.example';
export const relayKey = new Uint8Array(32).fill(7);
/** What the shop signs with. */
export const shopKey = new Uint8Array(32).fill(9);
export const identitySecret = 'a secret that only the shop and the relay know';

/** What the shop's server would sign for a customer. */
export async function identityOf(
  customer: string,
  change: (token: SignJWT) => SignJWT = (token) => token,
  secret = identitySecret,
): Promise<string> {
  const token = new SignJWT({})
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(customer)
    .setAudience('shop')
    .setIssuedAt()
    .setExpirationTime('10m');
  return change(token).sign(new TextEncoder().encode(secret));
}

/** A shop in memory: one customer, whose facts and replies a test sets. */
export class TestShop implements Shop {
  readonly sent: { customer: string; code: string }[] = [];
  readonly performed: PerformRequest[] = [];
  readonly done = new Map<string, PerformReply>();
  facts = async (_: FactsRequest): Promise<FactsReply> => ({ found: true, facts: {} });
  reply: (request: PerformRequest) => PerformReply | Promise<PerformReply> = () => ({ kind: 'done', data: { ok: true } });

  async findCustomer(contact: string): Promise<string | null> {
    return contact === 'ada@example.org' ? 'c-1' : null;
  }

  async sendCode({ customer, code }: { customer: string; code: string }): Promise<void> {
    this.sent.push({ customer, code });
  }

  async perform(request: PerformRequest): Promise<PerformReply> {
    const before = this.done.get(request.id);
    if (before !== undefined) return before;
    this.performed.push(request);
    const reply = await this.reply(request);
    this.done.set(request.id, reply);
    return reply;
  }
}

export interface TestRelay {
  readonly relay: Relay;
  readonly storage: KyselyStorage;
  readonly shop: TestShop;
  /** Lines of the log. */
  readonly log: string[];
  /** Moves the relay's clock on, in milliseconds. */
  pass(time: number): void;
  now(): number;
  /** All that goes on after replies. */
  settled(): Promise<void>;
  /** A request of a page of the first site, or of another origin. */
  ask(method: string, path: string, options?: AskOptions): Promise<Asked>;
  /** Opens a session of a new visitor. */
  visitor(more?: { identity?: string }): Promise<TestVisitor>;
}

export interface AskOptions {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly session?: string;
  readonly origin?: string;
  readonly address?: string;
  readonly key?: string;
}

export interface Asked {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests read whatever was answered
  readonly body: any;
}

export interface TestVisitor {
  readonly visitor: string;
  readonly session: string;
  readonly renewal: string;
  ask(method: string, path: string, options?: AskOptions): Promise<Asked>;
  act(
    action: string,
    args?: Readonly<Record<string, Json>>,
    more?: { id?: string; isConfirmed?: boolean; address?: string },
  ): Promise<Asked>;
}

export const testSite = (shop: Shop): Site => ({
  id: 'shop',
  name: 'Shop',
  publicKeys: ['pk_shop'],
  origins: [origin],
  locale: 'en',
  rights: {},
  shop,
  shopKeys: [shopKey],
  identity: { secret: identitySecret },
  retention: defaultRetention,
  priority: defaultPriority,
});

const otherSite: Site = {
  id: 'other',
  name: 'Other',
  publicKeys: ['pk_other'],
  origins: [otherOrigin],
  locale: 'de',
  rights: {},
  retention: defaultRetention,
  priority: defaultPriority,
};

/** A relay with two sites, on a database of its own and a clock that tests move. */
export async function testRelay(change: (site: Site) => Site = (site) => site, options: Partial<RelayOptions> = {}): Promise<TestRelay> {
  const shop = new TestShop();
  const storage = await KyselyStorage.open(':memory:');
  const log: string[] = [];
  const going = new Set<Promise<void>>();
  let now = Date.now();
  const relay = createRelay({
    sites: [change(testSite(shop)), otherSite],
    storage,
    keys: [relayKey],
    clock: () => now,
    log: (level, what, details) => log.push(`${level} ${what} ${JSON.stringify(details ?? {})}`),
    defer: (work) => {
      going.add(work);
      work.finally(() => going.delete(work));
    },
    ...options,
  });
  const ask = (method: string, path: string, given: AskOptions = {}) => send(relay, method, path, given);
  return {
    relay,
    storage,
    shop,
    log,
    ask,
    pass: (time) => {
      now += time;
    },
    now: () => now,
    settled: async () => {
      await Promise.all([...going]);
    },
    visitor: async (more = {}) => {
      const { status, body } = await ask('POST', '/v1/sessions', { body: { site: 'pk_shop', ...more } });
      if (status !== 200) throw new Error(JSON.stringify(body));
      const own: TestVisitor['ask'] = (method, path, given = {}) => ask(method, path, { session: body.session, ...given });
      return {
        visitor: body.visitor,
        session: body.session,
        renewal: body.renewal,
        ask: own,
        act: (action, args = {}, { id = crypto.randomUUID(), isConfirmed = false, ...given } = {}) =>
          own('POST', `/v1/actions/${action}`, { key: id, body: { id, action, args, isConfirmed, locale: 'en' }, ...given }),
      };
    },
  };
}

export function requestOf(method: string, path: string, { body, headers = {}, session, origin: from = origin, key }: AskOptions): Request {
  return new Request(`https://relay.example${path}`, {
    method,
    headers: {
      ...(from === '' ? {} : { origin: from }),
      ...(session === undefined ? {} : { authorization: `Bearer ${session}` }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
}

async function send(relay: Relay, method: string, path: string, given: AskOptions): Promise<Asked> {
  const response = await relay(requestOf(method, path, given), { address: given.address ?? '192.0.2.1' });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json');
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
}
