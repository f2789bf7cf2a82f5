import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { build } from '../../src/cli/commands/build.ts';
import { languageModelStandIn } from './fixtures/language-model.ts';
import { browserFiles, demoPack, launchBrowser, pageWith, type Site, startSite, Visitor } from './site.ts';

const table = [
  'unit,locale,question,answer',
  'care,en,How do I clean the lamp?,Wipe the lamp with a dry cloth. Do not use water.',
  'care,en,cleaning the lamp,',
  'bulb,en,How do I change the bulb of the lamp?,Unscrew the bulb and put in a new one.',
  'opening,en,When are you open?,We are open from Monday to Friday.',
].join('\r\n');
const question = 'How do I clean the lamp?';

let browser: Browser;
let site: Site;
let folder: string;
let context: BrowserContext;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'edge-agent-generation-'));
  await writeFile(join(folder, 'lamps.csv'), table);
  await build.run({ positionals: [join(folder, 'lamps.csv')], values: { out: join(folder, 'pack'), encoder: 'builtin' } });
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
      { path: '/demo-pack/', directory: demoPack },
    ],
  });
  context = await browser.newContext();
  return async () => {
    await context.close();
    await site.close();
  };
});

/** A page whose browser has a model of its own, at the documented surface: it writes what `script` says for each call. */
async function visit(
  llm: string,
  script?: Parameters<typeof languageModelStandIn>[0],
  { lang = 'en', pack = '/pack' } = {},
): Promise<Visitor> {
  site.files.set('/', pageWith({ lang, attributes: `data-pack="${pack}/manifest.json" data-llm="${llm}"` }));
  const page = await context.newPage();
  if (script !== undefined) await page.addInitScript(languageModelStandIn, script);
  await page.goto(site.url);
  const visitor = new Visitor(page);
  await visitor.open();
  return visitor;
}

