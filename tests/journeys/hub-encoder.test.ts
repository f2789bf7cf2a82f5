import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { build } from '../../src/cli/commands/build.ts';
import { smallShopTable, tinyMeanings, writeTinyModel } from '../tiny-model.ts';
import { browserFiles, launchBrowser, pageWith, type Site, sameOriginPolicy, startSite, Visitor, watchErrors } from './site.ts';

/** Words that the pack does not have: only a vector leads from them to the unit. */
const question = 'Is there a garage?';

let browser: Browser;
let site: Site;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'edge-agent-hub-'));
  await writeFile(join(folder, 'shop.csv'), smallShopTable);
  await writeTinyModel(join(folder, 'tiny'), tinyMeanings);
  await build.run({ positionals: [join(folder, 'shop.csv')], values: { out: join(folder, 'pack'), encoder: join(folder, 'tiny') } });
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
    ],
    headers: { 'Content-Security-Policy': sameOriginPolicy.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'") },
  });
  site.files.set('/', pageWith());
  return () => site.close();
});

test('a pack made with a hub encoder is asked by meaning in the worker, under a strict policy, and offline from the device', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const errors = watchErrors(page);
  await page.goto(site.url);
  const visitor = new Visitor(page);
  expect(site.requests.filter((path) => path.includes('/hub/'))).toEqual([]);
  await visitor.open();
  await expect.poll(async () => (await visitor.decide(question)).candidates[0]?.unit, { timeout: 30_000 }).toBe('parking');
  expect(page.workers()).toHaveLength(1);
  expect(errors).toEqual([]);
  // Runtime and model are on the device by now; the second visit fetches only the script that runs them.
  const model = () => site.requests.filter((path) => /\.(?:wasm|onnx)$/.test(path)).length;
  await expect.poll(() => storedWeights(visitor)).toBe(5);
  const before = model();
  await page.reload();
  await visitor.panel.waitFor();
  await expect.poll(async () => (await visitor.decide(question)).candidates[0]?.unit, { timeout: 30_000 }).toBe('parking');
  expect(model()).toBe(before);
  await context.close();
});

const damages: [string, string, (files: Site['files']) => Promise<unknown>][] = [
  ['is missing', 'answers with status 404', async (files) => files.set(await weightsPath(), { body: '', status: 404 })],
  [
    'is another',
    'is not the one that the pack was made with',
    async (files) => files.set(await weightsPath(), { body: 'another', type: 'application/octet-stream' }),
  ],
];
test.each(damages)('where the model %s, words answer, and the console says why', async (_, reason, damage) => {
  await damage(site.files);
  const context = await browser.newContext();
  const page = await context.newPage();
  const warnings: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'warning') warnings.push(message.text());
  });
  await page.goto(site.url);
  const visitor = new Visitor(page);
  await visitor.open();
  expect(await visitor.ask('Where is parking?')).toContain('Behind the house.');
  await expect
    .poll(async () => {
      expect((await visitor.decide(question)).kind).not.toBe('answer');
      return warnings.join('\n');
    })
    .toContain(reason);
  expect(warnings.filter((text) => text.includes(reason))).toHaveLength(1);
  await context.close();
});

test('a pack made with another release’s encoder says so too', async () => {
  const manifest = JSON.parse(await readFile(join(folder, 'pack/manifest.json'), 'utf8'));
  const encoder = { id: 'builtin-0', dimensions: 32, sha256: '0'.repeat(64) };
  site.files.set('/pack/manifest.json', { body: JSON.stringify({ ...manifest, encoder }), type: 'application/json' });
  const context = await browser.newContext();
  const page = await context.newPage();
  const warning = page.waitForEvent('console', (message) => message.text().includes('the pack was made with builtin-0'));
  await page.goto(site.url);
  const visitor = new Visitor(page);
  await visitor.open();
  expect(await visitor.ask('Where is parking?')).toContain('Behind the house.');
  expect((await warning).type()).toBe('warning');
  await context.close();
});

async function weightsPath(): Promise<string> {
  const name = (await readdir(join(folder, 'pack'))).find((each) => each.startsWith('encoder-'));
  return `/pack/${name}/onnx/model_quantized.onnx`;
}

function storedWeights(visitor: Visitor): Promise<number> {
  return visitor.page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open('edge-agent');
        opening.onsuccess = () => {
          const counting = opening.result.transaction('weights').objectStore('weights').count();
          counting.onsuccess = () => resolve(counting.result);
        };
      }),
  );
}
