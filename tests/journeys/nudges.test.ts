import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { attributes, NudgedVisitor, nudge, serveNudges } from './nudge-site.ts';
import { demoFiles, launchBrowser, pageWith, type Site, startSite } from './site.ts';

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

async function visiting(
  use: (visitor: NudgedVisitor, context: BrowserContext) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> {
  const context = await browser.newContext(options);
  context.setDefaultTimeout(10_000);
  try {
    const visitor = await NudgedVisitor.at(context, site.url);
    await use(visitor, context);
    expect(visitor.errors).toEqual([]);
  } finally {
    await context.close();
  }
}

const tall = '<div class="tall"></div><section id="deep">Deep down</section><div class="tall"></div>';
const head = '<link rel="stylesheet" href="/page.css">';
const styles = '.tall { height: 2500px } #deep { height: 300px }';
const phone = { hasTouch: true, isMobile: true, viewport: { width: 360, height: 700 } };
const daysFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** What is on the page, and what a visitor does on it. */
interface Story {
  readonly trigger: string;
  readonly body?: string;
  readonly options?: BrowserContextOptions;
  /** Before it nothing may show. */
  readonly almost?: (page: Page, visitor: NudgedVisitor) => Promise<unknown>;
  readonly does: (page: Page, visitor: NudgedVisitor) => Promise<unknown>;
}

const search = async (page: Page, words: string) => {
  await page.locator('input[type=search]').fill(words);
  await page.keyboard.press('Enter');
};

const stories: Readonly<Record<string, Story>> = {
  'time on a page': {
    trigger: '{on: time-on-page, seconds: 3}',
    does: (page) => page.mouse.move(100, 100),
  },
  'time on an element': {
    trigger: '{on: time-on-element, element: "#deep", seconds: 2}',
    body: tall,
    almost: (page) => page.mouse.move(100, 100),
    does: async (page) => {
      await page.mouse.move(100, 200);
      await page.mouse.wheel(0, 2300);
    },
  },
  'how far down the page': {
    trigger: '{on: scroll, percent: 60}',
    body: tall,
    almost: (page) => page.mouse.wheel(0, 400),
    does: (page) => page.mouse.wheel(0, 3500),
  },
  'nothing done for a while': { trigger: '{on: idle, seconds: 3}', does: (page) => page.mouse.move(50, 50) },
  'leaving, with a mouse': {
    trigger: '{on: exit-intent}',
    almost: (page) => page.mouse.move(300, 300),
    does: async (page) => {
      await page.mouse.move(300, 40, { steps: 4 });
      await page.mouse.move(300, -20, { steps: 4 });
    },
  },
  'leaving, by touch': {
    trigger: '{on: exit-intent}',
    body: tall,
    options: phone,
    almost: (page) => swipe(page, 650, 50, 4),
    does: (page) => swipe(page, 50, 650),
  },
  'the same page for the third time': {
    trigger: '{on: return, times: 3}',
    almost: async (page, visitor) => {
      await page.waitForTimeout(2100);
      await visitor.goto(`${site.url}`);
    },
    does: async (page, visitor) => {
      await page.waitForTimeout(300);
      await visitor.goto(`${site.url}`);
    },
  },
  'back and forth between two products': {
    trigger: '{on: back-and-forth, times: 3}',
    body: '<a href="/a">A</a> <a href="/b">B</a>',
    almost: async (page, visitor) => {
      await page.getByRole('link', { name: 'A' }).click();
      await visitor.ready();
      await page.getByRole('link', { name: 'B' }).click();
      await visitor.ready();
    },
    does: async (page, visitor) => {
      await page.getByRole('link', { name: 'A' }).click();
      await visitor.ready();
      await page.getByRole('link', { name: 'B' }).click();
    },
  },
  'searches that find nothing': {
    trigger: '{on: failed-search, times: 2}',
    body: '<form role="search" action="javascript:void 0"><input type="search" aria-label="Search"></form>',
    almost: async (page) => {
      await search(page, 'charger for macbook');
      await search(page, 'usb charger');
    },
    does: (page) => search(page, 'power plug'),
  },
  'a form left half done': {
    trigger: '{on: form-abandoned, element: "#order", seconds: 5}',
    body: '<form id="order"><input name="street" aria-label="Street"><input name="city" aria-label="City"></form>',
    does: async (page) => {
      await page.getByLabel('Street').pressSequentially('Mill Road');
      await page.mouse.move(200, 400);
    },
  },
  'the same field refused twice': {
    trigger: '{on: field-error, element: "#order", times: 2}',
    body: '<form id="order" action="javascript:void 0"><input type="email" name="mail" aria-label="E-mail"><button>Send</button></form>',
    almost: async (page) => {
      await page.getByLabel('E-mail').pressSequentially('me at home');
      await page.getByRole('button', { name: 'Send' }).click();
    },
    does: async (page) => {
      await page.getByLabel('E-mail').pressSequentially('!');
      await page.getByRole('button', { name: 'Send' }).click();
    },
  },
  'clicks on something dead': {
    trigger: '{on: rage-click, element: "#dead"}',
    body: '<button id="dead" type="button">Go on</button>',
    almost: (page) => page.locator('#dead').click(),
    does: async (page) => {
      for (let click = 0; click < 5; click += 1) await page.locator('#dead').click({ delay: 20 });
    },
  },
  'the text of an error copied': {
    trigger: '{on: copy-error}',
    body: '<p id="fine">Fine words</p><p role="alert" id="wrong">The device stopped: E12</p>',
    almost: async (page) => {
      await page.locator('#fine').click({ clickCount: 3 });
      await page.keyboard.press('Control+c');
    },
    does: async (page) => {
      await page.locator('#wrong').click({ clickCount: 3 });
      await page.keyboard.press('Control+c');
    },
  },
  'a coupon refused': {
    trigger: '{on: coupon-refused}',
    body: '<input id="code" aria-label="Code"><button type="button" id="apply">Apply</button><p id="said" data-edge-agent-event="coupon.refused" hidden>Not valid</p><script src="/apply.js"></script>',
    almost: (page) => page.getByLabel('Code').fill('SAVE99'),
    does: (page) => page.locator('#apply').click(),
  },
  'something out of stock': {
    trigger: '{on: out-of-stock}',
    almost: (page) => page.mouse.move(10, 10),
    does: (_, visitor) => visitor.goto(`${site.url}sold-out`),
  },
  'an event that the shop tells by track()': {
    trigger: '{on: event, event: order.delayed}\nwhen: order.days > 2',
    almost: (_, visitor) => visitor.track('order.delayed', { days: 1 }),
    does: (_, visitor) => visitor.track('order.delayed', { days: 4 }),
  },
  'an event that the page tells by an attribute': {
    trigger: '{on: event, event: order.delayed}',
    almost: (page) => page.mouse.move(10, 10),
    does: (_, visitor) => visitor.goto(`${site.url}delayed`),
  },
  'a date that is near': {
    trigger: '{on: date, date: renewal, before: 7}',
    almost: (_, visitor) => visitor.track('date.renewal', { on: daysFromNow(30) }),
    does: (_, visitor) => visitor.track('date.renewal', { on: daysFromNow(5) }),
  },
  'coming back after a long time': {
    trigger: '{on: absence, days: 60}',
    almost: (page) => page.mouse.move(10, 10),
    does: async (page, visitor) => {
      await page.clock.setSystemTime(Date.now() + 61 * 86_400_000);
      await visitor.goto(site.url);
    },
  },
  'a configuration with a known problem': {
    trigger: '{on: known-problem, where: customer.charger.watts < 65}',
    almost: (_, visitor) => visitor.track('charger.state', { watts: 65 }),
    does: (_, visitor) => visitor.track('charger.state', { watts: 30 }),
  },
  'hot topics': { trigger: '{on: hot-topics}', does: (page) => page.mouse.move(10, 10) },
};

/** A finger drawn over the screen, from one height to another. */
async function swipe(page: Page, from: number, to: number, times = 1): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const steps = 5;
  for (let time = 0; time < times; time += 1) {
    await devtools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x: 150, y: from }] });
    for (let step = 1; step <= steps; step += 1) {
      const y = from + ((to - from) * step) / steps;
      await devtools.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x: 150, y }] });
    }
    await devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  }
}

