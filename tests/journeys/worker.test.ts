import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { crossOriginPolicy, launchBrowser, pageWith, type Site, sameOriginPolicy, startSite, Visitor, watchErrors } from './site.ts';

let browser: Browser;
let site: Site;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  site = await startSite();
  site.files.set('/', pageWith());
  return () => site.close();
});

const question = 'How do I return something?';

test('a worker that dies in the middle of a question is started again and answers', async () => {
  const context = await browser.newContext();
  const visitor = await Visitor.at(context, site.url);
  await visitor.open();
  await visitor.ask('Which payment methods do you accept?');
  const [worker] = visitor.page.workers();
  // It works on something else for a while and then dies, so that the question waits in its queue and is lost.
  void worker
    ?.evaluate(() => {
      const end = performance.now() + 700;
      while (performance.now() < end);
      self.close();
    })
    .catch(() => {});
  const decision = await visitor.decide(question);
  expect(decision.candidates[0]?.unit).toBe('return-how');
  expect(visitor.page.workers()).toHaveLength(1);
  await context.close();
});

test('where a page forbids workers, the page’s own thread answers', async () => {
  const strict = await startSite({
    headers: { 'Content-Security-Policy': sameOriginPolicy.replace("worker-src 'self'", "worker-src 'none'") },
  });
  strict.files.set('/', pageWith());
  const context = await browser.newContext();
  const visitor = await Visitor.at(context, strict.url);
  await visitor.open();
  const decision = await visitor.decide(question);
  expect(decision.candidates[0]?.unit).toBe('return-how');
  expect(visitor.page.workers()).toHaveLength(0);
  await context.close();
  await strict.close();
});

test('script and pack from another origin work under the strict policy that the README lists', async () => {
  const shop = await startSite({ mounts: [], headers: { 'Content-Security-Policy': crossOriginPolicy(`http://127.0.0.1:${site.port}`) } });
  const cdn = await startSite({ host: '127.0.0.1' });
  const origin = `http://127.0.0.1:${cdn.port}`;
  shop.files.set('/', {
    ...pageWith({
      loader: `${origin}/edge-agent/edge-agent.js`,
      attributes: `crossorigin="anonymous" data-pack="${origin}/pack/manifest.json"`,
    }),
    headers: { 'Content-Security-Policy': crossOriginPolicy(origin) },
  });
  const context = await browser.newContext();
  const page = await context.newPage();
  const errors = watchErrors(page);
  await page.goto(shop.url);
  const visitor = new Visitor(page);
  await visitor.open();
  const decision = await visitor.decide(question);
  expect(decision.candidates[0]?.unit).toBe('return-how');
  expect(page.workers().map((worker) => worker.url().split(':')[0])).toEqual(['blob']);
  expect(errors).toEqual([]);
  await context.close();
  await Promise.all([shop.close(), cdn.close()]);
});

test('a script that was tampered with on the way is not run, and the page is as it was', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.route('**/agent/widget-*.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${await response.text()}\n/* one comment more */` });
  });
  await page.goto(site.url);
  await page.waitForTimeout(1500);
  expect(await page.evaluate(() => customElements.get('edge-agent') === undefined)).toBe(true);
  expect(await page.locator('main h1').textContent()).toBe('A shop');
  await context.close();
});

test('without JavaScript the page is exactly as without the agent', async () => {
  site.files.set('/plain', { body: String(pageWith().body).replace(/<script.*?<\/script>/, '') });
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(site.url);
  const withAgent = await page.screenshot();
  await page.goto(`${site.url}plain`);
  expect(withAgent.equals(await page.screenshot())).toBe(true);
  await context.close();
});
