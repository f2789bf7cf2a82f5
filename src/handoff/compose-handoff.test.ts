import { parse } from 'valibot';
import { describe, expect, it } from 'vitest';
import { documentOf } from '../content/answer-document.ts';
import type { Decision } from '../decide/decision.ts';
import { emptyState } from '../decide/state.ts';
import { languages } from '../language/locale.ts';
import type { Conversation, Message } from '../memory/conversation.ts';
import { handoffSchema } from '../protocol/relay.ts';
import { composeHandoff, type HandoffCircumstances, linesOf, withoutStruck } from './compose-handoff.ts';
import { redactHandoff } from './redact-handoff.ts';
import { handoffWords } from './words/all-words.ts';

const at = '2026-11-21T09:00:00.000Z';
const tongues = { visitor: handoffWords.de, desk: handoffWords.en, deskLocale: 'en' };

function messageOf(id: number, text: string): Message {
  return { from: 'visitor', id, at, text, locale: 'de' };
}

function answerOf(id: number, title: string, feedback?: 'solved' | 'not-solved'): Message {
  const answer = { unit: 'u', title, locale: 'de', document: documentOf(`${title}.`) };
  const reply = { locale: 'de', lead: '', answer, notes: [], choices: [], contact: [], reason: '', text: `${title}.` };
  return { from: 'agent', id, at, reply, ...(feedback && { feedback }) };
}

const decision: Decision = {
  kind: 'escalate',
  contact: {},
  confidence: 0.4,
  candidates: [],
  tier: 'pack',
  reason: { because: 'asked-for-person' },
};
const conversation: Conversation = {
  messages: [
    messageOf(1, 'Meine Lampe flackert, meine Mail ist eva@example.org'),
    answerOf(2, 'Die Lampe flackert', 'not-solved'),
    messageOf(3, 'Mensch bitte'),
  ],
  state: { ...emptyState, topic: { text: 'Meine Lampe flackert, meine Mail ist eva@example.org' } },
  needs: [],
  revision: 3,
};
const circumstances: HandoffCircumstances = {
  decision,
  conversation,
  locale: 'de',
  mood: 'calm',
  page: { url: 'https://shop.example/lamp?session=secret#top', title: 'Lampe' },
  product: 'halo-lamp',
  consent: { storage: true },
  device: 'desktop',
  pack: 'abc',
  signals: [{ name: 'cart.changed', data: '{"items":2}' }],
};

describe('composeHandoff', () => {
  it('tells the whole story, in the visitor’s language and the desk’s', () => {
    const handoff = parse(handoffSchema, composeHandoff(circumstances, tongues));
    expect(handoff).toMatchObject({
      reason: 'asked',
      product: 'halo-lamp',
      facts: [{ name: 'cart.changed', value: '{"items":2}' }],
      tried: [{ step: 'Die Lampe flackert', outcome: 'half nicht' }],
    });
    expect(handoff.summary.desk).toContain('The visitor asks: “Meine Lampe flackert');
    expect(handoff.summary.visitor).toContain('Versucht: Die Lampe flackert (half nicht)');
    expect(handoff.transcript.map(({ from }) => from)).toEqual(['visitor', 'agent', 'visitor']);
  });

  it('is sendable whatever was said: nothing at all, or a very long conversation', () => {
    const nothing = { ...conversation, messages: [], state: emptyState };
    expect(() => parse(handoffSchema, composeHandoff({ ...circumstances, conversation: nothing }, tongues))).not.toThrow();
    const long = { ...conversation, messages: Array.from({ length: 200 }, (_, id) => messageOf(id, 'x'.repeat(5000))) };
    expect(() => parse(handoffSchema, composeHandoff({ ...circumstances, conversation: long }, tongues))).not.toThrow();
  });

  it('has words in every language', () => {
    for (const language of languages) for (const words of Object.values(handoffWords[language])) expect(words.trim()).not.toBe('');
  });
});

describe('what the visitor strikes out', () => {
  it('is not sent, nor retold in the summary', () => {
    const handoff = composeHandoff(circumstances, tongues);
    const all = linesOf(handoff, tongues.visitor);
    const struck = new Set(all.map(({ id }) => id));
    const sent = JSON.stringify(withoutStruck(handoff, struck, tongues));
    expect(sent).not.toMatch(/eva@example|flackert|Mensch bitte|session=secret|Lampe|items/);
    expect(() => parse(handoffSchema, withoutStruck(handoff, struck, tongues))).not.toThrow();
  });

  it('leaves the rest as it was', () => {
    const handoff = composeHandoff(circumstances, tongues);
    const sent = withoutStruck(handoff, new Set(['said:2']), tongues);
    expect(sent.transcript).toHaveLength(2);
    expect(sent.problem).toBe(handoff.problem);
    expect(withoutStruck(handoff, new Set(), tongues)).toEqual(handoff);
  });
});

