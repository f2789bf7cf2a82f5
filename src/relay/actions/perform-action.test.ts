import { describe, expect, it } from 'vitest';
import type { Rights } from '../../policy/rights.ts';
import { identityOf, type TestRelay, type TestVisitor, testRelay } from '../relay.fixture.ts';
import { ShopUnreachable } from './shop.ts';

const because = { en: 'That is our rule.', de: 'So ist unsere Regel.' };
const rights: Rights = {
  'give-credit': [
    {
      id: 'goodwill',
      when: ['==', ['get', 'order.status'], 'delivered'],
      right: 'confirm',
      limits: [{ amount: { minor: 2500, currency: 'USD' } }, { times: { most: 1, within: 'year' } }],
      because,
    },
    { id: 'not-yet', right: 'refuse', because },
  ],
  'open-return': [
    { id: 'hygiene', when: ['==', ['get', 'item.category'], 'hygiene'], right: 'refuse', because },
    { id: 'rest', right: 'auto', because },
  ],
  'notify-in-stock': [{ id: 'always', right: 'auto', because }],
};
const credit = (minor: number) => ({ order: 'TW-1', amount: { minor, currency: 'USD' }, reason: 'late' });

async function signedIn(): Promise<{ test: TestRelay; visitor: TestVisitor }> {
  const test = await testRelay((site) => ({ ...site, rights }));
  test.shop.facts = async () => ({ found: true, facts: { order: { status: 'delivered' } }, before: [] });
  return { test, visitor: await test.visitor({ identity: await identityOf('c-1') }) };
}

