import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { attributes, NudgedVisitor, nudge, serveNudges } from './nudge-site.ts';
import { launchBrowser, type Site, startSite } from './site.ts';

let browser: Browser;
let site: Site;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  site = await startSite();
  return () => site.close();
});

/** A shop of one page: its links change the address by a script, and a moment later what is on the page. */
async function inShop(nudges: Readonly<Record<string, string>>, use: (visitor: NudgedVisitor) => Promise<void>): Promise<void> {
  const script = `
    const show = () => setTimeout(() => {
      const product = new RegExp('^/products/(.+)').exec(location.pathname)?.[1];
      const agent = document.querySelector('edge-agent');
      if (product === undefined) agent.removeAttribute('product');
      else agent.setAttribute('product', product);
      document.querySelector('h1').textContent = location.pathname;
      const markup = document.querySelector('script[type="application/ld+json"]');
      markup.textContent = JSON.stringify({ availability: product === 'gone' ? 'OutOfStock' : 'InStock' });
    }, 150);
    addEventListener('click', (event) => {
      const path = event.target.dataset.path;
      if (path === undefined) return;
      history[event.target.dataset.how ?? 'pushState'](null, '', path);
      show();
    });
    addEventListener('popstate', show);`;
  const link = (path: string, how = 'pushState') => `<button type="button" data-path="${path}" data-how="${how}">${how} ${path}</button>`;
  const body = `<script type="application/ld+json">{}</script><section id="basket">Basket</section>
    ${['/cart', '/checkout', '/products/a', '/products/b', '/products/gone'].map((path) => link(path)).join(' ')}
    ${link('/checkout', 'replaceState')}<div class="tall"></div><script src="/shop.js"></script>`;
  await serveNudges(site, nudges, { attributes: attributes(), body, head: '<link rel="stylesheet" href="/page.css">' });
  site.files.set('/page.css', { body: '.tall { height: 3000px }', type: 'text/css' });
  site.files.set('/shop.js', { body: script, type: 'text/javascript' });
  const context = await browser.newContext();
  context.setDefaultTimeout(10_000);
  try {
    const visitor = await NudgedVisitor.at(context, site.url);
    await use(visitor);
    expect(visitor.errors).toEqual([]);
  } finally {
    await context.close();
  }
}

const go = (visitor: NudgedVisitor, path: string, how = 'pushState') =>
  visitor.page.getByRole('button', { name: `${how} ${path}` }).click();
const often = (text: string) => text.replace('cap: {times: 1, per: day}', 'cap: {times: 9, per: day}');

describe('in a shop of one page', () => {
  test.each(['pushState', 'replaceState'])(
    '%s: time starts anew, pages are the new ones, and a nudge of the page before goes',
    async (how) => {
      await inShop({ n: nudge('{on: time-on-page, seconds: 4}', 'page: /checkout') }, async (visitor) => {
        expect(await visitor.quiet(4500)).toBe(true);
        await go(visitor, '/checkout', how);
        expect(await visitor.quiet(2500)).toBe(true);
        expect(await visitor.shown()).toBe('n');
        await go(visitor, '/cart');
        await expect.poll(() => visitor.nudge.count(), { timeout: 500 }).toBe(0);
      });
    },
  );

  test('the way back is a page too, and an address that changes behind everybody’s back', async () => {
    await inShop({ n: often(nudge('{on: time-on-page, seconds: 2}', 'page: /checkout')) }, async (visitor) => {
      await go(visitor, '/checkout');
      await go(visitor, '/cart');
      expect(await visitor.quiet()).toBe(true);
      await visitor.page.goBack();
      expect(await visitor.shown()).toBe('n');
      await visitor.page.goForward();
      await expect.poll(() => visitor.nudge.count(), { timeout: 500 }).toBe(0);
      await visitor.page.evaluate(() => history.pushState(null, '', '/checkout'));
      expect(await visitor.shown()).toBe('n');
    });
  });

  test('a condition asks for the product of the new page, never for that of the page before', async () => {
    await inShop(
      { a: nudge('{on: time-on-page, seconds: 2}', 'product: a'), b: nudge('{on: time-on-page, seconds: 2}', 'product: b') },
      async (visitor) => {
        await go(visitor, '/products/a');
        await go(visitor, '/products/b');
        expect(await visitor.shown()).toBe('b');
        await go(visitor, '/cart');
        expect(await visitor.quiet(4000)).toBe(true);
      },
    );
  });

  test('products that are gone back and forth between are counted once for each page', async () => {
    await inShop({ n: nudge('{on: back-and-forth, times: 3}') }, async (visitor) => {
      for (const product of ['a', 'b', 'a']) {
        await go(visitor, `/products/${product}`);
        await visitor.page.waitForTimeout(700);
      }
      expect(await visitor.quiet()).toBe(true);
      await go(visitor, '/products/b');
      expect(await visitor.shown()).toBe('n');
    });
  });

  test('how far down, what is in view and what is sold out are those of the new page', async () => {
    const nudges = {
      depth: nudge('{on: scroll, percent: 60}', 'page: /cart'),
      basket: nudge('{on: time-on-element, element: "#basket", seconds: 2}', 'page: /checkout'),
      gone: nudge('{on: out-of-stock}'),
    };
    await inShop(nudges, async (visitor) => {
      const { page } = visitor;
      await page.mouse.move(300, 300);
      await page.mouse.wheel(0, 5000);
      await page.waitForTimeout(1500);
      await page.evaluate(() => scrollTo(0, 0));
      await go(visitor, '/cart');
      expect(await visitor.quiet()).toBe(true);
      await page.mouse.wheel(0, 5000);
      expect(await visitor.shown()).toBe('depth');
      await page.evaluate(() => scrollTo(0, 0));
      await go(visitor, '/checkout');
      expect(await visitor.shown()).toBe('basket');
      await go(visitor, '/products/gone');
      expect(await visitor.shown()).toBe('gone');
      await go(visitor, '/products/a');
      expect(await visitor.quiet()).toBe(true);
    });
  });
});
