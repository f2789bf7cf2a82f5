import fc from 'fast-check';
import { SignJWT } from 'jose';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { relayErrors } from '../../protocol/relay-errors.ts';
import { signedHeaders } from '../actions/signature.ts';
import { relayRoutes } from '../create-relay.ts';
import type { Passwords } from '../desk/passwords.ts';
import { handoff } from '../handoffs/handoff.fixture.ts';
import { origin, otherOrigin, relayKey, requestOf, shopKey, type TestRelay, testRelay } from '../relay.fixture.ts';
import { arbitraryOf } from './arbitrary-of.fixture.ts';
import { errorsOf, isMedia } from './open-api.ts';

const passwords: Passwords = { hash: async (plain) => plain, verify: async (plain, hash) => plain === hash };
/** Nobody is rationed: what is looked for is what breaks. */
const bucket = { burst: 1e9, perSecond: 1e9 };
const rates = { address: bucket, session: bucket, site: bucket, streams: { visitor: 1e9, address: 1e9, all: 1e9 } };

interface Signed {
  readonly test: TestRelay;
  readonly session: string;
  readonly cookie: string;
  readonly csrf: string;
  readonly handoff: string;
}

async function signedEverywhere(): Promise<Signed> {
  const test = await testRelay((site) => site, { passwords, rates });
  await test.storage.desk.addMember({
    id: 'm-1',
    name: 'Root',
    email: 'root@example.org',
    role: 'admin',
    sites: [],
    password: 'p',
    isActive: true,
  });
  const login = await test.ask('POST', '/desk/api/login', {
    origin: 'https://relay.example',
    body: { email: 'root@example.org', password: 'p' },
  });
  const visitor = await test.visitor();
  const { body } = await visitor.ask('POST', '/v1/handoffs', { key: 'opened-once', body: handoff });
  const cookie = (login.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  return { test, session: visitor.session, cookie, csrf: login.body.csrf, handoff: body.handoff };
}

describe('every endpoint, with what fits its schema and what does not', { timeout: 120_000 }, () => {
  it.each(relayRoutes().map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s answers with JSON, a code and a mend',
    async (_, route) => {
      const { test, session, cookie, csrf, handoff: id } = await signedEverywhere();
      const isDesk = route.access === 'desk' || route.access === 'desk-page';
      const body =
        route.body === undefined
          ? fc.constant(undefined)
          : fc.oneof({ weight: 3, arbitrary: arbitraryOf(route.body) }, { weight: 1, arbitrary: fc.jsonValue() });
      const param = fc.oneof(
        fc.constant(id),
        fc.constant('shop'),
        fc.constant('give-credit'),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
      );
      const query = fc.dictionary(
        fc.constantFrom('after', 'wait', 'status', 'before', 'handoff'),
        fc.oneof(fc.constantFrom('0', '1', 'closed', id), fc.string()),
        { maxKeys: 3 },
      );
      const key = fc.oneof(fc.constant('abcdefgh'), fc.stringMatching(/^[\w-]{8,64}$/), fc.stringMatching(/^[ -~]{0,80}$/));
      const told = new Set([...errorsOf(route), 'not-found', 'method-not-allowed']);
      await fc.assert(
        fc.asyncProperty(body, param, query, key, async (given, value, asked, idempotency) => {
          const path = route.path.replace(/\{\w+\}/g, () => encodeURIComponent(wellFormed(value)));
          // Nobody waits here for something to happen.
          const { wait: __, ...search } = asked;
          const text = route.body === undefined ? undefined : JSON.stringify(withKey(given, idempotency));
          const request = requestOf(
            route.method,
            `${path}?${new URLSearchParams(Object.fromEntries(Object.entries(search).map(([name, each]) => [name, wellFormed(each)])))}`,
            {
              origin: isDesk ? 'https://relay.example' : origin,
              body: text,
              headers: {
                ...(route.access === 'shop' ? await signedHeaders(shopKey, 'an-id', text ?? '', test.now()) : {}),
                ...(isDesk ? { cookie, 'x-csrf-token': csrf } : { authorization: `Bearer ${session}` }),
                'idempotency-key': idempotency,
                accept: '*/*',
              },
            },
          );
          const response = await test.relay(request, { address: '192.0.2.1' });
          if (response.status === 200) {
            if (!isMedia(route.reply)) expect(v.is(route.reply, await response.clone().json())).toBe(true);
            await response.body?.cancel();
            return;
          }
          if (response.status === 302) return;
          const { error } = await response.json();
          expect(told, JSON.stringify(error)).toContain(error.code);
          expect(response.status).toBe(relayErrors[error.code as keyof typeof relayErrors].status);
          expect(error.code).not.toBe('internal');
          expect(JSON.stringify(error)).not.toMatch(/\bat \w+ \(|node_modules|\.ts:|SQLITE|syntax error/);
        }),
        { numRuns: 60 },
      );
      expect(test.log.filter((line) => line.startsWith('error'))).toEqual([]);
    },
  );
});

/** Addresses hold no half characters. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, 'x');
}

/** Bodies that name their own key have to name that of the header. */
function withKey(body: unknown, key: string): unknown {
  return typeof body === 'object' && body !== null && 'id' in body && typeof body.id === 'string' && body.id.length >= 8
    ? { ...body, id: key }
    : body;
}

describe('sessions', () => {
  const claims = (test: TestRelay, typ = 'session+jwt') =>
    new SignJWT({ site: 'shop', origin })
      .setProtectedHeader({ alg: 'HS256', typ })
      .setIssuer('edge-agent-relay')
      .setAudience('session')
      .setSubject('v_x')
      .setIssuedAt(Math.floor(test.now() / 1000))
      .setExpirationTime(Math.floor(test.now() / 1000) + 600);

  it('are refused when they are over, of another relay, for another purpose, unsigned or changed', async () => {
    const test = await testRelay();
    const good = await claims(test).sign(relayKey);
    const code = async (session: string) => (await test.ask('GET', '/v1/handoffs', { session })).body.error?.code;
    expect(await code(good)).toBeUndefined();
    expect(await code(await claims(test).sign(new Uint8Array(32).fill(8)))).toBe('unauthorized');
    expect(await code(await claims(test).setAudience('renewal').sign(relayKey))).toBe('unauthorized');
    expect(await code(await claims(test, 'renewal+jwt').sign(relayKey))).toBe('unauthorized');
    expect(
      await code(
        await claims(test)
          .setExpirationTime(Math.floor(test.now() / 1000) - 1)
          .sign(relayKey),
      ),
    ).toBe('session-expired');
    const [head = '', body = '', signature = ''] = good.split('.');
    const other = btoa(JSON.stringify({ ...JSON.parse(atob(body)), sub: 'v_y' })).replaceAll('=', '');
    expect(await code(`${head}.${other}.${signature}`)).toBe('unauthorized');
    expect(await code(`${btoa('{"alg":"none","typ":"session+jwt"}').replaceAll('=', '')}.${body}.`)).toBe('unauthorized');
    const { renewal } = await test.visitor();
    expect(await code(renewal)).toBe('unauthorized');
  });

  it('are refused on another site’s page, and where no page is named', async () => {
    const test = await testRelay();
    const { session, renewal } = await test.visitor();
    const code = async (given: object) => (await test.ask('GET', '/v1/handoffs', { session, ...given })).body.error?.code;
    expect(await code({ origin: otherOrigin })).toBe('origin-refused');
    expect(await code({ origin: 'https://evil.example' })).toBe('origin-refused');
    expect(await code({ origin: 'null' })).toBe('origin-refused');
    expect(await code({ origin: '' })).toBe('origin-refused');
    expect(await code({ origin: '', headers: { 'sec-fetch-site': 'same-origin' } })).toBe('origin-refused');
    const open = (body: object, from: string) => test.ask('POST', '/v1/sessions', { body, origin: from });
    expect((await open({ site: 'pk_shop' }, otherOrigin)).body.error.code).toBe('origin-refused');
    expect((await open({ site: 'pk_other', renewal }, otherOrigin)).body.error.code).toBe('unauthorized');
    expect((await open({ site: 'pk_nobody' }, origin)).body.error.code).toBe('unknown-site');
  });

  it('lets pages of listed origins read replies, and no others', async () => {
    const test = await testRelay();
    const allowed = async (from: string) =>
      (await test.ask('OPTIONS', '/v1/sessions', { origin: from })).headers.get('access-control-allow-origin');
    expect(await allowed(origin)).toBe(origin);
    expect(await allowed('https://shop.example.evil.example')).toBeNull();
    expect(await allowed('https://evil.example')).toBeNull();
    const reply = await test.ask('GET', '/v1/handoffs', { origin: 'https://evil.example' });
    expect([reply.status, reply.headers.get('access-control-allow-origin')]).toEqual([403, null]);
    // A page has to be able to read why it was refused.
    expect((await test.ask('GET', '/v1/handoffs')).headers.get('access-control-allow-origin')).toBe(origin);
  });
});

describe('requests out of bounds', () => {
  it.each<[string, (test: TestRelay, session: string) => Request, string]>([
    ['a body that says that it is too large', (_, session) => post(session, 'x'.repeat(20_000), {}), 'too-large'],
    ['a body that does not say how large it is', (_, session) => stream(session, 300), 'too-large'],
    ['one that is no JSON', (_, session) => post(session, '{"locale":'), 'bad-request'],
    ['one of another type', (_, session) => post(session, '{}', { 'content-type': 'text/plain' }), 'wrong-type'],
    ['a form', (_, session) => post(session, 'a=b', { 'content-type': 'application/x-www-form-urlencoded' }), 'wrong-type'],
    ['one that nests without end', (_, session) => post(session, `${'['.repeat(5000)}${']'.repeat(5000)}`), 'bad-request'],
    ['headers without end', (_, session) => post(session, '{}', { 'x-long': 'a'.repeat(17_000) }), 'headers-too-large'],
  ])('%s: %s', async (_, make, code) => {
    const test = await testRelay();
    const { session } = await test.visitor();
    const response = await test.relay(make(test, session), { address: '192.0.2.1' });
    const { error } = await response.json();
    expect(error.code).toBe(code);
  });

  it('a body that does not end is given up', async () => {
    const test = await testRelay();
    const { session } = await test.visitor();
    const slow = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode('{"reason":')),
    });
    const response = await test.relay(request(session, slow), { address: '192.0.2.1' });
    expect([response.status, (await response.json()).error.code]).toEqual([408, 'too-slow']);
  }, 15_000);

  it('does not take a prototype for data', async () => {
    const test = await testRelay();
    const visitor = await test.visitor();
    const body = JSON.stringify({ ...handoff, consent: {} }).replace('"consent":{}', '"consent":{"__proto__":true,"constructor":true}');
    expect((await visitor.ask('POST', '/v1/handoffs', { key: 'abcdefgh', body })).status).toBe(200);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it.each(['\u200B\u2060', ' \u00AD\uFEFF ', '\u3164\u2800', '\u202E'])(
    'takes a message in which nothing can be seen for empty: %j',
    async (text) => {
      const test = await testRelay();
      const visitor = await test.visitor();
      const { body } = await visitor.ask('POST', '/v1/handoffs', { key: 'opened-once', body: handoff });
      const reply = await visitor.ask('POST', `/v1/handoffs/${body.handoff}/messages`, {
        key: 'message-1',
        body: { id: 'message-1', text },
      });
      expect([reply.status, reply.body.error.message]).toEqual([400, '"text" is wrong: must say something']);
    },
  );

  it.each([{}, { phone: '' }, { email: 'ada@example.org', fax: '1' }, { mail: 'ada@example.org' }])(
    'refuses a contact that leads to nobody: %j',
    async (contact) => {
      const test = await testRelay();
      const visitor = await test.visitor();
      const { body } = await visitor.ask('POST', '/v1/handoffs', { key: 'opened-once', body: handoff });
      const reply = await visitor.ask('POST', `/v1/handoffs/${body.handoff}/contact`, { body: contact });
      expect([reply.status, reply.body.error.code]).toEqual([400, 'bad-request']);
      const kept = await visitor.ask('POST', `/v1/handoffs/${body.handoff}/contact`, { body: { email: 'ada@example.org' } });
      expect(kept.status).toBe(200);
    },
  );

  it('sets nothing into headers that somebody sent', async () => {
    const test = await testRelay();
    const visitor = await test.visitor();
    for (const path of ['/v1/handoffs/%0d%0aset-cookie:%20a=b', '/%0d%0aset-cookie:a=b', '/v1/actions/a%0d%0ab']) {
      const reply = await visitor.ask('GET', path);
      expect(reply.headers.get('set-cookie')).toBeNull();
      expect([400, 404, 405]).toContain(reply.status);
    }
  });

  it('rations by address, visitor and site', async () => {
    const small = { burst: 3, perSecond: 0.1 };
    const test = await testRelay((site) => site, { rates: { address: small } });
    const replies = await Promise.all(Array.from({ length: 5 }, () => test.ask('GET', '/health', { address: '198.51.100.1' })));
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 200, 200, 429, 429]);
    expect(replies.find(({ status }) => status === 429)?.headers.get('retry-after')).toBe('10');
    expect((await test.ask('GET', '/health', { address: '198.51.100.2' })).status).toBe(200);
    const bySession = await testRelay((site) => site, { rates: { session: small } });
    const visitor = await bySession.visitor();
    const own = await Promise.all(
      Array.from({ length: 5 }, (_, index) => visitor.ask('GET', '/v1/handoffs', { address: `192.0.2.${index}` })),
    );
    expect(own.filter(({ status }) => status === 429)).toHaveLength(2);
  });

  it('keeps secrets out of the log', async () => {
    const { test, session, cookie, csrf } = await signedEverywhere();
    test.storage.check = async () => {
      throw new Error('down');
    };
    await test.ask('GET', '/health', { session, headers: { cookie } });
    await test.ask('POST', '/v1/sessions', { body: { site: 'pk_shop', identity: 'secret.identity.token' } });
    const log = test.log.join('\n');
    for (const secret of [session, cookie, csrf, 'secret.identity.token', 'root@example.org']) expect(log).not.toContain(secret);
    expect(log).toContain('the storage cannot be reached');
  });
});

function request(session: string, body: BodyInit, headers: Record<string, string> = {}): Request {
  return new Request('https://relay.example/v1/sessions', {
    method: 'POST',
    headers: { origin, authorization: `Bearer ${session}`, 'content-type': 'application/json', ...headers },
    body,
    duplex: 'half',
  } as RequestInit);
}

function post(session: string, body: string, headers: Record<string, string> = {}): Request {
  return request(session, body, headers);
}

/** A body in chunks of 1 kB. */
function stream(session: string, chunks: number): Request {
  let left = chunks;
  return request(
    session,
    new ReadableStream<Uint8Array>({
      pull: (controller) => {
        left -= 1;
        if (left < 0) controller.close();
        else controller.enqueue(new Uint8Array(1024).fill(32));
      },
    }),
  );
}
