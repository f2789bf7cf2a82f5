import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type {} from '../../widget/command-queue.ts';
import { launchBrowser, pageWith, type Site, startSite, Visitor } from './site.ts';

let browser: Browser;
let site: Site;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  site = await startSite();
  const context = await browser.newContext();
  page = await context.newPage();
  return async () => {
    await context.close();
    await site.close();
  };
});

const question = 'How do I return something?';

test('calls made before anything is loaded are not lost', async () => {
  site.files.set('/calls.js', { body: `(window.edgeAgent ??= {q: []}).q.push(['ask', '${question}']);`, type: 'text/javascript' });
  site.files.set('/', pageWith({ head: '<script src="/calls.js"></script>' }));
  await page.goto(site.url);
  const visitor = new Visitor(page);
  await visitor.agentMessages.first().waitFor();
  expect(await visitor.agentMessages.count()).toBe(1);
});

test('calls made later run at once; unknown ones are told and passed over', async () => {
  site.files.set('/', pageWith());
  await page.goto(site.url);
  await page.locator('edge-agent [part~=launcher]').waitFor();
  const warnings: string[] = [];
  page.on('console', (message) => warnings.push(message.text()));
  await page.evaluate(() => window.edgeAgent?.q.push(['dance'], ['open']));
  await page.locator('edge-agent [part~=panel]').waitFor();
  expect(warnings.join()).toContain('there is no method "dance"');
  await page.evaluate(() => window.edgeAgent?.q.push(['close']));
  await page.locator('edge-agent [part~=panel]').waitFor({ state: 'detached' });
});

test('the script twice on a page makes one agent, and one global name', async () => {
  const script = '<script src="/edge-agent/edge-agent.js" async data-pack="/pack/manifest.json"></script>';
  site.files.set('/plain', { body: '<!doctype html><title>Plain</title>' });
  await page.goto(`${site.url}plain`);
  const before = await page.evaluate(() => Object.getOwnPropertyNames(window));
  site.files.set('/', pageWith({ head: script, body: script }));
  await page.goto(site.url);
  await page.locator('edge-agent [part~=launcher]').waitFor();
  expect(await page.locator('edge-agent').count()).toBe(1);
  const added = (await page.evaluate(() => Object.getOwnPropertyNames(window))).filter((name) => !before.includes(name));
  // What lit registers on the window (its versions, its metadata) comes with lit on any page.
  expect(added.filter((name) => !/^(?:lit|reactiveElement).*(?:Versions|Metadata)$/.test(name))).toEqual(['edgeAgent']);
});

test('an element that the page has put there itself is used', async () => {
  site.files.set(
    '/',
    pageWith({ attributes: '', body: '<edge-agent mode="inline" pack="/pack/manifest.json" heading="Ask us"></edge-agent>' }),
  );
  await page.goto(site.url);
  await page.locator('edge-agent [part~=panel]').waitFor();
  expect(await page.locator('edge-agent').count()).toBe(1);
  expect(await page.locator('edge-agent [part~=launcher]').count()).toBe(0);
});

test('a framework that swaps the body keeps the agent, its conversation and its one worker', async () => {
  site.files.set('/', pageWith());
  await page.goto(site.url);
  const visitor = new Visitor(page);
  await visitor.open();
  await visitor.ask(question);
  await page.evaluate(() => {
    const body = document.createElement('body');
    const heading = document.createElement('h1');
    heading.textContent = 'Another page';
    body.append(heading);
    document.body.replaceWith(body);
    history.pushState({}, '', '/another');
  });
  await visitor.panel.waitFor();
  expect(await visitor.agentMessages.count()).toBe(1);
  await visitor.ask('Which payment methods do you accept?');
  expect(page.workers()).toHaveLength(1);
});

test('any element with data-edge-agent-open opens it', async () => {
  site.files.set(
    '/',
    pageWith({
      attributes: 'data-pack="/pack/manifest.json" data-without-launcher',
      body: '<button data-edge-agent-open>Help me</button>',
    }),
  );
  await page.goto(site.url);
  await page.getByRole('button', { name: 'Help me' }).click();
  await page.locator('edge-agent [part~=panel]').waitFor();
  expect(await page.locator('edge-agent [part~=launcher]').count()).toBe(0);
});

test('nothing but the loader and the element is fetched before the visitor acts', async () => {
  site.files.set('/', pageWith());
  await page.goto(site.url);
  await page.locator('edge-agent [part~=launcher]').waitFor();
  expect(site.requests.filter((path) => path !== '/').map((path) => path.replace(/widget-[\w-]+\.js$/, 'widget.js'))).toEqual([
    '/edge-agent/edge-agent.js',
    '/edge-agent/agent/widget.js',
  ]);
});

test('the page can keep the panel closed, answer itself, and take a hand-over into its own hands', async () => {
  site.files.set('/', pageWith());
  await page.goto(site.url);
  await page.locator('edge-agent [part~=launcher]').waitFor();
  await page.evaluate(() => addEventListener('edge-agent-open', (event) => event.preventDefault(), { once: true }));
  await page.locator('edge-agent [part~=launcher]').click();
  expect(await page.locator('edge-agent [part~=panel]').count()).toBe(0);
  const visitor = new Visitor(page);
  await visitor.open();
  await page.evaluate(() => addEventListener('edge-agent-question', (event) => event.preventDefault(), { once: true }));
  await page.locator('edge-agent [part~=input]').fill('kept back');
  await page.locator('edge-agent [part~=input]').press('Enter');
  const escalated = page.evaluate(
    () =>
      new Promise<string>((resolve) =>
        addEventListener('edge-agent-escalate', (event) => {
          event.preventDefault();
          const { decision, conversation, signals } = event as Event & {
            decision: { kind: string };
            conversation: { messages: unknown[] };
            signals: { name: string }[];
          };
          resolve(`${decision.kind} ${conversation.messages.length} ${signals.map(({ name }) => name).join()}`);
        }),
      ),
  );
  await page.evaluate(() => window.edgeAgent?.q.push(['track', 'order.delayed', { days: 3 }]));
  await page.locator('edge-agent [part~=input]').fill('I want to talk to a human');
  await page.locator('edge-agent [part~=input]').press('Enter');
  expect(await escalated).toBe('escalate 1 order.delayed');
  await expect.poll(() => visitor.agentMessages.count()).toBe(0);
});
