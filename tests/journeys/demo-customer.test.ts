import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startOrders } from '../../demo/orders/start-orders.ts';
import { buildShop } from '../../demo/shop/build-shop.ts';
import { browserFiles, demoPack, launchBrowser, type Site, startSite, watchErrors } from './site.ts';

let folder: string;
let browser: Browser;
let site: Site;
let orders: Awaited<ReturnType<typeof startOrders>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'edge-agent-shop-'));
  site = await startSite({
    mounts: [
      { path: '/edge-agent/', directory: browserFiles },
      { path: '/pack/', directory: demoPack },
      { path: '/', directory: folder },
    ],
  });
  const origin = new URL(site.url).origin;
  orders = await startOrders({ file: ':memory:', port: 0, secret: 'whsec_c2VjcmV0', identitySecret: 's'.repeat(32), origin });
  await buildShop(folder, { src: '/edge-agent/edge-agent.js', integrity: '', orders: `${orders.url}/` });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await site.close();
  await orders.close();
  await rm(folder, { recursive: true });
});

async function welcomed(): Promise<Page> {
  const context = await browser.newContext();
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  await page.goto(site.url);
  await page.getByRole('button', { name: 'Yes, show tips' }).click();
  return page;
}

const token = (page: Page) => page.locator('edge-agent').getAttribute('customer-token');
const shown = (page: Page) => page.locator('edge-agent-nudge').getAttribute('data-nudge');

test('whoever plays a customer is vouched for by the shop’s server on each page, until they sign out', async () => {
  const page = await welcomed();
  const errors = watchErrors(page);
  await page.locator('.customer summary').click();
  await page.getByRole('button', { name: 'Mara Lindqvist' }).click();
  await page.locator('.customer.in').waitFor();
  expect(await page.locator('.customer .name').innerText()).toBe('Mara Lindqvist');
  const [, claims = ''] = ((await token(page)) ?? '').split('.');
  expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({ sub: 'c-1001', aud: 'tidewire' });
  await page.goto(`${site.url}support`);
  await page.locator('.customer.in summary').click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.locator('.customer:not(.in)').waitFor();
  await expect.poll(() => page.locator('edge-agent').count()).toBe(1);
  expect(await token(page)).toBeNull();
  expect(errors).toEqual([]);
  await page.context().close();
});

test.each([
  ['Mara Lindqvist', 'cart', 'other-market', 'paid at checkout'],
  ['Mara Lindqvist', 'care', 'care-renewal', 'three years of cover'],
])('what the shop knows of %s calls a nudge on the page %s', async (name, path, nudge, answer) => {
  const page = await welcomed();
  await page.locator('.customer summary').click();
  await page.getByRole('button', { name }).click();
  await page.locator('.customer.in').waitFor();
  await page.goto(`${site.url}${path}`);
  await expect.poll(() => shown(page), { timeout: 15_000 }).toBe(nudge);
  await page.locator('edge-agent-nudge .action').click();
  await page.locator('edge-agent [part~=answer]', { hasText: answer }).first().waitFor();
  await page.context().close();
});

test('who is not signed in, or is at home in this store, has no such nudge', async () => {
  const page = await welcomed();
  await page.goto(`${site.url}cart`);
  await page.waitForTimeout(5000);
  expect(await page.locator('edge-agent-nudge').count()).toBe(0);
  await page.locator('.customer summary').click();
  await page.getByRole('button', { name: 'James Okafor' }).click();
  await page.locator('.customer.in').waitFor();
  await page.waitForTimeout(5000);
  expect(await page.locator('edge-agent-nudge').count()).toBe(0);
  await page.context().close();
});
