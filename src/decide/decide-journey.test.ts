import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readContentDirectory } from '../content/read-content.ts';
import { rightsOf } from '../content/read-rights.ts';
import { type ActionRequest, type ActionResult, type Actions, lookUps } from '../journey/actions.ts';
import { knowledgeOf } from '../knowledge.fixture.ts';
import { languages } from '../language/locale.ts';
import { type Agent, takeTurn } from '../turn.ts';
import type { Input } from './input.ts';
import { type ConversationState, emptyState } from './state.ts';

const ids = ['order-status', 'return', 'address-change', 'my-requests'];
const builtIn = new Map(ids.map((id) => [id, readFileSync(new URL(`../journey/built-in/${id}.yaml`, import.meta.url), 'utf8')]));
const credit = `
title: Late delivery credit
phrasings: [give me a credit for the delay, credit for my late order]
slots:
  - {id: order, type: order-number, optional: true, known: [opening]}
  - {id: amount, type: amount, currency: USD}
steps:
  - {id: find, find: find-orders, args: {order: slot.order}, slot: order, records: {list: orders, key: order, label: "{order}"}}
  - {id: much, ask: amount}
  - {id: give, act: give-credit, args: {order: order.order, amount: slot.amount}, amount: slot.amount}
`;
const settings = `
site: {id: shop, name: Shop}
locales: [en]
order-number: TW-#####
journeys: [${ids.join(', ')}]
policy:
  rights:
    open-return:
      - {id: hygiene, when: item.category == "hygiene", right: refuse, because: No ear tips.}
      - {id: brazil, when: order.market == "BR" && order.daysSinceDelivery <= 7, right: confirm, because: Within 7 days.}
      - {id: brazil-late, when: order.market == "BR", right: person, because: A person looks at it.}
      - {id: appliance, when: item.category == "appliance" && order.daysSinceDelivery <= 60, right: confirm, because: Within 60 days.}
      - {id: window, when: order.daysSinceDelivery <= 30, right: confirm, because: Within 30 days.}
      - {id: too-late, when: order.daysSinceDelivery > 30, right: refuse, because: The days are over.}
    change-address:
      - {id: not-sent, when: order.status == "placed", right: confirm, because: Not packed yet.}
      - {id: sent, when: order.status != "placed", right: refuse, because: It has left.}
    give-credit:
      - {id: late, when: order.daysLate >= 3, right: auto, limits: [{amount: 25 USD}], because: It is late.}
  places:
    - {when: item.category == "appliance", street: Workshop 1, city: Rotterdam, country: NL}
    - {street: Returns 2, city: Rotterdam, country: NL}
`;
const { content, issues } = readContentDirectory(
  [
    { path: 'edge-agent.yaml', text: settings },
    { path: 'journeys/credit.yaml', text: credit },
    {
      path: 'units/delivery.md',
      text: '---\nquestion: How long does delivery take?\nphrasings: [delivery time]\nrelated: [journey:order-status]\n---\nThree days.',
    },
  ],
  builtIn,
);
if (content === undefined) throw new Error(JSON.stringify(issues));
const knowledge = await knowledgeOf(content, ['en']);
const policy: Agent['policy'] = { contact: {}, rights: rightsOf(content.rights ?? []), places: content.places ?? [] };

const line = (id: string, title: string, colour: string, category: string) => ({
  line: id,
  sku: id,
  product: id,
  title,
  colour,
  category,
  quantity: 1,
  returned: 0,
  price: { minor: 4900, currency: 'USD' },
});
const address = { name: 'A', street: 'B 1', postcode: '1', city: 'C', country: 'DE' };
const orders = [
  {
    order: 'TW-10482',
    placed: '2026-10-12T10:00:00Z',
    status: 'sent',
    total: { minor: 4900, currency: 'USD' },
    lines: [line('l1', 'Secretbuds', 'blue', 'audio')],
    daysLate: 4,
    daysSinceDelivery: 5,
    address,
  },
  {
    order: 'TW-10500',
    placed: '2026-11-02T10:00:00Z',
    status: 'placed',
    total: { minor: 14_700, currency: 'USD' },
    lines: [
      line('l2', 'Secretlamp', 'black', 'light'),
      line('l3', 'Secrettips', 'grey', 'hygiene'),
      line('l4', 'Secretbot', 'white', 'appliance'),
    ],
    daysLate: 0,
    daysSinceDelivery: 5,
    address,
  },
];

