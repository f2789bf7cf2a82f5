import * as v from 'valibot';
import {
  acceptedSchema,
  contactRequestSchema,
  doneSchema,
  type HandoffEvent,
  handoffEventSchema,
  handoffListSchema,
  handoffSchema,
  handoffStateSchema,
  messageRequestSchema,
  seenRequestSchema,
} from '../../protocol/relay.ts';
import { announceCase, sendDeliveries } from '../connectors/send-deliveries.ts';
import { type Hub, handoffChannel } from '../events/hub.ts';
import { SseStream } from '../events/sse-stream.ts';
import { HandoffFollower } from '../handoffs/follow-handoff.ts';
import { priorityOf } from '../handoffs/priority.ts';
import { stateOf } from '../handoffs/state-of.ts';
import { tellEvent } from '../handoffs/tell.ts';
import { RelayError } from '../http/relay-error.ts';
import { corsHeaders } from '../http/responses.ts';
import { type Call, type Caller, type Route, visitorRoute } from '../http/route.ts';
import { newId, sha256 } from '../secrets.ts';
import type { HandoffRecord } from '../storage/handoffs.ts';
import { lastEventId, numberText } from './event-position.ts';

const done = { done: true } as const;
const nothing = v.object({});
/** In seconds. */
const longestPoll = 25;

export const handoffRoutes: readonly Route[] = [
  visitorRoute({
    method: 'POST',
    path: '/v1/handoffs',
    summary: 'Asks for a person, with everything that one needs.',
    body: handoffSchema,
    most: 256 * 1024,
    reply: handoffStateSchema,
    isIdempotent: true,
    errors: ['key-reused'],
    async handle({ parts, caller, body, key }) {
      const { of: site, visitor } = caller;
      const opened = await parts.storage.handoffs.open({
        id: newId('h'),
        site: site.id,
        visitor,
        key,
        hash: await sha256(JSON.stringify(body)),
        priority: priorityOf(body, site.priority),
        now: parts.clock(),
        handoff: body,
        customer: caller.customer ?? (await parts.storage.verifications.customerOf(site.id, visitor, parts.clock())) ?? null,
      });
      if (opened === undefined) throw new RelayError('key-reused', 'the key stands for another handoff');
      const { record, isNew } = opened;
      // Also where it was opened before: whoever died in between may not have come so far.
      await announceCase(parts, site, record);
      if (isNew) {
        parts.metrics.handoff(body.reason);
        if (site.connectors !== undefined) parts.defer('sending a case', () => sendDeliveries(parts));
        tellEvent(parts, record, { kind: 'status', seq: 1, at: parts.now(), status: 'waiting' });
      }
      return stateOf(parts, site, record);
    },
  }),
  visitorRoute({
    method: 'GET',
    path: '/v1/handoffs',
    summary: 'The visitor’s handoffs, newest first.',
    reply: handoffListSchema,
    async handle({ parts, caller: { of: site, visitor } }) {
      const records = await parts.storage.handoffs.ofVisitor(site.id, visitor);
      return { handoffs: await Promise.all(records.map((record) => stateOf(parts, site, record))) };
    },
  }),
  visitorRoute({
    method: 'GET',
    path: '/v1/handoffs/{handoff}',
    summary: 'How one handoff stands.',
    reply: handoffStateSchema,
    errors: ['not-found'],
    handle: async (call) => stateOf(call.parts, call.caller.of, await ownHandoff(call)),
  }),
  visitorRoute({
    method: 'POST',
    path: '/v1/handoffs/{handoff}/messages',
    summary: 'Adds a message; the same key adds it once.',
    body: messageRequestSchema,
    reply: acceptedSchema,
    isIdempotent: true,
    errors: ['not-found', 'key-reused', 'closed'],
    async handle(call) {
      const { parts, body, key } = call;
      if (body.id !== key) throw new RelayError('bad-request', '"id" differs from the Idempotency-Key');
      const record = await ownHandoff(call);
      const message = {
        from: 'visitor',
        id: body.id,
        text: body.text,
        now: parts.clock(),
        ...(body.locale && { locale: body.locale }),
      } as const;
      const appended = await parts.storage.handoffs.append(record.id, message);
      if (appended.state === 'missing') throw missing();
      if (appended.state === 'other') throw new RelayError('key-reused', 'the key stands for another message');
      if (appended.state === 'closed') throw new RelayError('closed', 'the handoff is closed');
      if (appended.state === 'new') {
        parts.metrics.message('visitor');
        tellEvent(parts, record, appended.event);
      }
      return { seq: appended.event.seq, at: appended.event.at };
    },
  }),
  visitorRoute({
    method: 'GET',
    path: '/v1/handoffs/{handoff}/events',
    summary: 'Streams what happens, from Last-Event-ID on; with Accept: application/json it waits for it once.',
    reply: { media: 'text/event-stream', schema: handoffEventSchema },
    query: {
      after: { schema: numberText, description: 'Number of the last event that is known; before Last-Event-ID.' },
      wait: { schema: numberText, description: `With Accept: application/json, seconds to wait for something; ${longestPoll} at most.` },
    },
    errors: ['not-found'],
    async handle(call) {
      const { parts, request, query, caller, address } = call;
      const record = await ownHandoff(call);
      const after = Number(query.get('after') ?? lastEventId(request.headers));
      const accept = request.headers.get('accept') ?? '';
      if (/application\/json/i.test(accept) && !/text\/event-stream/i.test(accept)) return poll(call, record, after);
      const release = parts.streams.take(caller.visitor, address);
      const stream = new SseStream(parts, { side: 'visitor', until: caller.expires, signal: request.signal });
      stream.onEnd(release);
      new HandoffFollower(parts, caller.of, record.id, after, stream).start();
      return stream.response(corsHeaders(parts, request));
    },
  }),
  visitorRoute({
    method: 'POST',
    path: '/v1/handoffs/{handoff}/typing',
    summary: 'Says that the visitor is typing.',
    body: nothing,
    reply: doneSchema,
    errors: ['not-found'],
    async handle(call) {
      const { id } = await ownHandoff(call);
      call.parts.hub.publish(handoffChannel(id), { kind: 'typing', from: 'visitor' });
      return done;
    },
  }),
  visitorRoute({
    method: 'POST',
    path: '/v1/handoffs/{handoff}/seen',
    summary: 'Says up to which event the visitor has seen it all.',
    body: seenRequestSchema,
    reply: doneSchema,
    errors: ['not-found'],
    async handle(call) {
      const { id } = await ownHandoff(call);
      const seq = await call.parts.storage.handoffs.seen(id, 'visitor', call.body.seq);
      call.parts.hub.publish(handoffChannel(id), { kind: 'seen', from: 'visitor', seq });
      return done;
    },
  }),
  visitorRoute({
    method: 'POST',
    path: '/v1/handoffs/{handoff}/contact',
    summary: 'Leaves a contact for the reply, for when the visitor is gone.',
    body: contactRequestSchema,
    reply: doneSchema,
    errors: ['not-found'],
    async handle(call) {
      const { id } = await ownHandoff(call);
      await call.parts.storage.handoffs.setContact(id, call.body);
      return done;
    },
  }),
  visitorRoute({
    method: 'POST',
    path: '/v1/handoffs/{handoff}/leave',
    summary: 'Ends it from the visitor’s side.',
    body: nothing,
    reply: handoffStateSchema,
    errors: ['not-found'],
    async handle(call) {
      const { parts, caller } = call;
      const record = await ownHandoff(call);
      const changed = await parts.storage.handoffs.close(record.id, 'left', '', parts.clock());
      if (changed !== undefined) tellEvent(parts, changed.record, changed.event);
      return stateOf(parts, caller.of, changed?.record ?? record);
    },
  }),
];

