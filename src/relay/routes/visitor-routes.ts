import { doneSchema, erasedSchema, outcomesRequestSchema, visitorDataSchema } from '../../protocol/relay.ts';
import { isoOf } from '../clock.ts';
import { customerOf } from '../events/customer-of.ts';
import { eraseVisitor, visitorData } from '../handoffs/visitor-data.ts';
import { type Route, visitorRoute } from '../http/route.ts';

export const visitorRoutes: readonly Route[] = [
  visitorRoute({
    method: 'POST',
    path: '/v1/outcomes',
    summary: 'Adds to the counts of how needs ended and what came of nudges and fixes; once for each key.',
    body: outcomesRequestSchema,
    most: 64 * 1024,
    reply: doneSchema,
    isIdempotent: true,
    async handle({ parts, caller: { of: site }, body, key }) {
      // Only days that just were: nobody writes history.
      const [first, last] = [-31, 1].map((days) => isoOf(parts.clock() + days * 86_400_000).slice(0, 10)) as [string, string];
      const isRecent = ({ day }: { readonly day: string }) => day >= first && day <= last;
      const counts = {
        counts: body.counts.filter(isRecent),
        nudges: body.nudges.filter(isRecent),
        fixes: body.fixes.filter(isRecent),
      };
      // Whoever sends it again may be another visitor to the relay by then: who counts is kept from it.
      await parts.storage.outcomes.add(site.id, await parts.keyed('outcomes', `${site.id}\n${key}`), counts, parts.clock());
      return { done: true as const };
    },
  }),
  visitorRoute({
    method: 'GET',
    path: '/v1/visitor',
    summary: 'Everything that is kept of the visitor.',
    reply: visitorDataSchema,
    handle: async ({ parts, caller }) => visitorData(parts, caller.of, caller.visitor, await customerOf(parts, caller)),
  }),
  visitorRoute({
    method: 'DELETE',
    path: '/v1/visitor',
    summary: 'Deletes everything that is kept of the visitor.',
    reply: erasedSchema,
    async handle({ parts, caller }) {
      const customer = await customerOf(parts, caller);
      if (customer !== undefined) await parts.storage.customerEvents.erase(customer);
      return eraseVisitor(parts, caller.of, caller.visitor, `visitor:${caller.visitor}`);
    },
  }),
];