describe('each trigger, by what visitors really do', () => {
  test.each(Object.entries(stories))('%s', async (_, { trigger, body = '', options, almost, does }) => {
    await serveNudges(site, { n: nudge(trigger) }, { attributes: attributes(), head, body });
    site.files.set('/page.css', { body: styles, type: 'text/css' });
    for (const product of ['a', 'b'])
      site.files.set(`/${product}`, pageWith({ attributes: attributes(`data-consent="granted" data-product="${product}"`), body }));
    const offer = JSON.stringify({ '@type': 'Offer', availability: 'https://schema.org/OutOfStock' });
    site.files.set('/sold-out', pageWith({ attributes: attributes(), head: `<script type="application/ld+json">${offer}</script>` }));
    site.files.set(
      '/delayed',
      pageWith({ attributes: attributes(), body: `<p data-edge-agent-event="order.delayed" data-edge-agent-data='{"days": 4}'>Late</p>` }),
    );
    site.files.set('/apply.js', {
      body: 'document.querySelector("#apply").addEventListener("click", () => { document.querySelector("#said").hidden = false; });',
      type: 'text/javascript',
    });
    await visiting(async (visitor) => {
      const { page } = visitor;
      if (almost !== undefined) {
        await almost(page, visitor);
        expect(await visitor.quiet()).toBe(true);
      }
      await does(page, visitor);
      expect(await visitor.shown()).toBe('n');
    }, options);
  });
});