/** Days for returns, as a person would write them down beside the rules above; undefined where nothing goes back. */
function returnDays(market: string, category: string): number | undefined {
  if (category === 'hygiene') return undefined;
  if (market === 'BR') return 7;
  return category === 'appliance' ? 60 : 30;
}

/** A shop that verifies by a code, and notes all that was done. */
class Shop implements Actions {
  constructor(
    private readonly delivery: { readonly market: string; readonly daysSinceDelivery: number } = { market: 'EU', daysSinceDelivery: 5 },
  ) {}

  isVerified = false;
  isAway = false;
  readonly performed: ActionRequest[] = [];

  async perform(request: ActionRequest): Promise<ActionResult> {
    if (this.isAway) return { kind: 'unreachable' };
    if (request.action === 'start-verification') return { kind: 'done', data: { digits: 6, expiresInSeconds: 600 } };
    if (request.action === 'finish-verification') {
      this.isVerified ||= request.args.code === '123456';
      return this.isVerified ? { kind: 'done', data: { isVerified: true } } : { kind: 'invalid', field: 'code', message: 'no' };
    }
    if (!this.isVerified) return { kind: 'verify' };
    if (request.action === 'list-requests') {
      const opened = '2026-11-01T10:00:00.000Z';
      const shown = { id: 'RET-7', kind: 'open-return', opened, status: 'open', next: 'Send it.', due: '2026-12-01' };
      return { kind: 'done', data: { requests: [shown] } };
    }
    if (request.action === 'find-orders')
      return {
        kind: 'done',
        data: {
          orders: orders
            .filter(({ order }) => request.args.order === undefined || order === request.args.order)
            .map((order) => ({ ...order, ...this.delivery })),
        },
      };
    this.performed.push(request);
    return { kind: 'done', data: { number: 'R-1' } };
  }
}

const agentWith = (actions: Actions): Agent => ({ knowledge, policy, siteName: 'Shop', actions });
const context = { locale: 'en', now: '2026-11-21T12:00:00Z', seed: 'seed-1' };

async function talk(messages: readonly (string | Input)[], shop = new Shop(), from: ConversationState = emptyState) {
  let state = from;
  const turns: Awaited<ReturnType<typeof takeTurn>>[] = [];
  for (const message of messages) {
    const input: Input = typeof message === 'string' ? { kind: 'question', text: message } : message;
    const turn = await takeTurn(input, state, agentWith(shop), context);
    turns.push(turn);
    state = turn.next;
  }
  const last = turns.at(-1)?.parts[0];
  if (last === undefined) throw new Error('nothing was said');
  return { state, shop, turns, last, text: last.reply.text };
}

