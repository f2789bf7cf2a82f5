import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HandoffEvent } from '../../../protocol/relay.ts';
import { handoff } from '../../handoffs/handoff.fixture.ts';
import { newId } from '../../secrets.ts';
import { hasPostgres, startPostgres, type TestPostgres } from '../postgres.fixture.ts';
import { KyselyStorage } from './kysely-storage.ts';

const open = async (storage: KyselyStorage, site = 'shop', visitor = newId('v'), now = Date.now()) => {
  const opened = await storage.handoffs.open({
    id: newId('h'),
    site,
    visitor,
    key: newId('k'),
    hash: 'h',
    priority: 1,
    now,
    handoff,
    customer: null,
  });
  if (opened === undefined) throw new Error('not opened');
  return opened.record;
};

describe.each([
  { name: 'SQLite', isHere: true },
  { name: 'PostgreSQL', isHere: hasPostgres },
])('the storage in $name', ({ name, isHere }) => {
  const test = it.runIf(isHere);
  let postgres: TestPostgres | undefined;
  /** Two instances of the relay over one database; SQLite has one. */
  let storage: KyselyStorage;
  let other: KyselyStorage;

  beforeAll(async () => {
    if (!isHere) return;
    postgres = name === 'PostgreSQL' ? await startPostgres() : undefined;
    storage = await KyselyStorage.open(postgres?.url ?? ':memory:');
    other = postgres === undefined ? storage : await KyselyStorage.open(postgres.url);
  }, 60_000);
  afterAll(async () => {
    await storage?.close();
    if (other !== storage) await other?.close();
    await postgres?.stop();
  });

  test('numbers events one after another, from both instances at once', async () => {
    const { id } = await open(storage);
    const texts = Array.from({ length: 40 }, (_, index) => `text ${index}`);
    await Promise.all(
      texts.flatMap((text, index) => [
        storage.handoffs.append(id, { from: 'visitor', id: `own-${index}`, text, now: Date.now() }),
        other.handoffs.append(id, { from: 'visitor', id: `own-${index}`, text, now: Date.now() }),
      ]),
    );
    const events = await other.handoffs.events(id, 0, 200);
    expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: 41 }, (_, index) => index + 1));
    expect(events.flatMap((event: HandoffEvent) => (event.kind === 'message' ? [event.text] : [])).sort()).toEqual([...texts].sort());
    expect(await storage.handoffs.get(id)).toMatchObject({ last: 41, seenByVisitor: 41 });
  });

  test('gives a case to one of ten who want it', async () => {
    const { id } = await open(storage);
    const takes = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        (index % 2 === 0 ? storage : other).handoffs.take(id, { id: `m${index}`, name: 'x' }, Date.now()),
      ),
    );
    expect(takes.filter((taken) => taken !== undefined)).toHaveLength(1);
    expect((await storage.handoffs.get(id))?.last).toBe(2);
  });

  test('opens one handoff for one key', async () => {
    const one = { site: 'shop', visitor: newId('v'), key: 'the-key', hash: 'h', priority: 1, now: Date.now(), handoff, customer: null };
    const opened = await Promise.all(
      Array.from({ length: 6 }, (_, index) => (index % 2 ? storage : other).handoffs.open({ ...one, id: newId('h') })),
    );
    expect(new Set(opened.map((each) => each?.record.id)).size).toBe(1);
    expect(opened.filter((each) => each?.isNew)).toHaveLength(1);
    expect(await storage.handoffs.open({ ...one, id: newId('h'), hash: 'other' })).toBeUndefined();
  });

  test('lets as many through as a bucket has tokens', async () => {
    const now = Date.now();
    const key = newId('bucket');
    const waits = await Promise.all(
      Array.from({ length: 12 }, (_, index) => (index % 2 ? storage : other).limits.take(key, { burst: 5, perSecond: 1 }, now)),
    );
    expect(waits.filter((wait) => wait === 0)).toHaveLength(5);
    expect(await storage.limits.take(key, { burst: 5, perSecond: 1 }, now + 2000)).toBe(0);
  });

  test('runs under one lock one at a time', async () => {
    let inside = 0;
    let most = 0;
    const work = async () => {
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((resolve) => setTimeout(resolve, 5));
      inside -= 1;
      return true;
    };
    const key = newId('lock');
    const results = await Promise.all(
      Array.from({ length: 8 }, (_, index) => (index % 2 ? storage : other).locks.withLock(key, 10_000, work)),
    );
    expect([results.every(Boolean), most]).toEqual([true, 1]);
  });

  test('begins an action once, and takes one up that died with its instance', async () => {
    const key = { site: 'shop', visitor: newId('v'), id: 'action-1' };
    const start = { action: 'give-credit', hash: 'h', customer: 'c', now: Date.now() };
    const states = await Promise.all(Array.from({ length: 6 }, (_, index) => (index % 2 ? storage : other).actions.begin(key, start)));
    expect(states.filter(({ state }) => state === 'new')).toHaveLength(1);
    expect((await storage.actions.begin(key, { ...start, now: start.now + 61_000 })).state).toBe('new');
    await storage.actions.finish(key, { kind: 'done', data: { n: 1 } }, start.now);
    expect(await other.actions.begin(key, start)).toEqual({ state: 'done', result: { kind: 'done', data: { n: 1 } } });
    expect(await storage.actions.timesOf('shop', 'c', 'give-credit')).toEqual([new Date(start.now).toISOString()]);
  });

  test('deletes what is too old, and nothing else', async () => {
    const long = Date.now() - 200 * 86_400_000;
    const old = await open(storage, 'aged', newId('v'), long);
    const young = await open(storage, 'aged');
    await storage.handoffs.append(old.id, { from: 'visitor', id: 'own-1', text: 'old', now: long });
    expect(await storage.handoffs.eraseBefore('aged', Date.now() - 180 * 86_400_000)).toBe(1);
    expect(await storage.handoffs.get(old.id)).toBeUndefined();
    expect(await storage.handoffs.events(old.id, 0, 10)).toEqual([]);
    expect(await storage.handoffs.get(young.id)).toBeDefined();
  });

  test('keeps the audit trail from being changed or shortened', async () => {
    const entry = { at: Date.now(), site: 'trail', actor: 'relay', what: 'decision', subject: 'x', data: { rule: 'r' } };
    await storage.audit.append({ ...entry, keepUntil: Date.now() + 60_000 });
    await storage.audit.append({ ...entry, keepUntil: Date.now() - 60_000 });
    const { db } = storage.database;
    await expect(db.updateTable('audit').set({ what: 'nothing' }).execute()).rejects.toThrow('not changed');
    await expect(db.deleteFrom('audit').where('site', '=', 'trail').execute()).rejects.toThrow('is kept');
    expect(await storage.audit.eraseExpired(Date.now())).toBe(1);
    expect(await storage.audit.list(['trail'], 10)).toMatchObject([{ data: { rule: 'r' } }]);
  });

  test('takes quotes, nulls and other scripts for what they are', async () => {
    const nasty = ["'; drop table handoffs; --", '"', '\\', '%_', '𝔘𝔫𝔦 🎧 العربية', '$1', '\n\r\t'];
    const { id } = await open(storage);
    for (const [index, text] of nasty.entries()) {
      await storage.handoffs.append(id, { from: 'visitor', id: `nasty-${index}`, text, now: Date.now() });
    }
    const events = await other.handoffs.events(id, 1, 50);
    expect(events.map((event) => event.kind === 'message' && event.text)).toEqual(nasty);
  });

  test('adds outcomes up', async () => {
    const count = { day: '2026-11-21', locale: 'en', ending: 'confirmed', tier: 'pack', unit: 'u', count: 2 } as const;
    const nudge = { day: '2026-11-21', nudge: 'pay', arm: 'a', exposed: 3, succeeded: 1, dismissed: 0 };
    const fix = { day: '2026-11-21', guide: 'lamp', fix: 'bulb', worked: 1, failed: 0, held: 0, returned: 2 };
    await Promise.all([
      storage.outcomes.add('sums', 'k1', { counts: [count, count], nudges: [nudge], fixes: [fix] }, 1),
      other.outcomes.add('sums', 'k2', { counts: [count], nudges: [nudge], fixes: [fix] }, 1),
      other.outcomes.add('sums', 'k1', { counts: [count], nudges: [nudge], fixes: [fix] }, 1),
    ]);
    const [sum] = await storage.outcomes.list('sums', '2026-01-01', '2026-12-31');
    expect([4, 6]).toContain(sum?.count);
    expect(await storage.outcomes.listNudges('sums', '2026-01-01', '2026-12-31')).toEqual([
      { ...nudge, exposed: 6, succeeded: 2, dismissed: 0 },
    ]);
    expect(await storage.outcomes.listFixes('sums', '2026-01-01', '2026-12-31')).toEqual([{ ...fix, worked: 2, returned: 4 }]);
  });

  it.runIf(isHere && name === 'PostgreSQL')('comes back by itself after the database was restarted', async () => {
    const { id } = await open(storage);
    await postgres?.restart();
    await expect
      .poll(() => storage.handoffs.get(id).catch((thrown: unknown) => (storage.isUnreachable(thrown) ? 'down' : String(thrown))), {
        timeout: 15_000,
      })
      .toMatchObject({ id });
  });
});
