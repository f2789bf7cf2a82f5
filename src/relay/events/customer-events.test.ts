import { describe, expect, it } from 'vitest';
import { signedHeaders } from '../actions/signature.ts';
import { identityOf, requestOf, shopKey, type TestRelay, type TestVisitor, testRelay } from '../relay.fixture.ts';
import { EventReader } from './read-events.fixture.ts';

const delayed = { id: 'event-0001', customer: 'c-1', name: 'order.delayed', data: { days: 3 } };

async function tell(test: TestRelay, event: object, more: { key?: Uint8Array<ArrayBuffer>; site?: string; at?: number } = {}) {
  const body = JSON.stringify(event);
  const headers = await signedHeaders(more.key ?? shopKey, 'delivery-1', body, more.at ?? test.now());
  return test.ask('POST', `/v1/sites/${more.site ?? 'shop'}/events`, { body, headers, origin: '' });
}

const signedIn = async (test: TestRelay, customer = 'c-1') => test.visitor({ identity: await identityOf(customer) });
const waiting = async (visitor: TestVisitor, after = 0) =>
  (await visitor.ask('GET', `/v1/events?after=${after}`, { headers: { accept: 'application/json' } })).body.events;

async function follow(test: TestRelay, visitor: TestVisitor, last = 0): Promise<EventReader> {
  const headers = last === 0 ? {} : { 'last-event-id': String(last) };
  return new EventReader(await test.relay(requestOf('GET', '/v1/events', { session: visitor.session, headers })));
}

describe('what a shop tells of a customer', () => {
  it('waits for the customer’s devices, each of which hears it once and in order, and nobody else does', async () => {
    const test = await testRelay();
    expect((await tell(test, delayed)).status).toBe(200);
    expect((await tell(test, delayed)).status).toBe(200);
    await tell(test, { ...delayed, id: 'event-0002', name: 'payment.failed', data: {} });
    const [here, there, other] = [await signedIn(test), await signedIn(test), await signedIn(test, 'c-2')];
    for (const visitor of [here, there])
      expect(await waiting(visitor)).toMatchObject([
        { name: 'order.delayed', data: { days: 3 } },
        { name: 'payment.failed', data: {} },
      ]);
    expect(await waiting(other)).toEqual([]);
    const [first] = await waiting(here);
    expect(await waiting(here, first.seq)).toMatchObject([{ name: 'payment.failed' }]);
  });

  it('comes down an open stream at once, and a stream that resumes gets what it missed', async () => {
    const test = await testRelay();
    const visitor = await signedIn(test);
    const stream = await follow(test, visitor);
    await tell(test, delayed);
    const heard = await stream.nextOf('told');
    expect(heard?.data).toMatchObject({ name: 'order.delayed', data: { days: 3 } });
    await stream.close();
    await tell(test, { ...delayed, id: 'event-0002', name: 'payment.failed' });
    const again = await follow(test, visitor, Number(heard?.id));
    expect((await again.nextOf('told'))?.data.name).toBe('payment.failed');
    await again.close();
  });

  it('is forgotten when its time is over, and its numbers go on growing', async () => {
    const test = await testRelay();
    const visitor = await signedIn(test);
    await tell(test, { ...delayed, until: new Date(test.now() + 60_000).toISOString() });
    const [{ seq }] = await waiting(visitor);
    test.pass(61_000);
    expect(await waiting(visitor)).toEqual([]);
    await test.relay.tend();
    await tell(test, { ...delayed, id: 'event-0002' });
    expect((await waiting(visitor))[0].seq).toBeGreaterThan(seq);
    expect((await tell(test, { ...delayed, id: 'event-0003', until: '2020-01-01T00:00:00.000Z' })).status).toBe(200);
    expect(await waiting(visitor)).toHaveLength(1);
  });

  it('is part of the visitor’s own data, and goes with it', async () => {
    const test = await testRelay();
    const visitor = await signedIn(test);
    await tell(test, delayed);
    expect((await visitor.ask('GET', '/v1/visitor')).body.told).toMatchObject([{ name: 'order.delayed' }]);
    await visitor.ask('DELETE', '/v1/visitor');
    expect(await waiting(visitor)).toEqual([]);
  });

  it('is believed from nobody but the shop, and heard by nobody who is not known', async () => {
    const test = await testRelay();
    const forged = [{ key: new Uint8Array(32).fill(1) }, { site: 'other' }, { site: 'nowhere' }, { at: test.now() - 3_600_000 }];
    for (const more of forged) expect((await tell(test, delayed, more)).body.error.code).toBe('signature-refused');
    expect((await test.ask('POST', '/v1/sites/shop/events', { body: delayed })).body.error.code).toBe('signature-refused');
    expect((await tell(test, { ...delayed, data: { nested: { too: 'deep' } } })).body.error.code).toBe('bad-request');
    const stranger = await test.visitor();
    expect((await stranger.ask('GET', '/v1/events')).body.error.code).toBe('forbidden');
  });
});
