import type * as v from 'valibot';
import type { DeskRole } from '../../protocol/desk.ts';
import type { RelayErrorCode } from '../../protocol/relay-errors.ts';
import type { DeskCaller } from '../desk/log-in.ts';
import type { RelayParts } from '../relay-parts.ts';
import type { VisitorSession } from '../sessions/tokens.ts';
import type { Site } from '../site.ts';

/** Who may call a route: anybody, pages of the sites, their visitors, the sites' servers, the desk's own page, who is logged in at it. */
export type Access = 'open' | 'page' | 'visitor' | 'shop' | 'desk-page' | 'desk';

/** A visitor's request, signed in. */
export interface Caller extends VisitorSession {
  readonly of: Site;
}

/** One request, checked. */
export interface Call<Body = undefined, Who = undefined> {
  readonly parts: RelayParts;
  readonly request: Request;
  /** Network address of whoever asks, as the host tells it. */
  readonly address: string;
  /** The page's origin; empty where the route is open. */
  readonly origin: string;
  readonly caller: Who;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Body;
  /** The Idempotency-Key; empty where the route takes none. */
  readonly key: string;
}

type Answer<Reply> = Reply | Response;

interface RouteTerms<Body, Reply> {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** With its parameters in braces, as in `/v1/handoffs/{handoff}`. */
  readonly path: string;
  readonly summary: string;
  readonly body?: v.GenericSchema<unknown, Body>;
  /** In bytes; 16 KiB where left out. */
  readonly most?: number;
  readonly reply: v.GenericSchema<unknown, Reply> | MediaType;
  readonly query?: Readonly<Record<string, { readonly schema: v.GenericSchema<unknown, string>; readonly description: string }>>;
  readonly isIdempotent?: boolean;
  /** Errors of its own, besides those that any route can answer. */
  readonly errors?: readonly RelayErrorCode[];
  /** Who of the desk may; everybody where left out. */
  readonly roles?: readonly DeskRole[];
}

/** A reply that is not one JSON object. */
export interface MediaType {
  readonly media: 'text/event-stream' | 'text/plain' | 'application/json' | 'text/html';
  /** What one event, or the JSON alternative, looks like. */
  readonly schema?: v.GenericSchema;
}

/** One route: what it is called with and answers, for the server and for the OpenAPI document alike, and what it does. */
export type Route = RouteTerms<unknown, unknown> &
  (
    | { readonly access: 'open' | 'page' | 'desk-page'; readonly handle: (call: Call<unknown>) => Promise<Answer<unknown>> }
    | { readonly access: 'visitor'; readonly handle: (call: Call<unknown, Caller>) => Promise<Answer<unknown>> }
    | { readonly access: 'shop'; readonly handle: (call: Call<unknown, Site>) => Promise<Answer<unknown>> }
    | { readonly access: 'desk'; readonly handle: (call: Call<unknown, DeskCaller>) => Promise<Answer<unknown>> }
  );

export function openRoute<Body, Reply>(
  terms: RouteTerms<Body, Reply> & { readonly access: 'open' | 'page' | 'desk-page'; handle(call: Call<Body>): Promise<Answer<Reply>> },
): Route {
  return terms as unknown as Route;
}

export function visitorRoute<Body, Reply>(
  terms: RouteTerms<Body, Reply> & { handle(call: Call<Body, Caller>): Promise<Answer<Reply>> },
): Route {
  return { ...terms, access: 'visitor' } as unknown as Route;
}

/** A route whose body the site's shop has signed; its path names the site. */
export function shopRoute<Body, Reply>(
  terms: RouteTerms<Body, Reply> & {
    readonly body: v.GenericSchema<unknown, Body>;
    handle(call: Call<Body, Site>): Promise<Answer<Reply>>;
  },
): Route {
  return { ...terms, access: 'shop' } as unknown as Route;
}

export function deskRoute<Body, Reply>(
  terms: RouteTerms<Body, Reply> & { handle(call: Call<Body, DeskCaller>): Promise<Answer<Reply>> },
): Route {
  return { ...terms, access: 'desk' } as unknown as Route;
}
