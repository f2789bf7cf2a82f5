import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { createRelay } from '../create-relay.ts';
import type { Log, Rates } from '../options.ts';
import { newId } from '../secrets.ts';
import { ConfigError, type RelayConfig } from './config.ts';
import { makeSite } from './make-site.ts';
import { PostgresHub } from './postgres-hub.ts';
import { PrometheusMetrics } from './prometheus-metrics.ts';
import { readDeskFiles } from './read-desk-files.ts';
import { refuseEarly, refuseUnnamed } from './refuse-early.ts';
import { ScryptPasswords } from './scrypt-passwords.ts';
import { KyselyStorage } from './storage/kysely-storage.ts';
import { OnlyInstance } from './storage/only-instance.ts';

export interface StartRelay {
  readonly config: RelayConfig;
  readonly log: Log;
  /** Folder with all that browsers load, the desk's files among it. */
  readonly deskFiles: string;
  /** Gives the first admin a new password, for when it is lost. */
  readonly resetsAdmin?: boolean;
}

export interface RunningRelay {
  readonly url: string;
  /** The first admin's log-in, where this run made it; it is shown nowhere else. */
  readonly firstAdmin?: { readonly email: string; readonly password: string };
  /** Ends the streams, lets requests under way come to their end, and closes the storage. */
  close(): Promise<void>;
}

const tendEvery = 10_000;

/** Starts a relay as a Node server. Rejects with a ConfigError, or where the database or the port cannot be had. */
export async function startRelay({ config, log, deskFiles, resetsAdmin = false }: StartRelay): Promise<RunningRelay> {
  const storage = await KyselyStorage.open(config.database);
  const passwords = new ScryptPasswords();
  const { pool } = storage.database;
  const hub = pool === undefined ? undefined : new PostgresHub(config.database, pool, log);
  await hub?.start();
  const only =
    storage.database.dialect === 'sqlite' && config.database !== ':memory:' ? new OnlyInstance(storage.database.db, log) : undefined;
  await only?.tend();
  const desk = await readDeskFiles(deskFiles);
  if ((await desk('index.html')) === undefined) log('warning', 'the desk is not built: run `npm run build` and start the relay again');
  const going = new Set<Promise<void>>();
  const relay = createRelay({
    sites: await Promise.all(config.sites.map(makeSite)),
    storage,
    passwords,
    deskFiles: desk,
    keys: await keysOf(config, storage),
    rates: Object.fromEntries(Object.entries(config.rates).filter(([, rate]) => rate !== undefined)) as Partial<Rates>,
    metrics: new PrometheusMetrics(),
    ...(config.metricsToken === undefined ? {} : { metricsToken: config.metricsToken }),
    ...(config.publicUrl === undefined ? {} : { publicUrl: config.publicUrl }),
    ...(hub === undefined ? {} : { hub }),
    log,
    defer: (work) => {
      going.add(work);
      work.finally(() => going.delete(work));
    },
  });
  const firstAdmin = await makeFirstAdmin(storage, passwords, resetsAdmin);
  const listener = getRequestListener(
    (request, environment) => relay(request, { address: addressOf((environment as HttpBindings).incoming, config.trustedProxies) }),
    { overrideGlobalObjects: false, errorHandler: refuseUnnamed },
  );
  // Node itself cuts off whoever sends headers or a body too slowly, before the relay sees a request.
  const server = createServer(
    {
      maxHeaderSize: 16 * 1024,
      headersTimeout: 10_000,
      requestTimeout: 30_000,
      keepAliveTimeout: 65_000,
      connectionsCheckingInterval: 2000,
      // Its absence is answered below, with words.
      requireHostHeader: false,
    },
    listener,
  );
  refuseEarly(server, listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.port, config.host, () => resolve());
  });
  const tend = async () => {
    await Promise.all([relay.tend(), only?.tend().catch(() => {})]);
  };
  const timer = setInterval(() => void tend(), tendEvery);
  return {
    url: `http://${config.host}:${(server.address() as AddressInfo).port}/`,
    ...(firstAdmin === undefined ? {} : { firstAdmin }),
    close: async () => {
      clearInterval(timer);
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      // Streams never end by themselves; whoever reads one resumes it elsewhere.
      const forced = setTimeout(() => server.closeAllConnections(), 1000);
      await closed;
      clearTimeout(forced);
      await Promise.all([...going]);
      await only?.leave();
      await hub?.close();
      await storage.close();
    },
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

const adminEmail = 'admin@localhost.localdomain';

/** Somebody has to let the others in: the first run makes an admin of all sites. Resolves to what has to be shown. */
async function makeFirstAdmin({ desk }: KyselyStorage, passwords: ScryptPasswords, resets: boolean): Promise<RunningRelay['firstAdmin']> {
  if (!resets && (await desk.members()).length > 0) return undefined;
  const plain = randomBytes(15).toString('base64url');
  const password = await passwords.hash(plain);
  const shown = { email: adminEmail, password: plain };
  const admin = { id: newId('m'), name: 'Admin', email: adminEmail, role: 'admin', sites: [], password, isActive: true } as const;
  if (await desk.addMember(admin)) return shown;
  // Another instance was quicker, unless it is there on purpose.
  const known = resets ? await desk.memberByEmail(adminEmail) : undefined;
  if (known === undefined) return undefined;
  await desk.changeMember(known.id, { role: 'admin', sites: [], password, isActive: true });
  await desk.closeSessionsOf(known.id);
  return shown;
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
