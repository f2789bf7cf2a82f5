import { describe, expect, it } from 'vitest';
import { EventReader } from '../events/read-events.fixture.ts';
import { handoff } from '../handoffs/handoff.fixture.ts';
import { type Asked, type AskOptions, requestOf, type TestRelay, type TestVisitor, testRelay } from '../relay.fixture.ts';
import type { Passwords } from './passwords.ts';

const relayOrigin = 'https://relay.example';
const password = 'correct horse battery';
/** Quick, for tests alone. */
const passwords: Passwords = {
  hash: async (plain) => `plain:${plain}`,
  verify: async (plain, hash) => hash === `plain:${plain}`,
};

interface TestMember {
  readonly id: string;
  readonly cookie: string;
  readonly csrf: string;
  ask(method: string, path: string, options?: AskOptions): Promise<Asked>;
  stream(path: string): Promise<EventReader>;
}

async function withDesk() {
  const test = await testRelay((site) => site, { passwords });
  for (const [name, role, sites] of [
    ['ada', 'agent', ['shop']],
    ['ben', 'agent', ['shop']],
    ['lea', 'lead', ['shop']],
    ['root', 'admin', []],
    ['omar', 'agent', ['other']],
  ] as const) {
    await test.storage.desk.addMember({
      id: `m-${name}`,
      name,
      email: `${name}@example.org`,
      role,
      sites,
      password: `plain:${password}`,
      isActive: true,
    });
  }
  const visitor = await test.visitor();
  const { body } = await visitor.ask('POST', '/v1/handoffs', { key: 'opened-once', body: handoff });
  return { test, visitor, id: body.handoff as string };
}

