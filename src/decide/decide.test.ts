import { describe, expect, it } from 'vitest';
import { scopeCondition } from '../content/unit.ts';
import type { RiskLimits } from '../policy/risk.ts';
import type { Candidate, Evidence } from '../retrieve/evidence.ts';
import { decide } from './decide.ts';
import { candidateOf, evidenceOf } from './evidence.fixture.ts';
import type { Input, TurnContext } from './input.ts';
import { type ConversationState, emptyState } from './state.ts';

const contact = { email: 'help@shop.example' };
const policy = { contact };
const context: TurnContext = { locale: 'en', now: '2026-05-01T12:00:00Z' };
const question = (text = 'how do I do it'): Input => ({ kind: 'question', text });
const ask = (evidence: Evidence, more: Partial<TurnContext> = {}, state: ConversationState = emptyState) =>
  decide(question(), evidence, state, policy, { ...context, ...more });
const choiceOf = (id: string) => ({ id, label: `Title of ${id}`, locale: 'en' });
const marketOnly = (...market: string[]) => ({ when: scopeCondition({ market }), limits: { market } });

describe('decide on a question', () => {
  it('answers from the first candidate when sure', () => {
    const { decision, next } = ask(evidenceOf(candidateOf('a', 0.9), candidateOf('b', 0.5), candidateOf('c', 0.3)));
    expect(decision).toMatchObject({
      kind: 'answer',
      unit: 'a',
      locale: 'en',
      tier: 'pack',
      reason: { because: 'sure', question: 'Title of a' },
    });
    expect(next).toMatchObject({ topic: { text: 'how do I do it', unit: 'a' }, tried: ['a'], unsolved: 0, offered: [] });
    expect(next.remaining.map(({ id }) => id)).toEqual(['b']);
  });

  it('offers two or three choices when several are close', () => {
    for (const [scores, count] of [
      [[0.5, 0.45], 2],
      [[0.5, 0.45, 0.4], 3],
      [[0.5, 0.49, 0.48, 0.47, 0.46], 3],
      [[0.5, 0.45, 0.01], 2],
      // One that is far behind is a choice too where there is no other.
      [[0.5, 0.05], 2],
    ] as const) {
      const { decision, next } = ask(evidenceOf(...scores.map((score, index) => candidateOf(`unit-${index}`, score))));
      if (decision.kind !== 'clarify') throw new Error(`${scores}: ${decision.kind}`);
      expect(decision.choices).toHaveLength(count);
      expect(decision.choices[0]).toEqual(choiceOf('unit-0'));
      expect(decision.reason).toEqual({ because: 'several-close', count });
      expect(next.offered).toEqual(decision.choices);
    }
  });

  it('offers a guide that is close beside units, though only another language has it', () => {
    const foreign = { ...candidateOf('guide:g', 0.4, { guide: 'g' }), locale: 'de' };
    const offered = (...scores: number[]) => {
      const { decision } = ask(evidenceOf(...scores.map((score, index) => candidateOf(`unit-${index}`, score)), foreign));
      return decision.kind === 'clarify' ? decision.choices.map(({ id }) => id) : [];
    };
    expect(offered(0.5, 0.45)).toEqual(['unit-0', 'unit-1', 'guide:g']);
    expect(offered(0.5, 0.49, 0.48)).toEqual(['unit-0', 'unit-1', 'guide:g']);
    const { decision } = ask(evidenceOf(candidateOf('a', 0.6), candidateOf('b', 0.6), { ...foreign, score: 0.2 }));
    expect(decision).toMatchObject({ kind: 'clarify', choices: [{ id: 'a' }, { id: 'b' }] });
  });

  it('does not ask which one where there is only one', () => {
    const { decision } = ask(evidenceOf(candidateOf('a', 0.5)));
    expect(decision.kind).toBe('decline');
  });

  it('declines and names the contact when nothing is close', () => {
    const { decision, next } = ask(evidenceOf(candidateOf('a', 0.1), candidateOf('b', 0.1)));
    expect(decision).toMatchObject({ kind: 'decline', contact, reason: { because: 'nothing-fits' } });
    expect(next.unsolved).toBe(1);
    expect(ask(evidenceOf()).decision).toMatchObject({ kind: 'decline', confidence: 0, candidates: [] });
  });

  it('counts the turns that solved nothing, and starts anew after an answer', () => {
    const nothing = evidenceOf();
    const once = ask(nothing).next;
    const twice = ask(nothing, {}, once).next;
    expect(twice.unsolved).toBe(2);
    expect(ask(evidenceOf(candidateOf('a', 0.9)), {}, twice).next.unsolved).toBe(0);
  });

  it('lists the best five candidates, best first, whatever is decided', () => {
    for (const best of [0.9, 0.5, 0.1]) {
      const candidates = Array.from({ length: 8 }, (_, index) => candidateOf(`unit-${index}`, best - index * 0.01));
      const { decision } = ask(evidenceOf(...candidates));
      expect(decision.candidates.map(({ unit }) => unit)).toEqual(['unit-0', 'unit-1', 'unit-2', 'unit-3', 'unit-4']);
      expect(decision.confidence).toBeGreaterThanOrEqual(0);
      expect(decision.confidence).toBeLessThanOrEqual(1);
    }
  });

  it('offers a person beside an answer that is not sure enough for what hangs on it', () => {
    const stakeOf = (score: number, risk: 'money' | 'legal', limits?: RiskLimits) => {
      const evidence = evidenceOf(candidateOf('a', score, { risk }), candidateOf('b', 0.1));
      const { decision } = decide(question(), evidence, emptyState, { contact, ...(limits && { risk: limits }) }, context);
      return [decision.kind, decision.kind === 'answer' ? decision.atStake : undefined];
    };
    expect(stakeOf(0.65, 'legal')).toEqual(['answer', 'legal']);
    expect(stakeOf(0.9, 'legal')).toEqual(['answer', undefined]);
    expect(stakeOf(0.65, 'money')).toEqual(['answer', undefined]);
    expect(stakeOf(0.65, 'money', { money: { sure: 0.99 } })).toEqual(['answer', 'money']);
    expect(ask(evidenceOf(candidateOf('a', 0.65))).decision).not.toHaveProperty('atStake');
  });

  it('offers the handoff beside a decline that names a person, and an answer related to one', () => {
    const own = candidateOf('a', 0.9);
    const related = { ...own, unit: { ...own.unit, related: ['person'] } };
    expect(ask(evidenceOf(related)).decision).toMatchObject({ kind: 'answer', offersPerson: true });
    expect(ask(evidenceOf(own)).decision).not.toHaveProperty('offersPerson');
    expect(ask(evidenceOf()).decision).toMatchObject({ kind: 'decline', offersPerson: true });
  });

  it('says the same twice and changes nothing that it is given', () => {
    const inputs: Input[] = [
      question(),
      question('hello'),
      question('a person please'),
      { kind: 'choice', id: 'b' },
      { kind: 'not-solved' },
    ];
    const evidence = deepFrozen(evidenceOf(candidateOf('a', 0.5, marketOnly('EU')), candidateOf('b', 0.4), candidateOf('c', 0.3)));
    const state = deepFrozen({ ...emptyState, offered: [choiceOf('b')], remaining: [choiceOf('c')], tried: ['a'] });
    const frozenContext = deepFrozen({ ...context, market: 'EU' });
    for (const input of inputs) {
      const run = () => decide(deepFrozen(input), evidence, state, deepFrozen({ contact }), frozenContext);
      expect(run()).toEqual(run());
    }
  });
});

