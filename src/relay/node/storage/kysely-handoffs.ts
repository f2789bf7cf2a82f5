import { type Kysely, type Selectable, sql, type Transaction, type Updateable } from 'kysely';
import type { Handoff, HandoffEvent, HandoffReason, HandoffStatus } from '../../../protocol/relay.ts';
import { isoOf } from '../../clock.ts';
import type {
  Appended,
  Change,
  HandoffEnding,
  HandoffRecord,
  Handoffs,
  NewAction,
  NewHandoff,
  NewMessage,
  WorkedCase,
} from '../../storage/handoffs.ts';
import type { Tables } from './tables.ts';

type Row = Selectable<Tables['handoffs']>;
type Status = Extract<HandoffEvent, { kind: 'status' }>;

/** Thrown to undo a transaction; it never leaves this file. */
class Undone {
  constructor(readonly appended: Appended | undefined) {}
}

export class KyselyHandoffs implements Handoffs {
  constructor(private readonly db: Kysely<Tables>) {}

  async open({ id, site, visitor, key, hash, priority, now, handoff, customer }: NewHandoff) {
    const first: Row = {
      id,
      site,
      visitor,
      key,
      hash,
      status: 'waiting',
      ending: null,
      ending_reason: null,
      reason: handoff.reason,
      priority,
      opened: now,
      waiting_since: now,
      waits: 1,
      member: null,
      member_name: null,
      last: 1,
      seen_visitor: 0,
      seen_person: 0,
      handoff: JSON.stringify(handoff),
      customer,
      answered: null,
      ended: null,
    };
    const isNew = await this.db.transaction().execute(async (work) => {
      const inserted = await work
        .insertInto('handoffs')
        .values(first)
        .onConflict((conflict) => conflict.columns(['site', 'visitor', 'key']).doNothing())
        .returning('id')
        .executeTakeFirst();
      if (inserted === undefined) return false;
      const event: Status = { kind: 'status', seq: 1, at: isoOf(now), status: 'waiting' };
      await work
        .insertInto('events')
        .values(eventRow(id, event, 'relay', 'opened', now))
        .execute();
      return true;
    });
    if (isNew) return { record: recordOf(first), isNew };
    const known = await this.db
      .selectFrom('handoffs')
      .selectAll()
      .where('site', '=', site)
      .where('visitor', '=', visitor)
      .where('key', '=', key)
      .executeTakeFirst();
    return known?.hash === hash ? { record: recordOf(known), isNew } : undefined;
  }

  async get(id: string): Promise<HandoffRecord | undefined> {
    const row = await this.db.selectFrom('handoffs').selectAll().where('id', '=', id).executeTakeFirst();
    return row && recordOf(row);
  }

  async ofVisitor(site: string, visitor: string): Promise<HandoffRecord[]> {
    const rows = await this.db
      .selectFrom('handoffs')
      .selectAll()
      .where('site', '=', site)
      .where('visitor', '=', visitor)
      .orderBy('opened', 'desc')
      .limit(100)
      .execute();
    return rows.map(recordOf);
  }

  async events(id: string, after: number, limit: number): Promise<HandoffEvent[]> {
    const rows = await this.db
      .selectFrom('events')
      .select('event')
      .where('handoff', '=', id)
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(limit)
      .execute();
    return rows.map(({ event }) => JSON.parse(event) as HandoffEvent);
  }

  async append(id: string, { from, id: ownId, text, locale, person, now }: NewMessage): Promise<Appended> {
    return this.add(
      id,
      { from, id: ownId, now },
      (seq) => ({
        kind: 'message',
        seq,
        at: isoOf(now),
        from,
        id: ownId,
        text,
        ...(locale === undefined ? {} : { locale }),
        ...(person === undefined ? {} : { person: { name: person } }),
      }),
      (known) => known.kind === 'message' && known.text === text,
    );
  }

  async noteAction(id: string, { id: ownId, action, title, number, person, now }: NewAction): Promise<Appended> {
    return this.add(
      id,
      { from: 'person', id: ownId, now },
      (seq) => ({ kind: 'action', seq, at: isoOf(now), action, title, ...(number && { number }), person: { name: person } }),
      (known) => known.kind === 'action' && known.action === action,
    );
  }

