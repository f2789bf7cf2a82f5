import { describe, expect, it } from 'vitest';
import { EventReader } from '../events/read-events.fixture.ts';
import { requestOf, type TestRelay, type TestVisitor, testRelay } from '../relay.fixture.ts';
import { handoff } from './handoff.fixture.ts';
import { isOpenAt, nextOpening, type OfficeHours } from './office-hours.ts';
import { defaultPriority, priorityOf } from './priority.ts';

async function opened(): Promise<{ test: TestRelay; visitor: TestVisitor; id: string }> {
  const test = await testRelay();
  const visitor = await test.visitor();
  const { status, body } = await visitor.ask('POST', '/v1/handoffs', { key: crypto.randomUUID(), body: handoff });
  expect(status, JSON.stringify(body)).toBe(200);
  return { test, visitor, id: body.handoff };
}

const say = (visitor: TestVisitor, id: string, text: string, own: string = crypto.randomUUID()) =>
  visitor.ask('POST', `/v1/handoffs/${id}/messages`, { key: own, body: { id: own, text, locale: 'de' } });

async function follow(test: TestRelay, visitor: TestVisitor, id: string, headers: Record<string, string> = {}): Promise<EventReader> {
  return new EventReader(await test.relay(requestOf('GET', `/v1/handoffs/${id}/events`, { session: visitor.session, headers })));
}

