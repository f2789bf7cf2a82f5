import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { openAsker } from '../src/cli/commands/ask.ts';
import { writePack } from '../src/cli/pack-files.ts';
import { readContentOrFail } from '../src/cli/read-sources.ts';
import { buildPack } from '../src/pack/build-pack.ts';
import { TestRelay } from './journeys/fixtures/test-relay.ts';

// `edge-agent ask --actions <relay>#<site key>` against a running relay and the demo's order service behind it.

const demo = (path: string) => fileURLToPath(new URL(`../demo/content/${path}`, import.meta.url));
let directory: string;
let relay: TestRelay;
let ask: Awaited<ReturnType<typeof openAsker>>;
let nextId = 0;
let codes = 0;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'ask-actions-'));
  const content = join(directory, 'content');
  await mkdir(join(content, 'products'), { recursive: true });
  await mkdir(join(content, 'units'), { recursive: true });
  // The demo's journeys and rights in one language, without its units: what is tried here are actions.
  const settings = await readFile(demo('edge-agent.yaml'), 'utf8');
  await writeFile(join(content, 'edge-agent.yaml'), settings.replace(/^locales: .*$/m, 'locales: [en]').replace(/^suggestions: .*$/m, ''));
  await cp(demo('products/en.json'), join(content, 'products/en.json'));
  await writeFile(join(content, 'units/pay.md'), '---\nquestion: How can I pay?\n---\nBy card.\n');
  await writePack(await buildPack(await readContentOrFail(content)), join(directory, 'pack'));
  relay = await TestRelay.start({ site: { origins: ['https://tidewire.example'], rights: content }, withOrders: true });
  ask = await openAsker(join(directory, 'pack'), { actions: `${relay.url}#${TestRelay.siteKey}` });
});

afterAll(async () => {
  await relay?.close();
  await rm(directory, { recursive: true, force: true });
});

/** Says one thing after another in one conversation; `code` stands for the newest one-time code. */
async function talk(session: string, ...messages: string[]) {
  let last: Awaited<ReturnType<typeof ask>> | undefined;
  for (const message of messages) {
    // The mail with it is on its way a moment longer than the reply.
    if (message === 'code') await expect.poll(() => relay.codes.length).toBeGreaterThan(codes);
    const text = message === 'code' ? (relay.codes.at(-1)?.code ?? '') : message;
    if (message.includes('@')) codes = relay.codes.length;
    nextId += 1;
    last = await ask({ id: nextId, session, text, context: { market: 'EU' } });
  }
  if (last === undefined) throw new Error('nothing was said');
  return last;
}

it('tells nothing of an order before the code on file is given', async () => {
  const asked = await talk('nobody', 'check my order status TW-4821093', 'mara@example.org');
  expect(JSON.stringify(asked)).not.toContain('Royal Mail');
  expect(await talk('nobody', '000000')).toMatchObject({ kind: 'journey', journey: 'order-status' });
  // The code of one customer shows nothing of another's order.
  const other = await talk('nobody', 'code');
  expect(JSON.stringify(other)).not.toContain('Royal Mail');
});

it('moves a delivery within seven days at once, and leaves a later day to a person', async () => {
  const moved = await talk('james', 'move the delivery of order TW-4821093 to another day', 'james@example.com', 'code', 'in 3 days');
  expect(moved).toMatchObject({
    kind: 'journey',
    journey: 'reschedule',
    done: 'done',
    action: { name: 'reschedule-delivery', rule: 'within-a-week' },
  });
  expect(moved.text).toContain('TW-4821093 now comes on');
  expect(await talk('james', 'move the delivery of order TW-4821093 to another day', 'in 12 days')).toMatchObject({
    kind: 'escalate',
    done: 'handed-over',
  });
});

it('credits a late delivery up to the limit, once a year, and passes more to a person', async () => {
  const late = 'I want a credit for the late delivery of order TW-4809154';
  expect(await talk('greedy', late, 'sofia@example.net', 'code', '100 euros')).toMatchObject({ kind: 'escalate', done: 'handed-over' });
  const given = await talk('sofia', late, 'sofia@example.net', 'code', '20');
  expect(given).toMatchObject({
    done: 'done',
    slots: { amount: { minor: 2000, currency: 'EUR' } },
    action: { name: 'give-credit', rule: 'goodwill' },
  });
  // A new conversation knows nothing of it; the relay does.
  expect(await talk('sofia-again', late, 'sofia@example.net', 'code', '10')).toMatchObject({ kind: 'escalate', done: 'handed-over' });
});

