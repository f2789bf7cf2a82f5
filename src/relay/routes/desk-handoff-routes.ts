import * as v from 'valibot';
import {
  type Case,
  caseSchema,
  closeRequestSchema,
  deskMessageSchema,
  deskSignalSchema,
  draftListSchema,
  draftRequestSchema,
  draftSchema,
  type Queued,
  queueSchema,
} from '../../protocol/desk.ts';
import { acceptedSchema, doneSchema, handoffStateSchema, seenRequestSchema } from '../../protocol/relay.ts';
import { isoOf } from '../clock.ts';
import { announceAnswer } from '../connectors/send-deliveries.ts';
import { auditCase, type DeskCall, held, missing, notYours, visible } from '../desk/case-access.ts';
import { type DeskCaller, sitesOf } from '../desk/log-in.ts';
import { type HubMessage, handoffChannel, siteChannel } from '../events/hub.ts';
import { SseStream } from '../events/sse-stream.ts';
import { HandoffFollower } from '../handoffs/follow-handoff.ts';
import { stateOf } from '../handoffs/state-of.ts';
import { tellEvent } from '../handoffs/tell.ts';
import { allEvents } from '../handoffs/visitor-data.ts';
import { RelayError } from '../http/relay-error.ts';
import { type Call, deskRoute, type Route } from '../http/route.ts';
import type { RelayParts } from '../relay-parts.ts';
import { newId } from '../secrets.ts';
import type { Site } from '../site.ts';
import type { Change, HandoffRecord } from '../storage/handoffs.ts';
import { lastEventId, numberText } from './event-position.ts';

const nothing = v.strictObject({});
const done = { done: true } as const;
const path = '/desk/api/handoffs/{handoff}';

export const deskHandoffRoutes: readonly Route[] = [
  deskRoute({
    method: 'GET',
    path: '/desk/api/queue',
    summary: 'What waits and what is taken, by priority and wait; or the last closed ones.',
    query: { status: { schema: v.picklist(['open', 'closed']), description: '`closed` lists the last closed ones.' } },
    reply: queueSchema,
    async handle({ parts, caller, query }) {
      const statuses = query.get('status') === 'closed' ? (['closed'] as const) : (['waiting', 'taken'] as const);
      const sites = sitesOf(parts, caller.member).map(({ id }) => id);
      return { handoffs: (await parts.storage.handoffs.queue(sites, statuses, 200)).map(queuedOf) };
    },
  }),
  deskRoute({
    method: 'GET',
    path,
    summary: 'One case with all that was said; reading it stands in the audit trail.',
    reply: caseSchema,
    errors: ['not-found'],
    async handle(call) {
      const { record, site } = await visible(call);
      await auditCase(call, site, 'handoff.read', record);
      return caseOf(call.parts, record, site);
    },
  }),
  deskRoute({
    method: 'POST',
    path: `${path}/take`,
    summary: 'Takes a case; one member has it at a time.',
    body: nothing,
    reply: handoffStateSchema,
    errors: ['not-found', 'taken-already', 'closed'],
    async handle(call) {
      const { parts, caller } = call;
      const { record, site } = await visible(call);
      const { id, name } = caller.member;
      const changed = await parts.storage.handoffs.take(record.id, { id, name }, parts.clock());
      if (changed !== undefined) return tellChange(call, site, 'handoff.taken', changed);
      const now = (await parts.storage.handoffs.get(record.id)) ?? record;
      if (now.status === 'closed') throw new RelayError('closed', 'the case is closed');
      if (now.member?.id !== id) throw new RelayError('taken-already', `${now.member?.name ?? 'somebody'} has this case`);
      return stateOf(parts, site, now);
    },
  }),
  deskRoute({
    method: 'POST',
    path: `${path}/release`,
    summary: 'Puts a case back into the queue; leads and admins may take it from others.',
    body: nothing,
    reply: handoffStateSchema,
    errors: ['not-found', 'not-yours'],
    async handle(call) {
      const { parts, caller } = call;
      const { record, site } = await visible(call);
      const holder = caller.member.role === 'agent' ? caller.member.id : (record.member?.id ?? caller.member.id);
      const changed = await parts.storage.handoffs.release(record.id, holder, parts.clock());
      if (changed === undefined) throw notYours(record);
      return tellChange(call, site, 'handoff.released', changed);
    },
  }),
  deskRoute({
    method: 'POST',
    path: `${path}/messages`,
    summary: 'Writes to the visitor; the same key writes once.',
    body: deskMessageSchema,
    most: 64 * 1024,
    reply: acceptedSchema,
    isIdempotent: true,
    errors: ['not-found', 'not-yours', 'closed', 'key-reused'],
    async handle(call) {
      const { parts, caller, body, key } = call;
      if (body.id !== key) throw new RelayError('bad-request', '"id" differs from the Idempotency-Key');
      const { record, site } = await held(call);
      const appended = await parts.storage.handoffs.append(record.id, {
        from: 'person',
        id: body.id,
        text: body.text,
        person: caller.member.name,
        now: parts.clock(),
        ...(body.locale === undefined ? {} : { locale: body.locale }),
      });
      if (appended.state === 'missing') throw missing();
      if (appended.state === 'closed') throw new RelayError('closed', 'the case is closed');
      if (appended.state === 'other') throw new RelayError('key-reused', 'the key stands for another message');
      const { event, state } = appended;
      if (state === 'new') {
        parts.metrics.message('person');
        tellEvent(parts, record, event);
        await auditCase(call, site, 'handoff.answered', record);
        await announceAnswer(parts, site, record, event.seq);
      }
      return { seq: event.seq, at: event.at };
    },
  }),
  deskRoute({
    method: 'POST',
    path: `${path}/typing`,
    summary: 'Says that the member is typing.',
    body: nothing,
    reply: doneSchema,
    errors: ['not-found', 'not-yours'],
    async handle(call) {
      const { record } = await held(call);
      call.parts.hub.publish(handoffChannel(record.id), { kind: 'typing', from: 'person' });
      return done;
    },
  }),
  deskRoute({
    method: 'POST',
    path: `${path}/seen`,
    summary: 'Says up to which event the member has seen it all.',
    body: seenRequestSchema,
    reply: doneSchema,
    errors: ['not-found', 'not-yours'],
    async handle(call) {
      const { parts, body } = call;
      const { record } = await held(call);
      const seq = await parts.storage.handoffs.seen(record.id, 'person', body.seq);
      parts.hub.publish(handoffChannel(record.id), { kind: 'seen', from: 'person', seq });
      return done;
    },
  }),
  deskRoute({
    method: 'POST',
    path: `${path}/close`,
    summary: 'Closes a case, solved or not, with the reason.',
    body: closeRequestSchema,
    reply: handoffStateSchema,
    errors: ['not-found', 'not-yours', 'closed'],
    async handle(call) {
      const { parts, body } = call;
      const { record, site } = await held(call);
      const changed = await parts.storage.handoffs.close(record.id, body.ending, body.reason, parts.clock());
      if (changed === undefined) throw new RelayError('closed', 'the case is closed');
      return tellChange(call, site, `handoff.${body.ending}`, changed);
    },
  }),
  deskRoute({
    method: 'POST',
    path: `${path}/draft`,
    summary: 'Drafts a unit out of a case, for an author to review.',
    body: draftRequestSchema,
    most: 64 * 1024,
    reply: draftSchema,
    errors: ['not-found'],
    async handle(call) {
      const { parts, caller, body } = call;
      const { record, site } = await visible(call);
      const draft = { id: newId('d'), site: site.id, handoff: record.id, by: caller.member.name, at: parts.now(), ...body };
      await parts.storage.desk.addDraft(draft);
      await auditCase(call, site, 'handoff.drafted', record);
      return draft;
    },
  }),
  deskRoute({
    method: 'GET',
    path: '/desk/api/drafts',
    summary: 'Drafted units, newest first.',
    reply: draftListSchema,
    handle: async ({ parts, caller }) => ({ drafts: await parts.storage.desk.drafts(sitesOf(parts, caller.member).map(({ id }) => id)) }),
  }),
  deskRoute({
    method: 'GET',
    path: '/desk/api/events',
    summary: 'Streams changes of the queue and, where one is named, all that happens in a case; and keeps the member present.',
    query: {
      handoff: { schema: v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/, 'must be the id of a case')), description: 'The case to follow.' },
      after: { schema: numberText, description: 'Number of the case’s last event that is known; before Last-Event-ID.' },
    },
    reply: { media: 'text/event-stream', schema: deskSignalSchema },
    errors: ['not-found'],
    handle: streamDesk,
  }),
];