describe('a journey’s slots', () => {
  const slot = (name: string, value: string) => ({ kind: 'slot' as const, slot: name, value, by: 'reply' as const });
  const events = [
    slot('order', 'TW-104823'),
    slot('contact', 'eva@example.org'),
    slot('note', 'write to eva@example.org'),
    slot('$code', '123456'),
  ];
  const trip = { journey: 'complaint', state: { events }, standing: { kind: 'end' } } as unknown as NonNullable<Decision['trip']>;
  const handoff = composeHandoff({ ...circumstances, decision: { ...decision, trip } }, tongues);
  const redact = (text: string) => text.replaceAll('eva@example.org', '[email]');

  it('go along as fields of their own, free text redacted, never a code', () => {
    expect(redactHandoff(handoff, redact).journey).toEqual({
      journey: 'complaint',
      slots: { order: 'TW-104823', contact: 'eva@example.org', note: 'write to [email]' },
    });
  });

  it('can be struck out', () => {
    expect(linesOf(handoff, tongues.visitor).find(({ id }) => id === 'journey')?.text).toContain('order: TW-104823');
    expect(withoutStruck(handoff, new Set(['journey']), tongues).journey).toBeUndefined();
  });
});

describe('what the policy leaves to a person', () => {
  const proposed = {
    action: 'give-credit',
    args: { order: 'TW-1', amount: { minor: 4000, currency: 'EUR' }, note: 'for eva@example.org' },
    inputs: { 'order.daysLate': 4 },
    amount: { minor: 4000, currency: 'EUR' },
    beyond: 'amount' as const,
  };
  const standing = { kind: 'person', rule: 'goodwill', because: { en: 'Over 25 €.', de: 'Über 25 €.' }, proposed } as const;
  const trip = { journey: 'credit', state: { events: [] }, standing } as unknown as NonNullable<Decision['trip']>;
  const handoff = composeHandoff(
    { ...circumstances, decision: { ...decision, reason: { because: 'right', rule: 'goodwill' }, trip } },
    tongues,
  );

  it('goes along with its rule, its reasons for both sides, and what is at stake', () => {
    expect(parse(handoffSchema, handoff)).toMatchObject({
      reason: 'risk',
      value: { minor: 4000, currency: 'EUR' },
      proposal: {
        action: 'give-credit',
        args: proposed.args,
        inputs: proposed.inputs,
        rule: 'goodwill',
        because: { visitor: 'Über 25 €.', desk: 'Over 25 €.' },
      },
    });
    expect(handoff.summary.desk).toContain('Over 25 €.');
    expect(handoff.summary.visitor).toContain('Über 25 €.');
  });

  it('is wanted for what is at stake, too, beside an answer', () => {
    const answered: Decision = {
      ...decision,
      kind: 'answer',
      unit: 'a',
      locale: 'de',
      atStake: 'legal',
      reason: { because: 'chosen', question: 'A' },
    };
    expect(composeHandoff({ ...circumstances, decision: answered }, tongues).reason).toBe('risk');
  });

  it('is redacted, shown to the visitor, and can be struck out', () => {
    const redacted = redactHandoff(handoff, (text) => text.replaceAll('eva@example.org', '[email]'));
    expect(JSON.stringify(redacted.proposal)).toContain('for [email]');
    expect(linesOf(handoff, tongues.visitor).find(({ id }) => id === 'proposal')?.text).toContain('Über 25 €.');
    const sent = withoutStruck(handoff, new Set(['proposal']), tongues);
    expect(JSON.stringify([sent.proposal, sent.summary])).not.toMatch(/give-credit|25 €/);
  });
});

describe('redactHandoff', () => {
  it('reaches every word that leaves, and the page’s address', () => {
    const redacted = redactHandoff(composeHandoff(circumstances, tongues), (text) => text.replaceAll('eva@example.org', '[email]'));
    expect(JSON.stringify(redacted)).not.toMatch(/eva@example|session=secret/);
    expect(redacted.problem).toContain('[email]');
  });
});

describe('the story as a language model tells it', () => {
  it('is redacted, shown as the last line, and goes with whatever is struck out', () => {
    const told = redactHandoff(
      { ...composeHandoff(circumstances, tongues), told: 'Eva (eva@example.org) has a lamp that flickers.' },
      (text) => text.replace('eva@example.org', '[email]'),
    );
    expect(parse(handoffSchema, told).told).toBe('Eva ([email]) has a lamp that flickers.');
    expect(linesOf(told, tongues.visitor).at(-1)).toMatchObject({ id: 'told', text: told.told });
    expect(withoutStruck(told, new Set(['page']), tongues).told).toBe(told.told);
    for (const id of ['told', 'problem', 'said:0', 'tried:0']) expect(withoutStruck(told, new Set([id]), tongues).told).toBeUndefined();
  });
});

describe('what goes along besides', () => {
  it('is shown too, and can be struck out', () => {
    const handoff = { ...composeHandoff(circumstances, tongues), mood: 'upset' as const, product: 'lamp', pack: '1a' };
    const lines = linesOf(handoff, tongues.visitor);
    const of = (id: string) => lines.find((line) => line.id === id)?.text;
    expect([of('device'), of('mood')]).toEqual([handoff.device, 'verärgert']);
    expect(of('also')).toContain('lamp');
    const struck = parse(handoffSchema, withoutStruck(handoff, new Set(['device', 'mood', 'also']), tongues));
    expect(struck).toMatchObject({ device: '—', mood: 'calm', consent: {} });
    expect([struck.product, struck.pack]).toEqual([undefined, undefined]);
  });
});
