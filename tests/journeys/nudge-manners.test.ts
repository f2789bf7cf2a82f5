import axe from 'axe-core';
import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { attributes, NudgedVisitor, nudge, serveNudges } from './nudge-site.ts';
import { launchBrowser, pageWith, type Site, startSite } from './site.ts';

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

async function inContext(use: (context: BrowserContext) => Promise<void>, options: BrowserContextOptions = {}): Promise<void> {
  const context = await browser.newContext(options);
  context.setDefaultTimeout(10_000);
  try {
    await use(context);
  } finally {
    await context.close();
  }
}

const visiting = (use: (visitor: NudgedVisitor, context: BrowserContext) => Promise<void>, options?: BrowserContextOptions) =>
  inContext(async (context) => {
    const visitor = await NudgedVisitor.at(context, site.url);
    await use(visitor, context);
    expect(visitor.errors).toEqual([]);
  }, options);

const delayed = '{on: event, event: order.delayed}';
const close = (visitor: NudgedVisitor) => visitor.page.locator('edge-agent-nudge [part~=nudge-close]').click();
const named = (visitor: NudgedVisitor, name: string) => visitor.page.locator('edge-agent-nudge').getByRole('button', { name });
const more = (visitor: NudgedVisitor) => visitor.page.locator('edge-agent-nudge summary').click();

/** What the page keeps: names of databases with something in them, and keys of both storages. */
const kept = (visitor: NudgedVisitor) =>
  visitor.page.evaluate(async () => [
    ...(await indexedDB.databases()).map(({ name }) => name),
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
  ]);

describe('caps', () => {
  test('hold over reloads and in two tabs, and only one tab shows a nudge at a time', async () => {
    await serveNudges(site, { n: nudge(delayed, 'priority: 90'), other: nudge('{on: event, event: payment.failed}') });
    await visiting(async (first, context) => {
      const second = await NudgedVisitor.at(context, site.url);
      await second.page.bringToFront();
      await Promise.all([first.track('order.delayed'), second.track('order.delayed')]);
      await expect.poll(async () => (await first.nudge.count()) + (await second.nudge.count()), { timeout: 8000 }).toBe(1);
      await first.page.waitForTimeout(800);
      expect((await first.nudge.count()) + (await second.nudge.count())).toBe(1);
      const [showing, silent] = (await first.nudge.count()) === 1 ? [first, second] : [second, first];
      // Another nudge is due in the other tab: it waits until this one is gone.
      await silent.page.bringToFront();
      await silent.track('payment.failed');
      expect(await silent.quiet()).toBe(true);
      await showing.page.evaluate(() => document.querySelector('edge-agent')?.remove());
      expect(await silent.shown()).toBe('other');
      for (const visitor of [first, second]) {
        await visitor.goto(site.url);
        await visitor.track('order.delayed');
        expect(await visitor.quiet()).toBe(true);
      }
    });
  });

  test('hold when the clock is set back', async () => {
    await serveNudges(site, { n: nudge(delayed) });
    await visiting(async (visitor) => {
      await visitor.track('order.delayed');
      expect(await visitor.shown()).toBe('n');
      await visitor.page.clock.setSystemTime(Date.now() - 3 * 86_400_000);
      await visitor.goto(site.url);
      await visitor.track('order.delayed');
      expect(await visitor.quiet()).toBe(true);
      await visitor.page.clock.setSystemTime(Date.now() - 2 * 86_400_000 + 3_600_000);
      await visitor.goto(site.url);
      await visitor.track('order.delayed');
      expect(await visitor.shown()).toBe('n');
    });
  });
});

describe('quiet hours', () => {
  const at = (zone: string) => nudge(delayed, `quiet-hours: {from: "22:00", to: "07:00"${zone}}`);
  test.each([
    ['the visitor’s night', 'Asia/Tokyo', '2026-11-20T14:30:00Z', '', false],
    ['the visitor’s day at the same moment', 'Europe/Lisbon', '2026-11-20T14:30:00Z', '', true],
    ['the site’s night while the visitor has day', 'America/Los_Angeles', '2026-11-20T22:30:00Z', ', zone: Europe/Berlin', false],
    ['the site’s day', 'Asia/Tokyo', '2026-11-20T14:30:00Z', ', zone: Europe/Berlin', true],
  ])('%s', async (_, timezoneId, time, zone, isShown) => {
    await serveNudges(site, { n: at(zone) });
    await inContext(
      async (context) => {
        await context.clock.setSystemTime(time);
        const visitor = await NudgedVisitor.at(context, site.url);
        await visitor.track('order.delayed');
        if (isShown) expect(await visitor.shown()).toBe('n');
        else expect(await visitor.quiet()).toBe(true);
      },
      { timezoneId },
    );
  });
});

