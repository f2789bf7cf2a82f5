import * as v from 'valibot';
import { RelayError } from '../http/relay-error.ts';
import { openRoute, type Route } from '../http/route.ts';
import { equalsInConstantTime } from '../secrets.ts';

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

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
      path: '/metrics',
      summary: 'Figures for a monitor, in Prometheus’ text format.',
      reply: { media: 'text/plain' },
      errors: ['forbidden', 'not-offered'],
      async handle({ parts, request, address }) {
        if (parts.metrics.text === undefined) throw new RelayError('not-offered', 'this relay counts nothing');
        const wanted = parts.metricsToken;
        const isAllowed =
          wanted === undefined
            ? loopback.has(address)
            : equalsInConstantTime(request.headers.get('authorization') ?? '', `Bearer ${wanted}`);
        if (!isAllowed) throw new RelayError('forbidden', 'the figures are for the operator');
        return new Response(await parts.metrics.text(), { headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' } });
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