it('offers only orders that can be moved, and takes a day that lies weeks ahead', async () => {
  const offered = await talk('sofia', 'reschedule my delivery', 'I forgot the number');
  expect(offered.text).toContain('TW-4809154');
  expect(offered.text).not.toContain('TW-4797731');
  expect(await talk('sofia', 'yes', 'in three weeks')).toMatchObject({ kind: 'escalate', done: 'handed-over' });
});

it('places an order out of the conversation once it is confirmed, and shows it among the visitor’s orders', async () => {
  const confirm = await talk('buyer', 'place an order for me', 'Lark 2', 'Slate', 'two');
  expect(confirm).toMatchObject({ kind: 'journey', journey: 'order', slots: { product: 'lark-2', variant: 'LK2-SLA', quantity: 2 } });
  const placed = await talk('buyer', 'yes', 'dana@example.com', 'code');
  expect(placed).toMatchObject({ done: 'done', action: { name: 'place-order', rule: 'confirmed' } });
  const number = /TW-\d{7}/.exec(String(placed.text))?.[0] ?? '';
  expect((await talk('buyer', `check my order status ${number}`)).text).toContain(number);
});

it('takes each line of an order that is named by its title or its kind', async () => {
  const opened = 'open a return for order TW-4818820';
  const named = await talk('kinds', opened, 'mara@example.org', 'code', 'the earbuds and the robot vacuum');
  expect(named).toMatchObject({ journey: 'return', slots: { lines: ['1', '2'] } });
  expect(await talk('titles', opened, 'mara@example.org', 'code', 'the ear tips and the Sweep R5')).toMatchObject({
    slots: { lines: ['2', '3'] },
  });
});

it('says what an address lacks before it is put to the visitor, and keeps the name on the order', async () => {
  const change = 'change the address of order TW-4823401';
  const lacking = await talk('mover', change, 'dana@example.com', 'code', '500 Main St');
  expect(lacking.text).toContain('still missing of the address: postcode and city');
  const whole = await talk('mover', '500 Main St, Seattle, WA 98101');
  expect(whole).toMatchObject({ slots: { address: { name: 'Dana Whitfield', city: 'Seattle', country: 'US' } } });
  expect(await talk('mover', 'yes')).toMatchObject({ done: 'done', action: { name: 'change-address' } });
});

it('gives a quote for the version of a product that is meant', async () => {
  const quoted = await talk('office', 'I need a quote for 20 pieces', 'Halo', 'Slate', '20', 'office@example.org');
  expect(quoted).toMatchObject({ journey: 'quote', done: 'done', slots: { variant: 'HLO-SLA', quantity: 20 } });
  expect(quoted.text).toMatch(/QUO-/);
});

it('sends no card number that stands in free text, and the contact that was asked for', async () => {
  const sent = vi.spyOn(globalThis, 'fetch');
  const filed = await talk('angry', 'I want to file a complaint', 'my card 4111 1111 1111 1111 was charged twice', 'mara@example.org');
  const bodies = sent.mock.calls.map(([, options]) => String(options?.body)).filter((body) => body.includes('file-complaint'));
  sent.mockRestore();
  expect(filed).toMatchObject({ done: 'done', action: { name: 'file-complaint' } });
  expect(bodies.length).toBeGreaterThan(0);
  for (const body of bodies)
    expect(JSON.parse(body).args).toEqual({ text: 'my card [card] was charged twice', contact: 'mara@example.org' });
});

it('says that nobody can be reached where the key is not the site’s', async () => {
  const stranger = await openAsker(join(directory, 'pack'), { actions: `${relay.url}#pk_other` });
  const asked = await stranger({ id: 1, session: 'x', text: 'check my order status TW-4821093' });
  expect(asked).toMatchObject({ kind: 'act', action: { name: 'find-orders' } });
  expect(asked.text).toContain('cannot be reached');
});
