import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { build } from '../../src/cli/commands/build.ts';
import { browserFiles, launchBrowser, pageWith, type Site, startSite, Visitor } from './site.ts';

/** Folder that `edge-agent models pull` wrote, for a model of web-llm: with it the real engine is tried with real weights. */
const weights = process.env.EDGE_AGENT_WEBLLM_MODEL;
const question = 'How do I clean the lamp?';

let folder: string;
let browser: Browser;
let site: Site;
let context: BrowserContext;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'edge-agent-webllm-'));
  const table = ['unit,locale,question,answer', `care,en,${question},Wipe the lamp with a dry cloth. Do not use water.`];
  await writeFile(join(folder, 'lamps.csv'), table.join('\r\n'));
  await build.run({ positionals: [join(folder, 'lamps.csv')], values: { out: join(folder, 'pack'), encoder: 'builtin' } });
});
afterAll(() => rm(folder, { recursive: true }));
afterEach(async () => {
  await context.close();
  await site.close();
  await browser.close();
});

async function visit(args: readonly string[], model?: string): Promise<Visitor> {
  browser = await launchBrowser(args);
  site = await startSite({
    mounts: [
      { path: '/edge-agent/', directory: browserFiles },
      { path: '/pack/', directory: join(folder, 'pack') },
      ...(model === undefined ? [] : [{ path: '/model/', directory: model }]),
    ],
  });
  context = await browser.newContext();
  site.files.set('/', pageWith({ attributes: 'data-pack="/pack/manifest.json" data-llm="webgpu" data-models="/model/models.json"' }));
  if (model === undefined) serveBrokenModel();
  const visitor = await Visitor.at(context, site.url);
  await visitor.open();
  return visitor;
}

/** A model in MLC's layout whose library is no WebAssembly: the real engine has to read it to find that out. */
function serveBrokenModel(): void {
  const files = {
    'mlc-chat-config.json': JSON.stringify({ model_type: 'qwen2', tokenizer_files: ['tokenizer.json'], context_window_size: 1024 }),
    'tensor-cache.json': JSON.stringify({ metadata: { ParamSize: 0 }, records: [] }),
    'tokenizer.json': '{}',
    'model.wasm': 'no library',
  };
  for (const [name, body] of Object.entries(files)) site.files.set(`/model/${name}`, { body, type: 'application/octet-stream' });
  const listed = Object.entries(files).map(([file, body]) => ({
    file,
    bytes: body.length,
    sha256: createHash('sha256').update(body).digest('hex'),
  }));
  const listing = { id: 'broken', maker: 'webllm', library: 'model.wasm', languages: ['en'], files: listed };
  site.files.set('/model/models.json', { body: JSON.stringify(listing), type: 'application/json' });
}

const model = (visitor: Visitor) => visitor.page.locator('edge-agent [part~=model]');

test('without a graphics device no model for one is offered, and words answer', async () => {
  const visitor = await visit([]);
  expect(await visitor.ask(question)).toContain('Wipe the lamp');
  await expect.poll(() => site.requests.some((path) => path.endsWith('/models.json'))).toBe(true);
  expect(await model(visitor).count()).toBe(0);
  expect(site.requests.filter((path) => /webllm|model\.wasm/.test(path))).toEqual([]);
});

test('the real engine reads a model that cannot run, the panel says so, and what was found stands', async () => {
  const visitor = await visit(['--enable-unsafe-webgpu']);
  await visitor.ask(question);
  await model(visitor).getByRole('button', { name: 'Download' }).click();
  await expect.poll(() => model(visitor).count()).toBe(0);
  expect(site.requests.filter((path) => path.includes('webllm'))).toEqual([]);
  expect(await visitor.ask('clean the lamp')).toContain('Wipe the lamp');
  await model(visitor).getByText('did not work').waitFor();
  expect(site.requests.some((path) => path.includes('/webllm/runtime-'))).toBe(true);
  expect(await visitor.page.locator('edge-agent [part~=better]').count()).toBe(0);
});

test.runIf(weights)('the real engine writes with real weights', { timeout: 600_000 }, async () => {
  const visitor = await visit(['--enable-unsafe-webgpu'], weights);
  await visitor.ask(question);
  await model(visitor).getByRole('button', { name: 'Download' }).click();
  await expect.poll(() => model(visitor).count(), { timeout: 300_000 }).toBe(0);
  await visitor.ask('clean the lamp');
  await visitor.page.locator('edge-agent [part~=better]').waitFor({ timeout: 300_000 });
});