/** The visitor's own handoff; whatever is another's does not exist. */
async function ownHandoff({ parts, caller, params }: Call<unknown, Caller>): Promise<HandoffRecord> {
  const record = await parts.storage.handoffs.get(params.handoff ?? '');
  if (record === undefined || record.visitor !== caller.visitor || record.site !== caller.site) throw missing();
  return record;
}

function missing(): RelayError {
  return new RelayError('not-found', 'the visitor has no such handoff');
}

async function poll({ parts, query, request, caller }: Call<unknown, Caller>, record: HandoffRecord, after: number) {
  const { handoffs } = parts.storage;
  const wait = Math.min(longestPoll, Number(query.get('wait') ?? 0)) * 1000;
  const happened = somethingIn(parts.hub, record.id, wait, request.signal);
  let events: HandoffEvent[] = [];
  try {
    events = await handoffs.events(record.id, after, 100);
    if (events.length === 0 && wait > 0) {
      await happened.promise;
      events = await handoffs.events(record.id, after, 100);
    }
  } finally {
    happened.stop();
  }
  const now = (await handoffs.get(record.id)) ?? record;
  return Response.json({ state: await stateOf(parts, caller.of, now), events }, { headers: corsHeaders(parts, request) });
}

/** Resolves once anything happens in the handoff, the time is over, or whoever waited is gone. */
function somethingIn(hub: Hub, handoff: string, wait: number, signal: AbortSignal): { promise: Promise<void>; stop: () => void } {
  let stop = () => {};
  const promise = new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, wait);
    const unsubscribe = hub.subscribe(handoffChannel(handoff), () => resolve());
    signal.addEventListener('abort', () => resolve(), { once: true });
    stop = () => {
      clearTimeout(timer);
      unsubscribe();
      resolve();
    };
  });
  return { promise, stop };
}
