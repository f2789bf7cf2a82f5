import type { Context } from 'hono';
import { isSigned } from '../actions/signature.ts';
import { readDeskCookie } from '../desk/desk-cookie.ts';
import { callerOfCookie, type DeskCaller } from '../desk/log-in.ts';
import type { Bucket } from '../limits/limits.ts';
import type { RelayParts } from '../relay-parts.ts';
import { equalsInConstantTime } from '../secrets.ts';
import type { Site } from '../site.ts';
import { checked, parsedBody, readBody } from './read-body.ts';
import { RelayError } from './relay-error.ts';
import { jsonResponse } from './responses.ts';
import type { Call, Caller, Route } from './route.ts';

/** What the host knows of whoever asks. */
export interface Peer {
  /** Network address, behind whatever proxies the host trusts. */
  readonly address?: string;
}

export interface RelayEnv {
  readonly Bindings: { readonly peer: Peer };
}

const bodyMost = 16 * 1024;
const bodyWithin = 10_000;
/** In bytes, names and values together. */
const headersMost = 16 * 1024;

/** Takes one request through the gates in their order: size, rate, origin, session, body; then does what the route does. */
export async function handleRoute(parts: RelayParts, route: Route, context: Context<RelayEnv>): Promise<Response> {
  const request = context.req.raw;
  const started = parts.clock();
  let status = 500;
  try {
    const reply = await answer(parts, route, context);
    const response = reply instanceof Response ? reply : jsonResponse(parts, request, reply);
    status = response.status;
    return response;
  } catch (thrown) {
    if (thrown instanceof RelayError) status = thrown.status;
    throw thrown;
  } finally {
    parts.metrics.request(route.path, route.method, status, (parts.clock() - started) / 1000);
  }
}

async function answer(parts: RelayParts, route: Route, context: Context<RelayEnv>): Promise<unknown> {
  const request = context.req.raw;
  checkHeaders(request.headers);
  const address = context.env.peer.address ?? 'unknown';
  await takeRate(parts, `address:${address}`, parts.rates.address);
  const params = paramsOf(context.req.param());
  const { origin, caller } = await admit(parts, route, request, params);
  const text = route.body === undefined ? '' : await readBody(request, { most: route.most ?? bodyMost, within: bodyWithin });
  if (route.access === 'shop') await checkSigned(parts, caller as Site, request, text);
  const call: Call<unknown, unknown> = {
    parts,
    request,
    address,
    origin,
    caller,
    params,
    query: queryOf(route, new URL(request.url).searchParams),
    key: route.isIdempotent ? keyOf(request.headers) : '',
    body: route.body === undefined ? undefined : parsedBody(route.body, text),
  };
  return route.handle(call as never);
}

async function admit(
  parts: RelayParts,
  route: Route,
  request: Request,
  params: Readonly<Record<string, string>>,
): Promise<{ origin: string; caller?: unknown }> {
  switch (route.access) {
    case 'open':
      return { origin: '' };
    case 'page':
      return { origin: originOf(parts, request) };
    case 'visitor': {
      const origin = originOf(parts, request);
      return { origin, caller: await callerOf(parts, request, origin) };
    }
    case 'shop':
      return { origin: '', caller: await shopSiteOf(parts, params.site ?? '') };
    case 'desk-page':
      return { origin: deskOriginOf(parts, request) };
    case 'desk':
      return { origin: deskOriginOf(parts, request), caller: await deskCallerOf(parts, route, request) };
  }
}

function paramsOf(params: Record<string, string>): Record<string, string> {
  // No id is longer, and databases refuse NUL.
  if (Object.values(params).some((value) => value.length > 200 || value.includes('\0')))
    throw new RelayError('bad-request', 'the address names no id');
  return params;
}

function checkHeaders(headers: Headers): void {
  let size = 0;
  for (const [name, value] of headers) size += name.length + value.length;
  if (size > headersMost) throw new RelayError('headers-too-large', `the headers are larger than ${headersMost} bytes`);
}