describe('an action', () => {
  it('asks for a verified customer before it tells anything', async () => {
    const { visitor, shop } = await withVisitor();
    for (const [action, args] of [
      ['find-orders', {}],
      ['give-credit', credit(100)],
      ['file-complaint', { text: 'Broken.', order: 'TW-1' }],
      ['anything-else', {}],
    ] as const) {
      expect((await visitor.act(action, args)).body).toEqual({ kind: 'verify' });
    }
    expect(shop.performed).toEqual([]);
  });

  it('needs the visitor’s confirmation where the policy says so, and then acts', async () => {
    const { test, visitor } = await signedIn();
    expect((await visitor.act('give-credit', credit(1000))).body).toEqual({ kind: 'confirm', rule: 'goodwill', because: because.en });
    expect((await visitor.act('give-credit', credit(1000), { isConfirmed: true })).body).toEqual({ kind: 'done', data: { ok: true } });
    expect(test.shop.performed).toMatchObject([{ action: 'give-credit', customer: 'c-1', rule: 'goodwill' }]);
  });

  it('is a person’s beyond a limit, whatever the visitor confirms', async () => {
    const { test, visitor } = await signedIn();
    expect((await visitor.act('give-credit', credit(2501), { isConfirmed: true })).body.kind).toBe('person');
    test.shop.facts = async () => ({
      found: true,
      facts: { order: { status: 'delivered' } },
      before: [new Date(test.now() - 1000).toISOString()],
    });
    expect((await visitor.act('give-credit', credit(100), { isConfirmed: true })).body.kind).toBe('person');
    expect(test.shop.performed).toEqual([]);
  });

  it('rests on the shop’s facts, not on what the visitor says', async () => {
    const { test, visitor } = await signedIn();
    test.shop.facts = async () => ({ found: true, facts: { order: { status: 'sent' } } });
    const lies = { ...credit(100), status: 'delivered', facts: { order: { status: 'delivered' } } };
    expect((await visitor.act('give-credit', lies, { isConfirmed: true })).body).toEqual({
      kind: 'refuse',
      rule: 'not-yet',
      because: because.en,
    });
    test.shop.facts = async () => ({ found: false, facts: {} });
    expect((await visitor.act('give-credit', credit(100), { isConfirmed: true })).body).toEqual({ kind: 'not-found' });
  });

  it('counts what it did itself where the shop does not say, also after the visitor is forgotten', async () => {
    const { test, visitor } = await signedIn();
    test.shop.facts = async () => ({ found: true, facts: { order: { status: 'delivered' } } });
    expect((await visitor.act('give-credit', credit(100), { isConfirmed: true })).body.kind).toBe('done');
    expect((await visitor.act('give-credit', credit(100), { isConfirmed: true })).body.kind).toBe('person');
    await test.storage.actions.eraseVisitor('shop', visitor.visitor);
    const again = await test.visitor({ identity: await identityOf('c-1') });
    expect((await again.act('give-credit', credit(100), { isConfirmed: true })).body.kind).toBe('person');
  });

  it('holds a limit when the same customer asks ten times at once', async () => {
    const { test, visitor } = await signedIn();
    test.shop.facts = async () => ({ found: true, facts: { order: { status: 'delivered' } } });
    const results = await Promise.all(Array.from({ length: 10 }, () => visitor.act('give-credit', credit(100), { isConfirmed: true })));
    expect(results.filter(({ body }) => body.kind === 'done')).toHaveLength(1);
    expect(test.shop.performed).toHaveLength(1);
  });

  it('decides for each item, and the strictest decision holds', async () => {
    const { test, visitor } = await signedIn();
    const args = { order: 'TW-1', lines: [{ line: '1', quantity: 1, reason: 'faulty' }] };
    test.shop.facts = async () => ({ found: true, facts: {}, items: [{ category: 'audio' }, { category: 'hygiene' }] });
    expect((await visitor.act('open-return', args)).body).toMatchObject({ kind: 'refuse', rule: 'hygiene' });
    test.shop.facts = async () => ({ found: true, facts: {}, items: [{ category: 'audio' }, { category: 'light' }] });
    expect((await visitor.act('open-return', args)).body.kind).toBe('done');
  });

  it('is a person’s where no rule is written', async () => {
    const { visitor } = await signedIn();
    const address = { name: 'Ada', street: 'Street 1', postcode: '1', city: 'Town', country: 'DE' };
    expect((await visitor.act('change-address', { order: 'TW-1', address })).body).toMatchObject({ kind: 'person', rule: 'default' });
  });

  it('acts once for one key, however often and at once it is sent', async () => {
    const { test, visitor } = await signedIn();
    test.shop.reply = async () => {
      await new Promise((resolve) => setTimeout(resolve, 30));
      return { kind: 'done', data: { number: Math.random() } };
    };
    const id = crypto.randomUUID();
    const results = await Promise.all(Array.from({ length: 5 }, () => visitor.act('give-credit', credit(100), { id, isConfirmed: true })));
    expect(new Set(results.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(results[0]?.body.kind).toBe('done');
    expect(test.shop.performed).toHaveLength(1);
    expect((await visitor.act('give-credit', credit(200), { id, isConfirmed: true })).body).toMatchObject({ kind: 'invalid', field: 'id' });
  });

  it('can be asked again with the same key after the shop could not be reached', async () => {
    const { test, visitor } = await signedIn();
    const id = crypto.randomUUID();
    test.shop.reply = () => {
      throw new ShopUnreachable('down', false);
    };
    expect((await visitor.act('give-credit', credit(100), { id, isConfirmed: true })).body).toEqual({ kind: 'unreachable' });
    // It had acted after all; the reply was lost.
    test.shop.facts = async () => ({
      found: true,
      facts: { order: { status: 'delivered' } },
      before: [new Date().toISOString()],
      already: { credit: 'CR-1' },
    });
    expect((await visitor.act('give-credit', credit(100), { id, isConfirmed: true })).body).toEqual({
      kind: 'done',
      data: { credit: 'CR-1' },
    });
  });

  it('records each decision with its rule, inputs and outcome, and the record cannot be changed', async () => {
    const { test, visitor } = await signedIn();
    await visitor.act('give-credit', credit(100));
    await visitor.act('give-credit', credit(100), { isConfirmed: true });
    const entries = await test.storage.audit.list(['shop'], 10);
    expect(entries.map(({ what, subject, data }) => [what, subject, data.outcome, data.rule])).toEqual([
      ['action', 'give-credit', 'done', undefined],
      ['decision', 'give-credit', 'act', 'goodwill'],
      ['decision', 'give-credit', 'confirm', 'goodwill'],
    ]);
    expect(entries[1]?.data.inputs).toEqual({ 'order.status': 'delivered' });
    const { db } = test.storage.database;
    await expect(db.updateTable('audit').set({ what: 'nothing' }).execute()).rejects.toThrow('not changed');
    await expect(db.deleteFrom('audit').execute()).rejects.toThrow('is kept');
  });

  it('names the argument at fault', async () => {
    const { visitor } = await signedIn();
    expect((await visitor.act('give-credit', { ...credit(1), order: '' })).body).toMatchObject({ kind: 'invalid', field: 'order' });
    expect((await visitor.act('give-credit', credit(-500))).body).toMatchObject({ kind: 'invalid', field: 'amount.minor' });
    expect((await visitor.act('give-credit', credit(0.5))).body).toMatchObject({ kind: 'invalid', field: 'amount.minor' });
  });

  it('is refused without a key, with another’s key, under another name', async () => {
    const { visitor } = await signedIn();
    const body = { id: 'abcdefgh', action: 'find-orders', args: {}, isConfirmed: false, locale: 'en' };
    expect((await visitor.ask('POST', '/v1/actions/find-orders', { body })).body.error.code).toBe('bad-key');
    expect((await visitor.ask('POST', '/v1/actions/find-orders', { body, key: 'ijklmnop' })).body.error.code).toBe('bad-request');
    expect((await visitor.ask('POST', '/v1/actions/open-return', { body, key: 'abcdefgh' })).body.error.code).toBe('bad-request');
  });
});

describe('a signed identity', () => {
  it.each<[string, () => Promise<string>]>([
    ['of another secret', () => identityOf('c-1', undefined, 'another secret that the relay does not know at all')],
    ['that is over', () => identityOf('c-1', (token) => token.setExpirationTime('-1m'))],
    ['for another site', () => identityOf('c-1', (token) => token.setAudience('other'))],
    ['of nobody', () => identityOf('')],
    ['made long ago', () => identityOf('c-1', (token) => token.setIssuedAt('-2h'))],
    ['that is none', async () => 'a.b.c'],
    ['that is not signed', async () => `${btoa('{"alg":"none"}')}.${btoa('{"sub":"c-1","aud":"shop","exp":9999999999,"iat":1}')}.`],
  ])('%s is refused', async (_, identity) => {
    const test = await testRelay();
    const { status, body } = await test.ask('POST', '/v1/sessions', { body: { site: 'pk_shop', identity: await identity() } });
    expect(status).toBe(401);
    expect(body.error.code).toBe('identity-invalid');
  });
});

describe('verification by code', () => {
  it('says the same of customers and strangers, and verifies by the code sent', async () => {
    const { test, visitor, shop } = await withVisitor();
    const stranger = await test.visitor();
    const replies = [
      await visitor.act('start-verification', { contact: 'ada@example.org' }),
      await stranger.act('start-verification', { contact: 'nobody@example.org' }),
    ];
    expect(replies[0]?.body).toEqual({ kind: 'done', data: { digits: 6, expiresInSeconds: 600 } });
    expect(replies[1]?.body).toEqual(replies[0]?.body);
    await test.settled();
    expect(shop.sent).toHaveLength(1);
    const code = shop.sent[0]?.code ?? '';
    const wrong = code === '000000' ? '000001' : '000000';
    expect((await visitor.act('finish-verification', { code: wrong })).body).toMatchObject({ kind: 'invalid', field: 'code' });
    expect((await stranger.act('finish-verification', { code })).body).toMatchObject({ kind: 'invalid', field: 'code' });
    expect((await visitor.act('finish-verification', { code: `${code.slice(0, 3)} ${code.slice(3)}` })).body.kind).toBe('done');
    expect((await visitor.act('find-orders')).body.kind).toBe('done');
    expect(shop.performed[0]?.customer).toBe('c-1');
    expect((await stranger.act('find-orders')).body.kind).toBe('verify');
  });

  it('lets a code be used once, for ten minutes, and for five attempts', async () => {
    const { test, visitor, shop } = await withVisitor();
    await visitor.act('start-verification', { contact: 'ada@example.org' });
    await test.settled();
    const code = shop.sent[0]?.code ?? '';
    test.pass(10 * 60_000 + 1);
    expect((await visitor.act('finish-verification', { code })).body.kind).toBe('invalid');
    test.pass(60_000);
    await visitor.act('start-verification', { contact: 'ada@example.org' });
    await test.settled();
    const next = shop.sent[1]?.code ?? '';
    const wrong = next === '000000' ? '000001' : '000000';
    for (let attempt = 0; attempt < 5; attempt += 1) await visitor.act('finish-verification', { code: wrong });
    test.pass(3 * 60_000);
    expect((await visitor.act('finish-verification', { code: next })).body.kind).toBe('invalid');
  });

  it('slows down whoever asks for codes or guesses: by session, address and contact', async () => {
    const { test, visitor } = await withVisitor();
    const start = (who: TestVisitor, contact: string, address: string) => who.act('start-verification', { contact }, { address });
    for (let index = 0; index < 3; index += 1) await start(visitor, `a${index}@example.org`, `192.0.2.${index}`);
    const slow = (await start(visitor, 'b@example.org', '192.0.2.9')).body;
    expect(slow).toEqual({ kind: 'slow-down', retryAfterSeconds: 200 });
    for (let index = 0; index < 3; index += 1) await start(await test.visitor(), 'ada@example.org', `198.51.100.${index}`);
    expect((await start(await test.visitor(), 'ada@example.org', '198.51.100.9')).body.kind).toBe('slow-down');
    for (let index = 0; index < 10; index += 1) await start(await test.visitor(), `c${index}@example.org`, '203.0.113.1');
    expect((await start(await test.visitor(), 'd@example.org', '203.0.113.1')).body.kind).toBe('slow-down');
  });
});

async function withVisitor() {
  const test = await testRelay((site) => ({ ...site, rights }));
  return { test, shop: test.shop, visitor: await test.visitor() };
}