describe('decide on conditions', () => {
  it('passes over a unit for another market, and says so where it would have fitted', () => {
    const { decision } = ask(evidenceOf(candidateOf('eu', 0.9, marketOnly('EU'))), { market: 'US' });
    expect(decision).toMatchObject({ kind: 'decline', contact, reason: { because: 'not-here', question: 'Title of eu' }, candidates: [] });
  });

  it('does not say so where it would not have been sure', () => {
    const { decision } = ask(evidenceOf(candidateOf('eu', 0.5, marketOnly('EU'))), { market: 'US' });
    expect(decision.reason).toEqual({ because: 'nothing-fits' });
  });

  it('answers from the next unit that does apply', () => {
    const evidence = evidenceOf(candidateOf('eu', 0.95, marketOnly('EU')), candidateOf('general', 0.9));
    expect(ask(evidence, { market: 'US' }).decision).toMatchObject({ kind: 'answer', unit: 'general' });
  });

  it('puts the unit for the visitor’s market before the general one, however high both score', () => {
    for (const score of [0.7, 0.85, 0.95, 1]) {
      for (const order of [(list: Candidate[]) => list, (list: Candidate[]) => list.reverse()]) {
        const evidence = evidenceOf(...order([candidateOf('a-general', score), candidateOf('eu', score, marketOnly('EU'))]));
        expect(ask(evidence, { market: 'EU' }).decision.candidates[0]?.unit, `${score}`).toBe('eu');
      }
    }
  });

  it('puts the general unit before one that may not apply', () => {
    const evidence = evidenceOf(candidateOf('eu', 0.8, marketOnly('EU')), candidateOf('general', 0.8));
    expect(ask(evidence).decision.candidates[0]?.unit).toBe('general');
  });

  it('answers from a unit whose condition cannot be checked', () => {
    expect(ask(evidenceOf(candidateOf('eu', 0.9, marketOnly('EU')))).decision).toMatchObject({ kind: 'answer', unit: 'eu' });
  });

  it.each([
    ['the day before', '2026-03-09T23:59:59Z', false],
    ['the first day, at midnight', '2026-03-10T00:00:00Z', true],
    ['the first day, given without a time', '2026-03-10', true],
    ['a day between', '2026-03-15T12:00:00Z', true],
    ['the last day, a moment before midnight', '2026-03-20T23:59:59.999Z', true],
    ['the last day, given without a time', '2026-03-20', true],
    ['the day after', '2026-03-21T00:00:00Z', false],
    ['the last day where the visitor is, in the west', '2026-03-20T23:30:00-08:00', true],
    ['the day after where the visitor is, in the east', '2026-03-21T00:30:00+09:00', false],
    ['another year', '2027-03-15T12:00:00Z', false],
  ])('keeps to dates of validity, both inclusive: %s', (_, now, applies) => {
    const when = scopeCondition({ from: '2026-03-10', to: '2026-03-20' });
    const { decision } = ask(evidenceOf(candidateOf('sale', 0.9, { when })), { now });
    expect(decision.kind).toBe(applies ? 'answer' : 'decline');
  });

  it('takes one matching product or audience of several for enough', () => {
    const lamp = evidenceOf(candidateOf('lamp', 0.9, { when: scopeCondition({ product: ['lamp'], audience: ['trade'] }) }));
    expect(ask(lamp, { product: ['cable', 'lamp'], audience: ['trade', 'vip'] }).decision.kind).toBe('answer');
    expect(ask(lamp, { product: ['cable'], audience: ['trade'] }).decision.kind).toBe('decline');
  });

  it('does not take a property that every object has for something known', () => {
    const when = ['==', ['get', 'customer.constructor'], 'x'] as const;
    expect(ask(evidenceOf(candidateOf('odd', 0.9, { when })), { customer: {} }).decision.kind).toBe('answer');
  });
});