async function takeRate(parts: RelayParts, key: string, bucket: Bucket): Promise<void> {
  const wait = await parts.limits.take(key, bucket, parts.clock());
  if (wait > 0) throw new RelayError('slow-down', `too many requests; the next in ${wait} s`, { 'retry-after': String(wait) });
}

/**
 * The origin of the page that asks. Browsers name it, but for a page on the relay's own origin that only reads; there
 * they say so in a header that scripts cannot set.
 */
function originOf(parts: RelayParts, request: Request): string {
  const named = request.headers.get('origin');
  const origin = named ?? (request.headers.get('sec-fetch-site') === 'same-origin' ? new URL(request.url).origin : undefined);
  if (origin === undefined) throw new RelayError('origin-refused', 'the request names no origin');
  if (!parts.knowsOrigin(origin)) throw new RelayError('origin-refused', 'no site lists that origin');
  return origin;
}

async function callerOf(parts: RelayParts, request: Request, origin: string): Promise<Caller> {
  const [, token] = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(request.headers.get('authorization') ?? '') ?? [];
  if (token === undefined) throw new RelayError('unauthorized', 'the request carries no session');
  const session = await parts.tokens.read('session', token);
  const of = parts.sites.get(session.site);
  if (of === undefined) throw new RelayError('unauthorized', 'the session’s site is no longer served');
  if (session.origin !== origin || !of.origins.includes(origin)) throw new RelayError('origin-refused', 'the session is of another origin');
  await takeRate(parts, `session:${session.visitor}`, parts.rates.session);
  await takeRate(parts, `site:${of.id}`, parts.rates.site);
  return { ...session, of };
}

/** A site that its shop speaks for. Which sites there are is nobody else's business: an unknown one looks like a wrong signature. */
async function shopSiteOf(parts: RelayParts, id: string): Promise<Site> {
  const site = parts.sites.get(id);
  if (site?.shopKeys === undefined) throw unsigned();
  await takeRate(parts, `shop:${id}`, parts.rates.site);
  return site;
}

async function checkSigned(parts: RelayParts, { shopKeys = [] }: Site, { headers }: Request, body: string): Promise<void> {
  if (!(await isSigned(shopKeys, headers, body, parts.clock()))) throw unsigned();
}

function unsigned(): RelayError {
  return new RelayError('signature-refused', 'the request is not signed by the shop of that site, or was signed too long ago');
}

/**
 * The desk is a page of the relay's own: whatever another page asks is refused, whoever is logged in. A read carries no
 * Origin in most browsers; the cookie's SameSite keeps other pages' reads out.
 */
function deskOriginOf(parts: RelayParts, request: Request): string {
  const own = parts.ownOrigin(request);
  const origin = request.headers.get('origin');
  const site = request.headers.get('sec-fetch-site');
  const isOther =
    origin !== null ? origin !== own : request.method !== 'GET' || (site !== null && site !== 'same-origin' && site !== 'none');
  if (isOther) throw new RelayError('origin-refused', 'the desk is used from its own page alone');
  return own;
}

async function deskCallerOf(parts: RelayParts, { roles }: Route, request: Request): Promise<DeskCaller> {
  const caller = await callerOfCookie(parts, readDeskCookie(request));
  await takeRate(parts, `desk:${caller.session.hash}`, parts.rates.session);
  if (request.method !== 'GET' && !equalsInConstantTime(request.headers.get('x-csrf-token') ?? '', caller.session.csrf)) {
    throw new RelayError('csrf-refused', 'the request carries another token than the log-in');
  }
  if (roles !== undefined && !roles.includes(caller.member.role)) throw new RelayError('forbidden', 'that is not for this role');
  return caller;
}

function keyOf(headers: Headers): string {
  const key = headers.get('idempotency-key') ?? '';
  if (!/^[\w-]{8,64}$/.test(key)) throw new RelayError('bad-key', 'the Idempotency-Key is missing or malformed');
  return key;
}

function queryOf({ query = {} }: Route, given: URLSearchParams): URLSearchParams {
  for (const [name, { schema }] of Object.entries(query)) {
    const value = given.get(name);
    if (value !== null) checked(schema, value);
  }
  return given;
}