describe('a journey', () => {
  it('starts with the slot that the first words fill, and tells nothing before the customer is verified', async () => {
    const { turns, text } = await talk(['where is my order 10482?', 'mara@example.org', '999999', '123456']);
    expect(turns[0]?.next.journey?.events[0]).toMatchObject({ kind: 'slot', slot: 'order', value: 'TW-10482' });
    expect(turns.slice(0, 3).map((turn) => JSON.stringify(turn))).not.toContain('Secretbuds');
    expect(text).toContain('TW-10482');
  });

  it('takes no order number for a phone number or a code, and keeps it', async () => {
    const asked = await talk(['where is my order 10482?', 'TW-10500', 'tw 10500', '10500']);
    expect(asked.last.reply.journey?.asked).toContain('e-mail address or phone');
    expect(JSON.stringify(asked.state.journey?.events)).not.toContain('$contact');
    expect(asked.state.journey?.events.findLast(({ kind }) => kind === 'slot')).toMatchObject({ value: 'TW-10500' });
    const { turns, text } = await talk([
      'where is my order 10482?',
      'mara@example.org',
      'it was about the lamp of order TW-10500',
      '123456',
    ]);
    expect(turns[2]?.parts[0].reply.journey?.asked).toContain('code');
    expect(JSON.stringify(turns)).not.toContain('"code":"10500"');
    expect(text).toContain('TW-10500');
    expect(text).toContain('being prepared');
    // Neither day of its delivery is known.
    expect(text).not.toContain('between');
  });

  it('takes a phone number beside an order number', async () => {
    const { state } = await talk(['where is my order 10482?', 'order TW-10500, phone +49 30 1234567']);
    expect(state.journey?.events.find((event) => event.kind === 'slot' && event.slot === '$contact')).toMatchObject({
      value: '+49301234567',
    });
  });

  it('narrows down to one order that the visitor confirms', async () => {
    const { turns, text } = await talk(['I forgot the order number, it was the blue one, last month', 'mara@example.org', '123456', 'yes']);
    expect(turns[2]?.parts[0].reply.text).toContain('Is it this one? TW-10482');
    expect(text).toContain('TW-10482');
  });

  it('keeps a journey that is left for another need, and offers to go on with it once that is done', async () => {
    const { turns, state, last } = await talk(['open a return for order 10500', 'give me a credit for the delay', 'stop']);
    expect(turns[1]?.next.journey?.journey).toBe('credit');
    expect(turns[1]?.next.aside).toMatchObject([{ title: 'Return items of an order', journey: { journey: 'return' } }]);
    expect(last.reply.notes.join()).toContain('in the middle of “Return items of an order”');
    const [choice] = last.reply.choices;
    expect(choice).toMatchObject({ label: 'Return items of an order' });
    const again = await talk([{ kind: 'choice', id: choice?.id ?? '' }, 'mara@example.org', '123456'], new Shop(), state);
    expect(again.turns[0]?.next.aside).toEqual([]);
    expect(again.turns.slice(0, 2).map((turn) => JSON.stringify(turn))).not.toContain('Secretlamp');
    expect(again.text).toContain('Secretlamp');
    const typed = await talk(['Return items of an order'], new Shop(), state);
    expect(typed.state.journey?.journey).toBe('return');
    const late = await takeTurn({ kind: 'choice', id: choice?.id ?? '' }, state, agentWith(new Shop()), {
      ...context,
      now: '2027-03-01T12:00:00Z',
    });
    expect(late.next.journey).toBeUndefined();
    expect(late.next.requests?.at(-1)).toMatchObject({ journey: 'return', status: 'timed-out' });
  });

  it('stands beside an answer that an author related it to, and begins when it is chosen', async () => {
    const { last, state } = await talk(['delivery time']);
    expect(last.decision).toMatchObject({ kind: 'answer', choices: [{ id: 'journey:order-status' }] });
    expect(last.reply.choices).toEqual(state.offered);
    expect((await talk(['1'], new Shop(), state)).state.journey?.journey).toBe('order-status');
    const within = await talk(['where is my order 10482?', 'delivery time']);
    expect(within.state.offered).toEqual([]);
  });

  it('shows what the shop knows of the visitor’s requests, once they are verified', async () => {
    const { turns, state, text } = await talk(['show my requests', 'mara@example.org', '123456']);
    expect(turns.slice(0, 2).map((turn) => JSON.stringify(turn))).not.toContain('RET-7');
    expect(text).toContain('RET-7');
    expect(state.requests).toMatchObject([
      { id: 'RET-7', title: 'Return items of an order', status: 'waiting', next: 'Send it.', due: '2026-12-01' },
    ]);
  });

  it('answers a side question and stands where it stood', async () => {
    const { last, state } = await talk(['where is my order 10482?', 'how long does delivery take?']);
    expect(last.decision.kind).toBe('answer');
    expect(last.reply.journey?.asked).toContain('e-mail address or phone');
    expect(state.journey).toBeDefined();
  });

  it('returns part of an order to two addresses once that is confirmed', async () => {
    const { turns, shop } = await talk([
      'open a return for order 10500',
      'mara@example.org',
      '123456',
      { kind: 'fill', slot: 'lines', value: ['l2', 'l3', 'l4'] },
      'I changed my mind',
      'yes',
    ]);
    const summary = JSON.stringify(turns[4]?.parts[0].reply.journey?.summary);
    expect(turns[4]?.parts[0].decision.kind).toBe('journey');
    for (const part of ['Workshop 1', 'Returns 2', 'No ear tips.', '$98.00']) expect(summary).toContain(part);
    expect(shop.performed).toHaveLength(1);
    expect(shop.performed[0]).toMatchObject({ action: 'open-return', isConfirmed: true });
    expect(JSON.stringify(shop.performed[0]?.args)).not.toContain('l3');
  });

  it('refuses what the policy refuses, with the reason', async () => {
    const { last, shop } = await talk([
      'change the address of order 10482',
      'mara@example.org',
      '123456',
      'Main Street 5, 10115 Berlin, Germany',
    ]);
    expect(last.reply.text).toContain('It has left.');
    expect(shop.performed).toEqual([]);
  });

  const addressAsked = ['change the address of order 10500', 'mara@example.org', '123456'];
  const told = (state: ConversationState) => state.journey?.events.findLast((event) => event.kind === 'slot');

  it('says at once what an address lacks, and takes it in', async () => {
    const { text, state, shop } = await talk([...addressAsked, 'Main Street 5']);
    expect(text).toContain('still missing of the address: postcode and city');
    const whole = await talk(['10115 Berlin', 'yes'], shop, state);
    expect(shop.performed[0]?.args.address).toEqual({
      name: 'A',
      street: 'Main Street 5',
      postcode: '10115',
      city: 'Berlin',
      country: 'DE',
    });
    expect(whole.last.reply.journey?.done).toBe('done');
  });

  it('takes a whole address at the confirmation for the one that counts, and asks anew for a piece of one', async () => {
    const { state, shop } = await talk([...addressAsked, '500 Main St, Seattle, WA 98101']);
    expect(told(state)).toMatchObject({ value: { city: 'Seattle', postcode: '98101', country: 'US', name: 'A' } });
    const other = await talk(['12 Elm Street, 10115 Berlin, Germany'], shop, state);
    expect(told(other.state)).toMatchObject({ value: { street: '12 Elm Street', city: 'Berlin', country: 'DE' } });
    expect(other.text).toContain('check this');
    const piece = await talk(['no, apartment 5 please'], shop, state);
    expect(piece.last.reply.journey?.asked).toContain('What is the address?');
    expect(shop.performed).toEqual([]);
  });

  it('says that an address has no markup', async () => {
    const { text, state } = await talk([...addressAsked, '5 Main St <script>alert(1)</script>, 10115 Berlin, Germany']);
    expect(text).toContain('no < or >');
    expect(JSON.stringify(state)).not.toContain('script');
  });

  it('keeps a request while nobody can be reached, and makes it again with the same id', async () => {
    const shop = new Shop();
    shop.isAway = true;
    const { state, turns } = await talk(['where is my order 10482?'], shop);
    expect(turns[0]?.parts[0].acts?.[0]?.result.kind).toBe('unreachable');
    shop.isAway = false;
    const again = await talk(['try again'], shop, JSON.parse(JSON.stringify(state)));
    expect(again.text).toContain('e-mail address or phone');
  });

  it('offers a person after two replies that it could not read, and hands over what it knows', async () => {
    const { text, state } = await talk(['where is my order 10482?', 'banana', 'banana', 'banana']);
    expect(text).toContain('a person can take it from here');
    const { last, state: after } = await talk([{ kind: 'choice', id: '$person' }], new Shop(), state);
    expect(last.decision.kind).toBe('escalate');
    expect(after.requests).toMatchObject([{ journey: 'order-status', status: 'handed-over' }]);
  });

  it.each(['Go on without it', 'go on without it.', '1'])('takes %j typed for the choice that was offered', async (typed) => {
    const { state } = await talk(['look up my order please']);
    const [offered] = (await talk(['what?'], new Shop(), state)).last.reply.choices;
    expect(offered).toMatchObject({ id: '$without', label: 'Go on without it' });
    const { state: after } = await talk([typed], new Shop(), state);
    expect(after.journey?.events).toContainEqual({ kind: 'passed', slot: 'order' });
  });

  it.each(languages)('takes an offered choice typed as it is written in %s', async (locale) => {
    const own = { ...context, locale, localeIsFixed: true };
    const begun = await talk(['look up my order please']);
    const offered = await takeTurn({ kind: 'guide', command: 'why' }, begun.state, agentWith(new Shop()), own);
    const [{ label } = { label: '' }] = offered.parts[0].reply.choices;
    const typed = await takeTurn({ kind: 'question', text: label }, offered.next, agentWith(new Shop()), own);
    expect(typed.next.journey?.events).toContainEqual({ kind: 'passed', slot: 'order' });
  });

  it.each(['Pass it to a person', 'pass it to a person', '1', 'yes'])('passes it to a person who is offered, on %j', async (typed) => {
    const { state } = await talk(['where is my order 10482?', 'banana', 'banana', 'banana']);
    expect((await talk([typed], new Shop(), state)).last.decision).toMatchObject({ kind: 'escalate', trip: { done: 'handed-over' } });
  });

  it('hands over with what the policy leaves to a person: the action, its rule and what that rested on', async () => {
    const { last, shop } = await talk(['give me a credit for order 10482', 'mara@example.org', '123456', '40 dollars']);
    expect(last.decision).toMatchObject({ kind: 'escalate', reason: { because: 'right', rule: 'late' } });
    expect(last.decision.trip?.standing).toMatchObject({
      kind: 'person',
      proposed: {
        action: 'give-credit',
        args: { order: 'TW-10482', amount: { minor: 4000, currency: 'USD' } },
        inputs: { 'order.daysLate': 4 },
        amount: { minor: 4000, currency: 'USD' },
        beyond: 'amount',
      },
    });
    expect(shop.performed).toEqual([]);
  });

  it('gives up on what was left too long ago', async () => {
    const { state } = await talk(['where is my order 10482?']);
    const turn = await takeTurn({ kind: 'question', text: 'mara@example.org' }, state, agentWith(new Shop()), {
      ...context,
      now: '2027-02-01T00:00:00Z',
    });
    expect(turn.next.requests).toMatchObject([{ status: 'timed-out' }]);
  });
});

