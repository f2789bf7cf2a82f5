import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { attributes, nudge, serveNudges } from './nudge-site.ts';
import { launchBrowser, pageWith, type Site, startSite, Visitor } from './site.ts';

let browser: Browser;
let site: Site;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  site = await startSite();
  const units = Object.fromEntries(
    ['lamp', 'router', 'speaker'].map((product) => [
      `${product}/reset-${product}`,
      `---\nquestion: How do I reset the ${product} to its factory settings?\nproduct: [${product}]\n---\nHold the button of the ${product}.`,
    ]),
  );
  await serveNudges(site, { n: nudge('{on: idle, seconds: 900}') }, {}, units);
  return () => site.close();
});

/** Looks at pages about these products, and then asks on a page that is about none; the units found, best first. */
async function askedAfter(context: BrowserContext, products: readonly string[], consent = 'data-consent="granted"'): Promise<string[]> {
  for (const product of products)
    site.files.set(`/${product}`, pageWith({ attributes: attributes(`${consent} data-product="${product}"`) }));
  site.files.set('/', pageWith({ attributes: attributes(consent) }));
  const visitor = await Visitor.at(context, site.url);
  const { page } = visitor;
  const settled = () =>
    consent === ''
      ? page.locator('edge-agent [part~=launcher]').waitFor()
      : page.waitForFunction(() => {
          const agent = document.querySelector('edge-agent') as (HTMLElement & { nudges?: { running?: unknown } }) | null;
          return agent?.nudges?.running !== undefined;
        });
  await settled();
  for (const product of products) {
    await page.goto(`${site.url}${product}`);
    await settled();
    await page.waitForTimeout(300);
  }
  await page.goto(site.url);
  await settled();
  const found = page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        addEventListener('edge-agent-answer', (event) => {
          const { decision } = event as Event & { decision: { candidates: { unit?: string }[] } };
          resolve(decision.candidates.flatMap(({ unit }) => unit ?? []));
        });
      }),
  );
  await page.evaluate(() =>
    (document.querySelector('edge-agent') as HTMLElement & { ask(text: string): Promise<void> }).ask(
      'How do I reset it to its factory settings?',
    ),
  );
  return found;
}

async function inContext<Result>(use: (context: BrowserContext) => Promise<Result>): Promise<Result> {
  const context = await browser.newContext();
  context.setDefaultTimeout(10_000);
  try {
    return await use(context);
  } finally {
    await context.close();
  }
}

test('what a visitor looked at decides between units that a question fits equally well, and without consent it does not', async () => {
  const plain = await inContext((context) => askedAfter(context, []));
  expect([...plain].sort()).toEqual(expect.arrayContaining(['reset-lamp', 'reset-router', 'reset-speaker']));
  const last = plain.filter((unit) => unit.startsWith('reset-')).at(-1) ?? '';
  const product = last.replace('reset-', '');
  expect((await inContext((context) => askedAfter(context, [product, product])))[0]).toBe(last);
  expect((await inContext((context) => askedAfter(context, [product, product], '')))[0]).toBe(plain[0]);
});
