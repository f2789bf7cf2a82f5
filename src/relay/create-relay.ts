import { Hono } from 'hono';
import { serveDesk } from './desk/desk-files.ts';
import { handleRoute, type Peer, type RelayEnv } from './http/handle-route.ts';
import { openApiDocument } from './http/open-api.ts';
import { RelayError } from './http/relay-error.ts';
import { errorResponse, preflight, withHeaders } from './http/responses.ts';
import type { Route } from './http/route.ts';
import type { RelayOptions } from './options.ts';
import { RelayParts } from './relay-parts.ts';
import { RelayTasks } from './relay-tasks.ts';
import { actionRoutes } from './routes/action-routes.ts';
import { answerRoutes } from './routes/answer-routes.ts';
import { customerEventRoutes } from './routes/customer-event-routes.ts';
import { deskRoutes } from './routes/desk-routes.ts';
import { handoffRoutes } from './routes/handoff-routes.ts';
import { serviceRoutes } from './routes/service-routes.ts';
import { sessionRoutes } from './routes/session-routes.ts';
import { visitorRoutes } from './routes/visitor-routes.ts';

export interface Relay {
  /** Answers one request. `peer` is what only the host knows of whoever asks. */
  (request: Request, peer?: Peer): Promise<Response>;
  /** What has to be done from time to time, by one instance or by each: to be called every ten seconds or so. */
  tend(): Promise<void>;
}

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
  app.get('/desk', (context) => context.redirect('/desk/'));
  app.get('/desk/*', async (context) => (await serveDesk(parts, context.req.path)) ?? context.notFound());
  app.options('/v1/*', (context) => preflight(parts, context.req.raw));
  app.notFound((context) => errorResponse(parts, context.req.raw, missing(routes, context.req.method, context.req.path)));
  app.onError((thrown, context) => errorResponse(parts, context.req.raw, thrown));
  const tasks = new RelayTasks(parts);
  const relay = async (request: Request, peer: Peer = {}) => withHeaders(await app.fetch(request, { peer }));
  return Object.assign(relay, { tend: () => tasks.run() });
}

/** Every route, in the order in which they are documented. */
export function relayRoutes(): readonly Route[] {
  const routes: Route[] = [...sessionRoutes, ...actionRoutes, ...handoffRoutes, ...answerRoutes, ...visitorRoutes];
  routes.push(...customerEventRoutes, ...deskRoutes);
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
