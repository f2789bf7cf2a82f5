import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SignJWT } from 'jose';
import type { Browser, BrowserContext } from 'playwright-core';
import { parse } from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keyOfSecret, signedHeaders } from '../../src/relay/actions/signature.ts';
import { configSchema } from '../../src/relay/node/config.ts';
import { type RunningRelay, startRelay } from '../../src/relay/node/start-relay.ts';
import { KyselyStorage } from '../../src/relay/node/storage/kysely-storage.ts';
import { attributes, NudgedVisitor, nudge, serveNudges, settings } from './nudge-site.ts';
import { browserFiles, launchBrowser, type Site, startSite } from './site.ts';

const secret = `whsec_${Buffer.alloc(32, 5).toString('base64')}`;
const identitySecret = 'a secret that only the shop and the relay know';
let directory: string;
let shop: Site;
let relay: RunningRelay;
let browser: Browser;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'nudge-relay-'));
  await mkdir(join(directory, 'content'));
  await writeFile(join(directory, 'content/edge-agent.yaml'), settings.replace('"SAVE5", "OVER"', '"SAVE5"'));
  shop = await startSite();
  const json = (value: object) => ({ body: JSON.stringify(value), type: 'application/json' });
  shop.files.set('/shop/facts', json({ found: true, facts: {} }));
  shop.files.set('/shop/actions/apply-offer', json({ kind: 'done', data: { code: 'SAVE5-17' } }));
  relay = await startRelay({
    config: parse(configSchema, {
      port: 0,
      database: join(directory, 'relay.sqlite'),
      sites: [
        {
          id: 'shop',
          name: 'Shop',
          publicKeys: ['pk_shop'],
          origins: [new URL(shop.url).origin],
          rights: join(directory, 'content'),
          shop: { url: `${shop.url}shop`, secret },
          identity: { secret: identitySecret },
        },
      ],
    }),
    log: () => {},
    deskFiles: browserFiles,
  });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await relay?.close();
  await shop?.close();
  await rm(directory, { recursive: true, force: true });
});

async function visiting(use: (context: BrowserContext) => Promise<void>): Promise<void> {
  const context = await browser.newContext();
  context.setDefaultTimeout(10_000);
  try {
    await use(context);
  } finally {
    await context.close();
  }
}

/** A page of the shop on which a customer is signed in, or nobody is. */
async function serve(nudges: Readonly<Record<string, string>>, customer?: string, consent = 'data-consent="granted"'): Promise<void> {
  const token = await new SignJWT({})
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(customer ?? '')
    .setAudience('shop')
    .setIssuedAt()
    .setExpirationTime('10m')
    .sign(new TextEncoder().encode(identitySecret));
  const signedIn = customer === undefined ? '' : ` data-customer-token="${token}"`;
  await serveNudges(shop, nudges, { attributes: attributes(`${consent} data-relay="${relay.url}" data-site-key="pk_shop"${signedIn}`) });
}

async function tell(customer: string, name: string, data: object = {}): Promise<void> {
  const body = JSON.stringify({ id: crypto.randomUUID(), customer, name, data });
  const headers = await signedHeaders(keyOfSecret(secret), crypto.randomUUID(), body, Date.now());
  const response = await fetch(`${relay.url}v1/sites/shop/events`, {
    method: 'POST',
    headers: { ...headers, 'Content-Type': 'application/json' },
    body,
  });
  expect(response.status, await response.text()).toBe(200);
}

const delayed = nudge('{on: event, event: order.delayed}', 'when: order.days > 2').replace('per: day', 'per: ever');

test('what the shop tells the relay reaches the customer’s page, at once or with the next visit, and once', async () => {
  await serve({ n: delayed }, 'c-1');
  await visiting(async (context) => {
    const visitor = await NudgedVisitor.at(context, shop.url);
    expect(await visitor.quiet()).toBe(true);
    await tell('c-1', 'order.delayed', { days: 4 });
    expect(await visitor.shown()).toBe('n');
  });
  // Another device, on which nobody was there when it happened.
  await visiting(async (context) => {
    const visitor = await NudgedVisitor.at(context, shop.url);
    expect(await visitor.shown()).toBe('n');
    await visitor.page.locator('edge-agent-nudge [part~=nudge-close]').click();
    await visitor.goto(shop.url);
    const heard = await visitor.page.evaluate(
      () =>
        new Promise((resolve) => {
          const opening = indexedDB.open('edge-agent-nudges');
          opening.onsuccess = () => {
            const all = opening.result.transaction('memories').objectStore('memories').getAll();
            all.onsuccess = () => resolve(all.result[0].heard.seq > 0);
          };
        }),
    );
    expect(heard).toBe(true);
    expect(await visitor.quiet()).toBe(true);
  });
});

