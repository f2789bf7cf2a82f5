import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { readContentTable } from '../../src/content/read-content.ts';
import { buildPack } from '../../src/pack/build-pack.ts';
import type {} from '../../widget/edge-agent.ts';
import { browserFiles, launchBrowser, pageWith, type Site, startSite, Visitor, watchErrors } from './site.ts';

let browser: Browser;
let site: Site;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
// No policy here: the element itself has to keep words from becoming code.
beforeEach(async () => {
  site = await startSite({ mounts: [{ path: '/edge-agent/', directory: browserFiles }] });
  return () => site.close();
});

const attack = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>';

async function visitorAt(path: string): Promise<{ visitor: Visitor; close(): Promise<void> }> {
  const context = await browser.newContext();
  const visitor = await Visitor.at(context, site.url + path);
  return { visitor, close: () => context.close() };
}

const hacked = (visitor: Visitor) => visitor.page.evaluate(() => (window as unknown as { hacked?: number }).hacked);

test('markup and scripts in questions, titles and answers are words, and links lead only where links may', async () => {
  const table = `unit,locale,question,answer\r\n"evil","en","What is ${attack.replaceAll('"', '""')} about?","${attack.replaceAll('"', '""')} [click](javascript:window.hacked=1) [data](data:text/html,x) [fine](https://shop.example/ok)"\r\n`;
  const { content } = readContentTable({ path: 'evil.csv', text: table });
  if (content === undefined) throw new Error('the table did not read');
  for (const [name, body] of (await buildPack(content)).files) site.files.set(`/pack/${name}`, { body, type: 'application/octet-stream' });
  site.files.set('/', pageWith());
  const { visitor, close } = await visitorAt('');
  await visitor.open();
  const reply = await visitor.ask(`What is ${attack} about?`);
  expect(reply).toContain('<img src=x onerror=');
  expect(await visitor.page.locator('edge-agent [part~=visitor-message]').innerText()).toContain(attack);
  const hrefs = await visitor.page
    .locator('edge-agent [part~=answer] a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  expect(hrefs).toEqual(['https://shop.example/ok']);
  expect(await visitor.page.locator('edge-agent [part~=transcript] img').count()).toBe(0);
  expect(await hacked(visitor)).toBeUndefined();
  await close();
});

test('what a page says of itself is words too', async () => {
  const facts = {
    '@context': 'https://schema.org',
    '@type': 'FAQPage',
    mainEntity: [
      {
        '@type': 'Question',
        name: `Is ${attack} safe?`,
        acceptedAnswer: { '@type': 'Answer', text: `Yes ${attack} <a href="javascript:window.hacked=1">really</a>` },
      },
    ],
  };
  const json = JSON.stringify(facts).replaceAll('<', '\\u003c');
  site.files.set(
    '/',
    pageWith({
      attributes: '',
      head: `<script type="application/ld+json">${json}</script><script type="application/ld+json">{ broken</script>`,
    }),
  );
  const { visitor, close } = await visitorAt('');
  await visitor.open();
  await visitor.ask('Is it safe?');
  expect(await visitor.page.locator('edge-agent [part~=transcript] img').count()).toBe(0);
  expect(await visitor.page.locator('edge-agent [part~=transcript] a[href^="javascript"]').count()).toBe(0);
  expect(await hacked(visitor)).toBeUndefined();
  await close();
});

test.each([
  ['50,000 characters', 'why '.repeat(12_500)],
  ['only emoji', '🙃🙃🙃'],
  ['mixed scripts', 'Привет, comment 退货 كيف return しますか'],
  ['zero-width and bidi controls', 'ret\u200Burn \u202Eesrever\u202C \u2066x\u2069'],
  ['lone surrogates', '\uD800 return \uDFFF'],
  ['nothing but marks', '?!…'],
])('a question of %s gets a reply', async (_, question) => {
  site.files.set(
    '/',
    pageWith({ attributes: '', body: '<details><summary>How do I return something?</summary><p>Send it back.</p></details>' }),
  );
  const { visitor, close } = await visitorAt('');
  const errors = watchErrors(visitor.page);
  await visitor.page.locator('edge-agent [part~=launcher]').waitFor();
  const started = Date.now();
  await visitor.page.evaluate((text) => document.querySelector('edge-agent')?.ask(text), question);
  await visitor.agentMessages.first().waitFor();
  expect(Date.now() - started).toBeLessThan(5000);
  expect((await visitor.lastReply.innerText()).trim()).not.toBe('');
  expect(errors).toEqual([]);
  await close();
});