const inputs: fc.Arbitrary<Input> = fc.oneof(
  fc
    .constantFrom(
      'mara@example.org',
      '123456',
      '000000',
      'yes',
      'no',
      'back',
      '10482',
      '10500',
      'the blue one',
      '$20',
      '$26',
      '$9999999',
      '-5 USD',
      'both',
      'changed my mind',
      'Main Street 5, 10115 Berlin, Germany',
      'no idea',
      'try again',
      'restart',
      'why?',
      '<b>x</b>',
      'no, 10500',
    )
    .map((text): Input => ({ kind: 'question', text })),
  fc.constantFrom('$yes', '$no', '$none', '$without', '$retry', 'TW-10482', 'l2', 'l4', 'x').map((id): Input => ({ kind: 'choice', id })),
  fc.constantFrom<Input>(
    { kind: 'fill', slot: 'lines', value: ['l2', 'l3'] },
    { kind: 'fill', slot: 'lines', value: ['l9'] },
    { kind: 'fill', slot: 'amount', value: 1e99 },
  ),
);
const starts = fc.constantFrom(
  'give me a credit for the delay',
  'open a return for order 10500',
  'change the address of order 10482',
  'where is my order 10482?',
);

const deliveries = fc.record({
  market: fc.constantFrom('EU', 'US', 'BR'),
  daysSinceDelivery: fc.oneof(fc.constantFrom(7, 8, 30, 31, 60, 61), fc.nat({ max: 90 })),
});

