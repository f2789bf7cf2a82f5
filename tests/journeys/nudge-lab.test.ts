import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NudgeLab } from '../../src/cli/nudge-lab.ts';
import { readContentOrFail } from '../../src/cli/read-sources.ts';
import { type StaticServer, startStaticServer } from '../../src/cli/static-server.ts';
import { readContentDirectory } from '../../src/content/read-content.ts';
import { nudge, settings } from './nudge-site.ts';
import { browserFiles, launchBrowser, pageWith, type Site, startSite, watchErrors } from './site.ts';

let browser: Browser;
let lab: StaticServer;
let shop: Site;
const tool = new NudgeLab();

beforeAll(async () => {
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

const shopWith = (nudges: Readonly<Record<string, string>>) =>
  readContentDirectory([
    { path: 'edge-agent.yaml', text: settings },
    { path: 'units/pay.md', text: '---\nquestion: Why was my payment declined?\n---\nAsk your bank.' },
    ...Object.entries(nudges).map(([id, text]) => ({ path: `nudges/${id}.yaml`, text })),
  ]).content;

async function openLab(): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(`${lab.url}nudges.html`);
  await page.locator('select[name=nudge] option').first().waitFor({ state: 'attached' });
  return page;
}

test('each nudge of the demo shows in the session that is written for it, and on the page beside it', async () => {
  tool.content = await readContentOrFail(fileURLToPath(new URL('../../demo/content', import.meta.url)));
  const page = await openLab();
  const errors = watchErrors(page);
  const ids = await page.locator('select[name=nudge] option').allTextContents();
  expect(ids).toEqual(expect.arrayContaining(['coupon-refused', 'cart-leaving', 'mop-pads-due']));
  for (const id of ids) {
    await page.locator('select[name=nudge]').selectOption(id);
    await page.getByText(`"${id}" shows at `).waitFor();
    await page.frameLocator('#look').locator('edge-agent-nudge .nudge').waitFor();
  }
  expect(errors).toEqual([]);
  await page.close();
}, 120_000);

test('what cannot be replayed is said in plain words, and nothing of the session before stays', async () => {
  tool.content = shopWith({ stuck: nudge('{on: rage-click, element: "#dead"}'), late: nudge('{on: event, event: order.delayed}') });
  const page = await openLab();
  const said = page.locator('#said');
  const timeline = page.locator('#timeline li');
  const steps = page.locator('textarea');
  const replay = page.getByRole('button', { name: 'Replay' });
  const wrong: [string, string][] = [
    ['page /', 'write the second, then what happens'],
    ['0 page', 'something is missing; write it as in: 0 page /checkout'],
    ['0 page checkout', 'a page is its path'],
    ['1 told order.delayed {days: 3}', 'stands in braces, names in quotes'],
    ['1 scrolled far', '0 to 100 percent'],
    ['1 danced', '"danced" is nothing that happens'],
    ['0 view ##x', '"##x" is no CSS selector'],
    ['0 form #a[', '"#a[" is no CSS selector'],
    ['0 error card ##x', '"##x" is no CSS selector'],
    ['0 rage ##x', '"##x" is no CSS selector'],
    ['99999999999 active', '400 days at most'],
  ];
  for (const [line, mend] of wrong) {
    await steps.fill('0 page /\n5 active');
    await replay.click();
    await expect.poll(() => timeline.count()).toBe(2);
    await steps.fill(`0 page /\n${line}`);
    await replay.click();
    await expect.poll(() => said.textContent()).toContain(`Line 2, "${line}": `);
    expect(await said.textContent()).toContain(mend);
    expect(await timeline.count()).toBe(0);
  }
  await steps.fill(Array.from({ length: 2001 }, () => '0 active').join('\n'));
  await replay.click();
  await expect.poll(() => said.textContent()).toBe('A session has 2,000 steps at most.');
  // A session of one's own is replayed for the next nudge; one that was written for a nudge gives way.
  await steps.fill('0 page /\n4 told order.delayed\n9 active');
  await page.locator('select[name=nudge]').selectOption('stuck');
  await expect.poll(() => said.textContent()).toBe('"stuck" did not show: not due.');
  await page.locator('select[name=nudge]').selectOption('late');
  await expect.poll(() => said.textContent()).toBe('"late" shows at second 6.');
  await page.getByRole('button', { name: 'Write a session for this nudge' }).click();
  await page.locator('select[name=nudge]').selectOption('stuck');
  await expect.poll(() => steps.inputValue()).toContain('rage #dead');
  await page.close();
});

test('a session recorded on a page of the shop is replayed on the timeline, and says when a nudge would have shown', async () => {
  tool.content = shopWith({ stuck: nudge('{on: rage-click, element: "#dead"}') });
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