describe('a handoff', () => {
  it('is opened once for one key', async () => {
    const { visitor } = await opened();
    const send = (body: object) => visitor.ask('POST', '/v1/handoffs', { key: 'the-same-key', body });
    const [first, second] = await Promise.all([send(handoff), send(handoff)]);
    expect(second.body).toEqual(first.body);
    expect(first.body).toMatchObject({ status: 'waiting', last: 1, seen: { visitor: 0, person: 0 } });
    expect((await send({ ...handoff, problem: 'Another.' })).body.error.code).toBe('key-reused');
    expect((await visitor.ask('GET', '/v1/handoffs')).body.handoffs).toHaveLength(2);
  });

  it('numbers messages without gaps or doubles, however they arrive', async () => {
    const { test, visitor, id } = await opened();
    const texts = Array.from({ length: 15 }, (_, index) => `Nachricht ${index}`);
    // Each is sent three times at once, as a device would that gets no answer.
    const replies = await Promise.all(texts.flatMap((text, index) => [0, 1, 2].map(() => say(visitor, id, text, `message-${index}`))));
    expect(replies.every(({ status }) => status === 200)).toBe(true);
    const events = await test.storage.handoffs.events(id, 0, 100);
    expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: 16 }, (_, index) => index + 1));
    expect(new Set(events.flatMap((event) => (event.kind === 'message' ? [event.text] : [])))).toEqual(new Set(texts));
    expect((await say(visitor, id, 'Something else', 'message-3')).body.error.code).toBe('key-reused');
  });

  it('is streamed from the start, and what happens comes as it happens', async () => {
    const { test, visitor, id } = await opened();
    await say(visitor, id, 'Hallo?');
    const reader = await follow(test, visitor, id);
    expect((await reader.next())?.event).toBe('state');
    expect(await reader.next()).toMatchObject({ event: 'status', id: '1', data: { status: 'waiting' } });
    expect((await reader.nextOf('message'))?.data.text).toBe('Hallo?');
    await say(visitor, id, 'Noch da?');
    expect(await reader.nextOf('message')).toMatchObject({ id: '3', data: { from: 'visitor', text: 'Noch da?', locale: 'de' } });
    await visitor.ask('POST', `/v1/handoffs/${id}/typing`, { body: {} });
    expect((await reader.nextOf('typing'))?.data).toEqual({ kind: 'typing', from: 'visitor' });
    await reader.close();
  });

  it('resumes behind the last event that was seen, also where another instance took what came since', async () => {
    const { test, visitor, id } = await opened();
    const reader = await follow(test, visitor, id);
    await reader.nextOf('status');
    await reader.close();
    for (const text of ['eins', 'zwei', 'drei']) await say(visitor, id, text);
    const resumed = await follow(test, visitor, id, { 'last-event-id': '2' });
    expect((await resumed.nextOf('message'))?.data.text).toBe('zwei');
    expect((await resumed.nextOf('message'))?.data.text).toBe('drei');
    await resumed.close();
  });

  it('can be polled where streams do not get through', async () => {
    const { visitor, id } = await opened();
    const poll = (query: string) => visitor.ask('GET', `/v1/handoffs/${id}/events?${query}`, { headers: { accept: 'application/json' } });
    expect((await poll('after=0')).body).toMatchObject({ state: { status: 'waiting' }, events: [{ seq: 1 }] });
    expect((await poll('after=1')).body.events).toEqual([]);
    const waiting = poll('after=1&wait=20');
    await say(visitor, id, 'Jetzt.');
    expect((await waiting).body.events).toMatchObject([{ seq: 2, text: 'Jetzt.' }]);
    expect((await poll('after=nonsense')).status).toBe(400);
  });

  it('takes no more once it is over, but a repeated message is still confirmed', async () => {
    const { visitor, id } = await opened();
    const first = await say(visitor, id, 'Danke', 'message-1');
    expect((await visitor.ask('POST', `/v1/handoffs/${id}/leave`, { body: {} })).body).toMatchObject({ status: 'closed', ending: 'left' });
    expect((await say(visitor, id, 'Danke', 'message-1')).body).toEqual(first.body);
    expect((await say(visitor, id, 'Doch noch etwas')).body.error.code).toBe('closed');
  });

  it('is nobody else’s: another visitor, or one of another site, finds nothing', async () => {
    const { test, id } = await opened();
    const stranger = await test.visitor();
    for (const [method, path, body] of [
      ['GET', '', undefined],
      ['GET', '/events', undefined],
      ['POST', '/typing', {}],
      ['POST', '/seen', { seq: 1 }],
      ['POST', '/leave', {}],
      ['POST', '/contact', { email: 'a@example.org' }],
      ['POST', '/messages', { id: 'abcdefgh', text: 'x' }],
    ] as const) {
      const reply = await stranger.ask(method, `/v1/handoffs/${id}${path}`, { body, key: 'abcdefgh' });
      expect([reply.status, reply.body.error?.code], path).toEqual([404, 'not-found']);
    }
  });

  it('passes what anybody typed as text, whatever it looks like', async () => {
    const { test, visitor, id } = await opened();
    const nasty = [
      '<img src=x onerror=alert(1)>',
      '"};alert(1);//',
      'a\nevent: status\ndata: {}\n\nid: 99',
      "'; drop table handoffs; --",
      'a\u2028\u202eb',
    ];
    const reader = await follow(test, visitor, id);
    for (const text of nasty) await say(visitor, id, text);
    for (const text of nasty) expect((await reader.nextOf('message'))?.data.text).toBe(text);
    await reader.close();
  });

  it('ends with the session', async () => {
    const { test, visitor, id } = await opened();
    test.pass(16 * 60_000);
    expect((await visitor.ask('GET', `/v1/handoffs/${id}`)).body.error.code).toBe('session-expired');
    const renewed = await test.ask('POST', '/v1/sessions', { body: { site: 'pk_shop', renewal: visitor.renewal } });
    expect(renewed.body.visitor).toBe(visitor.visitor);
    expect((await test.ask('GET', `/v1/handoffs/${id}`, { session: renewed.body.session })).status).toBe(200);
  });

  it('is exported with all that was said, and erased with it', async () => {
    const { test, visitor, id } = await opened();
    await say(visitor, id, 'Vergesst das.');
    const { body } = await visitor.ask('GET', '/v1/visitor');
    expect(body.handoffs).toMatchObject([{ handoff: { problem: handoff.problem }, events: [{ seq: 1 }, { text: 'Vergesst das.' }] }]);
    expect((await visitor.ask('DELETE', '/v1/visitor')).body).toEqual({ handoffs: 1, actions: 0 });
    expect((await visitor.ask('GET', '/v1/visitor')).body.handoffs).toEqual([]);
    expect(await test.storage.handoffs.events(id, 0, 10)).toEqual([]);
    const [entry] = await test.storage.audit.list(['shop'], 1);
    expect(entry).toMatchObject({ what: 'visitor.erased', subject: visitor.visitor });
  });
});

