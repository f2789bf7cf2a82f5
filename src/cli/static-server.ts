import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';

export interface StaticServerOptions {
  readonly directory: string;
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
  directory,
  port,
  host = 'localhost',
  headers = {},
  isChanging = false,
  intercept,
}: StaticServerOptions): Promise<StaticServer> {
  const serve = sirv(directory, {
    dev: isChanging,
    etag: true,
    setHeaders: (response, pathname) => {
      response.setHeader('Cache-Control', hashed.test(pathname) && !isChanging ? 'public, max-age=31536000, immutable' : 'no-cache');
      response.setHeader('Access-Control-Allow-Origin', '*');
      response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
      response.setHeader('X-Content-Type-Options', 'nosniff');
      // Lets the offline worker care for the whole site from wherever its file lies.
      if (pathname.endsWith('.js')) response.setHeader('Service-Worker-Allowed', '/');
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    },
  });
  const server = createServer((request, response) => {
    if (intercept?.(request, response)) return;
    serve(request, response, () => {
      response.statusCode = 404;
      response.setHeader('Content-Type', 'text/plain; charset=utf-8');
      response.end(`There is no ${request.url ?? 'such page'} here.\n`);
    });
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

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