describe('consent', () => {
  const granted = { state: 'granted' };
  const consentOf = (state: string) =>
    `<script>window.dataLayer = [];function gtag() { dataLayer.push(arguments); }gtag('consent', 'default', {personalization_storage: '${state}'});</script>`;
  const tcf = (isGiven: boolean) => `<script>
    window.__tcfapi = (command, version, callback) => {
      if (command !== 'addEventListener') return;
      window.tell = (given) => callback({ gdprApplies: true, eventStatus: 'useractioncomplete', listenerId: 7, purpose: { consents: { 1: given, 5: given, 6: given } } }, true);
      callback({ gdprApplies: true, eventStatus: 'cmpuishown', listenerId: 7, purpose: { consents: {} } }, true);
      ${isGiven ? 'window.tell(true);' : ''}
    };</script>`;

  test('nothing is fetched, listened to or stored before it', async () => {
    await serveNudges(site, { n: nudge('{on: hot-topics}') }, { attributes: attributes('') });
    await inContext(async (context) => {
      const page = await context.newPage();
      await page.addInitScript(() => {
        const names: string[] = [];
        Object.assign(window, { heard: names });
        const add = EventTarget.prototype.addEventListener;
        EventTarget.prototype.addEventListener = function (this: EventTarget, name: string, ...rest: unknown[]) {
          names.push(name);
          return (add as (...all: unknown[]) => void).call(this, name, ...rest);
        };
      });
      await page.goto(site.url);
      await page.locator('edge-agent [part~=launcher]').waitFor();
      await page.mouse.move(10, 10);
      await page.waitForTimeout(2500);
      expect(site.requests.filter((path) => /nudge/.test(path))).toEqual([]);
      const heard = await page.evaluate(() => (window as unknown as { heard: string[] }).heard);
      for (const name of ['scroll', 'copy', 'mouseleave', 'beforeinput', 'invalid']) expect(heard).not.toContain(name);
      expect(await page.evaluate(async () => (await indexedDB.databases()).length + sessionStorage.length)).toBe(0);
    });
  });

  test.each<[string, string, string]>([
    ['the attribute', 'data-consent="granted"', ''],
    ['Google Consent Mode', '', consentOf(granted.state)],
    ['IAB TCF', '', tcf(true)],
  ])('is heard from %s', async (_, attribute, head) => {
    await serveNudges(site, { n: nudge('{on: hot-topics}') }, { attributes: attributes(attribute), head });
    await visiting(async (visitor) => expect(await visitor.shown()).toBe('n'));
  });

  test('is heard when it comes later and when it goes again, by the method, a consent update and TCF', async () => {
    const ways: [head: string, given: string, withdrawn: string][] = [
      ['', `window.edgeAgent.q.push(['setConsent', 'granted'])`, `window.edgeAgent.q.push(['setConsent', 'denied'])`],
      [
        consentOf('denied'),
        `gtag('consent', 'update', {personalization_storage: 'granted'})`,
        `gtag('consent', 'update', {personalization_storage: 'denied'})`,
      ],
      [tcf(false), 'window.tell(true)', 'window.tell(false)'],
    ];
    for (const [head, script, withdrawn] of ways) {
      await serveNudges(site, { n: nudge('{on: hot-topics}') }, { attributes: attributes(''), head });
      await inContext(async (context) => {
        const page = await context.newPage();
        await page.goto(site.url);
        await page.locator('edge-agent [part~=launcher]').waitFor();
        expect(await page.locator('edge-agent-nudge').count()).toBe(0);
        await page.evaluate(script);
        await page.locator('edge-agent-nudge .nudge').waitFor();
        await page.evaluate(withdrawn);
        await expect.poll(() => page.locator('edge-agent-nudge').count()).toBe(0);
        await expect.poll(() => page.evaluate(async () => (await indexedDB.databases()).length + sessionStorage.length)).toBe(0);
      });
    }
  });

  test('that is withdrawn in the middle takes the nudge away, stops all listening, and deletes what was kept', async () => {
    await serveNudges(site, { n: nudge(delayed), later: nudge('{on: event, event: payment.failed}') });
    await visiting(async (visitor) => {
      await visitor.track('order.delayed');
      await visitor.shown();
      expect(await kept(visitor)).toContain('edge-agent-nudges');
      await visitor.page.evaluate(() => document.querySelector('edge-agent')?.setAttribute('consent', 'denied'));
      await expect.poll(() => visitor.nudge.count()).toBe(0);
      await visitor.track('payment.failed');
      await visitor.page.mouse.move(200, 300);
      expect(await visitor.quiet()).toBe(true);
      await expect.poll(() => kept(visitor)).toEqual([]);
      await visitor.page.reload();
      await visitor.ready();
    });
  });

  test('one voice that says no outweighs those that say yes', async () => {
    await serveNudges(site, { n: nudge('{on: hot-topics}') }, { head: consentOf('denied') });
    await inContext(async (context) => {
      const page = await context.newPage();
      await page.goto(site.url);
      await page.waitForTimeout(2000);
      expect(site.requests.filter((path) => /nudge/.test(path))).toEqual([]);
    });
  });
});