describe('outcomes', () => {
  it('are added once for each key, and only of days that just were', async () => {
    const test = await testRelay();
    const visitor = await test.visitor();
    const day = new Date(test.now()).toISOString().slice(0, 10);
    const one = { day, locale: 'en', ending: 'confirmed', tier: 'pack', unit: 'return-how', count: 2 };
    const pay = { day, nudge: 'pay', arm: 'hold-out', exposed: 3, succeeded: 1, dismissed: 0 };
    const bulb = { day, guide: 'lamp', fix: 'bulb', worked: 1, failed: 0, held: 0, returned: 0 };
    const old = { day: '2020-01-01' };
    const body = { counts: [one, { ...one, ...old }], nudges: [pay, { ...pay, ...old }], fixes: [bulb, { ...bulb, ...old }] };
    const send = (key: string) => visitor.ask('POST', '/v1/outcomes', { key, body });
    for (const key of ['first-key', 'first-key', 'other-key']) expect((await send(key)).status).toBe(200);
    // The same device in another session.
    await (await test.visitor()).ask('POST', '/v1/outcomes', { key: 'other-key', body });
    expect(await test.storage.outcomes.list('shop', '2000-01-01', '2100-01-01')).toEqual([{ ...one, count: 4 }]);
    expect(await test.storage.outcomes.listNudges('shop', '2000-01-01', '2100-01-01')).toEqual([{ ...pay, exposed: 6, succeeded: 2 }]);
    expect(await test.storage.outcomes.listFixes('shop', '2000-01-01', '2100-01-01')).toEqual([{ ...bulb, worked: 2 }]);
  });
});

describe('office hours', () => {
  const hours: OfficeHours = {
    zone: 'Europe/Amsterdam',
    open: [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '20:00' }],
    closed: ['2026-12-25'],
  };
  it.each([
    ['2026-11-20T07:00:00Z', true, 'Friday, 8 in the morning there'],
    ['2026-11-20T06:59:00Z', false, 'a minute before'],
    ['2026-11-20T19:00:00Z', false, 'when it closes'],
    ['2026-11-21T12:00:00Z', false, 'on a Saturday'],
    ['2026-07-01T06:00:00Z', true, 'in summer, an hour earlier by UTC'],
    ['2026-12-25T12:00:00Z', false, 'on a holiday'],
  ])('at %s: %s, %s', (time, isOpen) => {
    expect(isOpenAt(hours, Date.parse(time))).toBe(isOpen);
  });

  it('says when somebody is there again', () => {
    expect(nextOpening(hours, Date.parse('2026-11-21T12:00:00Z'))).toBe(Date.parse('2026-11-23T07:00:00Z'));
    expect(nextOpening(hours, Date.parse('2026-12-24T22:00:00Z'))).toBe(Date.parse('2026-12-28T07:00:00Z'));
    expect(nextOpening({ zone: 'UTC', open: [] }, Date.now())).toBeUndefined();
  });

  it('are told to the visitor, with how many wait before', async () => {
    const test = await testRelay((site) => ({ ...site, hours, replyWithin: 30 }));
    const isOpen = isOpenAt(hours, test.now());
    const first = await (await test.visitor()).ask('POST', '/v1/handoffs', { key: 'first-one', body: handoff });
    expect(first.body.promise).toMatchObject({ isOpen, withinMinutes: 30, ahead: 0 });
    expect('opens' in first.body.promise).toBe(!isOpen);
    test.pass(1000);
    expect((await (await test.visitor()).ask('POST', '/v1/handoffs', { key: 'second-one', body: handoff })).body.promise.ahead).toBe(1);
    expect(
      (await (await test.visitor()).ask('POST', '/v1/handoffs', { key: 'urgent-one', body: { ...handoff, reason: 'risk' } })).body.promise
        .ahead,
    ).toBe(0);
  });
});

describe('priority', () => {
  it('adds up reason, mood and value, in its own currency', () => {
    const rules = {
      ...defaultPriority,
      value: [
        { from: { minor: 10_000, currency: 'EUR' }, points: 5 },
        { from: { minor: 50_000, currency: 'EUR' }, points: 12 },
      ],
    };
    expect(priorityOf({ ...handoff, reason: 'asked' }, rules)).toBe(10);
    expect(priorityOf({ ...handoff, reason: 'risk', mood: 'upset' }, rules)).toBe(65);
    expect(priorityOf({ ...handoff, reason: 'asked', value: { minor: 60_000, currency: 'EUR' } }, rules)).toBe(22);
    expect(priorityOf({ ...handoff, reason: 'asked', value: { minor: 60_000, currency: 'JPY' } }, rules)).toBe(10);
  });
});
