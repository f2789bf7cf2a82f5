import { customerEventSchema, doneSchema, shopEventRequestSchema } from '../../protocol/relay.ts';
import { CustomerFollower } from '../events/customer-follower.ts';
import { customerKey, customerOf } from '../events/customer-of.ts';
import { customerChannel } from '../events/hub.ts';
import { SseStream } from '../events/sse-stream.ts';
import { RelayError } from '../http/relay-error.ts';
import { corsHeaders } from '../http/responses.ts';
import { type Route, shopRoute, visitorRoute } from '../http/route.ts';
import { lastEventId, momentText } from './event-position.ts';

const day = 86_400_000;
const usually = 3 * day;
const longest = 30 * day;
const page = 200;

export const customerEventRoutes: readonly Route[] = [
  shopRoute({
    method: 'POST',
    path: '/v1/sites/{site}/events',
    summary: 'Tells of something that happened to a customer, once for each id; signed by the shop.',
    body: shopEventRequestSchema,
    reply: doneSchema,
    async handle({ parts, caller: site, body: { customer, until, ...event } }) {
      const now = parts.clock();
      const end = Math.min(now + longest, until === undefined ? now + usually : Date.parse(until));
      const key = await customerKey(parts, site.id, customer);
      const seq = !(end > now) ? undefined : await parts.storage.customerEvents.add(key, event, now, end);
      if (seq !== undefined) parts.hub.publish(customerChannel(key.customer), { kind: 'told' });
      return { done: true as const };
    },
  }),
  visitorRoute({
    method: 'GET',
    path: '/v1/events',
    summary: 'Streams what the shop tells of the customer, or answers with what waits.',
    query: { after: { schema: momentText, description: 'Number of the last event that is known; before Last-Event-ID.' } },
    reply: { media: 'text/event-stream', schema: customerEventSchema },
    errors: ['forbidden'],
    async handle({ parts, caller, request, query, address }) {
      const customer = await customerOf(parts, caller);
      if (customer === undefined) throw new RelayError('forbidden', 'nobody knows yet which customer the visitor is');
      const after = Number(query.get('after') ?? lastEventId(request.headers, momentText));
      const accept = request.headers.get('accept') ?? '';
      if (/application\/json/i.test(accept) && !/text\/event-stream/i.test(accept)) {
        const events = await parts.storage.customerEvents.list(customer, after, parts.clock(), page);
        return Response.json({ events }, { headers: corsHeaders(parts, request) });
      }
      const release = parts.streams.take(caller.visitor, address);
      const stream = new SseStream(parts, { side: 'visitor', until: caller.expires, signal: request.signal });
      stream.onEnd(release);
      new CustomerFollower(parts, customer, after, stream).start();
      return stream.response(corsHeaders(parts, request));
    },
  }),
];
