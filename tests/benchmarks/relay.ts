import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startPostgres } from '../../src/relay/node/postgres.fixture.ts';
import { reportGoals } from './goals.ts';
import { buildCommand, RelayProcess } from './relay/relay-process.ts';
import { VisitorClient } from './relay/visitor-client.ts';
import { percentile } from './statistics.ts';
import { figure } from './table.ts';

// The relay under load: conversations with open streams, and messages that each go to one of them. The relay runs in a
// process of its own, whose memory is measured; this process is the load. `-- --instances 2` takes PostgreSQL and writes
// to one instance what is read from another.

const { values } = parseArgs({
  options: {
    streams: { type: 'string', default: '2000' },
    rate: { type: 'string', default: '200' },
    seconds: { type: 'string', default: '30' },
    instances: { type: 'string', default: '1' },
  },
});
const [streams, rate, seconds, instances] = [values.streams, values.rate, values.seconds, values.instances].map(Number) as [
  number,
  number,
  number,
  number,
];
/** Conversations opened at once. */
const together = 50;

const directory = await mkdtemp(join(tmpdir(), 'relay-bench-'));
await chmod(directory, 0o755);
console.error('compiling the command');
buildCommand();
const postgres = instances > 1 ? await startPostgres() : undefined;
const database = postgres?.url ?? 'bench.sqlite';
// The first start makes the tables and the first log-in; what is measured is every other one.
await (await RelayProcess.start(directory, database)).stop();
const relays = await Promise.all(Array.from({ length: instances }, () => RelayProcess.start(directory, database)));
try {
  const clients = await openAll();
  const before = relays.map(({ processorTime }) => processorTime);
  const times = await load(clients);
  const used = relays.map(({ processorTime }, index) => (processorTime - (before[index] ?? 0)) / seconds);
  const memory = Math.max(...relays.map(({ peakMemory }) => peakMemory));
  for (const client of clients) client.close();
  const p99 = percentile(times, 0.99);
  reportGoals(
    'relay',
    [
      { name: 'delivery, 99 in 100', value: p99, limit: 250, unit: 'ms' },
      { name: 'messages lost', value: rate * seconds - times.length, limit: 0, unit: '' },
      { name: 'memory of one instance at its peak', value: memory, limit: 300, unit: 'MiB' },
      { name: 'start', value: Math.max(...relays.map(({ startTime }) => startTime)), limit: 1000, unit: 'ms' },
    ],
    `${streams} streams, ${rate} messages a second for ${seconds} s on ${instances === 1 ? 'one instance, SQLite' : `${instances} instances, PostgreSQL`}: ` +
      `median ${figure(percentile(times, 0.5))} ms, p99 ${figure(p99)} ms, longest ${figure(Math.max(...times))} ms, ${figure(memory)} MiB, ` +
      `${used.map((share) => `${figure(share * 100)} %`).join(' and ')} of a core`,
  );
} finally {
  await Promise.all(relays.map((relay) => relay.stop()));
  await postgres?.stop();
  await rm(directory, { recursive: true, force: true });
}

async function openAll(): Promise<VisitorClient[]> {
  const clients: VisitorClient[] = [];
  while (clients.length < streams) {
    const next = Array.from({ length: Math.min(together, streams - clients.length) }, (_, index) => {
      const [own, other] = [relays[index % instances], relays[(index + 1) % instances]] as [RelayProcess, RelayProcess];
      return VisitorClient.open(own.url, other.url);
    });
    clients.push(...(await Promise.all(next)));
    console.error(`${clients.length} streams are open`);
  }
  return clients;
}

/** Writes evenly over time, each message into another conversation, whether earlier ones have arrived or not. */
async function load(clients: readonly VisitorClient[]): Promise<number[]> {
  const writes: Promise<number | undefined>[] = [];
  const started = performance.now();
  for (let count = 0; count < rate * seconds; ) {
    const due = Math.min(rate * seconds, Math.floor(((performance.now() - started) / 1000) * rate));
    for (; count < due; count += 1) {
      const client = clients[count % clients.length] as VisitorClient;
      writes.push(
        client.write().catch((thrown: unknown) => {
          console.error(String(thrown));
          return undefined;
        }),
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return (await Promise.all(writes)).filter((time) => time !== undefined);
}
