import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { crossOriginPolicy, launchBrowser, pageWith, type Site, sameOriginPolicy, startSite, Visitor } from './site.ts';

let browser: Browser;
const sites: Site[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await Promise.allSettled(sites.map((site) => site.close()));
});

async function site(options: Parameters<typeof startSite>[0] = {}): Promise<Site> {
  const started = await startSite(options);
  sites.push(started);
  return started;
}

/** Waits until the offline worker is in charge and has kept the page and the agent's two scripts. */
async function kept(visitor: Visitor): Promise<void> {
  const count = (name: string) =>
    visitor.page.evaluate(async (cache) => ((await caches.has(cache)) ? (await (await caches.open(cache)).keys()).length : 0), name);
  await expect.poll(() => count('edge-agent-pages'), { timeout: 10_000 }).toBeGreaterThan(0);
  await expect.poll(() => count('edge-agent-agent'), { timeout: 10_000 }).toBeGreaterThanOrEqual(2);
}

const style = { body: 'h1 { color: rgb(1, 2, 3); }', type: 'text/css' };

test('after one answer the server may go away for good: the reloaded page looks the same and answers', async () => {
  const shop = await site({ headers: { 'Content-Security-Policy': sameOriginPolicy } });
  shop.files.set('/', pageWith({ head: '<link rel="stylesheet" href="/style.css">' }));
  shop.files.set('/style.css', style);
  const context = await browser.newContext();
  const visitor = await Visitor.at(context, shop.url);
  await visitor.open();
  await visitor.ask('How do I return something?');
  await kept(visitor);
  await shop.close();
  await visitor.page.reload();
  expect(await visitor.page.locator('main h1').evaluate((heading) => getComputedStyle(heading).color)).toBe('rgb(1, 2, 3)');
  await visitor.panel.waitFor();
  // The conversation is still there, and a new question is answered.
  await expect.poll(() => visitor.agentMessages.count()).toBe(1);
  const decision = await visitor.decide('Which payment methods do you accept?');
  expect(decision.candidates[0]?.unit).toBe('payment-methods');
  await context.close();
});

test('with the script from another origin, one line on the own origin does it', async () => {
  const cdn = await site({ host: '127.0.0.1' });
  const origin = cdn.url.replace(/\/$/, '');
  const shop = await site({ mounts: [], headers: { 'Content-Security-Policy': crossOriginPolicy(origin) } });
  shop.files.set('/offline-agent.js', {
    body: `importScripts('${origin}/edge-agent/offline.js');`,
    type: 'text/javascript',
    headers: { 'Service-Worker-Allowed': '/', 'Content-Security-Policy': `script-src ${origin}; connect-src *` },
  });
  shop.files.set(
    '/',
    pageWith({
      loader: `${origin}/edge-agent/edge-agent.js`,
      attributes: `crossorigin="anonymous" data-pack="${origin}/pack/manifest.json" data-offline="/offline-agent.js"`,
    }),
  );
  const context = await browser.newContext();
  const visitor = await Visitor.at(context, shop.url);
  await visitor.open();
  await visitor.ask('How do I return something?');
  await kept(visitor);
  await Promise.all([shop.close(), cdn.close()]);
  await visitor.page.reload();
  const decision = await visitor.decide('Which payment methods do you accept?');
  expect(decision.candidates[0]?.unit).toBe('payment-methods');
  await context.close();
});

test('a shop that has a service worker keeps it, and its developer is told the line to add', async () => {
  const shop = await site();
  shop.files.set('/own-worker.js', { body: 'self.addEventListener("fetch", () => {});', type: 'text/javascript' });
  shop.files.set('/', pageWith());
  const context = await browser.newContext();
  const page = await context.newPage();
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  await page.goto(shop.url);
  await page.evaluate(async () => {
    await navigator.serviceWorker.register('/own-worker.js');
    await navigator.serviceWorker.ready;
  });
  await page.reload();
  const visitor = new Visitor(page);
  await visitor.open();
  await visitor.ask('How do I return something?');
  await expect.poll(() => said.join('\n')).toContain('importScripts(');
  const scripts = await page.evaluate(async () =>
    (await navigator.serviceWorker.getRegistrations()).map((registration) => registration.active?.scriptURL),
  );
  expect(scripts).toEqual([`${shop.url}own-worker.js`]);
  await context.close();
});

test('pages that are no-store, private or personal by their address are never kept', async () => {
  const shop = await site();
  shop.files.set('/', pageWith());
  shop.files.set('/secret', { ...pageWith(), headers: { 'Cache-Control': 'no-store' } });
  shop.files.set('/mine', { ...pageWith(), headers: { 'Cache-Control': 'private, max-age=60' } });
  shop.files.set('/by-cookie', { ...pageWith(), headers: { Vary: 'Cookie' } });
  shop.files.set('/account/orders', pageWith());
  shop.files.set('/checkout', pageWith());
  shop.files.set('/products/lamp', pageWith());
  const context = await browser.newContext();
  const visitor = await Visitor.at(context, shop.url);
  await visitor.open();
  await visitor.ask('How do I return something?');
  await kept(visitor);
  for (const path of ['secret', 'mine', 'by-cookie', 'account/orders', 'checkout', 'products/lamp'])
    await visitor.page.goto(shop.url + path);
  const addresses = () =>
    visitor.page.evaluate(async () => {
      const names = (await caches.keys()).filter((name) => name.startsWith('edge-agent'));
      const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
      return requests.flat().map(({ url }) => new URL(url).pathname);
    });
  await expect.poll(addresses).toContain('/products/lamp');
  const all = await addresses();
  for (const path of ['/secret', '/mine', '/by-cookie', '/account/orders', '/checkout']) expect(all).not.toContain(path);
  await context.close();
});

test('nothing of it is there before the visitor acts, and nothing is left after deleting', async () => {
  const shop = await site();
  shop.files.set('/', pageWith());
  const context = await browser.newContext();
  const visitor = await Visitor.at(context, shop.url);
  await visitor.page.locator('edge-agent [part~=launcher]').waitFor();
  const traces = () =>
    visitor.page.evaluate(async () => ({
      databases: (await indexedDB.databases()).map(({ name }) => name),
      caches: await caches.keys(),
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      local: localStorage.length,
      session: sessionStorage.length,
      cookies: document.cookie,
    }));
  const nothing = { databases: [], caches: [], workers: 0, local: 0, session: 0, cookies: '' };
  expect(await traces()).toEqual(nothing);
  expect(shop.requests.filter((path) => path.startsWith('/pack'))).toEqual([]);
  await visitor.open();
  await visitor.ask('How do I return something?');
  await kept(visitor);
  expect((await traces()).databases).toContain('edge-agent');
  await visitor.page.locator('edge-agent button[aria-controls=menu]').click();
  await visitor.page.locator('edge-agent #menu button').nth(2).click();
  await visitor.page.locator('edge-agent [part~=delete]').click();
  await visitor.page.getByText('All of it is deleted.').waitFor();
  await expect.poll(async () => (await traces()).caches).toEqual([]);
  expect((await traces()).session).toBe(0);
  const left = await visitor.page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open('edge-agent');
        opening.onsuccess = () => {
          const database = opening.result;
          const names = [...database.objectStoreNames];
          const transaction = database.transaction(names);
          const counts = names.map((name) => transaction.objectStore(name).count());
          transaction.oncomplete = () => resolve(counts.reduce((sum, { result }) => sum + result, 0));
        };
      }),
  );
  expect(left).toBe(0);
  await context.close();
});
