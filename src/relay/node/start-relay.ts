import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { SignedHttpShop } from '../actions/signed-http-shop.ts';
import { createRelay } from '../create-relay.ts';
import { defaultPriority } from '../handoffs/priority.ts';
import type { Log, Rates } from '../options.ts';
import { defaultRetention, type Site } from '../site.ts';
import { ConfigError, type RelayConfig, type SiteConfig } from './config.ts';
import { PrometheusMetrics } from './prometheus-metrics.ts';
import { readRights } from './read-rights.ts';
import { KyselyStorage } from './storage/kysely-storage.ts';

export interface RunningRelay {
  readonly url: string;
  /** Ends the streams, lets requests under way come to their end, and closes the storage. */
  close(): Promise<void>;
}

/** Starts a relay as a Node server. Rejects with a ConfigError, or where the database or the port cannot be had. */
export async function startRelay(config: RelayConfig, log: Log): Promise<RunningRelay> {
  const storage = await KyselyStorage.open(config.database);
  const going = new Set<Promise<void>>();
  const relay = createRelay({
    sites: await Promise.all(config.sites.map(siteOf)),
    storage,
    keys: await keysOf(config, storage),
    rates: Object.fromEntries(Object.entries(config.rates).filter(([, rate]) => rate !== undefined)) as Partial<Rates>,
    metrics: new PrometheusMetrics(),
    ...(config.metricsToken === undefined ? {} : { metricsToken: config.metricsToken }),
    log,
    defer: (work) => {
      going.add(work);
      work.finally(() => going.delete(work));
    },
  });
  const listener = getRequestListener(
    (request, environment) => relay(request, { address: addressOf((environment as HttpBindings).incoming, config.trustedProxies) }),
    { overrideGlobalObjects: false },
  );
  // Node itself cuts off whoever sends headers or a body too slowly, before the relay sees a request.
  const server = createServer(
    { maxHeaderSize: 16 * 1024, headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 65_000 },
    listener,
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.port, config.host, () => resolve());
  });
  return {
    url: `http://${config.host}:${(server.address() as AddressInfo).port}/`,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      const forced = setTimeout(() => server.closeAllConnections(), 2000);
      await closed;
      clearTimeout(forced);
      await Promise.all([...going]);
      await storage.close();
    },
  };
}

async function siteOf({ id, name, publicKeys, origins, locale, rights, shop, identity, retention }: SiteConfig): Promise<Site> {
  return {
    id,
    name,
    publicKeys,
    origins,
    locale,
    rights: rights === undefined ? {} : await readRights(rights),
    ...(shop === undefined ? {} : { shop: new SignedHttpShop(shop) }),
    ...(identity === undefined ? {} : { identity: withoutUndefined(identity) }),
    retention: { ...defaultRetention, ...withoutUndefined(retention) },
    priority: defaultPriority,
  };
}

async function keysOf({ keys }: RelayConfig, storage: KyselyStorage): Promise<Uint8Array<ArrayBuffer>[]> {
  const encoded = keys ?? [await storage.setting('key', () => randomBytes(32).toString('base64'))];
  return encoded.map((key) => {
    const bytes = Uint8Array.from(Buffer.from(key, 'base64'));
    if (bytes.byteLength < 32) throw new ConfigError('"keys" holds one of less than 32 bytes; make one with: openssl rand -base64 32');
    return bytes;
  });
}

/** The address of whoever asks: the socket's, or what the last trusted proxy says that it saw. */
function addressOf({ socket, headers }: IncomingMessage, trustedProxies: number): string {
  const own = socket.remoteAddress ?? 'unknown';
  if (trustedProxies === 0) return own;
  const forwarded = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
  return forwarded.at(-trustedProxies) ?? own;
}

type Given<T> = { [Name in keyof T]-?: Exclude<T[Name], undefined> };

function withoutUndefined<T extends object>(object: T): Partial<Given<T>> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as Partial<Given<T>>;
}