/** Visitors who get as far as the return itself, whatever they pick. */
const returning = fc.subarray(['l2', 'l3', 'l4'], { minLength: 1 }).map((value): Input[] => [
  { kind: 'question', text: 'open a return for order 10500' },
  { kind: 'question', text: 'mara@example.org' },
  { kind: 'question', text: '123456' },
  { kind: 'fill', slot: 'lines', value },
  { kind: 'choice', id: 'changed-mind' },
  { kind: 'choice', id: '$yes' },
]);

describe('a return', { timeout: 60_000 }, () => {
  it('takes back what is within the days of its market and category, all of it and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(returning, deliveries, async (said, delivery) => {
        const { shop } = await talk(said, new Shop(delivery));
        const [, , , form] = said;
        const wanted = form?.kind === 'fill' && Array.isArray(form.value) ? form.value.map(String) : [];
        const lines = (orders[1]?.lines ?? []).filter((each) => wanted.includes(each.line));
        const isWithin = ({ category }: { category: string }) =>
          delivery.daysSinceDelivery <= (returnDays(delivery.market, category) ?? -1);
        // In Brazil a person looks at what comes late, so nothing of it goes through here.
        const isForPerson =
          delivery.market === 'BR' && delivery.daysSinceDelivery > 7 && lines.some(({ category }) => category !== 'hygiene');
        const expected = isForPerson ? [] : lines.filter(isWithin).map((each) => each.line);
        const returned = shop.performed.flatMap(({ args }) => (args.lines as { line: string }[]).map((each) => each.line));
        expect(returned).toEqual(expected);
      }),
      { numRuns: 120 },
    );
  });
});

