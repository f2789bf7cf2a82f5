import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';

/** A folder and the path that it is served under, `/` or `/name/`. */
export interface Mount {
  readonly path: string;
  readonly directory: string;
}

export interface StaticServerOptions {
  /** The first whose path fits and that has the file serves it. */
  readonly mounts: readonly Mount[];
  /** 0 takes any free port. */
  readonly port: number;
  readonly host?: string;
  /** Further headers for every response. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Files change while the server runs (development, tests): nothing is indexed or cached ahead. */
  readonly isChanging?: boolean;
  /** Answers a request itself and returns true, or leaves it to the files. */
  readonly intercept?: (request: IncomingMessage, response: ServerResponse) => boolean;
}

export interface StaticServer {
  readonly port: number;
  readonly url: string;
  close(): Promise<void>;
}

// Names that contain a hash of what is inside never change.
const hashed = /[.-][\w-]{8,}\.(?:bin|js|css)$/;

/** Serves static files: hashed names for ever, everything else revalidated; readable from other origins, as packs must be. */
export async function startStaticServer({
  mounts,
  port,
  host = 'localhost',
  headers = {},
  isChanging = false,
  intercept,
}: StaticServerOptions): Promise<StaticServer> {
  const setHeaders = (response: ServerResponse, pathname: string) => {
    response.setHeader('Cache-Control', hashed.test(pathname) && !isChanging ? 'public, max-age=31536000, immutable' : 'no-cache');
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    response.setHeader('X-Content-Type-Options', 'nosniff');
    // Lets the offline worker care for the whole site from wherever its file lies.
    if (pathname.endsWith('.js')) response.setHeader('Service-Worker-Allowed', '/');
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  };
  const handlers = mounts.map(({ path, directory }) => ({ path, serve: sirv(directory, { dev: isChanging, etag: true, setHeaders }) }));
  const answer = (request: IncomingMessage, response: ServerResponse, [first, ...rest]: typeof handlers): void => {
    const url = request.url ?? '/';
    if (first === undefined) notFound(url, response);
    else if (!url.startsWith(first.path)) answer(request, response, rest);
    else {
      request.url = url.slice(first.path.length - 1);
      first.serve(request, response, () => {
        request.url = url;
        answer(request, response, rest);
      });
    }
  };
  const server = createServer((request, response) => {
    if (intercept?.(request, response)) return;
    answer(request, response, handlers);
  });
  await listen(server, port, host);
  const taken = (server.address() as AddressInfo).port;
  return {
    port: taken,
    url: `http://${host}:${taken}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function notFound(url: string, response: ServerResponse): void {
  response.statusCode = 404;
  response.setHeader('Content-Type', 'text/plain; charset=utf-8');
  response.end(`There is no ${url} here.\n`);
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