test('it reaches the tab in view, whichever tab listens', async () => {
  await serve({ n: delayed }, 'c-2');
  await visiting(async (context) => {
    const first = await NudgedVisitor.at(context, shop.url);
    // The tab that listens is not the one in view, which a browser without windows does not tell by itself.
    await first.page.evaluate(() => Object.defineProperty(document, 'visibilityState', { value: 'hidden' }));
    const second = await NudgedVisitor.at(context, shop.url);
    await second.page.bringToFront();
    await tell('c-2', 'order.delayed', { days: 4 });
    expect(await second.shown()).toBe('n');
  });
});

test('without consent the relay is not asked, and nobody hears of another customer’s events', async () => {
  await tell('c-3', 'order.delayed', { days: 4 });
  await serve({ n: delayed }, 'c-3', '');
  await visiting(async (context) => {
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(shop.url);
    await page.waitForTimeout(2500);
    expect(asked.filter((url) => url.startsWith(relay.url))).toEqual([]);
  });
  await serve({ n: delayed }, 'c-4');
  await visiting(async (context) => {
    const visitor = await NudgedVisitor.at(context, shop.url);
    expect(await visitor.quiet()).toBe(true);
  });
});

test('sums reach the relay, and nothing of who they are of', async () => {
  await serve({ counted: nudge('{on: hot-topics}').replace('per: day', 'per: visit') });
  const storage = await KyselyStorage.open(join(directory, 'relay.sqlite'));
  const sums = async () =>
    (await storage.outcomes.listNudges('shop', '2000-01-01', '2100-01-01')).filter(({ nudge: id }) => id === 'counted');
  await visiting(async (context) => {
    const visitor = await NudgedVisitor.at(context, shop.url);
    expect(await visitor.shown()).toBe('counted');
    await visitor.page.locator('edge-agent-nudge [part~=nudge-close]').click();
    const sent = visitor.page.waitForRequest((request) => request.url().endsWith('/v1/outcomes'));
    await visitor.goto(shop.url);
    const body = (await sent).postDataJSON();
    expect(body).toEqual({ nudges: [{ day: expect.any(String), nudge: 'counted', arm: 'a', exposed: 1, succeeded: 0, dismissed: 1 }] });
    await expect.poll(sums).toEqual(body.nudges);
    // What was on its way when the page went is sent again, and counts once.
    await visitor.goto(shop.url);
    await visitor.page.waitForTimeout(1500);
    expect(await sums()).toEqual(body.nudges);
  });
  await storage.close();
});

test('an offer is shown only where the policy lets it, and the relay decides again', async () => {
  const offer = (code: string) => nudge('{on: hot-topics}').replace('next: {unit: pay}', `next: {offer: {code: ${code}}}\naction: Use it`);
  const offered = async (visitor: NudgedVisitor) => {
    await visitor.page.evaluate(() =>
      addEventListener('edge-agent-offer', (event) => Object.assign(window, { code: (event as Event & { code: string }).code })),
    );
    await visitor.shown();
    await visitor.page.locator('edge-agent-nudge .action').click();
  };
  await serve({ n: offer('SAVE5') });
  await visiting(async (context) => {
    const visitor = await NudgedVisitor.at(context, shop.url);
    await offered(visitor);
    await visitor.page.waitForFunction(() => (window as unknown as { code?: string }).code === 'SAVE5-17');
  });
  await serve({ n: offer('OVER') });
  await visiting(async (context) => {
    const visitor = await NudgedVisitor.at(context, shop.url);
    await offered(visitor);
    await visitor.page.getByText('There is no such offer.').waitFor();
    expect(await visitor.page.evaluate(() => 'code' in window)).toBe(false);
  });
  await serve({ n: offer('UNKNOWN') });
  await visiting(async (context) => {
    const visitor = await NudgedVisitor.at(context, shop.url);
    expect(await visitor.quiet()).toBe(true);
  });
});