  private async add(
    id: string,
    said: Pick<NewMessage, 'from' | 'id' | 'now'>,
    eventAt: (seq: number) => HandoffEvent,
    isSame: (known: HandoffEvent) => boolean,
  ): Promise<Appended> {
    const appended = await this.undoable((work) => this.addNow(work, id, said, eventAt));
    if (appended !== undefined) return appended;
    // Its id is taken: it has arrived before, or stands for something else.
    const known = await this.db
      .selectFrom('events')
      .select('event')
      .where('handoff', '=', id)
      .where('author', '=', said.from)
      .where('own_id', '=', said.id)
      .executeTakeFirstOrThrow();
    const event = JSON.parse(known.event) as HandoffEvent;
    return isSame(event) ? { state: 'known', event } : { state: 'other' };
  }

  private async addNow(
    work: Transaction<Tables>,
    id: string,
    { from, id: ownId, now }: Pick<NewMessage, 'from' | 'id' | 'now'>,
    eventAt: (seq: number) => HandoffEvent,
  ): Promise<Appended> {
    // The row is locked from here on, so that numbers are given one after another.
    const row = await work
      .updateTable('handoffs')
      .set(({ eb }) => ({
        last: eb('last', '+', 1),
        ...(from === 'person'
          ? { waits: 0, seen_person: eb('last', '+', 1), answered: sql<number>`coalesce(answered, ${now})` }
          : {
              waits: 1,
              seen_visitor: eb('last', '+', 1),
              waiting_since: sql<number>`case when waits = 1 then waiting_since else ${now} end`,
            }),
      }))
      .where('id', '=', id)
      .returning(['last', 'status'])
      .executeTakeFirst();
    if (row === undefined) return { state: 'missing' };
    const event = eventAt(row.last);
    const inserted = await work
      .insertInto('events')
      .values(eventRow(id, event, from, ownId, now))
      .onConflict((conflict) => conflict.columns(['handoff', 'author', 'own_id']).doNothing())
      .returning('seq')
      .executeTakeFirst();
    if (inserted === undefined) throw new Undone(undefined);
    if (row.status === 'closed') throw new Undone({ state: 'closed' });
    return { state: 'new', event };
  }

  async take(id: string, member: { id: string; name: string }, now: number): Promise<Change | undefined> {
    const status = { status: 'taken', person: { name: member.name } } as const;
    return this.change(
      id,
      { status: 'taken', member: member.id, member_name: member.name },
      status,
      now,
      ({ status }) => status === 'waiting',
    );
  }

  async release(id: string, member: string, now: number): Promise<Change | undefined> {
    const set = { status: 'waiting', member: null, member_name: null, waiting_since: now } as const;
    return this.change(id, set, { status: 'waiting' }, now, (row) => row.status === 'taken' && row.member === member);
  }

  async close(id: string, ending: HandoffEnding, reason: string, now: number): Promise<Change | undefined> {
    const set = { status: 'closed', ending, ending_reason: reason, waits: 0, ended: now } as const;
    return this.change(id, set, { status: 'closed', ending }, now, ({ status }) => status !== 'closed');
  }

  /** Changes a handoff where `may` still says so, and numbers the event of it, both or neither. */
  private async change(
    id: string,
    set: Updateable<Tables['handoffs']>,
    status: Pick<Status, 'status' | 'person' | 'ending'>,
    now: number,
    may: (row: Row) => boolean,
  ): Promise<Change | undefined> {
    return this.undoable(async (work) => {
      const before = await work
        .updateTable('handoffs')
        .set(({ eb }) => ({ last: eb('last', '+', 1) }))
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirst();
      if (before === undefined || !may(before)) throw new Undone(undefined);
      const row = await work.updateTable('handoffs').set(set).where('id', '=', id).returningAll().executeTakeFirstOrThrow();
      const event: Status = { kind: 'status', seq: row.last, at: isoOf(now), ...status };
      await work
        .insertInto('events')
        .values(eventRow(id, event, 'relay', String(row.last), now))
        .execute();
      return { record: recordOf(row), event };
    });
  }

  private async undoable<T>(work: (work: Transaction<Tables>) => Promise<T>): Promise<T | undefined> {
    try {
      return await this.db.transaction().execute(work);
    } catch (thrown) {
      if (thrown instanceof Undone) return thrown.appended as T | undefined;
      throw thrown;
    }
  }

  async seen(id: string, side: 'visitor' | 'person', seq: number): Promise<number> {
    const column = side === 'visitor' ? 'seen_visitor' : 'seen_person';
    await this.db
      .updateTable('handoffs')
      .set({ [column]: seq })
      .where('id', '=', id)
      .where(column, '<', seq)
      .where('last', '>=', seq)
      .execute();
    const row = await this.db.selectFrom('handoffs').select(column).where('id', '=', id).executeTakeFirst();
    return row === undefined ? 0 : Number(Object.values(row)[0]);
  }

