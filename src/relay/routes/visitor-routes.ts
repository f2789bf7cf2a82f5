import { doneSchema, erasedSchema, outcomesRequestSchema, visitorDataSchema } from '../../protocol/relay.ts';
import { isoOf } from '../clock.ts';
import { eraseVisitor, visitorData } from '../handoffs/visitor-data.ts';
import { type Route, visitorRoute } from '../http/route.ts';

export const visitorRoutes: readonly Route[] = [
  visitorRoute({
    method: 'POST',
    path: '/v1/outcomes',
    summary: 'Adds to the counts of how needs ended; once for each key.',
    body: outcomesRequestSchema,
    most: 64 * 1024,
    reply: doneSchema,
    isIdempotent: true,
    async handle({ parts, caller: { of: site, visitor }, body, key }) {
      // Only days that just were: nobody writes history.
      const [first, last] = [-31, 1].map((days) => isoOf(parts.clock() + days * 86_400_000).slice(0, 10)) as [string, string];
      const counts = body.counts.filter(({ day }) => day >= first && day <= last);
      await parts.storage.outcomes.add(site.id, await parts.keyed('outcomes', `${site.id}\n${visitor}\n${key}`), counts, parts.clock());
      return { done: true as const };
    },
  }),
  visitorRoute({
    method: 'GET',
    path: '/v1/visitor',
    summary: 'Everything that is kept of the visitor.',
    reply: visitorDataSchema,
    handle: async ({ parts, caller: { of: site, visitor } }) => visitorData(parts, site, visitor),
  }),
  visitorRoute({
    method: 'DELETE',
    path: '/v1/visitor',
    summary: 'Deletes everything that is kept of the visitor.',
    reply: erasedSchema,
    handle: async ({ parts, caller: { of: site, visitor } }) => eraseVisitor(parts, site, visitor, `visitor:${visitor}`),
  }),
];