describe('a nudge', () => {
  test('says it politely, takes no focus, has names for all, and is gone with "not now"', async () => {
    await serveNudges(site, { n: nudge(delayed) }, { body: '<button type="button" id="own">Own</button>' });
    await visiting(async (visitor) => {
      const { page } = visitor;
      await page.locator('#own').focus();
      await visitor.track('order.delayed');
      await visitor.shown();
      await expect.poll(() => page.locator('edge-agent-nudge').getByRole('status').textContent()).toBe('Can we help?');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('own');
      await page.evaluate(axe.source);
      const violations = await page.evaluate(async () => {
        const { violations: found } = await (
          window as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { target: unknown }[] }[] }> } }
        ).axe.run();
        return found
          .map(({ id, nodes }) => `${id} ${JSON.stringify(nodes.map(({ target }) => target))}`)
          .filter((each) => each.includes('nudge'));
      });
      expect(violations).toEqual([]);
      await close(visitor);
      expect(await visitor.nudge.count()).toBe(0);
      expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('EDGE-AGENT');
    });
  });

  test('can be refused for good, and all of them can be; both are remembered', async () => {
    const cap = (text: string) => text.replace('cap: {times: 1, per: day}', 'cap: {times: 9, per: day}');
    await serveNudges(site, { n: cap(nudge(delayed)), other: cap(nudge('{on: event, event: payment.failed}')) });
    await visiting(async (visitor) => {
      await visitor.track('order.delayed');
      await visitor.shown();
      await more(visitor);
      await named(visitor, 'Not this one again').click();
      await visitor.goto(site.url);
      await visitor.track('order.delayed');
      expect(await visitor.quiet()).toBe(true);
      await visitor.track('payment.failed');
      expect(await visitor.shown()).toBe('other');
      await more(visitor);
      await named(visitor, 'No tips at all').click();
      await visitor.goto(site.url);
      await visitor.track('payment.failed');
      expect(await visitor.quiet()).toBe(true);
    });
  });

  const busy: Record<string, (visitor: NudgedVisitor) => Promise<() => Promise<unknown>>> = {
    typing: async ({ page }) => {
      await page.getByLabel('Note').pressSequentially('Dear shop, ', { delay: 60 });
      return async () => {};
    },
    'an open dialog': async ({ page }) => {
      await page.locator('#open').click();
      return () => page.keyboard.press('Escape');
    },
    'the open panel': async ({ page }) => {
      await page.locator('edge-agent [part~=launcher]').click();
      return () => page.locator('edge-agent [part~=panel]').getByRole('button', { name: 'Close' }).click();
    },
    'playing media': async ({ page }) => {
      await page.evaluate(() => (document.querySelector('audio') as HTMLAudioElement).play());
      return () => page.evaluate(() => document.querySelector('audio')?.pause());
    },
  };
  test.each(Object.entries(busy))('never comes over %s, and comes when that is over', async (_, begin) => {
    const body =
      '<label>Note <textarea></textarea></label><button type="button" id="open">Terms</button><dialog>Terms <button>OK</button></dialog><audio src="/tone.wav" loop></audio><script src="/page.js"></script>';
    await serveNudges(site, { n: nudge(delayed) }, { body });
    site.files.set('/tone.wav', { body: tone(), type: 'audio/wav' });
    site.files.set('/page.js', {
      body: 'document.querySelector("#open").addEventListener("click", () => document.querySelector("dialog").showModal());',
      type: 'text/javascript',
    });
    await visiting(async (visitor) => {
      const end = await begin(visitor);
      await visitor.track('order.delayed');
      expect(await visitor.quiet()).toBe(true);
      await end();
      expect(await visitor.shown()).toBe('n');
    });
  });

  test.each<[string, string]>([
    ['typing begins', ''],
    ['a dialog opens', ''],
    ['a dialog opens, beside a thing of the page too', 'place: {anchor: "#open"}'],
  ])('makes room when %s, comes back once, and was neither dismissed nor shown twice', async (what, place) => {
    const body =
      '<label>Note <textarea></textarea></label><button type="button" id="open">Terms</button><dialog>Terms <button>OK</button></dialog><script src="/page.js"></script>';
    await serveNudges(site, { n: nudge(delayed, place) }, { body });
    site.files.set('/page.js', {
      body: 'document.querySelector("#open").addEventListener("click", () => document.querySelector("dialog").showModal());',
      type: 'text/javascript',
    });
    await visiting(async (visitor) => {
      const { page } = visitor;
      await page.evaluate(() => {
        const told: string[] = [];
        Object.assign(window, { told });
        addEventListener('edge-agent-nudge', (event) => told.push((event as Event & { what: string }).what));
      });
      const isSeen = () => visitor.nudge.isVisible();
      const begin = () =>
        what === 'typing begins' ? page.getByLabel('Note').pressSequentially('Dear shop, ') : page.locator('#open').click();
      await visitor.track('order.delayed');
      await visitor.shown();
      await begin();
      await expect.poll(isSeen, { timeout: 1000 }).toBe(false);
      await page.keyboard.press(what === 'typing begins' ? 'Tab' : 'Escape');
      await expect.poll(isSeen, { timeout: 8000 }).toBe(true);
      await begin();
      await expect.poll(() => visitor.nudge.count(), { timeout: 1000 }).toBe(0);
      expect(await page.evaluate(() => (window as unknown as { told: string[] }).told)).toEqual(['shown', 'passed']);
    });
  });

  test('that stands in the page’s flow stays where it is while somebody types', async () => {
    const body = '<label>Note <textarea></textarea></label><div id="slot"></div>';
    await serveNudges(site, { n: nudge(delayed, 'place: {inline: "#slot"}') }, { body });
    await visiting(async (visitor) => {
      await visitor.track('order.delayed');
      await visitor.shown();
      await visitor.page.getByLabel('Note').pressSequentially('Dear shop, ');
      await visitor.page.waitForTimeout(600);
      expect(await visitor.nudge.isVisible()).toBe(true);
    });
  });

  test('goes when what it is about is over', async () => {
    await serveNudges(site, { n: nudge(delayed, 'until: order.delivered') });
    await visiting(async (visitor) => {
      await visitor.track('order.delayed');
      await visitor.shown();
      await visitor.track('order.delivered');
      await expect.poll(() => visitor.nudge.count(), { timeout: 1000 }).toBe(0);
    });
  });

  test.each<[string, string, (visitor: NudgedVisitor) => Promise<unknown>]>([
    [
      'a unit',
      'next: {unit: late}',
      async ({ page }) => page.locator('edge-agent [part~=answer]', { hasText: 'We look for it.' }).waitFor(),
    ],
    [
      'a question',
      'next: {question: Why was my payment declined?}',
      async ({ page }) => page.locator('edge-agent [part~=answer]', { hasText: 'Ask your bank.' }).waitFor(),
    ],
    [
      'an offer',
      'next: {offer: {code: SAVE5}}\naction: Use it',
      async ({ page }) => page.waitForFunction(() => (window as unknown as { code?: string }).code === 'SAVE5'),
    ],
    ['a link', 'next: {link: /orders}\naction: See', async ({ page }) => page.waitForURL('**/orders')],
    ['topics', 'next: {topics: [pay, late]}', async ({ page }) => page.locator('edge-agent [part~=answer]').waitFor()],
  ])('leads with one tap to %s', async (_, next, ends) => {
    await serveNudges(site, { n: nudge(delayed).replace('next: {unit: pay}', next) });
    site.files.set('/orders', pageWith({ attributes: attributes() }));
    await visiting(async (visitor) => {
      await visitor.page.evaluate(() =>
        addEventListener('edge-agent-offer', (event) => Object.assign(window, { code: (event as Event & { code: string }).code })),
      );
      await visitor.track('order.delayed');
      await visitor.shown();
      await visitor.page.locator('edge-agent-nudge .action, edge-agent-nudge .choice').first().click();
      await ends(visitor);
    });
  });

  test('can stand in a slot of the page, beside a thing, and as a badge', async () => {
    const place = (text: string) => nudge('{on: hot-topics}', `place: ${text}`);
    const where: [string, string][] = [
      ['{inline: "#slot"}', '#slot edge-agent-nudge'],
      ['{anchor: "#thing"}', 'body > edge-agent-nudge'],
      ['badge', 'edge-agent edge-agent-nudge'],
    ];
    for (const [text, selector] of where) {
      await serveNudges(site, { n: place(text) }, { body: '<div id="slot"></div><p id="thing">A thing</p>' });
      await visiting(async (visitor) => {
        await visitor.shown();
        expect(await visitor.page.locator(selector).count()).toBe(1);
      });
    }
  });

  test('shows all that is kept for it, in words, where it can be deleted', async () => {
    await serveNudges(site, { n: nudge(delayed) }, { attributes: attributes('data-consent="granted" data-product="lamp"') });
    await visiting(async (visitor) => {
      const { page } = visitor;
      await visitor.track('date.warranty', { on: '2027-03-01' });
      await visitor.track('order.delayed');
      await visitor.shown();
      await close(visitor);
      await page.locator('edge-agent [part~=launcher]').click();
      const sheet = page.locator('edge-agent [part~=sheet]');
      await page.locator('edge-agent button[aria-controls=menu]').click();
      await page.locator('edge-agent #menu button').nth(2).click();
      await expect.poll(() => sheet.innerText()).toContain('Tips that you saw: 1');
      for (const text of ['lamp, because you looked at it 1×', 'Mar 1, 2027', 'Pages that you came to'])
        expect(await sheet.innerText()).toContain(text);
      await page.locator('edge-agent [part~=delete]').click();
      await sheet.getByText('All of it is deleted.').waitFor();
      await expect.poll(() => kept(visitor)).not.toContain('edge-agent-nudges');
      expect((await kept(visitor)).filter((name) => String(name).includes('nudge'))).toEqual([]);
    });
  });
});