describe('decide on a choice', () => {
  const state: ConversationState = {
    ...emptyState,
    topic: { text: 'what about it' },
    offered: [choiceOf('a'), choiceOf('b'), choiceOf('c')],
  };
  const choose = (id: string, evidence: Evidence, more: Partial<TurnContext> = {}) =>
    decide({ kind: 'choice', id }, evidence, state, policy, { ...context, ...more });

  it('answers from it without doubt, keeps the topic, and keeps the others for later', () => {
    const { decision, next } = choose('b', evidenceOf(candidateOf('b', 1)));
    expect(decision).toMatchObject({ kind: 'answer', unit: 'b', confidence: 1, reason: { because: 'chosen' } });
    expect(next).toMatchObject({ topic: { text: 'what about it', unit: 'b' }, tried: ['b'], offered: [] });
    expect(next.remaining.map(({ id }) => id)).toEqual(['a', 'c']);
  });

  it('declines where there is no such unit, or it does not apply', () => {
    expect(choose('nothing', evidenceOf()).decision).toMatchObject({ kind: 'decline', contact, confidence: 0 });
    expect(choose('b', evidenceOf(candidateOf('b', 1, marketOnly('EU'))), { market: 'US' }).decision).toMatchObject({
      kind: 'decline',
      contact,
      reason: { because: 'not-here' },
    });
  });
});

