import { Hono } from 'hono';
import { handleRoute, type Peer, type RelayEnv } from './http/handle-route.ts';
import { openApiDocument } from './http/open-api.ts';
import { RelayError } from './http/relay-error.ts';
import { errorResponse, preflight, withHeaders } from './http/responses.ts';
import type { Route } from './http/route.ts';
import type { RelayOptions } from './options.ts';
import { RelayParts } from './relay-parts.ts';
import { actionRoutes } from './routes/action-routes.ts';
import { handoffRoutes } from './routes/handoff-routes.ts';
import { serviceRoutes } from './routes/service-routes.ts';
import { sessionRoutes } from './routes/session-routes.ts';
import { visitorRoutes } from './routes/visitor-routes.ts';

/** Answers one request. `peer` is what only the host knows of whoever asks. */
export type Relay = (request: Request, peer?: Peer) => Promise<Response>;

/**
 * The server side of the agent: sessions, actions, handoffs, and the desk. It holds no state of its own but open streams,
 * so that as many instances may run as are needed; whatever is kept is in the storage. Never rejects.
 */
export function createRelay(options: RelayOptions): Relay {
  const parts = new RelayParts(options);
  const routes = relayRoutes();
  const app = new Hono<RelayEnv>();
  for (const route of routes) {
    const pattern = route.path.replace(/\{(\w+)\}/g, ':$1');
    app.on(route.method, [pattern], (context) => handleRoute(parts, route, context));
  }
  app.options('/v1/*', (context) => preflight(parts, context.req.raw));
  app.notFound((context) => errorResponse(parts, context.req.raw, missing(routes, context.req.method, context.req.path)));
  app.onError((thrown, context) => errorResponse(parts, context.req.raw, thrown));
  return async (request, peer = {}) => withHeaders(await app.fetch(request, { peer }));
}

/** Every route, in the order in which they are documented. */
export function relayRoutes(): readonly Route[] {
  const routes: Route[] = [...sessionRoutes, ...actionRoutes, ...handoffRoutes, ...visitorRoutes];
  routes.push(...serviceRoutes(() => relayDocument(routes)));
  return routes;
}

function relayDocument(routes: readonly Route[]): object {
  return openApiDocument(routes, {
    title: 'Edge Agent relay',
    version: '1',
    description:
      'What the agent in a visitor’s browser asks of its site’s server: actions, handoffs to a person, answers, and the visitor’s own data.',
  });
}

function missing(routes: readonly Route[], method: string, path: string): RelayError {
  const allowed = routes
    .filter((route) => new RegExp(`^${route.path.replace(/\{\w+\}/g, '[^/]+')}$`).test(path))
    .map((route) => route.method);
  if (allowed.length === 0) return new RelayError('not-found', 'there is no such address');
  return new RelayError('method-not-allowed', `${method} is not for this address`, { allow: [...new Set(allowed)].join(', ') });
}
