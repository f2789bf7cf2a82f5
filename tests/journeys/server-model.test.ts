import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { build } from '../../src/cli/commands/build.ts';
import { TestRelay } from './fixtures/test-relay.ts';
import { browserFiles, launchBrowser, pageWith, type Site, startSite, Visitor } from './site.ts';

const question = 'How do I clean the lamp?';

/** A server that speaks chat completions, and streams what the test has it say. */
class ServerStandIn {
  readonly asked: string[] = [];
  answer: (response: ServerResponse) => void = () => {};

  private constructor(private readonly server: Server) {}

  static async start(): Promise<ServerStandIn> {
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => {
        body += chunk;
      });
      request.on('end', () => {
        standIn.asked.push(body);
        standIn.answer(response);
      });
    });
    const standIn = new ServerStandIn(server);
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
    return standIn;
  }

  get url(): string {
    return `http://localhost:${(this.server.address() as AddressInfo).port}/v1`;
  }

  says(...pieces: string[]): void {
    this.answer = (response) => {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' });
      for (const content of pieces) response.write(`data: ${JSON.stringify({ choices: [{ index: 0, delta: { content } }] })}\n\n`);
      response.end('data: [DONE]\n\n');
    };
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

let browser: Browser;
let folder: string;
let server: ServerStandIn;
let site: Site;
let relay: TestRelay;
let context: BrowserContext;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'edge-agent-server-model-'));
  const table = [
    'unit,locale,question,answer',
    `care,en,${question},Wipe the lamp with a dry cloth. Do not use water.`,
    'care,en,cleaning the lamp,',
    'bulb,en,How do I change the bulb of the lamp?,Unscrew the bulb and put in a new one.',
  ];
  await writeFile(join(folder, 'lamps.csv'), table.join('\r\n'));
  await build.run({ positionals: [join(folder, 'lamps.csv')], values: { out: join(folder, 'pack'), encoder: 'builtin' } });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});
beforeEach(async () => {
  server = await ServerStandIn.start();
  site = await startSite({
    mounts: [
      { path: '/edge-agent/', directory: browserFiles },
      { path: '/pack/', directory: join(folder, 'pack') },
    ],
  });
  const origins = [new URL(site.url).origin];
  relay = await TestRelay.start({ site: { origins, answers: { baseUrl: server.url, apiKey: 'secret', model: 'large' } } });
  context = await browser.newContext();
  return async () => {
    await context.close();
    await relay.close();
    await site.close();
    server.close();
  };
});

async function visit(): Promise<Visitor> {
  const attributes = `data-pack="/pack/manifest.json" data-llm="relay" data-relay="${relay.url}" data-site-key="${TestRelay.siteKey}"`;
  site.files.set('/', pageWith({ attributes }));
  const visitor = await Visitor.at(context, site.url);
  await visitor.open();
  return visitor;
}

const better = (visitor: Visitor) => visitor.page.locator('edge-agent [part~=better]');
const model = (visitor: Visitor) => visitor.page.locator('edge-agent [part~=model]');

test('the relay’s model writes from the units, gets no e-mail address, and what nothing bears out is left away', async () => {
  server.says('Wipe the lamp with ', 'a dry cloth [[care]]. ', 'We give you 50 % off [[care]].');
  const visitor = await visit();
  await visitor.ask(question.replace('lamp', 'lamp ann.lee@example.com'));
  await better(visitor).waitFor();
  expect(server.asked.join()).not.toContain('ann.lee');
  const text = await better(visitor).innerText();
  expect(text).toContain('Wipe the lamp with a dry cloth.');
  expect(text).toContain('Written by a language model of the shop’s');
  expect(text).not.toContain('50 %');
  expect(server.asked.join()).toContain('Do not use water.');
});

test.each([
  ['says no', (response: ServerResponse) => response.writeHead(400).end('{}')],
  ['breaks off', (response: ServerResponse) => response.writeHead(200, { 'Content-Type': 'text/event-stream' }).destroy()],
])('a server that %s leaves what was found, and the panel says so', async (_, answer) => {
  server.answer = answer;
  const visitor = await visit();
  expect(await visitor.ask(question)).toContain('Wipe the lamp');
  await model(visitor).getByText('did not work').waitFor();
  expect(await better(visitor).count()).toBe(0);
});

test('a server that hangs holds nothing up: the next question is answered at once', async () => {
  server.answer = () => {};
  const visitor = await visit();
  expect(await visitor.ask(question)).toContain('Wipe the lamp');
  await expect.poll(() => server.asked.length).toBe(1);
  server.says('Unscrew the bulb and put in a new one [[bulb]].');
  await visitor.ask('How do I change the bulb of the lamp?');
  await better(visitor).waitFor();
  expect(await better(visitor).innerText()).toContain('Unscrew the bulb');
});

test('a relay that is gone leaves what was found', async () => {
  const visitor = await visit();
  await relay.stop();
  expect(await visitor.ask(question)).toContain('Wipe the lamp');
  await model(visitor).getByText('did not work').waitFor();
});
