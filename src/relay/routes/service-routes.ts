import * as v from 'valibot';
import { RelayError } from '../http/relay-error.ts';
import { openRoute, type Route } from '../http/route.ts';

/** What tells of the relay itself. */
export function serviceRoutes(document: () => object): readonly Route[] {
  return [
    openRoute({
      access: 'open',
      method: 'GET',
      path: '/health',
      summary: 'Whether the relay and its storage answer.',
      reply: v.object({ status: v.literal('ok') }),
      errors: ['unavailable'],
      async handle({ parts }) {
        await parts.storage.check().catch((thrown: unknown) => {
          parts.log('error', 'the storage cannot be reached', { error: thrown instanceof Error ? thrown.message : String(thrown) });
          throw new RelayError('unavailable', 'the storage cannot be reached');
        });
        return { status: 'ok' as const };
      },
    }),
    openRoute({
      access: 'open',
      method: 'GET',
      path: '/openapi.json',
      summary: 'This document.',
      reply: { media: 'application/json' },
      handle: async () => Response.json(document()),
    }),
  ];
}