describe('on the demo’s pages', () => {
  /** A visitor of the demo's support page who has said that tips are welcome. */
  async function inDemo(use: (visitor: NudgedVisitor, url: string) => Promise<void>): Promise<void> {
    const demo = await startSite({ mounts: [{ path: '/', directory: demoFiles }] });
    const context = await browser.newContext();
    context.setDefaultTimeout(10_000);
    try {
      const asked = await context.newPage();
      await asked.goto(demo.url);
      await asked.getByRole('button', { name: 'Yes, show tips' }).click();
      await asked.close();
      const visitor = await NudgedVisitor.at(context, `${demo.url}support`);
      await use(visitor, demo.url);
      expect(visitor.errors).toEqual([]);
    } finally {
      await context.close();
      await demo.close();
    }
  }

  test('two searches find nothing: what many look for is one tap away', async () => {
    await inDemo(async (visitor) => {
      const { page } = visitor;
      const found = page.locator('[data-searched] li:visible');
      await search(page, 'e-reader');
      await page.waitForURL('**/search?q=e-reader');
      await found.filter({ hasText: 'Folio 7' }).first().waitFor();
      expect(await found.count()).toBeLessThan(20);
      await found.filter({ hasText: 'Folio 7' }).first().click();
      await page.goBack();
      await search(page, 'hair dryer');
      await page.getByText('Nothing found for “hair dryer”.').waitFor();
      expect(await found.count()).toBe(0);
      await visitor.ready();
      expect(await visitor.quiet()).toBe(true);
      await search(page, 'toaster');
      await page.getByText('Nothing found for “toaster”.').waitFor();
      expect(await visitor.shown()).toBe('search-finds-nothing');
      await page.locator('edge-agent-nudge .choice').first().click();
      await page.locator('edge-agent [part~=answer]', { hasText: 'MacBook Air' }).waitFor();
    });
  });

  test('whoever joins the newsletter can take its code with one tap, and the checkout takes it off', async () => {
    await inDemo(async (visitor, url) => {
      const { page } = visitor;
      const off = page.locator('[data-sum=off]');
      await page.locator('.newsletter input').pressSequentially('ada@example.com');
      await page.keyboard.press('Enter');
      await page.getByText('This is a demonstration, so nothing was sent.').waitFor();
      expect(await visitor.shown()).toBe('newsletter-code');
      await page.locator('edge-agent-nudge .action').click();
      await page.waitForURL('**/cart');
      await page.getByText('Discount code: welcome-5').waitFor();
      await page.goto(`${url}products/lark-2`);
      await page.getByRole('button', { name: 'Add to cart' }).click();
      await page.goto(`${url}checkout`);
      expect(await page.locator('#code').inputValue()).toBe('welcome-5');
      const [goods, less] = [await page.locator('[data-sum=goods]').innerText(), await off.innerText()].map((text) =>
        Number(text.replace(/[^\d.-]/g, '')),
      );
      expect(less).toBeCloseTo(-0.05 * (goods ?? 0), 2);
      await page.locator('#code').fill('SAVE99');
      await page.getByRole('button', { name: 'Apply' }).click();
      await page.locator('.refused').waitFor();
      expect(await off.isVisible()).toBe(false);
    });
  });
});
