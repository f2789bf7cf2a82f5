import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NudgeLab } from '../../src/cli/nudge-lab.ts';
import { type StaticServer, startStaticServer } from '../../src/cli/static-server.ts';
import { readContentDirectory } from '../../src/content/read-content.ts';
import { nudge, settings } from './nudge-site.ts';
import { browserFiles, launchBrowser, pageWith, type Site, startSite, watchErrors } from './site.ts';

let browser: Browser;
let lab: StaticServer;
let shop: Site;

beforeAll(async () => {
  const tool = new NudgeLab();
  tool.content = readContentDirectory([
    { path: 'edge-agent.yaml', text: settings },
    { path: 'units/pay.md', text: '---\nquestion: Why was my payment declined?\n---\nAsk your bank.' },
    { path: 'nudges/stuck.yaml', text: nudge('{on: rage-click, element: "#dead"}') },
  ]).content;
  lab = await startStaticServer({
    mounts: [
      { path: '/edge-agent/', directory: browserFiles },
      { path: '/', directory: fileURLToPath(new URL('../../src/cli/preview', import.meta.url)) },
    ],
    port: 0,
    host: 'localhost',
    isChanging: true,
    headers: { 'Access-Control-Allow-Origin': '*' },
    intercept: (request, response) => {
      if (request.url !== '/builds') return tool.answer(request, response);
      response.writeHead(200, { 'Content-Type': 'text/event-stream' });
      return response.write(`data: ${JSON.stringify({ locales: ['en'] })}\n\n`) || true;
    },
  });
  shop = await startSite();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await lab?.close();
  await shop?.close();
});

test('a session recorded on a page of the shop is replayed on the timeline, and says when a nudge would have shown', async () => {
  const body = `<button id="dead" type="button">Go on</button><script type="module" src="${lab.url}record.js"></script>`;
  shop.files.set('/', pageWith({ attributes: '', body }));
  const page = await browser.newPage();
  const errors = watchErrors(page);
  const heard: string[] = [];
  page.on('request', (request) => request.url().endsWith('/recorded') && heard.push(request.postData() ?? ''));
  await page.goto(shop.url);
  await expect.poll(() => heard).toContain('page /');
  await page.waitForTimeout(1600);
  for (let click = 0; click < 5; click += 1) await page.locator('#dead').click({ delay: 20 });
  await expect.poll(() => heard).toContain('rage #dead');
  await page.evaluate(() =>
    (document.querySelector('edge-agent') as HTMLElement & { track(name: string, data: object): void }).track('order.delayed', { days: 3 }),
  );
  await expect.poll(() => heard).toContain('told order.delayed {"days":3}');
  await page.goto(`${lab.url}nudges.html`);
  await page.locator('select[name=nudge] option').first().waitFor({ state: 'attached' });
  await page.getByRole('button', { name: 'Take the recorded session' }).click();
  await page.getByText('"stuck" shows at second').waitFor();
  expect(await page.locator('textarea').inputValue()).toMatch(/^0\.0 page \/\n[\s\S]*rage #dead/);
  expect(errors).toEqual([]);
  await page.close();
});
