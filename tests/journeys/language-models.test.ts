import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { build } from '../../src/cli/commands/build.ts';
import { writeTinyTextModel } from '../tiny-model.ts';
import { browserFiles, launchBrowser, pageWith, type Site, startSite, Visitor } from './site.ts';

const table = [
  'unit,locale,question,answer',
  'care,en,How do I clean the lamp?,Wipe the lamp with a dry cloth. Do not use water.',
  'care,en,cleaning the lamp,',
  'bulb,en,How do I change the bulb of the lamp?,Unscrew the bulb and put in a new one.',
].join('\r\n');
const question = 'How do I clean the lamp?';
/** More than two pieces of a download. */
const ballast = 20 * 1024 * 1024;

let browser: Browser;
let site: Site;
let folder: string;
let context: BrowserContext;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'edge-agent-language-models-'));
  await writeFile(join(folder, 'lamps.csv'), table);
  await build.run({ positionals: [join(folder, 'lamps.csv')], values: { out: join(folder, 'pack'), encoder: 'builtin' } });
  const model = join(folder, 'model');
  await writeTinyTextModel(model, 'Wipe the lamp with a dry cloth [1].');
  await writeFile(join(model, 'ballast.bin'), new Uint8Array(ballast).fill(7));
  const names = (await readdir(model, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const files = names.map(({ parentPath, name }) => join(parentPath, name).slice(model.length + 1)).sort();
  await writeFile(
    join(model, 'models.json'),
    JSON.stringify({
      id: 'tiny',
      maker: 'transformers',
      dtype: 'q8',
      languages: ['en'],
      files: await Promise.all(
        files.map(async (file) => {
          const bytes = await readFile(join(model, file));
          return { file, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
        }),
      ),
    }),
  );
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});
beforeEach(async () => {
  site = await startSite({
    mounts: [
      { path: '/edge-agent/', directory: browserFiles },
      { path: '/pack/', directory: join(folder, 'pack') },
      { path: '/model/', directory: join(folder, 'model') },
    ],
  });
  context = await browser.newContext();
  return async () => {
    await context.close();
    await site.close();
  };
});

async function visit(llm: string): Promise<Visitor> {
  site.files.set('/', pageWith({ attributes: `data-pack="/pack/manifest.json" data-llm="${llm}" data-models="/model/models.json"` }));
  const visitor = await Visitor.at(context, site.url);
  await visitor.open();
  return visitor;
}

const better = (page: Page) => page.locator('edge-agent [part~=better]');
const model = (page: Page) => page.locator('edge-agent [part~=model]');
const button = (page: Page, name: string) => model(page).getByRole('button', { name });
const requestsOf = (pattern: RegExp) => site.requests.filter((path) => pattern.test(path));

/** Brings the model onto the device, as a visitor does. */
async function fetchModel(visitor: Visitor): Promise<void> {
  await visitor.ask(question);
  await button(visitor.page, 'Download').click();
  await expect.poll(() => model(visitor.page).count(), { timeout: 20_000 }).toBe(0);
}

/** Has the ballast come in the pieces that are asked for, each after `before`. Resolves to the ranges so far. */
async function inPieces(page: Page, before: (range: string) => Promise<void> = async () => {}): Promise<string[]> {
  const ranges: string[] = [];
  await page.route('**/model/ballast.bin', async (route: Route) => {
    const range = (await route.request().headerValue('range')) ?? '';
    const [, from = '0', to = '0'] = /^bytes=(\d+)-(\d+)$/.exec(range) ?? [];
    ranges.push(range);
    await before(range);
    await route.fulfill({ status: 206, body: Buffer.alloc(Number(to) - Number(from) + 1, 7) }).catch(() => {});
  });
  return ranges;
}

test('a model of the site’s own is offered with its size, fetched by a click, and writes below what was found', async () => {
  const visitor = await visit('ask');
  expect(await visitor.ask(question)).toContain('Do not use water.');
  expect(requestsOf(/\/generation-|\/hub\/|ballast|\.onnx/)).toEqual([]);
  // What runs it is counted.
  expect(await model(visitor.page).innerText()).toContain('36 MB');
  await button(visitor.page, 'Download').click();
  await expect.poll(() => model(visitor.page).count(), { timeout: 20_000 }).toBe(0);
  expect(requestsOf(/\/generation-|\/hub\//)).toEqual([]);
  await visitor.ask('cleaning the lamp');
  await better(visitor.page).first().waitFor();
  expect(await better(visitor.page).first().innerText()).toContain('Wipe the lamp with a dry cloth.');
  expect(requestsOf(/webllm/)).toEqual([]);
});

test('what is on the device is used without asking, offline too, and no byte of it comes twice', async () => {
  await fetchModel(await visit('ask'));
  const before = requestsOf(/\/model\/(?!models)/).length;
  const visitor = await visit('auto');
  await visitor.ask(question);
  await better(visitor.page).waitFor();
  await context.setOffline(true);
  await visitor.ask('cleaning the lamp');
  await expect.poll(() => better(visitor.page).count()).toBe(2);
  expect(requestsOf(/\/model\/(?!models)/)).toHaveLength(before);
});

test('a download that is paused goes on where it was, also after a reload', async () => {
  const visitor = await visit('ask');
  const { page } = visitor;
  let isHeld = true;
  const ranges = await inPieces(page, async () => {
    if (ranges.length >= 2 && isHeld) await expect.poll(() => isHeld, { timeout: 20_000 }).toBe(false);
  });
  await visitor.ask(question);
  await button(page, 'Download').click();
  await model(page).getByText('%').waitFor();
  await expect.poll(() => ranges.length).toBe(2);
  await button(page, 'Pause').click();
  await model(page).getByText('Paused at 4').waitFor();
  isHeld = false;
  await page.reload();
  await visitor.panel.waitFor();
  await visitor.ask('cleaning the lamp');
  ranges.length = 0;
  await button(page, 'Download').click();
  await expect.poll(() => model(page).count(), { timeout: 20_000 }).toBe(0);
  expect(ranges[0]).toBe(`bytes=${8 * 1024 * 1024}-${16 * 1024 * 1024 - 1}`);
});

test('a download that the network cuts says so, and what was found stands', async () => {
  const visitor = await visit('ask');
  await visitor.page.route('**/model/ballast.bin', (route) => route.abort());
  await visitor.ask(question);
  await button(visitor.page, 'Download').click();
  await model(visitor.page).getByText('did not work').waitFor();
  expect(await visitor.lastReply.innerText()).toContain('Do not use water.');
});

test('a file that is not what its listing says is never used', async () => {
  const visitor = await visit('ask');
  await visitor.page.route('**/model/config.json', (route) => route.fulfill({ status: 200, body: 'something else' }));
  await visitor.ask(question);
  await button(visitor.page, 'Download').click();
  await model(visitor.page).getByText('did not work').waitFor();
  await visitor.ask('cleaning the lamp');
  expect(await better(visitor.page).count()).toBe(0);
});

test('one tab at a time has the model open; the other one says so and answers at once', async () => {
  const first = await visit('ask');
  await fetchModel(first);
  await first.ask('cleaning the lamp');
  await better(first.page).first().waitFor();
  const second = await visit('auto');
  expect(await second.ask(question)).toContain('Wipe the lamp');
  await model(second.page).getByText('in use in another tab').waitFor();
  await first.page.close();
  await second.ask('cleaning the lamp');
  await better(second.page).first().waitFor();
});

test('a page that is hidden keeps no model at work, and what was found stands', async () => {
  await fetchModel(await visit('ask'));
  const visitor = await visit('auto');
  await visitor.page.evaluate(() => Object.defineProperty(document, 'visibilityState', { configurable: true, value: 'hidden' }));
  await visitor.ask(question);
  expect(await visitor.lastReply.innerText()).toContain('Wipe the lamp');
  expect(requestsOf(/\/hub\//)).toEqual([]);
  expect(await better(visitor.page).count()).toBe(0);
});

test('the visitor sees what it takes, also on a later visit, and removes it', async () => {
  await fetchModel(await visit('ask'));
  const { page } = await visit('ask');
  await page.locator('edge-agent button[aria-controls=menu]').click();
  await page.locator('edge-agent #menu').getByText('What is stored here?').click();
  await model(page).getByText('Language model on this device: 21 MB').waitFor();
  await button(page, 'Remove').click();
  await expect.poll(() => model(page).count()).toBe(0);
  expect(await page.evaluate(async () => (await (await caches.open('edge-agent-models')).keys()).length)).toBe(0);
});

test('a broken model leaves what was found', async () => {
  const visitor = await visit('ask');
  await fetchModel(visitor);
  await visitor.page.route('**/hub/*.wasm', (route) => route.fulfill({ status: 200, body: 'no runtime' }));
  const started = Date.now();
  expect(await visitor.ask('cleaning the lamp')).toContain('Wipe the lamp');
  await model(visitor.page).getByText('did not work').waitFor();
  expect(Date.now() - started).toBeLessThan(5000);
  expect(await better(visitor.page).count()).toBe(0);
});