async function streamDesk(call: Call<unknown, DeskCaller>): Promise<Response> {
  const { parts, caller, request, query, address } = call;
  const { member, session } = caller;
  const handoff = query.get('handoff');
  const followed = handoff === null ? undefined : await visible({ ...call, params: { handoff } });
  const release = parts.streams.take(`member:${member.id}`, address);
  const stream = new SseStream(parts, {
    side: 'desk',
    until: session.expires,
    signal: request.signal,
    onBeat: () => parts.defer('a sign of presence', () => parts.storage.desk.touchSession(session.hash, parts.clock())),
  });
  stream.onEnd(release);
  const tell = (site: string) => stream.send('queue', { kind: 'queue', site });
  for (const { id } of sitesOf(parts, member)) {
    stream.onEnd(
      parts.hub.subscribe(siteChannel(id), (message: HubMessage) => (message.kind === 'queue' || message.kind === 'gap') && tell(id)),
    );
    tell(id);
  }
  if (followed !== undefined) {
    const after = Number(query.get('after') ?? lastEventId(request.headers));
    new HandoffFollower(parts, followed.site, followed.record.id, after, stream).start();
  }
  return stream.response({});
}

async function tellChange(call: DeskCall, site: Site, what: string, { record, event }: Change) {
  tellEvent(call.parts, record, event);
  await auditCase(call, site, what, record);
  return stateOf(call.parts, site, record);
}

async function caseOf(parts: RelayParts, record: HandoffRecord, site: Site): Promise<Case> {
  const earlier = await parts.storage.handoffs.ofVisitor(record.site, record.visitor);
  return {
    queued: queuedOf(record),
    handoff: record.handoff,
    state: await stateOf(parts, site, record),
    events: await allEvents(parts, record.id),
    visitor: record.visitor,
    earlier: earlier
      .filter(({ id }) => id !== record.id)
      .map(({ id, opened, handoff }) => ({ handoff: id, opened: isoOf(opened), summary: handoff.summary.desk })),
  };
}

function queuedOf(record: HandoffRecord): Queued {
  const { id, site, status, reason, priority, opened, waitingSince, member, last, seenByPerson, handoff } = record;
  return {
    handoff: id,
    site,
    status,
    reason,
    priority,
    mood: handoff.mood,
    locale: handoff.locale,
    summary: handoff.summary.desk,
    ...(handoff.product === undefined ? {} : { product: handoff.product }),
    page: handoff.page.title,
    opened: isoOf(opened),
    waitingSince: isoOf(waitingSince),
    ...(member === null ? {} : { person: member }),
    unseen: last - seenByPerson,
  };
}
