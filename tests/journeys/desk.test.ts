import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Handoff } from '../../src/protocol/relay.ts';
import { TestRelay } from './fixtures/test-relay.ts';
import { launchBrowser, type Site, startSite, watchErrors } from './site.ts';

const shopOrigin = 'https://shop.example';

let shop: Site;
let relay: TestRelay;
let browser: Browser;
let admin: { email: string; password: string };
/** The admin's log-in, for all tests but those of logging in: who tries too often is made to wait. */
let loggedIn: Awaited<ReturnType<BrowserContext['storageState']>>;

beforeAll(async () => {
  shop = await startSite();
  relay = await TestRelay.start({
    site: { origins: [shopOrigin], pack: `${shop.url}pack/manifest.json` },
    rates: { address: { burst: 5000, perSecond: 500 }, session: { burst: 5000, perSecond: 500 } },
  });
  admin = relay.firstAdmin;
  browser = await launchBrowser();
  const context = await browser.newContext({ locale: 'en' });
  await (await Member.at(context)).logIn();
  loggedIn = await context.storageState();
  await context.close();
});

afterAll(async () => {
  await browser.close();
  await relay.close();
  await shop.close();
});

/** A visitor, as the device talks to the relay. */
class RelayVisitor {
  private constructor(private readonly session: string) {}

  static async come(): Promise<RelayVisitor> {
    const opened = await send('POST', 'v1/sessions', { site: TestRelay.siteKey });
    return new RelayVisitor((opened as { session: string }).session);
  }

  async handOver(told: Partial<Handoff> = {}): Promise<string> {
    return ((await this.post('v1/handoffs', { ...headphones, ...told })) as { handoff: string }).handoff;
  }

  async say(handoff: string, text: string): Promise<void> {
    const id = crypto.randomUUID();
    await this.post(`v1/handoffs/${handoff}/messages`, { id, text }, id);
  }

  async type(handoff: string): Promise<void> {
    await this.post(`v1/handoffs/${handoff}/typing`, {});
  }

  /** Has everything before their eyes. */
  async see(handoff: string): Promise<void> {
    const { state } = await this.poll(handoff);
    await this.post(`v1/handoffs/${handoff}/seen`, { seq: state.last });
  }

  /** What was said, oldest first. */
  async heard(handoff: string): Promise<string[]> {
    const { events } = await this.poll(handoff);
    return events.filter(({ kind }) => kind === 'message').map(({ from, text }) => `${from}: ${text}`);
  }

  private async poll(handoff: string): Promise<{ state: { last: number }; events: { kind: string; from: string; text: string }[] }> {
    const headers = { Authorization: `Bearer ${this.session}`, Accept: 'application/json' };
    return (await send('GET', `v1/handoffs/${handoff}/events?after=0&wait=0`, undefined, headers)) as never;
  }

  private post(path: string, body: unknown, key = crypto.randomUUID() as string): Promise<unknown> {
    return send('POST', path, body, { Authorization: `Bearer ${this.session}`, 'Idempotency-Key': key });
  }
}