describe('whatever a page does', () => {
  test('handlers that throw, thousands of events a second and things that are no data leave the page and the nudges as they are', async () => {
    await serveNudges(site, { n: nudge(delayed) }, { body: '<button type="button" id="own">Own</button><script src="/page.js"></script>' });
    site.files.set('/page.js', {
      body: `for (const name of ['click', 'scroll', 'keydown', 'copy', 'edge-agent-nudge', 'pointermove'])
        addEventListener(name, () => { throw new Error('the page is broken'); }, true);`,
      type: 'text/javascript',
    });
    await inContext(async (context) => {
      const visitor = await NudgedVisitor.at(context, site.url);
      const { page } = visitor;
      await page.locator('#own').click();
      const longest = await page.evaluate(async () => {
        const agent = document.querySelector('edge-agent') as HTMLElement & { track(name: unknown, data?: unknown): void };
        const hostile = [
          undefined,
          null,
          1n,
          Symbol('x'),
          () => {},
          new Proxy(
            {},
            {
              ownKeys: () => {
                throw new Error('no');
              },
            },
          ),
          {
            get x(): never {
              throw new Error('no');
            },
          },
          '__proto__',
          { __proto__: { polluted: true } },
        ];
        for (const data of hostile) agent.track('a.b', data);
        for (const name of [undefined, '', '__proto__', 'constructor.prototype', 'x'.repeat(1e5)]) agent.track(name);
        let worst = 0;
        for (let second = 0; second < 3; second += 1) {
          const started = performance.now();
          for (let index = 0; index < 5000; index += 1) agent.track(`made.up-${index}`, { index });
          worst = Math.max(worst, performance.now() - started);
          await new Promise((resolve) => setTimeout(resolve, 400));
        }
        return worst;
      });
      expect(longest).toBeLessThan(100);
      await page.waitForTimeout(1200);
      await visitor.track('order.delayed');
      expect(await visitor.shown()).toBe('n');
      expect(visitor.errors.filter((error) => !error.includes('the page is broken'))).toEqual([]);
    });
  });

  test('of a hundred kinds of events in one go none is lost, the newest data counts, and what is too much is said once', async () => {
    await serveNudges(site, { n: nudge(delayed, 'when: order.days == 7') });
    await visiting(async (visitor) => {
      const { page } = visitor;
      const warnings: string[] = [];
      page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
      await page.evaluate(() => {
        const agent = document.querySelector('edge-agent') as HTMLElement & { track(name: string, data?: object): void };
        agent.track('order.delayed', { days: 1 });
        for (let index = 0; index < 98; index += 1) agent.track(`kind.${index}`);
        for (let index = 0; index < 300; index += 1) agent.track('kind.7', { index });
        agent.track('order.delayed', { days: 7 });
      });
      expect(await visitor.shown()).toBe('n');
      expect(warnings.filter((text) => text.includes('more than 50 events'))).toHaveLength(1);
      await close(visitor);
    });
  });

  test('nothing shows when storage is gone in the middle, for nothing could be remembered', async () => {
    await serveNudges(site, { n: nudge(delayed) });
    await visiting(async (visitor) => {
      await visitor.page.evaluate(() => {
        IDBFactory.prototype.open = () => {
          throw new DOMException('gone', 'InvalidStateError');
        };
        IDBDatabase.prototype.transaction = () => {
          throw new DOMException('gone', 'InvalidStateError');
        };
      });
      await visitor.track('order.delayed');
      expect(await visitor.quiet()).toBe(true);
    });
  });

  test('where storage is forbidden from the start nothing shows, it is said once, and the agent answers', async () => {
    await serveNudges(site, { n: nudge('{on: hot-topics}') });
    await inContext(async (context) => {
      const page = await context.newPage();
      const warnings: string[] = [];
      page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
      await page.addInitScript(() => {
        for (const name of ['indexedDB', 'sessionStorage', 'localStorage', 'caches'])
          Object.defineProperty(window, name, {
            get: () => {
              throw new DOMException('The operation is insecure.', 'SecurityError');
            },
          });
      });
      await page.goto(site.url);
      await expect.poll(() => warnings.filter((text) => text.includes('no nudges here'))).toHaveLength(1);
      await page.waitForTimeout(2500);
      expect(await page.locator('edge-agent-nudge').count()).toBe(0);
      await page.evaluate(() =>
        (document.querySelector('edge-agent') as HTMLElement & { ask(text: string): Promise<void> }).ask('Why was my payment declined?'),
      );
      await page.locator('edge-agent [part~=answer]', { hasText: 'Ask your bank.' }).waitFor();
    });
  });

  test('a shard that is damaged or missing means no nudges, and the agent works', async () => {
    await serveNudges(site, { n: nudge('{on: hot-topics}') });
    const [name = ''] = [...site.files.keys()].filter((path) => path.includes('.nudges.'));
    site.files.set(name, { body: 'something else', type: 'application/octet-stream' });
    await inContext(async (context) => {
      const page = await context.newPage();
      await page.goto(site.url);
      await page.waitForTimeout(2000);
      expect(await page.locator('edge-agent-nudge').count()).toBe(0);
      await page.locator('edge-agent [part~=launcher]').click();
      await page.locator('edge-agent [part~=panel]').waitFor();
    });
  });

  test('pages that send the CSP of the README, Trusted Types too, have nudges', async () => {
    await site.close();
    const { sameOriginPolicy } = await import('./site.ts');
    site = await startSite({ headers: { 'Content-Security-Policy': sameOriginPolicy } });
    await serveNudges(site, { n: nudge('{on: hot-topics}', 'place: {anchor: h1}') });
    await visiting(async (visitor) => expect(await visitor.shown()).toBe('n'));
  });
});

/** A second of a quiet tone, as WAV: 8 kHz, 8 bits, mono. */
function tone(): Uint8Array {
  const samples = 8000;
  const bytes = new Uint8Array(44 + samples);
  const view = new DataView(bytes.buffer);
  const text = (offset: number, word: string) => {
    for (const [index, letter] of [...word].entries()) view.setUint8(offset + index, letter.charCodeAt(0));
  };
  text(0, 'RIFF');
  view.setUint32(4, 36 + samples, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, 8000, true);
  view.setUint32(28, 8000, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  text(36, 'data');
  view.setUint32(40, samples, true);
  for (let index = 0; index < samples; index += 1) bytes[44 + index] = 128 + 20 * Math.sin(index / 4);
  return bytes;
}
