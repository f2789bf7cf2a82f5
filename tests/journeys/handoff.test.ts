import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Case, Login } from '../../src/protocol/desk.ts';
import { languageModelStandIn } from './fixtures/language-model.ts';
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

/** Somebody at the desk, as its page talks to the relay. */
async function member() {
  let headers: Record<string, string> = { Origin: new URL(relay.url).origin };
  const call = async (method: string, path: string, body?: unknown, key?: string) => {
    const response = await fetch(`${relay.url}desk/api/${path}`, {
      method,
      headers: {
        ...headers,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(key && { 'Idempotency-Key': key }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(await response.text());
    return response;
  };
  const response = await call('POST', 'login', relay.firstAdmin);
  const { csrf } = (await response.json()) as Login;
  const cookie = response.headers.getSetCookie().map((each) => each.split(';', 1)[0]);
  headers = { ...headers, Cookie: cookie.join('; '), 'X-CSRF-Token': csrf };
  return {
    first: async () => ((await (await call('GET', 'queue')).json()) as { handoffs: { handoff: string }[] }).handoffs[0]?.handoff ?? '',
    read: async (handoff: string) => (await (await call('GET', `handoffs/${handoff}`)).json()) as Case,
    /** The story that a model told of the first case waiting that has one. */
    toldOf: async (word: string) => {
      const { handoffs } = (await (await call('GET', 'queue')).json()) as { handoffs: { handoff: string }[] };
      const cases = await Promise.all(
        handoffs.map(async ({ handoff }) => (await (await call('GET', `handoffs/${handoff}`)).json()) as Case),
      );
      return cases.map(({ handoff }) => handoff.told).find((told) => told?.includes(word));
    },
    take: (handoff: string) => call('POST', `handoffs/${handoff}/take`, {}),
    say: (handoff: string, text: string) => {
      const id = crypto.randomUUID();
      return call('POST', `handoffs/${handoff}/messages`, { id, text }, id);
    },
  };
}

const spoken = ({ events }: Case) => events.flatMap((event) => (event.kind === 'message' ? [`${event.from}: ${event.text}`] : []));

test('a story is passed on redacted and without what was struck out, and the talk outlives a reload and a relay that dies', async () => {
  const context = await browser.newContext();
  context.setDefaultTimeout(15_000);
  const visitor = await Visitor.at(context, shop.url);
  const errors = watchErrors(visitor.page);
  const part = (name: string) => visitor.page.locator(`edge-agent [part~=${name}]`);
  const write = async (text: string) => {
    await part('input').fill(text);
    await part('input').press('Enter');
  };
  await visitor.open();
  await visitor.ask('my blender is on fire, write to eva@example.org');
  await visitor.ask('I want to talk to a human');
  await part('handoff-lines').locator('summary').click();
  const lines = part('handoff-lines').locator('li');
  await expect.poll(async () => (await lines.allInnerTexts()).join('\n')).toContain('blender');
  expect((await lines.allInnerTexts()).join('\n')).not.toContain('eva@example.org');
  await lines.filter({ hasText: 'I want to talk to a human' }).last().locator('input').uncheck();
  await part('handoff-send').click();
  await expect.poll(() => part('talk-status').innerText()).toContain('Sent.');

  const ada = await member();
  const handoff = await ada.first();
  const story = await ada.read(handoff);
  expect(story.handoff.problem).toContain('[email]');
  expect(JSON.stringify(story.handoff)).not.toContain('eva@example.org');
  expect(story.handoff.transcript.map(({ text }) => text)).not.toContain('I want to talk to a human');
  await ada.take(handoff);
  await ada.say(handoff, 'Hello, this is Ada. <b>Unplug it.</b>');
  await expect.poll(() => part('person-message').allInnerTexts()).toHaveLength(1);
  expect(await part('person-message').first().innerText()).toContain('<b>Unplug it.</b>');

  await write('done');
  await expect.poll(async () => spoken(await ada.read(handoff))).toContain('visitor: done');
  await relay.stop();
  await write('and now?');
  await expect.poll(() => part('visitor-message').last().innerText()).toContain('Not sent yet');
  await visitor.page.reload();
  await visitor.panel.waitFor();
  await expect.poll(() => part('visitor-message').last().innerText()).toContain('and now?');
  await relay.startAgain();
  const again = await member();
  await expect
    .poll(async () => spoken(await again.read(handoff)), { timeout: 40_000 })
    .toEqual(['person: Hello, this is Ada. <b>Unplug it.</b>', 'visitor: done', 'visitor: and now?']);
  await expect.poll(() => part('visitor-message').last().innerText(), { timeout: 40_000 }).not.toContain('Not sent yet');
  expect(await part('person-message').allInnerTexts()).toHaveLength(1);
  // The browser itself tells of requests that a dead relay did not answer.
  expect(errors.filter((error) => !/Failed to load resource|net::ERR/.test(error))).toEqual([]);
  await context.close();
}, 120_000);

test('where a model can, it tells the story too: below what is sent, without what nobody said, and the desk reads it', async () => {
  const context = await browser.newContext();
  // Once for the card beside the decline, once for the one that was asked for.
  const story = 'The visitor’s blender is on fire. It has happened 7 times.';
  await context.addInitScript(languageModelStandIn, { replies: [story, story] });
  const attributes = `data-pack="/pack/manifest.json" data-relay="${relay.url}" data-site-key="${TestRelay.siteKey}" data-llm="auto"`;
  shop.files.set('/told', pageWith({ attributes }));
  const visitor = await Visitor.at(context, `${shop.url}told`);
  await visitor.open();
  await visitor.ask('my blender is on fire');
  await visitor.ask('I want to talk to a human');
  const lines = visitor.page.locator('edge-agent [part~=handoff-lines]');
  await lines.locator('summary').click();
  const last = lines.locator('li').last();
  await expect.poll(() => last.innerText()).toContain('Told by a language model');
  expect(await last.innerText()).toContain('The visitor’s blender is on fire.');
  expect(await last.innerText()).not.toContain('7 times');
  await visitor.page.locator('edge-agent [part~=handoff-send]').click();
  const agent = await member();
  await expect.poll(() => agent.toldOf('blender')).toBe('The visitor’s blender is on fire.');
  await context.close();
});
