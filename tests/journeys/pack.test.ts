import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { readContentTable } from '../../src/content/read-content.ts';
import { buildPack } from '../../src/pack/build-pack.ts';
import { browserFiles, launchBrowser, pageWith, type Site, startSite, Visitor } from './site.ts';

let browser: Browser;
let site: Site;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

beforeEach(async () => {
  site = await startSite({ mounts: [{ path: '/edge-agent/', directory: browserFiles }] });
  site.files.set('/', pageWith({ attributes: 'data-pack="/shop/manifest.json"' }));
  return () => site.close();
});

/** A small pack whose one answer is the given one. */
async function packFiles(answer: string): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  const table = [
    'unit,locale,question,answer',
    `opening-hours,en,When are you open?,${answer}`,
    'opening-hours,en,What are your opening hours?,',
    'parking,en,Where can I park?,Behind the house.',
    'parking,en,Is there a car park?,',
  ];
  const { content, issues } = readContentTable({ path: 'shop.csv', text: table.join('\r\n') });
  if (content === undefined) throw new Error(JSON.stringify(issues));
  return new Map((await buildPack(content)).files);
}

function publish(files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>): void {
  for (const [name, body] of files) site.files.set(`/shop/${name}`, { body, type: 'application/octet-stream' });
}

const question = 'When are you open?';

test('a new version is taken over while the page is open, and the one before it stays on the device', async () => {
  publish(await packFiles('From nine to five.'));
  const context = await browser.newContext();
  const visitor = await Visitor.at(context, site.url);
  await visitor.open();
  expect(await visitor.ask(question)).toContain('From nine to five.');
  publish(await packFiles('From ten to six.'));
  // A page that is loaded looks for a newer version while it answers from the one it has.
  await visitor.page.reload();
  await visitor.panel.waitFor();
  await expect.poll(async () => visitor.ask(question), { timeout: 10_000 }).toContain('From ten to six.');
  const kept = await storedPacks(visitor);
  expect(kept[0]?.current.version).not.toBe(kept[0]?.previous?.version);
  expect(kept[0]?.previous).toBeDefined();
  await context.close();
});

test('a shard that does not match its hash is fetched anew once', async () => {
  const files = await packFiles('From nine to five.');
  publish(files);
  const name = [...files.keys()].find((file) => file.includes('.words.')) ?? '';
  site.files.set(`/shop/${name}`, { body: damaged(files.get(name)), type: 'application/octet-stream' });
  let served = 0;
  const context = await browser.newContext();
  await context.route(`**/${name}`, async (route) => {
    served += 1;
    if (served === 2) publish(files);
    await route.continue();
  });
  const visitor = await Visitor.at(context, site.url);
  await visitor.open();
  expect(await visitor.ask(question)).toContain('From nine to five.');
  expect(served).toBe(2);
  await context.close();
});

test('a version with a damaged shard is not taken: the one in use goes on answering', async () => {
  publish(await packFiles('From nine to five.'));
  const context = await browser.newContext();
  const visitor = await Visitor.at(context, site.url);
  await visitor.open();
  await visitor.ask(question);
  const broken = await packFiles('From ten to six.');
  publish(broken);
  const name = [...broken.keys()].find((file) => file.includes('.units.')) ?? '';
  site.files.set(`/shop/${name}`, { body: damaged(broken.get(name)), type: 'application/octet-stream' });
  await visitor.page.reload();
  await visitor.panel.waitFor();
  expect(await visitor.ask(question)).toContain('From nine to five.');
  await expect.poll(() => site.requests.filter((path) => path.endsWith(name)).length).toBe(2);
  expect(await visitor.ask(question)).toContain('From nine to five.');
  await context.close();
});

test('half a pack (manifest there, files missing) is said, and the page’s own words still answer', async () => {
  const files = await packFiles('From nine to five.');
  site.files.set('/shop/manifest.json', { body: files.get('manifest.json') ?? '' });
  site.files.set(
    '/',
    pageWith({
      attributes: 'data-pack="/shop/manifest.json"',
      body: '<details><summary>Do you repair bicycles?</summary><p>Yes, on Tuesdays.</p></details>',
    }),
  );
  const context = await browser.newContext();
  const visitor = await Visitor.at(context, site.url);
  await visitor.open();
  await visitor.page.getByText('The help content could not be loaded.').waitFor();
  expect(await visitor.ask('Do you repair bicycles?')).toContain('Yes, on Tuesdays.');
  // Once the files are there the next question finds them.
  publish(files);
  expect(await visitor.ask(question)).toContain('From nine to five.');
  await context.close();
});

test('a pack that answers with an error page, or with nonsense, breaks nothing', async () => {
  site.files.set('/shop/manifest.json', { body: '<!doctype html><title>Not found</title>' });
  const context = await browser.newContext();
  const visitor = await Visitor.at(context, site.url);
  await visitor.open();
  const reply = await visitor.ask(question);
  expect(reply).toContain('I have no answer to that here.');
  await context.close();
});

interface StoredPack {
  readonly current: { readonly version: string };
  readonly previous?: { readonly version: string };
}

function storedPacks(visitor: Visitor): Promise<StoredPack[]> {
  return visitor.page.evaluate(
    () =>
      new Promise<StoredPack[]>((resolve) => {
        const opening = indexedDB.open('edge-agent');
        opening.onsuccess = () => {
          const reading = opening.result.transaction('packs').objectStore('packs').getAll();
          reading.onsuccess = () => resolve(reading.result);
        };
      }),
  );
}

function damaged(bytes: Uint8Array<ArrayBuffer> | undefined): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(bytes ?? []);
  copy[copy.length - 1] = (copy.at(-1) ?? 0) ^ 1;
  return copy;
}

test('the demo pack’s manifest is small', async () => {
  // Decision rights with their reasons in nine languages are a quarter of it.
  expect((await readFile(new URL('../../dist/demo/pack/manifest.json', import.meta.url))).length).toBeLessThan(28_000);
});