const better = (page: Page) => page.locator('edge-agent [part~=better]');
const model = (page: Page) => page.locator('edge-agent [part~=model]');
const ofModels = () => site.requests.filter((path) => /assistant|reply-engine|generation|webllm|\/hub\//.test(path));

test('nothing of any model is fetched where the site wants none, or before the visitor does something', async () => {
  const without = await visit('off', { replies: [] });
  await without.ask(question);
  expect(ofModels()).toEqual([]);
  await without.page.close();
  site.files.set('/', pageWith({ attributes: 'data-pack="/pack/manifest.json" data-llm="ask"' }));
  const page = await context.newPage();
  await page.goto(site.url);
  await page.locator('edge-agent [part~=launcher]').waitFor();
  expect(ofModels()).toEqual([]);
});

test('the browser’s own model says it better below what was found, and no weights are fetched for it', async () => {
  const visitor = await visit('auto', { replies: ['You can clean the lamp by wiping it with a dry cloth [1]. Do not use any water [1].'] });
  expect(await visitor.ask(question)).toContain('Wipe the lamp with a dry cloth.');
  await better(visitor.page).waitFor();
  expect(await better(visitor.page).innerText()).toContain('Do not use any water.');
  expect(await better(visitor.page).innerText()).toContain('Written by a language model on this device');
  expect(await visitor.lastReply.locator('[part~=answer]').first().innerText()).toContain('Wipe the lamp');
  expect(ofModels().filter((path) => /generation|webllm|\/hub\//.test(path))).toEqual([]);
});

test('a follow-up that the rules cannot read is written out by the model, and looked up once more', async () => {
  const visitor = await visit('auto', {
    replies: ['NONE', 'How do I change the bulb of the lamp?', 'Unscrew the bulb and put in a new one [1].'],
  });
  await visitor.ask(question);
  await expect.poll(() => ofModels().some((path) => path.includes('reply-engine'))).toBe(true);
  await visitor.ask('and what about its bulb?');
  await better(visitor.page).waitFor();
  expect(await better(visitor.page).innerText()).toContain('put in a new one');
});

test('an answer that is not there in the visitor’s language is translated below its own words, and marked so', async () => {
  const translated = 'Wischen Sie die Lampe mit einem trockenen Tuch ab. Verwenden Sie bitte kein Wasser.';
  const visitor = await visit('auto', { replies: [translated] }, { lang: 'de' });
  expect(await visitor.ask('Wie reinige ich die Lampe? clean the lamp')).toContain('Wipe the lamp with a dry cloth.');
  await better(visitor.page).waitFor();
  const text = await better(visitor.page).innerText();
  expect(text).toContain(translated);
  expect(text).toContain('Maschinell übersetzt aus: Englisch');
  expect(await better(visitor.page).getAttribute('lang')).toBe('de');
});

test('a reply to a guide that nobody understands is put to the visitor as what it may mean', async () => {
  const visitor = await visit('auto', { replies: ['1'] }, { pack: '/demo-pack' });
  await visitor.ask('my earbuds keep cutting out on the left side');
  const first = await visitor.lastReply.locator('[part~=choice]').first().innerText();
  await visitor.ask('hmm the thingamajig went all wobbly-ish');
  await better(visitor.page).waitFor();
  expect(await better(visitor.page).innerText()).toContain('Did you mean this?');
  const before = await visitor.agentMessages.count();
  await better(visitor.page).getByRole('button', { name: first }).click();
  await visitor.agentMessages.nth(before).waitFor();
});

test('what the units do not bear out is not shown', async () => {
  const visitor = await visit('auto', {
    replies: ['Use water and plenty of soap [1]. Visit https://evil.example for a free lamp.'],
  });
  await visitor.ask(question);
  await expect.poll(() => ofModels().some((path) => path.includes('reply-engine'))).toBe(true);
  await visitor.ask('When are you open?');
  expect(await better(visitor.page).count()).toBe(0);
  expect(await visitor.page.locator('edge-agent').innerText()).not.toContain('evil.example');
});

test.each([
  ['GPU device was lost', 'graphics device was lost'],
  ['out of memory', 'does not fit into memory'],
  ['something else', 'did not work'],
])('a model that fails with “%s” leaves what was found, and the panel says so within a second', async (fails, words) => {
  const visitor = await visit('auto', { replies: [], fails });
  const started = Date.now();
  expect(await visitor.ask(question)).toContain('Wipe the lamp');
  await model(visitor.page).getByText(words).waitFor();
  expect(Date.now() - started).toBeLessThan(5000);
  expect(await better(visitor.page).count()).toBe(0);
});

test('a page that is hidden in the middle stops a model that hears nothing, and the panel says so', async () => {
  const visitor = await visit('auto', { replies: [], hangs: true });
  const { page } = visitor;
  expect(await visitor.ask(question)).toContain('Wipe the lamp');
  await model(page).getByText('Looking for a fuller answer').waitFor();
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, value: 'hidden' });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await model(page).getByText('The page was hidden meanwhile').waitFor();
});

test('a mode that there is not means no model, and the console says so', async () => {
  const warnings: string[] = [];
  context.on('console', (message) => warnings.push(message.text()));
  const visitor = await visit('none', { replies: ['You can clean the lamp by wiping it with a dry cloth [1].'] });
  await visitor.ask(question);
  await expect.poll(() => warnings.join()).toContain('llm="none" is none of off, auto, ask');
  expect(ofModels()).toEqual([]);
});

test('a download is offered, started by a click, and shows how far it is', async () => {
  const visitor = await visit('ask', { replies: ['Wipe the lamp with a dry cloth [1].'], availability: 'downloadable' });
  await visitor.ask(question);
  await model(visitor.page).getByRole('button', { name: 'Download' }).click();
  await expect.poll(() => model(visitor.page).count()).toBe(0);
  await visitor.ask('cleaning the lamp');
  await better(visitor.page).first().waitFor();
});

test('the relay’s model answers where the site wants it, and its reply is checked alike', async () => {
  site.files.set('/relay/v1/sessions', { body: JSON.stringify({ session: 'token' }), type: 'application/json' });
  const events = [
    { kind: 'text', text: 'Wipe the lamp with a dry cloth [1]. ' },
    { kind: 'text', text: 'We give you 50 % off.' },
    { kind: 'end', cites: ['care'] },
  ];
  site.files.set('/relay/v1/answers', {
    body: events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join(''),
    type: 'text/event-stream',
  });
  site.files.set('/', pageWith({ attributes: 'data-pack="/pack/manifest.json" data-llm="relay" data-relay="/relay" data-site-key="s"' }));
  const page = await context.newPage();
  await page.goto(site.url);
  const visitor = new Visitor(page);
  await visitor.open();
  await visitor.ask(question);
  await better(page).waitFor();
  const text = await better(page).innerText();
  expect(text).toContain('Wipe the lamp with a dry cloth.');
  expect(text).toContain('Written by a language model of the shop’s');
  expect(text).not.toContain('50 %');
});