async function logIn(test: TestRelay, name: string): Promise<TestMember> {
  const reply = await test.ask('POST', '/desk/api/login', {
    origin: relayOrigin,
    body: { email: `${name}@example.org`, password },
    address: crypto.randomUUID(),
  });
  expect(reply.status, JSON.stringify(reply.body)).toBe(200);
  const cookie = (reply.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const { csrf } = reply.body;
  const headersOf = (more: AskOptions['headers'] = {}) => ({ cookie, 'x-csrf-token': csrf, ...more });
  return {
    id: reply.body.member.id,
    cookie,
    csrf,
    ask: (method, path, given = {}) =>
      test.ask(method, `/desk/api${path}`, {
        origin: relayOrigin,
        body: method === 'GET' ? undefined : {},
        ...given,
        headers: headersOf(given.headers),
      }),
    stream: async (path) =>
      new EventReader(await test.relay(requestOf('GET', `/desk/api${path}`, { origin: relayOrigin, headers: headersOf() }))),
  };
}

const write = (member: TestMember, id: string, text: string, own: string = crypto.randomUUID()) =>
  member.ask('POST', `/handoffs/${id}/messages`, { key: own, body: { id: own, text } });

describe('the desk', () => {
  it('shows what waits, gives a case to one member, and carries the talk both ways', async () => {
    const { test, visitor, id } = await withDesk();
    const [ada, ben] = [await logIn(test, 'ada'), await logIn(test, 'ben')];
    const { handoffs } = (await ada.ask('GET', '/queue')).body;
    expect(handoffs).toMatchObject([{ handoff: id, status: 'waiting', locale: 'de', summary: handoff.summary.desk, unseen: 1 }]);
    const takes = await Promise.all([ada.ask('POST', `/handoffs/${id}/take`), ben.ask('POST', `/handoffs/${id}/take`)]);
    expect(takes.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [holder, other] = takes[0]?.status === 200 ? [ada, ben] : [ben, ada];
    expect((await holder.ask('POST', `/handoffs/${id}/take`)).status).toBe(200);
    expect((await other.ask('POST', `/handoffs/${id}/take`)).body.error.code).toBe('taken-already');
    expect((await write(other, id, 'Hallo')).body.error.code).toBe('not-yours');
    const seenByVisitor = new EventReader(
      await test.relay(requestOf('GET', `/v1/handoffs/${id}/events`, { session: visitor.session, headers: { 'last-event-id': '2' } })),
    );
    await seenByVisitor.nextOf('state');
    const seenByDesk = await holder.stream(`/events?handoff=${id}&after=2`);
    expect((await write(holder, id, 'Guten Tag!', 'message-1')).body).toEqual((await write(holder, id, 'Guten Tag!', 'message-1')).body);
    const name = holder === ada ? 'ada' : 'ben';
    expect((await seenByVisitor.nextOf('message'))?.data).toMatchObject({ seq: 3, from: 'person', text: 'Guten Tag!', person: { name } });
    await visitor.ask('POST', `/v1/handoffs/${id}/messages`, { key: 'visitor-1', body: { id: 'visitor-1', text: 'Endlich.' } });
    expect((await seenByDesk.nextOf('message'))?.data.seq).toBe(3);
    expect((await seenByDesk.nextOf('message'))?.data).toMatchObject({ seq: 4, from: 'visitor', text: 'Endlich.' });
    await holder.ask('POST', `/handoffs/${id}/seen`, { body: { seq: 4 } });
    expect((await seenByVisitor.nextOf('seen'))?.data).toEqual({ kind: 'seen', from: 'person', seq: 4 });
    await holder.ask('POST', `/handoffs/${id}/typing`);
    expect((await seenByVisitor.nextOf('typing'))?.data).toEqual({ kind: 'typing', from: 'person' });
    expect((await holder.ask('POST', `/handoffs/${id}/close`, { body: { ending: 'solved', reason: 'reset' } })).body.status).toBe('closed');
    expect((await seenByVisitor.nextOf('status'))?.data).toMatchObject({ status: 'closed', ending: 'solved' });
    expect((await write(holder, id, 'Noch etwas')).body.error.code).toBe('closed');
    expect((await ada.ask('GET', '/queue')).body.handoffs).toEqual([]);
    expect((await ada.ask('GET', '/queue?status=closed')).body.handoffs).toHaveLength(1);
    await seenByVisitor.close();
    await seenByDesk.close();
  });

  it('puts a case back when its member goes away, and not before', async () => {
    const { test, id } = await withDesk();
    const ada = await logIn(test, 'ada');
    await ada.ask('POST', `/handoffs/${id}/take`);
    test.pass(30_000);
    await test.relay.tend();
    expect((await test.storage.handoffs.get(id))?.status).toBe('taken');
    await ada.ask('GET', '/queue');
    test.pass(40_000);
    await test.relay.tend();
    expect((await test.storage.handoffs.get(id))?.status).toBe('taken');
    test.pass(10_000);
    await test.relay.tend();
    expect(await test.storage.handoffs.get(id)).toMatchObject({ status: 'waiting', member: null });
    expect((await test.storage.handoffs.events(id, 0, 10)).map((event) => event.kind === 'status' && event.status)).toEqual([
      'waiting',
      'taken',
      'waiting',
    ]);
    await ada.ask('POST', `/handoffs/${id}/take`);
    await ada.ask('POST', '/logout');
    await test.relay.tend();
    expect((await test.storage.handoffs.get(id))?.status).toBe('waiting');
  });

  it('lets a lead take a case from somebody, but no colleague', async () => {
    const { test, id } = await withDesk();
    const [ada, ben, lea] = [await logIn(test, 'ada'), await logIn(test, 'ben'), await logIn(test, 'lea')];
    await ada.ask('POST', `/handoffs/${id}/take`);
    expect((await ben.ask('POST', `/handoffs/${id}/release`)).body.error.code).toBe('not-yours');
    expect((await lea.ask('POST', `/handoffs/${id}/release`)).body.status).toBe('waiting');
    expect((await ben.ask('POST', `/handoffs/${id}/take`)).status).toBe(200);
  });

  it('shows members their own sites alone', async () => {
    const { test, id } = await withDesk();
    const omar = await logIn(test, 'omar');
    expect((await omar.ask('GET', '/queue')).body.handoffs).toEqual([]);
    for (const [method, path, given] of [
      ['GET', '', {}],
      ['POST', '/take', {}],
      ['POST', '/release', {}],
      ['POST', '/messages', { key: 'abcdefgh', body: { id: 'abcdefgh', text: 'x' } }],
      ['POST', '/seen', { body: { seq: 1 } }],
      ['POST', '/close', { body: { ending: 'solved', reason: 'done' } }],
      ['POST', '/draft', { body: { unit: 'x', locale: 'en', question: 'x', phrasings: [], answer: 'x' } }],
    ] as const) {
      expect((await omar.ask(method, `/handoffs/${id}${path}`, given)).status, path).toBe(404);
    }
    const response = await test.relay(
      requestOf('GET', `/desk/api/events?handoff=${id}`, { origin: relayOrigin, headers: { cookie: omar.cookie } }),
    );
    expect(response.status).toBe(404);
  });

  it('keeps who saw and did what, for leads', async () => {
    const { test, visitor, id } = await withDesk();
    const [ada, lea] = [await logIn(test, 'ada'), await logIn(test, 'lea')];
    await ada.ask('GET', `/handoffs/${id}`);
    await ada.ask('POST', `/handoffs/${id}/take`);
    await write(ada, id, 'Hallo');
    expect((await ada.ask('GET', '/audit')).body.error.code).toBe('forbidden');
    const { entries } = (await lea.ask('GET', '/audit')).body;
    expect(entries.slice(0, 4).map(({ actor, what }: { actor: string; what: string }) => [actor, what])).toEqual([
      ['member:m-ada', 'handoff.answered'],
      ['member:m-ada', 'handoff.taken'],
      ['member:m-ada', 'handoff.read'],
      ['member:m-lea', 'login'],
    ]);
    expect(entries[0].data).toEqual({ visitor: visitor.visitor });
    expect(JSON.stringify(entries)).not.toContain('Hallo');
  });

  it('drafts a unit out of a case', async () => {
    const { test, id } = await withDesk();
    const ada = await logIn(test, 'ada');
    const draft = {
      unit: 'left-earbud',
      locale: 'de',
      question: 'Linker Ohrhörer setzt aus',
      phrasings: ['links kein Ton'],
      answer: 'Reset **beide**.',
    };
    expect((await ada.ask('POST', `/handoffs/${id}/draft`, { body: draft })).body).toMatchObject({ ...draft, by: 'ada', site: 'shop' });
    expect((await ada.ask('POST', `/handoffs/${id}/draft`, { body: { ...draft, unit: '../../etc' } })).status).toBe(400);
    expect((await ada.ask('GET', '/drafts')).body.drafts).toMatchObject([draft]);
  });

  it('lets admins add and change members within their reach, and ends log-ins with them', async () => {
    const { test } = await withDesk();
    const [ada, root] = [await logIn(test, 'ada'), await logIn(test, 'root')];
    const member = { name: 'Eve', email: 'eve@example.org', role: 'agent', sites: ['shop'], password };
    expect((await ada.ask('POST', '/members', { body: member })).body.error.code).toBe('forbidden');
    const added = (await root.ask('POST', '/members', { body: member })).body;
    expect(added).toMatchObject({ name: 'Eve', role: 'agent' });
    expect(JSON.stringify((await root.ask('GET', '/members')).body)).not.toContain('plain:');
    expect((await root.ask('POST', '/members', { body: member })).body.error.code).toBe('key-reused');
    expect((await root.ask('POST', '/members', { body: { ...member, email: 'x@example.org', password: 'short' } })).status).toBe(400);
    const eve = await logIn(test, 'eve');
    const slip = await root.ask('PATCH', `/members/${added.id}`, { body: { role: 'lead', active: false } });
    expect([slip.status, slip.body.error.message]).toEqual([400, '"active" is not known here; it takes role, sites, password, isActive']);
    await root.ask('PATCH', `/members/${added.id}`, { body: { role: 'admin' } });
    // An admin of one site makes nobody an admin of all.
    expect((await eve.ask('POST', '/members', { body: { ...member, email: 'y@example.org', role: 'admin', sites: [] } })).status).toBe(400);
    expect((await eve.ask('PATCH', '/members/m-root', { body: { password: 'taken over by eve' } })).status).toBe(404);
    await root.ask('PATCH', `/members/${added.id}`, { body: { isActive: false } });
    expect((await eve.ask('GET', '/me')).status).toBe(401);
  });
});

describe('the desk’s log-in', () => {
  it('sets a cookie that no script reads and no other page sends', async () => {
    const { test } = await withDesk();
    const reply = await test.ask('POST', '/desk/api/login', { origin: relayOrigin, body: { email: 'ADA@example.org', password } });
    expect(reply.headers.get('set-cookie')).toMatch(/^__Host-edge-agent-desk=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Secure$/);
    expect(JSON.stringify(reply.body)).not.toContain('plain:');
  });

  it('says the same of wrong passwords and strangers, and slows down whoever guesses', async () => {
    const { test } = await withDesk();
    const attempt = (email: string, given: string, address = '198.51.100.7') =>
      test.ask('POST', '/desk/api/login', { origin: relayOrigin, body: { email, password: given }, address });
    const wrong = await attempt('ada@example.org', 'wrong');
    expect(wrong.body.error.code).toBe('login-failed');
    expect((await attempt('nobody@example.org', 'wrong')).body).toEqual(wrong.body);
    for (let index = 0; index < 4; index += 1) await attempt('ada@example.org', 'wrong');
    const slow = await attempt('ada@example.org', password);
    expect([slow.status, slow.body.error.code, slow.headers.get('retry-after')]).toEqual([429, 'slow-down', '60']);
    // From elsewhere the member still gets in.
    expect((await attempt('ada@example.org', password, '203.0.113.5')).status).toBe(200);
    for (let index = 0; index < 60; index += 1) await attempt('ben@example.org', 'wrong', `192.0.2.${index}`);
    expect((await attempt('ben@example.org', password, '203.0.113.6')).body.error.code).toBe('slow-down');
  });

  it('is over when idle, and after a working day', async () => {
    const { test } = await withDesk();
    const ada = await logIn(test, 'ada');
    test.pass(90 * 60_000);
    expect((await ada.ask('GET', '/me')).status).toBe(200);
    test.pass(121 * 60_000);
    expect((await ada.ask('GET', '/me')).status).toBe(401);
    const ben = await logIn(test, 'ben');
    for (let index = 0; index < 7; index += 1) {
      test.pass(100 * 60_000);
      await ben.ask('GET', '/me');
    }
    test.pass(30 * 60_000);
    expect((await ben.ask('GET', '/me')).status).toBe(401);
  });

  it('is refused to other pages: by origin, by token, by cookie', async () => {
    const { test, id } = await withDesk();
    const ada = await logIn(test, 'ada');
    const take = (given: AskOptions) => test.ask('POST', `/desk/api/handoffs/${id}/take`, { body: {}, ...given });
    const headers = { cookie: ada.cookie, 'x-csrf-token': ada.csrf };
    expect((await take({ origin: 'https://shop.example', headers })).body.error.code).toBe('origin-refused');
    expect((await take({ origin: '', headers })).body.error.code).toBe('origin-refused');
    expect((await take({ origin: 'null', headers })).body.error.code).toBe('origin-refused');
    expect((await take({ origin: relayOrigin, headers: { cookie: ada.cookie } })).body.error.code).toBe('csrf-refused');
    expect((await take({ origin: relayOrigin, headers: { ...headers, 'x-csrf-token': 'x' } })).body.error.code).toBe('csrf-refused');
    expect((await take({ origin: relayOrigin, headers: { 'x-csrf-token': ada.csrf } })).status).toBe(401);
    expect(
      (await test.ask('GET', '/desk/api/queue', { origin: '', headers: { cookie: ada.cookie, 'sec-fetch-site': 'cross-site' } })).status,
    ).toBe(403);
    const reply = await test.ask('GET', '/desk/api/queue', { origin: relayOrigin, headers: { cookie: ada.cookie } });
    expect(reply.headers.get('access-control-allow-origin')).toBeNull();
    expect((await take({ origin: relayOrigin, headers })).status).toBe(200);
  });

  it('does not open for a visitor’s session, nor the other way round', async () => {
    const { test, visitor } = await withDesk();
    const ada = await logIn(test, 'ada');
    expect((await test.ask('GET', '/desk/api/queue', { origin: relayOrigin, session: (visitor as TestVisitor).session })).status).toBe(401);
    expect((await test.ask('GET', '/v1/handoffs', { headers: { cookie: ada.cookie } })).status).toBe(401);
  });
});

describe('a week', () => {
  it('is told to leads, of their own sites; the audit trail names who did what', async () => {
    const { test, id } = await withDesk();
    const [ada, lea] = [await logIn(test, 'ada'), await logIn(test, 'lea')];
    await ada.ask('POST', `/handoffs/${id}/take`);
    test.pass(5 * 60_000);
    const present = await logIn(test, 'ada');
    await present.ask('POST', `/handoffs/${id}/take`);
    await write(present, id, 'Hello');
    await present.ask('POST', `/handoffs/${id}/close`, { body: { ending: 'unsolved', reason: 'Not possible' } });
    const day = new Date(test.now()).toISOString().slice(0, 10);
    const count = { day, locale: 'en', ending: 'abandoned', tier: 'pack', cluster: 'gift wrap', count: 3 };
    const again = await test.visitor();
    expect((await again.ask('POST', '/v1/outcomes', { key: 'outcomes-1', body: { counts: [count] } })).status).toBe(200);
    expect((await present.ask('GET', '/week')).body.error.code).toBe('forbidden');
    expect((await lea.ask('GET', '/week')).body).toMatchObject({
      opened: 1,
      endings: { solved: 0, unsolved: 1, left: 0 },
      answered: { count: 1, half: 5, most: 5 },
      closed: { count: 1, half: 5 },
      reasons: [{ name: 'unsolved', count: 1 }],
      clusters: [{ name: 'gift wrap', count: 3 }],
      unsolved: [{ name: 'Not possible', count: 1 }],
      unsure: [{ handoff: id, summary: handoff.summary.desk }],
    });
    const { entries } = (await lea.ask('GET', '/audit')).body as { entries: { what: string; name?: string }[] };
    expect(entries.find(({ what }) => what === 'handoff.unsolved')?.name).toBe('ada');
  });
});

describe('what the agent proposed', () => {
  const because = { en: 'That is our rule.' };
  const proposal = {
    action: 'give-credit',
    title: 'Gutschrift',
    args: { order: 'TW-1', amount: { minor: 4000, currency: 'USD' }, reason: 'late' },
    inputs: {},
    rule: 'goodwill',
    because: { visitor: 'Das ist so.', desk: 'So it is.' },
  };

  async function withProposal(status: string, more: object = {}) {
    const limits = [{ amount: { minor: 2500, currency: 'USD' } }];
    const when = ['==', ['get', 'order.status'], 'delivered'] as const;
    const rights = {
      'give-credit': [
        { id: 'goodwill', when, right: 'auto' as const, limits, because },
        { id: 'not-yet', right: 'refuse' as const, because },
      ],
    };
    const test = await testRelay((site) => ({ ...site, rights }), { passwords });
    test.shop.facts = async () => ({ found: true, facts: { order: { status } }, before: [] });
    test.shop.reply = () => ({ kind: 'done', data: { number: 'C-77' } });
    await test.storage.desk.addMember({
      id: 'm-ada',
      name: 'ada',
      email: 'ada@example.org',
      role: 'agent',
      sites: ['shop'],
      password: `plain:${password}`,
      isActive: true,
    });
    const visitor = await test.visitor();
    await test.storage.verifications.verify('shop', visitor.visitor, 'c-1', test.now() + 1000);
    const { body } = await visitor.ask('POST', '/v1/handoffs', {
      key: 'opened-once',
      body: { ...handoff, proposal: { ...proposal, ...more } },
    });
    const ada = await logIn(test, 'ada');
    return { test, visitor, ada, id: body.handoff as string };
  }

  it('is done once by who has the case, decided anew, for the customer of then; the visitor sees it and the audit trail has it', async () => {
    const { test, visitor, ada, id } = await withProposal('delivered');
    expect((await ada.ask('POST', `/handoffs/${id}/proposal`)).body.error.code).toBe('not-yours');
    await ada.ask('POST', `/handoffs/${id}/take`);
    // The verification has run out by now.
    test.pass(3_600_000);
    const again = await logIn(test, 'ada');
    await again.ask('POST', `/handoffs/${id}/take`);
    const done = await Promise.all([again.ask('POST', `/handoffs/${id}/proposal`), again.ask('POST', `/handoffs/${id}/proposal`)]);
    for (const { body } of done) expect(body).toEqual({ kind: 'done', data: { number: 'C-77' } });
    expect(test.shop.performed).toMatchObject([{ action: 'give-credit', customer: 'c-1', rule: 'goodwill', args: proposal.args }]);
    const events = await test.storage.handoffs.events(id, 0, 20);
    expect(events.filter(({ kind }) => kind === 'action')).toMatchObject([
      { title: 'Gutschrift', number: 'C-77', person: { name: 'ada' } },
    ]);
    expect((await visitor.ask('GET', `/v1/handoffs/${id}`)).status).toBe(401);
    const trail = await test.storage.audit.list(['shop'], 50);
    expect(trail.filter(({ what }) => what === 'decision')).toMatchObject([
      { actor: 'member:m-ada', subject: 'give-credit', data: { right: 'person', rule: 'goodwill', beyond: 'amount', outcome: 'act' } },
    ]);
    expect(trail.map(({ what }) => what)).toContain('handoff.acted');
  });

  it('is not done where the policy refuses it by the shop’s own facts, nor where it is no action', async () => {
    const refused = await withProposal('sent');
    await refused.ada.ask('POST', `/handoffs/${refused.id}/take`);
    expect((await refused.ada.ask('POST', `/handoffs/${refused.id}/proposal`)).body).toMatchObject({ kind: 'refuse', rule: 'not-yet' });
    expect(refused.test.shop.performed).toEqual([]);
    const lookUp = await withProposal('delivered', { action: 'find-orders' });
    await lookUp.ada.ask('POST', `/handoffs/${lookUp.id}/take`);
    expect((await lookUp.ada.ask('POST', `/handoffs/${lookUp.id}/proposal`)).status).toBe(404);
  });
});

describe('the desk’s page', () => {
  it('is served under a policy that lets nothing run but its own files', async () => {
    const files: Record<string, string> = { 'index.html': '<!doctype html>', 'desk.js': '"desk"' };
    const test = await testRelay((site) => ({ ...site, pack: 'https://packs.example/shop/manifest.json' }), {
      deskFiles: async (path) =>
        files[path] === undefined ? undefined : { bytes: new TextEncoder().encode(files[path]), type: 'text/html' },
    });
    const page = await test.ask('GET', '/desk/', { origin: '' });
    expect([page.status, page.body]).toEqual([200, '<!doctype html>']);
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self' https://packs.example");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toContain('unsafe');
    expect(page.headers.get('x-frame-options')).toBe('DENY');
    expect((await test.ask('GET', '/desk/../secrets', { origin: '' })).status).toBe(404);
    expect((await test.ask('GET', '/desk/%2e%2e/secrets', { origin: '' })).status).toBe(404);
    expect((await test.ask('GET', '/desk', { origin: '' })).status).toBe(302);
  });
});
