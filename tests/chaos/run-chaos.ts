import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { handoff } from '../../src/relay/handoffs/handoff.fixture.ts';
import { freePort } from '../../src/relay/node/free-port.fixture.ts';
import { startPostgres } from '../../src/relay/node/postgres.fixture.ts';
import { fail, failuresOf } from './failures.ts';
import { FlakyProxy, pause } from './flaky-proxy.ts';
import { RelayServer } from './relay-server.ts';
import { type Line, Talker } from './talker.ts';

export interface ChaosOptions {
  readonly failures: number;
  readonly database: 'sqlite' | 'postgres';
  /** The compiled command, where there is one. */
  readonly program?: string;
  readonly onFailure?: (count: number, what: string) => void;
}

export interface ChaosReport {
  readonly failures: Readonly<Record<string, number>>;
  readonly messages: number;
  /** Everything that went wrong with what was said: lost, doubled, out of order, unequal on both sides. */
  readonly faults: readonly string[];
}

const origin = 'https://shop.example';

/**
 * A visitor and a member of the desk write to each other while the network is cut on either side, relays are killed and
 * the database crashes; then what was typed is compared with what both were shown.
 */
export async function runChaos({ failures, database, program, onFailure = () => {} }: ChaosOptions): Promise<ChaosReport> {
  const directory = await mkdtemp(join(tmpdir(), 'relay-chaos-'));
  await chmod(directory, 0o755);
  const postgres = database === 'postgres' ? await startPostgres() : undefined;
  const config = join(directory, 'relay.yaml');
  const rate = '{ burst: 1000000, perSecond: 1000000 }';
  const ports = await Promise.all(Array.from({ length: postgres === undefined ? 1 : 2 }, freePort));
  const [visitorSide, deskSide] = [await FlakyProxy.start(ports), await FlakyProxy.start(ports)];
  await writeFile(
    config,
    `database: ${postgres?.url ?? 'chaos.sqlite'}\npublicUrl: ${deskSide.url}\n` +
      `rates: { address: ${rate}, session: ${rate}, site: ${rate}, streams: { visitor: 1000, address: 10000, all: 10000 } }\n` +
      `sites:\n  - { id: shop, name: Shop, publicKeys: [pk], origins: ["${origin}"] }\n`,
  );
  const relays = ports.map((port) => new RelayServer(config, port, program));
  const talkers: Talker[] = [];
  try {
    for (const relay of relays) await relay.start();
    const visitor = await visitorLine(visitorSide.url);
    const desk = await deskLine(deskSide.url, visitor.handoff, relays[0]?.said ?? '');
    talkers.push(new Talker(visitor.line), new Talker(desk));
    const typing = typeOn(talkers);
    const kinds = failuresOf({ visitor: visitorSide.proxy, desk: deskSide.proxy, relays, postgres });
    const counts = await fail(kinds, { count: failures, pace: 50, onFailure });
    typing.stop();
    await settled(talkers);
    return {
      failures: counts,
      messages: talkers.reduce((sum, { typed }) => sum + typed.length, 0),
      faults: [...faultsOf(talkers), ...relays.flatMap(({ fault }) => fault ?? [])],
    };
  } finally {
    await Promise.all(talkers.map((talker) => talker.stop()));
    visitorSide.proxy.stop();
    deskSide.proxy.stop();
    await Promise.all(relays.map((relay) => relay.kill()));
    await postgres?.stop();
    await rm(directory, { recursive: true, force: true });
  }
}

function typeOn(talkers: readonly Talker[]): { stop(): void } {
  let count = 0;
  const timer = setInterval(() => {
    for (const talker of talkers) {
      // Nobody types on and on while nothing gets through.
      if (talker.waiting > 20 || Math.random() < 0.5) continue;
      count += 1;
      talker.type(`message ${count} 𝔘 "'<b>`);
    }
  }, 40);
  return { stop: () => clearInterval(timer) };
}

/** Waits until all that was typed is shown on both sides, for as long as anything still arrives. */
async function settled(talkers: readonly Talker[]): Promise<void> {
  const all = talkers.reduce((sum, { typed }) => sum + typed.length, 0);
  let [arrived, deadline] = [0, Date.now() + patience];
  while (Date.now() < deadline && !talkers.every(({ waiting, shown }) => waiting === 0 && shown.length >= all)) {
    const now = talkers.reduce((sum, { shown }) => sum + shown.length, 0);
    if (now > arrived) [arrived, deadline] = [now, Date.now() + patience];
    await pause(50);
  }
  // What is doubled would still come.
  await pause(500);
}

const patience = 30_000;

function faultsOf(talkers: readonly Talker[]): string[] {
  const faults = talkers.flatMap((talker) => talker.faults);
  const [one, other] = talkers.map(({ shown }) => shown.map(({ id, seq, text }) => `${seq} ${id} ${text}`));
  if (JSON.stringify(one) !== JSON.stringify(other)) faults.push('the two sides were shown different things');
  for (const [index, { typed, shown }] of talkers.entries()) {
    const from = index === 0 ? 'visitor' : 'person';
    const own = shown.filter((event) => event.from === from).map(({ text }) => text);
    if (new Set(own).size < own.length) faults.push(`the ${from}'s messages are doubled`);
    if (own.length < typed.length) faults.push(`${typed.length - own.length} of the ${from}'s messages are lost`);
    if (JSON.stringify(own) !== JSON.stringify(typed.slice(0, own.length))) faults.push(`the ${from}'s messages are out of order`);
  }
  return faults;
}

async function ask(url: string, method: string, headers: Record<string, string>, body?: object): Promise<Response> {
  return fetch(url, {
    method,
    headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(5000),
  });
}

async function visitorLine(url: string): Promise<{ line: Line; handoff: string }> {
  let { session, renewal } = (await (await ask(`${url}/v1/sessions`, 'POST', { origin }, { site: 'pk' })).json()) as {
    session: string;
    renewal: string;
  };
  const headers = () => ({ origin, authorization: `Bearer ${session}` });
  const opened = await ask(`${url}/v1/handoffs`, 'POST', { ...headers(), 'idempotency-key': crypto.randomUUID() }, handoff);
  const { handoff: id } = (await opened.json()) as { handoff: string };
  const line: Line = {
    from: 'visitor',
    events: `${url}/v1/handoffs/${id}/events?`,
    messages: `${url}/v1/handoffs/${id}/messages`,
    headers,
    mend: async () => {
      const renewed = await ask(`${url}/v1/sessions`, 'POST', { origin }, { site: 'pk', renewal });
      ({ session, renewal } = (await renewed.json()) as { session: string; renewal: string });
    },
  };
  return { line, handoff: id };
}

async function deskLine(url: string, handoffId: string, said: string): Promise<Line> {
  const [, email = '', password = ''] = /log-in, shown this once: (\S+) with the password (\S+)/.exec(said) ?? [];
  const login = await ask(`${url}/desk/api/login`, 'POST', { origin: url }, { email, password });
  const cookie = (login.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const { csrf } = (await login.json()) as { csrf: string };
  const headers = () => ({ origin: url, cookie, 'x-csrf-token': csrf });
  const take = async () => {
    await ask(`${url}/desk/api/handoffs/${handoffId}/take`, 'POST', headers(), {});
  };
  await take();
  return {
    from: 'person',
    events: `${url}/desk/api/events?handoff=${handoffId}&`,
    messages: `${url}/desk/api/handoffs/${handoffId}/messages`,
    headers,
    mend: take,
  };
}
