import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { relayErrors } from '../../protocol/relay-errors.ts';
import { configSchema } from './config.ts';
import { type RunningRelay, startRelay } from './start-relay.ts';
import { KyselyStorage } from './storage/kysely-storage.ts';
import { OnlyInstance } from './storage/only-instance.ts';

let directory: string;
let relay: RunningRelay;
const log: string[] = [];

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'start-relay-'));
  const site = { id: 'shop', name: 'Shop', publicKeys: ['pk'], origins: ['https://shop.example'] };
  const config = parse(configSchema, { port: 0, database: join(directory, 'relay.sqlite'), sites: [site] });
  relay = await startRelay({ config, log: (level, what) => log.push(`${level}: ${what}`), deskFiles: join(directory, 'nowhere') });
});
afterAll(async () => {
  await relay.close();
  await rm(directory, { recursive: true, force: true });
});

/** What comes back for bytes that are no request, or an odd one. */
function send(bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(relay.url);
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    let reply = '';
    socket.on('data', (chunk) => {
      reply += chunk;
    });
    socket.on('close', () => resolve(reply));
    socket.on('error', reject);
  });
}

const get = 'GET /health HTTP/1.1\r\nConnection: close\r\n';

describe('what Node refuses before the relay sees it', () => {
  it.each([
    ['no HTTP at all', 'hello\r\n\r\n', 'bad-request'],
    ['a header that is none', `${get}Host: a\r\nbroken header\r\n\r\n`, 'bad-request'],
    ['a header with a line break in it', `${get}Host: a\r\nX-A: b\x00c\r\n\r\n`, 'bad-request'],
    ['two lengths', 'POST /v1/sessions HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx', 'bad-request'],
    [
      'a length and chunks',
      'POST /v1/sessions HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\nx',
      'bad-request',
    ],
    ['no host', `${get}\r\n`, 'bad-request'],
    ['a host that is none', `${get}Host: a b/c\r\n\r\n`, 'bad-request'],
    ['headers without end', `${get}Host: a\r\nX-Long: ${'a'.repeat(20_000)}\r\n\r\n`, 'headers-too-large'],
    ['an expectation', `${get}Host: a\r\nExpect: a miracle\r\n\r\n`, undefined],
  ])('%s is answered in JSON', async (_, bytes, code) => {
    const [head = '', body = ''] = (await send(bytes)).split('\r\n\r\n');
    const status = Number(head.split(' ')[1]);
    if (code === undefined) return expect(status).toBe(200);
    const refusal = relayErrors[code as keyof typeof relayErrors];
    const { error } = JSON.parse(body.slice(body.indexOf('{'), body.lastIndexOf('}') + 1));
    expect([status, error]).toEqual([refusal.status, { code, message: expect.any(String), mend: refusal.mend }]);
    expect(head.toLowerCase()).toContain('content-type: application/json');
  });

  it('so are headers that never end: whoever sends them drop by drop is cut off', async () => {
    const reply = await send('GET /health HTTP/1.1\r\nHost: a\r\nX-Slow: ');
    expect(reply).toMatch(/^HTTP\/1\.1 408 [\s\S]*"code":"too-slow"/);
  }, 30_000);

  it('so is a body that never comes', async () => {
    const head = 'POST /v1/sessions HTTP/1.1\r\nHost: a\r\nOrigin: https://shop.example\r\nContent-Type: application/json\r\n';
    const reply = await send(`${head}Connection: close\r\nContent-Length: 100\r\n\r\n{"site":`);
    expect(reply).toMatch(/^HTTP\/1\.1 408 [\s\S]*"code":"too-slow"/);
  }, 40_000);
});

describe('a second relay on one SQLite file', () => {
  it('is told of by both, but one that was killed is not', async () => {
    const storage = await KyselyStorage.open(join(directory, 'relay.sqlite'));
    const said: string[] = [];
    const second = new OnlyInstance(storage.database.db, (_, what) => said.push(what), 'another-machine:1');
    await second.tend();
    await second.tend();
    expect(said).toEqual([expect.stringContaining('DATABASE_URL')]);
    const heard: unknown[] = [];
    // Its own sign, and that of a process that does not run, say nothing.
    const third = new OnlyInstance(storage.database.db, (_, __, details) => heard.push(details));
    await storage.database.db
      .insertInto('locks')
      .values({ name: 'instance:dead', holder: `${(await import('node:os')).hostname()}:4194304`, until: Date.now() + 9999 })
      .execute();
    await third.tend();
    expect(heard).toEqual([{ other: 'another-machine:1' }]);
    await Promise.all([second.leave(), third.leave()]);
    await storage.close();
  });
});

describe('the desk before it is built', () => {
  it('says what to do, in the log and on its page', async () => {
    expect(log).toEqual([expect.stringContaining('npm run build')]);
    const page = await fetch(`${relay.url}desk/`);
    expect([page.status, await page.text()]).toEqual([503, expect.stringContaining('npm run build')]);
  });
});