  async setContact(id: string, contact: Handoff['contact']): Promise<void> {
    await this.db.transaction().execute(async (work) => {
      const row = await work
        .updateTable('handoffs')
        .set(({ ref }) => ({ last: ref('last') }))
        .where('id', '=', id)
        .returning('handoff')
        .executeTakeFirst();
      if (row === undefined) return;
      const handoff = JSON.stringify({ ...(JSON.parse(row.handoff) as Handoff), contact });
      await work.updateTable('handoffs').set({ handoff }).where('id', '=', id).execute();
    });
  }

  async queue(sites: readonly string[], statuses: readonly HandoffStatus[], limit: number): Promise<HandoffRecord[]> {
    if (sites.length === 0) return [];
    const query = this.db.selectFrom('handoffs').selectAll().where('site', 'in', sites).where('status', 'in', statuses).limit(limit);
    const ordered = statuses.includes('closed')
      ? query.orderBy('opened', 'desc')
      : query.orderBy('priority', 'desc').orderBy('waiting_since');
    return (await ordered.execute()).map(recordOf);
  }

  async workedSince(sites: readonly string[], time: number, limit: number): Promise<WorkedCase[]> {
    if (sites.length === 0) return [];
    const rows = await this.db
      .selectFrom('handoffs')
      .selectAll()
      .where('site', 'in', sites)
      .where('opened', '>=', time)
      .orderBy('opened', 'desc')
      .limit(limit)
      .execute();
    return rows.map(({ id, reason, opened, answered, ended, ending, ending_reason: endingReason, handoff }) => ({
      id,
      reason: reason as HandoffReason,
      opened,
      answered,
      ended,
      ending,
      endingReason,
      summary: (JSON.parse(handoff) as Handoff).summary.desk,
    }));
  }

  async ahead({ id, site, priority, waitingSince, status }: HandoffRecord): Promise<number> {
    if (status !== 'waiting') return 0;
    const { count } = await this.db
      .selectFrom('handoffs')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('site', '=', site)
      .where('status', '=', 'waiting')
      .where('id', '!=', id)
      .where(({ eb, or, and }) =>
        or([eb('priority', '>', priority), and([eb('priority', '=', priority), eb('waiting_since', '<', waitingSince)])]),
      )
      .executeTakeFirstOrThrow();
    return Number(count);
  }

  async abandonedSince(time: number): Promise<HandoffRecord[]> {
    const rows = await this.db
      .selectFrom('handoffs')
      .selectAll()
      .where('status', '=', 'taken')
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('desk_sessions')
              .select('hash')
              .whereRef('desk_sessions.member', '=', 'handoffs.member')
              .where('desk_sessions.seen', '>=', time),
          ),
        ),
      )
      .limit(200)
      .execute();
    return rows.map(recordOf);
  }

  async eraseVisitor(site: string, visitor: string): Promise<number> {
    const { numDeletedRows } = await this.db
      .deleteFrom('handoffs')
      .where('site', '=', site)
      .where('visitor', '=', visitor)
      .executeTakeFirst();
    return Number(numDeletedRows);
  }

  async eraseBefore(site: string, time: number): Promise<number> {
    const { numDeletedRows } = await this.db
      .deleteFrom('handoffs')
      .where('site', '=', site)
      .where('opened', '<', time)
      .where('status', '!=', 'taken')
      .executeTakeFirst();
    return Number(numDeletedRows);
  }
}

function eventRow(handoff: string, event: HandoffEvent, author: Tables['events']['author'], ownId: string, at: number): Tables['events'] {
  return { handoff, seq: event.seq, author, own_id: ownId, at, event: JSON.stringify(event) };
}

function recordOf(row: Row): HandoffRecord {
  const { id, site, visitor, status, ending, reason, priority, opened, member, member_name: name, last } = row;
  return {
    id,
    site,
    visitor,
    status,
    ending,
    reason: reason as HandoffReason,
    priority,
    opened,
    waitingSince: row.waiting_since,
    member: member === null ? null : { id: member, name: name ?? '' },
    last,
    seenByVisitor: row.seen_visitor,
    seenByPerson: row.seen_person,
    handoff: JSON.parse(row.handoff) as Handoff,
    customer: row.customer,
  };
}