describe('decide on "not yet"', () => {
  const evidence = evidenceOf(candidateOf('a', 0.9), candidateOf('b', 0.8), candidateOf('c', 0.7));
  const notYet = (state: ConversationState, more: Partial<TurnContext> = {}) =>
    decide({ kind: 'not-solved' }, evidence, state, policy, { ...context, ...more });

  it('leads on to the next best, never to one shown before, and to a person where that does not help either', () => {
    let state = ask(evidence).next;
    const shown = ['a'];
    for (let turn = 0; turn < 10; turn += 1) {
      const { decision, next } = notYet(state);
      if (decision.kind !== 'answer') {
        expect(decision).toMatchObject({ kind: 'escalate', contact, reason: { because: 'twice-unsolved' } });
        break;
      }
      expect(decision.reason.because).toBe('next-best');
      expect(shown).not.toContain(decision.unit);
      shown.push(decision.unit);
      state = next;
    }
    expect(shown).toEqual(['a', 'b']);
  });

  it('offers a person where two questions in a row found nothing, and not for small talk between them', () => {
    const nothing = evidenceOf(candidateOf('a', 0.05));
    const first = decide({ kind: 'question', text: 'zzz yyy' }, nothing, emptyState, policy, context);
    expect(first.decision.kind).toBe('decline');
    const thanks = decide({ kind: 'question', text: 'thanks' }, nothing, first.next, policy, context);
    expect(thanks.decision.kind).toBe('decline');
    const second = decide({ kind: 'question', text: 'xxx www' }, nothing, thanks.next, policy, context);
    expect(second.decision).toMatchObject({ kind: 'escalate', contact, reason: { because: 'twice-unsolved' } });
  });

  it('leads to a person at once where nothing was shown or nothing is left', () => {
    expect(notYet(emptyState).decision).toMatchObject({ kind: 'escalate', contact });
    expect(notYet({ ...emptyState, remaining: [choiceOf('gone')] }).decision.kind).toBe('escalate');
  });

  it('passes over what does not apply and what was tried', () => {
    const scoped = evidenceOf(candidateOf('b', 0.8, marketOnly('EU')), candidateOf('c', 0.7), candidateOf('d', 0.6));
    const state = { ...emptyState, remaining: ['b', 'c', 'd'].map(choiceOf), tried: ['c'] };
    const { decision } = decide({ kind: 'not-solved' }, scoped, state, policy, { ...context, market: 'US' });
    expect(decision).toMatchObject({ kind: 'answer', unit: 'd' });
  });

  it('keeps the topic, so that a follow-up still has something to follow', () => {
    const { next } = notYet({ ...emptyState, topic: { text: 'what about it' }, remaining: [choiceOf('b')] });
    expect(next.topic).toEqual({ text: 'what about it', unit: 'b' });
  });
});

describe('decide on what is no question', () => {
  const sure = evidenceOf(candidateOf('a', 0.9));
  const say = (text: string, state: ConversationState = emptyState) => decide(question(text), sure, state, policy, context);

  it('hands over to a person who is asked for, and keeps the conversation', () => {
    const state = { ...emptyState, topic: { text: 'x' }, offered: [choiceOf('a')], tried: ['a'] };
    const { decision, next } = say('I want to talk to a person', state);
    expect(decision).toMatchObject({ kind: 'escalate', contact, reason: { because: 'asked-for-person' } });
    expect(next).toEqual({ ...state, offered: [] });
    expect(decide({ kind: 'person' }, sure, state, policy, context).decision).toMatchObject({ kind: 'escalate', contact });
  });

  it.each([
    ['hello', 'greeting'],
    ['thanks!', 'thanks'],
    ['are you a robot?', 'about-me'],
    ['😀', 'no-question'],
    ['?!', 'no-question'],
    ['', 'no-question'],
    ['\u200B', 'no-question'],
  ])('takes %j for what it is: %s', (text, because) => {
    const state = { ...emptyState, topic: { text: 'x' }, offered: [choiceOf('a')] };
    const { decision, next } = say(text, state);
    expect(decision).toMatchObject({ kind: 'decline', contact: {}, confidence: 0, reason: { because } });
    expect(next).toBe(state);
  });

  it('declines without a contact where the site has none', () => {
    expect(decide(question(), evidenceOf(), emptyState, { contact: {} }, context).decision).toMatchObject({ kind: 'decline', contact: {} });
    expect(decide({ kind: 'not-solved' }, evidenceOf(), emptyState, { contact: {} }, context).decision).toMatchObject({
      kind: 'escalate',
      contact: {},
    });
  });
});

function deepFrozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    for (const each of Object.values(value)) deepFrozen(each);
    Object.freeze(value);
  }
  return value;
}
