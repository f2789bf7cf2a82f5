import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { guide } from '../../src/cli/commands/guide.ts';
import { run } from '../run-command.ts';
import { TestRelay } from './fixtures/test-relay.ts';
import { launchBrowser, pageWith, type Site, startSite, Visitor, watchErrors } from './site.ts';

let shop: Site;
let relay: TestRelay;
let browser: Browser;

beforeAll(async () => {
  shop = await startSite();
  relay = await TestRelay.start({ site: { origins: [new URL(shop.url).origin] } });
  const attributes = `data-pack="/pack/manifest.json" data-relay="${relay.url}" data-site-key="${TestRelay.siteKey}"`;
  shop.files.set('/', pageWith({ attributes }));
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await relay.close();
  await shop.close();
});

test('what was asked on devices and nothing fitted stands in the desk’s week, once, by its topic and without secrets', async () => {
  const visiting = await browser.newContext({ locale: 'en' });
  visiting.setDefaultTimeout(15_000);
  const visitor = await Visitor.at(visiting, shop.url);
  const errors = watchErrors(visitor.page);
  const bodies: string[] = [];
  visitor.page.context().on('request', (request) => {
    if (request.url().endsWith('/v1/outcomes')) bodies.push(request.postData() ?? '');
  });
  await visitor.open();
  const asked = await visitor.decide('Do you sell zeppelin hangars? Eva Lund, eva.quux@example.org');
  expect(asked.kind).toBe('decline');
  await visitor.ask('How do I return something?');
  await visitor.page.locator('edge-agent').getByText('That solved it').last().click();
  await expect.poll(() => bodies.join('\n')).toContain('confirmed');
  await visitor.page.reload();
  await visitor.panel.waitFor();
  await visitor.ask('How long is the warranty?');
  await visitor.ask('Thank you');
  const counts = bodies.flatMap((body) => (JSON.parse(body) as { counts: { ending: string; cluster?: string }[] }).counts);
  expect(counts.map(({ ending }) => ending).sort()).toEqual(['abandoned', 'confirmed']);
  expect(bodies.join('\n')).not.toMatch(/quux|example\.org/);

  const working = await browser.newContext({ locale: 'en' });
  const page = await working.newPage();
  await page.goto(`${relay.url}desk/`);
  await page.getByLabel('E-mail').fill(relay.firstAdmin.email);
  await page.getByLabel('Password').fill(relay.firstAdmin.password);
  await page.keyboard.press('Enter');
  await page.locator('desk-queue').waitFor();
  await page.getByRole('link', { name: 'Week' }).click();
  const missing = page.locator('desk-week section').filter({ hasText: 'nothing fitted' });
  await expect.poll(() => missing.innerText()).toMatch(/zeppelin[\s\S]*1/);
  expect(errors).toEqual([]);
  await visiting.close();
  await working.close();
}, 90_000);

test('what became of a fix is counted once, with a reload and another day between, and comes out as a table for the next build', async () => {
  const context = await browser.newContext({ locale: 'en' });
  context.setDefaultTimeout(15_000);
  const visitor = await Visitor.at(context, shop.url);
  const bodies: string[] = [];
  context.on('request', (request) => {
    if (request.url().endsWith('/v1/outcomes')) bodies.push(request.postData() ?? '');
  });
  const fixes = () => bodies.flatMap((body) => (JSON.parse(body) as { fixes: { fix: string; worked: number; held: number }[] }).fixes);
  await visitor.open();
  await visitor.ask('my halo lamp goes off by itself');
  await visitor.ask('after about half an hour');
  expect(await visitor.ask('yes, it is gone')).toContain('The fault is gone');
  await expect.poll(() => fixes().map(({ worked, held }) => [worked, held])).toEqual([[1, 0]]);
  const before = await visitor.agentMessages.count();
  await context.clock.setSystemTime(Date.now() + 3 * 86_400_000);
  await visitor.page.reload();
  await visitor.panel.waitFor();
  await visitor.agentMessages.nth(before).waitFor();
  await context.clock.setSystemTime(Date.now());
  await visitor.ask('yes');
  await expect
    .poll(() => fixes().map(({ worked, held }) => [worked, held]))
    .toEqual([
      [1, 0],
      [0, 1],
    ]);
  const directory = await mkdtemp(join(tmpdir(), 'fix-counts-'));
  const config = join(directory, 'relay.yaml');
  await writeFile(
    config,
    `database: ${relay.database}\nsites: [{ id: shop, name: Shop, publicKeys: [pk_shop], origins: [${new URL(shop.url).origin}] }]\n`,
  );
  await expect
    .poll(async () => (await run(guide, '--fix-counts', '--relay', config)).output)
    .toMatch(/^day,guide,fix,worked,failed,held,returned\n[\d-]+,[^,]+,[^,]+,1,0,1,0\n$/);
  await rm(directory, { recursive: true });
  await context.close();
}, 90_000);
