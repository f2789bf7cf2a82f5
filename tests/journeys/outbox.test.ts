import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { parse } from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { configSchema } from '../../src/relay/node/config.ts';
import { type RunningRelay, startRelay } from '../../src/relay/node/start-relay.ts';
import { DeskCaller } from './fixtures/desk-caller.ts';
import { browserFiles, launchBrowser, pageWith, type Site, startSite, Visitor } from './site.ts';

let directory: string;
let shop: Site;
let relay: RunningRelay;
let admin: { email: string; password: string };
let port = 0;
let browser: Browser;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'outbox-'));
  shop = await startSite();
  await start();
  if (relay.firstAdmin === undefined) throw new Error('the first run makes an admin');
  admin = relay.firstAdmin;
  shop.files.set('/', pageWith({ attributes: `data-pack="/pack/manifest.json" data-relay="${relay.url}" data-site-key="pk_shop"` }));
  shop.files.set('/plain', { body: '<!doctype html><title>A page without the agent</title>' });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await relay.close();
  await shop.close();
  await rm(directory, { recursive: true, force: true });
});

/** The real relay on a database file; started again, it has the same address. */
async function start(): Promise<void> {
  const config = parse(configSchema, {
    port,
    database: join(directory, 'relay.sqlite'),
    sites: [{ id: 'shop', name: 'Shop', publicKeys: ['pk_shop'], origins: [new URL(shop.url).origin] }],
  });
  relay = await startRelay({ config, log: () => {}, deskFiles: browserFiles });
  port = Number(new URL(relay.url).port);
}

const part = ({ page }: Visitor, name: string) => page.locator(`edge-agent [part~=${name}]`);

/** Hands over, and writes once more after the relay has gone. */
async function writeToNobody(context: BrowserContext): Promise<{ visitor: Visitor; handoff: string }> {
  context.setDefaultTimeout(15_000);
  const visitor = await Visitor.at(context, shop.url);
  await visitor.open();
  await visitor.ask('I want to talk to a human');
  await part(visitor, 'handoff-send').click();
  await expect.poll(() => part(visitor, 'talk-status').innerText()).toContain('Sent.');
  const handoff = await (await DeskCaller.logIn(relay, admin)).takeFirst();
  await relay.close();
  await part(visitor, 'input').fill('are you there?');
  await part(visitor, 'input').press('Enter');
  await expect.poll(() => part(visitor, 'visitor-message').last().innerText()).toContain('Not sent yet');
  return { visitor, handoff };
}

test('what waits goes out from a page whose panel stays closed, and an answer is told of on the launcher until it is seen', async () => {
  const context = await browser.newContext({ locale: 'en' });
  const { visitor, handoff } = await writeToNobody(context);
  await visitor.page.close();
  await start();
  const ada = await DeskCaller.logIn(relay, admin);
  const later = await Visitor.at(context, shop.url);
  await expect.poll(() => ada.spoken(handoff), { timeout: 20_000 }).toEqual(['visitor: are you there?']);
  expect(await later.panel.count()).toBe(0);
  expect(await part(later, 'badge').count()).toBe(0);

  await ada.say(handoff, 'Here I am.');
  await expect.poll(() => part(later, 'badge').innerText()).toBe('1');
  expect(await part(later, 'launcher').getAttribute('aria-label')).toContain('The team has answered');
  await later.page.reload();
  await expect.poll(() => part(later, 'badge').innerText(), { timeout: 20_000 }).toBe('1');
  expect(await later.page.locator('edge-agent [role=status]').innerText()).toBe('The team has answered');
  await later.open();
  await expect.poll(() => part(later, 'person-message').allInnerTexts()).toHaveLength(1);
  await later.page.keyboard.press('Escape');
  await part(later, 'launcher').waitFor();
  expect(await part(later, 'badge').count()).toBe(0);
  expect(await ada.spoken(handoff)).toEqual(['visitor: are you there?', 'person: Here I am.']);
  await context.close();
}, 120_000);

test('what leaves is without postal addresses, too, where the site asks for that', async () => {
  const attributes = `data-pack="/pack/manifest.json" data-relay="${relay.url}" data-site-key="pk_shop"`;
  shop.files.set('/discreet', pageWith({ attributes: `${attributes} data-redact="addresses"` }));
  const context = await browser.newContext({ locale: 'en' });
  const visitor = await Visitor.at(context, `${shop.url}discreet`);
  await visitor.open();
  await visitor.ask('my blender is on fire, I live at 48 Maple Grove Lane');
  await visitor.ask('I want to talk to a human');
  await part(visitor, 'handoff-lines').locator('summary').click();
  const lines = part(visitor, 'handoff-lines').locator('li');
  await expect.poll(async () => (await lines.allInnerTexts()).join('\n')).toContain('I live at [address]');
  expect((await lines.allInnerTexts()).join('\n')).not.toContain('Maple');
  await context.close();
}, 60_000);

test('after its tab was closed the service worker sends what waits, once', async () => {
  const context = await browser.newContext({ locale: 'en' });
  const { visitor, handoff } = await writeToNobody(context);
  await visitor.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await visitor.page.close();
  await start();
  const plain = await context.newPage();
  await plain.goto(`${shop.url}plain`);
  const devtools = await context.newCDPSession(plain);
  const registered = new Promise<string>((resolve) => {
    devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [first] = registrations;
      if (first !== undefined) resolve(first.registrationId);
    });
  });
  await devtools.send('ServiceWorker.enable');
  const sync = { origin: new URL(shop.url).origin, registrationId: await registered, tag: 'edge-agent-outbox', lastChance: false };
  await Promise.all([devtools.send('ServiceWorker.dispatchSyncEvent', sync), devtools.send('ServiceWorker.dispatchSyncEvent', sync)]);
  const ada = await DeskCaller.logIn(relay, admin);
  await expect.poll(() => ada.spoken(handoff), { timeout: 20_000 }).toEqual(['visitor: are you there?']);
  // The page finds nothing to send any more, and shows it as sent.
  const later = await Visitor.at(context, shop.url);
  await later.open();
  await expect.poll(() => part(later, 'visitor-message').last().innerText()).toContain('are you there?');
  await expect.poll(() => part(later, 'visitor-message').last().innerText()).not.toContain('Not sent yet');
  expect(await ada.spoken(handoff)).toEqual(['visitor: are you there?']);
  await context.close();
}, 120_000);
