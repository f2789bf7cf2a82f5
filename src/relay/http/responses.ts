import type { RelayParts } from '../relay-parts.ts';
import { RelayError } from './relay-error.ts';

/** A page's origin may read a reply where any site lists it; which site is checked with the session. */
export function corsHeaders(parts: RelayParts, request: Request): Record<string, string> {
  const origin = request.headers.get('origin');
  if (origin === null || !parts.knowsOrigin(origin)) return {};
  return { 'access-control-allow-origin': origin, 'access-control-expose-headers': 'retry-after, allow' };
}

export function preflight(parts: RelayParts, request: Request): Response {
  const headers = corsHeaders(parts, request);
  if (headers['access-control-allow-origin'] === undefined) {
    return errorResponse(parts, request, new RelayError('origin-refused', 'no site lists that origin'));
  }
  return new Response(null, {
    status: 204,
    headers: {
      ...headers,
      'access-control-allow-methods': 'GET, POST, DELETE',
      'access-control-allow-headers': 'authorization, content-type, idempotency-key, last-event-id',
      'access-control-max-age': '7200',
    },
  });
}

export function jsonResponse(parts: RelayParts, request: Request, data: unknown, headers: Readonly<Record<string, string>> = {}): Response {
  return Response.json(data, { headers: { ...corsHeaders(parts, request), ...headers } });
}

/** Whatever was thrown, as JSON; what nobody foresaw is logged here and told to nobody. */
export function errorResponse(parts: RelayParts, request: Request, thrown: unknown): Response {
  const error = thrown instanceof RelayError ? thrown : unforeseen(parts, request, thrown);
  return Response.json(error.toBody(), { status: error.status, headers: { ...corsHeaders(parts, request), ...error.headers } });
}

function unforeseen(parts: RelayParts, request: Request, thrown: unknown): RelayError {
  const details = {
    path: new URL(request.url).pathname.slice(0, 200),
    error: thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown),
  };
  if (parts.storage.isUnreachable(thrown)) {
    parts.log('error', 'the storage cannot be reached', details);
    return new RelayError('unavailable', 'the storage cannot be reached', { 'retry-after': '2' });
  }
  parts.log('error', 'a request failed', { ...details, stack: thrown instanceof Error ? (thrown.stack ?? '') : '' });
  return new RelayError('internal', 'something broke on the relay’s side');
}

/** What stands on every reply. A stream's headers must not be rebuilt, so they are set in place. */
export function withHeaders(response: Response): Response {
  const { headers } = response;
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
  headers.set('x-content-type-options', 'nosniff');
  headers.set('referrer-policy', 'no-referrer');
  headers.append('vary', 'origin');
  return response;
}