describe('however a visitor goes', { timeout: 120_000 }, () => {
  it('limits hold, nothing is told before verification, states can be saved and replayed, back undoes one step', async () => {
    await fc.assert(
      fc.asyncProperty(starts, fc.array(inputs, { maxLength: 14 }), deliveries, async (start, said, delivery) => {
        const run = async (saves: boolean) => {
          const shop = new Shop(delivery);
          let state: ConversationState = emptyState;
          for (const input of [{ kind: 'question', text: start } as Input, ...said]) {
            const before = state.journey;
            const turn = await takeTurn(input, state, agentWith(shop), context);
            if (!shop.isVerified) expect(JSON.stringify(turn)).not.toContain('Secret');
            state = saves ? JSON.parse(JSON.stringify(turn.next)) : turn.next;
            const grew = before !== undefined && state.journey !== undefined && state.journey.turns.length === before.turns.length + 1;
            if (grew) {
              const back = await takeTurn({ kind: 'guide', command: 'back' }, state, agentWith(new Shop()), context);
              expect(back.next.journey?.turns).toEqual(before.turns);
              expect(back.next.journey?.events.slice(0, before.events.length)).toEqual(before.events);
            }
            if (state.journey === undefined) break;
          }
          return { state, performed: shop.performed };
        };
        const once = await run(false);
        const again = await run(true);
        expect(JSON.parse(JSON.stringify(again.state))).toEqual(JSON.parse(JSON.stringify(once.state)));
        for (const { action, args, isConfirmed } of once.performed) {
          expect(lookUps.has(action)).toBe(false);
          if (action === 'give-credit') {
            const { minor, currency } = args.amount as { minor: number; currency: string };
            expect(Number.isSafeInteger(minor) && minor >= 0 && minor <= 2500 && currency === 'USD').toBe(true);
            expect(args.order).toBe('TW-10482');
          } else expect(isConfirmed).toBe(true);
          if (action === 'open-return') {
            const returned = (args.lines as { line: string }[]).map((each) => each.line);
            for (const each of orders.flatMap((order) => order.lines).filter((candidate) => returned.includes(candidate.line)))
              expect(delivery.daysSinceDelivery).toBeLessThanOrEqual(returnDays(delivery.market, each.category) ?? -1);
          }
          expect(action === 'change-address' && args.order === 'TW-10482').toBe(false);
        }
      }),
      { numRuns: 150 },
    );
  });
});