async function send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<unknown> {
  const response = await fetch(relay.url + path, {
    method,
    headers: { Origin: shopOrigin, ...headers, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(JSON.stringify(answer));
  return answer;
}

const headphones: Handoff = {
  reason: 'unsolved',
  locale: 'en',
  summary: { visitor: 'The left earbud cuts out.', desk: 'The left earbud cuts out.' },
  problem: 'How do I return something?',
  facts: [{ name: 'Since when?', value: 'since yesterday' }],
  tried: [{ step: 'Reset the earbuds', outcome: 'did not help' }],
  openQuestion: 'Is the firmware current?',
  proposal: {
    action: 'open-return',
    title: 'Rücksendung',
    args: { order: 'TW-1' },
    inputs: { 'order.total': '249 EUR' },
    rule: 'returns-over-100',
    because: { visitor: 'Über 100 € entscheidet ein Mensch.', desk: 'Returns over 100 € need a person.' },
  },
  transcript: [{ from: 'visitor', text: 'How do I return something?', at: '2026-11-21T09:30:00.000Z' }],
  page: { url: 'https://shop.example/lark-2', title: 'Lark 2' },
  product: 'lark-2',
  tier: 'pack',
  confidence: 0.4,
  mood: 'calm',
  consent: { storage: true },
  device: 'Firefox on Linux',
  pack: 'p1',
};

/** A member's view of the desk. */
class Member {
  private constructor(
    readonly page: Page,
    readonly errors: readonly string[],
  ) {}

  static async at(context: BrowserContext, path = ''): Promise<Member> {
    context.setDefaultTimeout(10_000);
    const page = await context.newPage();
    const errors = watchErrors(page);
    await page.goto(`${relay.url}desk${path}`);
    return new Member(page, errors);
  }

  async logIn({ email, password } = admin): Promise<void> {
    await this.page.getByLabel('E-mail').fill(email);
    await this.page.getByLabel('Password').fill(password);
    await this.page.keyboard.press('Enter');
    await this.page.locator('desk-queue').waitFor();
  }

  get queue() {
    return this.page.locator('desk-queue .case');
  }

  get messages() {
    return this.page.locator('desk-talk .message');
  }

  get composer() {
    return this.page.locator('desk-talk textarea');
  }

  async open(handoff: string): Promise<void> {
    await this.page.goto(`${relay.url}desk/#/case/${handoff}`);
    await this.page.locator('desk-case h2').waitFor();
  }

  async take(): Promise<void> {
    await this.page.locator('desk-case .head').getByRole('button', { name: 'Take' }).click();
    await this.composer.waitFor();
  }

  async write(text: string): Promise<void> {
    await this.composer.fill(text);
    await this.composer.press('Enter');
  }
}

async function asMember(
  use: (member: Member, context: BrowserContext) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> {
  const context = await browser.newContext({ locale: 'en', reducedMotion: 'reduce', storageState: loggedIn, ...options });
  try {
    const member = await Member.at(context);
    await member.page.locator('desk-queue').waitFor();
    await use(member, context);
    // Refusals that the page expects are told on the console by the browser itself.
    expect(member.errors.filter((error) => !error.startsWith('Failed to load resource'))).toEqual([]);
  } finally {
    await context.close();
  }
}

test('a case from its arrival to a draft, by keyboard alone', async () => {
  const context = await browser.newContext({ locale: 'en' });
  const member = await Member.at(context);
  const { page } = member;
  await member.page.getByLabel('E-mail').fill(admin.email);
  await member.page.getByLabel('Password').fill('not the password');
  await page.keyboard.press('Enter');
  await page.getByText('E-mail or password is wrong.').waitFor();
  await member.logIn();
  await page.getByText('Nobody is waiting.').waitFor();

  const visitor = await RelayVisitor.come();
  const handoff = await visitor.handOver();
  await member.queue.filter({ hasText: 'The left earbud cuts out.' }).waitFor();
  await expect.poll(() => page.locator('.desk > .hidden[role=status]').innerText()).toContain('New case');

  await page.keyboard.press('n');
  await page.locator('desk-case h2').waitFor();
  for (const told of ['since yesterday', 'Reset the earbuds', 'Is the firmware current?', 'returns-over-100', 'Firefox on Linux'])
    await page.locator('desk-story').getByText(told).waitFor();
  await page.keyboard.press('t');
  await member.composer.waitFor();
  await expect.poll(() => member.composer.evaluate((field) => field.matches(':focus'))).toBe(true);
  await page.keyboard.type('Hello, which order is it?');
  await page.keyboard.press('Enter');
  await expect.poll(() => visitor.heard(handoff)).toEqual(['person: Hello, which order is it?']);

  await visitor.see(handoff);
  await page.locator('desk-talk').getByText('Read').waitFor();
  await visitor.type(handoff);
  await page.getByText('The visitor is writing…').waitFor();
  await visitor.say(handoff, 'Order TW-1. How do I return it?');
  await member.messages.filter({ hasText: 'Order TW-1.' }).waitFor();
  await expect.poll(() => page.locator('.desk > .hidden[role=status]').innerText()).toContain('Order TW-1.');

  await page.keyboard.press('Escape');
  await page.keyboard.press('s');
  const suggested = page.locator('desk-suggestions li').first();
  await suggested.waitFor();
  await page.locator('desk-case h2').focus();
  await page.keyboard.press('1');
  await expect.poll(() => member.composer.inputValue()).not.toBe('');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await visitor.heard(handoff)).length).toBe(3);

  await page.keyboard.press('Escape');
  await page.keyboard.press('c');
  await page.getByLabel('Why').fill('Told how to return it');
  await page.keyboard.press('Enter');
  await page.locator('desk-case .head').getByText('Solved').waitFor();
  await page.keyboard.press('d');
  await page.getByLabel('Name of the unit').fill('return-lark-2');
  await page.getByRole('button', { name: 'Save the draft' }).click();
  await page.getByText('The draft is saved.').waitFor();
  await page.getByRole('link', { name: 'Drafts' }).first().click();
  await page.locator('desk-drafts').getByText('return-lark-2').waitFor();
  await page.getByRole('link', { name: 'Audit' }).click();
  await page.locator('desk-audit').getByText('handoff.solved').waitFor();
  expect(member.errors.filter((error) => !error.startsWith('Failed to load resource'))).toEqual([]);
  await context.close();
});

test('two members cannot have one case; each is told who has it', async () => {
  await asMember(async (first) => {
    const mei = { email: 'mei@shop.example', password: 'a password of mei' };
    await first.page.getByRole('link', { name: 'Members' }).click();
    await first.page.getByRole('button', { name: 'Add a member' }).click();
    await first.page.getByRole('button', { name: 'Save' }).click();
    await first.page.getByText('A name is needed.').waitFor();
    await first.page.getByLabel('Name', { exact: true }).fill('Mei Tanaka');
    await first.page.getByLabel('E-mail').fill(mei.email);
    await first.page.getByLabel('Password').fill(mei.password);
    await first.page.getByRole('button', { name: 'Save' }).click();
    await first.page.getByRole('cell', { name: 'Mei Tanaka', exact: true }).waitFor();

    const handoff = await (await RelayVisitor.come()).handOver();
    const context = await browser.newContext({ locale: 'zh' });
    const second = await Member.at(context);
    await second.page.getByLabel('邮箱').fill(mei.email);
    await second.page.getByLabel('密码').fill(mei.password);
    await second.page.keyboard.press('Enter');
    await second.page.locator('desk-queue').waitFor();
    // The second one does not hear of it in time.
    await second.page.route('**/desk/api/events*', (route) => route.abort());
    await second.open(handoff);
    await first.open(handoff);
    await first.take();
    await second.page.locator('desk-case .head').getByRole('button', { name: '接手' }).click();
    await second.page.getByText('同事先一步接手了此工单。').waitFor();
    await second.page.locator('desk-talk').getByText('Admin 正在处理此工单。').waitFor();
    expect(await second.composer.count()).toBe(0);
    await second.page.unroute('**/desk/api/events*');
    await second.page.evaluate(() => window.dispatchEvent(new Event('online')));
    await first.page.locator('desk-case .head').getByRole('button', { name: 'Give back' }).click();
    await second.page.locator('desk-case .head').getByRole('button', { name: '接手' }).waitFor();
    await context.close();
  });
});

test('a relay that goes down and comes back loses nothing: neither what was sent, nor a draft', async () => {
  await asMember(async (member) => {
    const visitor = await RelayVisitor.come();
    const handoff = await visitor.handOver();
    await member.open(handoff);
    await member.take();
    await member.write('Before');
    await expect.poll(() => visitor.heard(handoff)).toEqual(['person: Before']);
    await relay.stop();
    await member.page.locator('.banner').waitFor();
    await member.write('While it was down, first');
    await member.write('While it was down, second');
    await member.composer.fill('a draft');
    expect(await member.messages.filter({ hasText: 'Sending' }).count()).toBe(2);
    await relay.startAgain();
    await visitor.say(handoff, 'From the visitor, meanwhile');
    await expect
      .poll(() => visitor.heard(handoff), { timeout: 40_000, interval: 500 })
      .toEqual(expect.arrayContaining(['person: While it was down, first', 'person: While it was down, second']));
    await member.messages.filter({ hasText: 'From the visitor, meanwhile' }).waitFor({ timeout: 30_000 });
    await member.messages.filter({ hasText: 'Sending' }).first().waitFor({ state: 'detached' });
    const said = (await visitor.heard(handoff)).filter((line) => line.startsWith('person'));
    expect(said).toEqual(['person: Before', 'person: While it was down, first', 'person: While it was down, second']);
    await member.page.reload();
    await member.composer.waitFor();
    await expect.poll(() => member.composer.inputValue()).toBe('a draft');
    expect(await member.messages.filter({ hasText: 'While it was down' }).count()).toBe(2);
  });
}, 120_000);

const payloads = [
  '<img src=x onerror="window.broken=1">',
  '<script>window.broken=1</script>',
  '"><svg onload=window.broken=1>',
  'javascript:window.broken=1',
  '{{constructor.constructor("window.broken=1")()}}',
];

test('whatever a visitor writes stands there as text', async () => {
  await asMember(async (member) => {
    const text = payloads.join(' ');
    const visitor = await RelayVisitor.come();
    const handoff = await visitor.handOver({
      summary: { visitor: text, desk: text },
      problem: text,
      facts: [{ name: text.slice(0, 200), value: text }],
      tried: [{ step: text, outcome: text }],
      openQuestion: text,
      transcript: [{ from: 'visitor', text, at: '2026-11-21T09:30:00.000Z' }],
      page: { url: 'https://shop.example/%22%3E', title: text.slice(0, 300) },
      device: text.slice(0, 200),
      consent: { '<b>all</b>': true },
    });
    for (const payload of payloads) await visitor.say(handoff, payload);
    await member.open(handoff);
    for (const payload of payloads) await member.messages.getByText(payload, { exact: true }).waitFor();
    const { page } = member;
    const found = await page.evaluate(() => {
      const inside = (root: ParentNode): Element[] =>
        [...root.querySelectorAll('*')].flatMap((element) => [element, ...(element.shadowRoot === null ? [] : inside(element.shadowRoot))]);
      const all = inside(document.body);
      return {
        broken: 'broken' in window,
        foreign: all.filter((element) => element.matches('img, script, iframe, b, svg[onload]') && !element.closest('.from')).length,
        links: all
          .flatMap((element) => (element instanceof HTMLAnchorElement ? [element.protocol] : []))
          .filter((protocol) => !/^(https?|mailto):$/.test(protocol)),
      };
    });
    expect(found).toEqual({ broken: false, foreign: 0, links: [] });
  });
});

test('a log-in that ran out is asked for again, and what was being written stays', async () => {
  await asMember(async (member, context) => {
    const handoff = await (await RelayVisitor.come()).handOver();
    await member.open(handoff);
    await member.take();
    await member.composer.fill('half a sentence');
    await context.clearCookies();
    await member.composer.press('Enter');
    const dialog = member.page.locator('#expired');
    await dialog.getByText('Your log-in has run out.').waitFor();
    await dialog.getByLabel('Password').fill(admin.password);
    await member.page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await member.messages.filter({ hasText: 'half a sentence' }).waitFor();
    await member.messages.filter({ hasText: 'Sending' }).first().waitFor({ state: 'detached' });
  });
});

const looks = [
  { name: 'light', colorScheme: 'light', width: 1280 },
  { name: 'dark', colorScheme: 'dark', width: 1280 },
  { name: 'on a phone', colorScheme: 'light', width: 360 },
  { name: 'dark on a phone', colorScheme: 'dark', width: 360 },
] as const;

test.each(looks)('axe finds nothing, and nothing is wider or higher than the page: $name', async ({ colorScheme, width }) => {
  const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  await asMember(
    async ({ page }) => {
      const broken = async (where: string) => {
        // Not with the page's own rights: its policy lets nothing else run.
        await page.evaluate(axeSource);
        const found = await page.evaluate(async () => {
          const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, { resultTypes: ['violations'] });
          return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
        });
        expect(found, where).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), where).toBeLessThanOrEqual(0);
        expect(await page.evaluate(() => document.documentElement.scrollHeight - innerHeight), where).toBeLessThanOrEqual(0);
      };
      const visitor = await RelayVisitor.come();
      const arabic = 'لم يصل طلبي منذ أسبوعين وأريد استرداد نقودي';
      const handoff = await visitor.handOver({
        locale: 'ar',
        problem: arabic,
        summary: { visitor: arabic, desk: 'The order has not come.' },
        mood: 'upset',
      });
      await visitor.say(handoff, arabic);
      await page.locator('desk-queue .case').first().waitFor();
      await broken('queue');
      await page.goto(`${relay.url}desk/#/case/${handoff}`);
      await page.locator('desk-case .head').getByRole('button', { name: 'Take' }).click();
      await page.locator('desk-talk textarea').waitFor();
      await broken('case');
      for (const name of ['Answers', 'Story']) {
        await page.locator('desk-case .tabs').getByRole('button', { name }).click();
        if (name === 'Answers')
          await page.locator('desk-suggestions li, desk-suggestions .failure, desk-suggestions p.note').first().waitFor();
        await broken(name);
      }
      await page.locator('desk-case h2').focus();
      for (const [key, dialog] of [
        ['?', 'desk-shortcuts'],
        ['c', 'desk-close'],
        ['d', 'desk-draft-form'],
      ] as const) {
        await page.keyboard.press(key);
        await page.locator(`${dialog} dialog`).waitFor();
        await broken(dialog);
        await page.keyboard.press('Escape');
        await page.locator(dialog).waitFor({ state: 'detached' });
        await page.locator('desk-case h2').focus();
      }
      for (const place of ['week', 'drafts', 'members', 'audit']) {
        await page.goto(`${relay.url}desk/#/${place}`);
        await page.locator(`desk-${place} h1`).waitFor();
        await broken(place);
      }
    },
    { colorScheme, viewport: { width, height: 740 } },
  );
});
