import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scopeCondition, type UnitScope } from '../content/unit.ts';
import { type Condition, type ConditionContext, holds } from '../policy/condition.ts';
import type { Candidate } from '../retrieve/evidence.ts';
import { decide } from './decide.ts';
import { candidateOf, evidenceOf } from './evidence.fixture.ts';
import type { Input, TurnContext } from './input.ts';
import { type ConversationState, emptyState } from './state.ts';

const markets = ['EU', 'GB', 'US'];
const products = ['lamp', 'cable', 'reader'];
const days = ['2026-01-01', '2026-03-10', '2026-03-11', '2026-12-31'];

const some = (values: readonly string[]) => fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: values.length });
const literal = fc.oneof(
  fc.constantFrom(...markets, ...products, ...days, 'gold'),
  fc.integer({ min: -2, max: 100 }),
  fc.boolean(),
  fc.constant(null),
);
const name = fc.constantFrom('market', 'product', 'audience', 'now', 'page', 'customer.tier', 'customer.orders', 'customer', 'visits');
const { condition } = fc.letrec<{ condition: Condition; leaf: Condition }>((tie) => ({
  leaf: fc.oneof(
    fc
      .tuple(fc.constantFrom('==' as const, '!=' as const, '<' as const, '<=' as const, '>' as const, '>=' as const), name, literal)
      .map(([operator, path, value]): Condition => [operator, ['get', path], value]),
    fc.tuple(name, fc.array(literal, { maxLength: 3 })).map(([path, values]): Condition => ['in', ['get', path], ['list', ...values]]),
    literal,
  ),
  condition: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    tie('leaf'),
    tie('condition').map((inner): Condition => ['!', inner]),
    fc
      .tuple(fc.constantFrom('&&' as const, '||' as const), tie('condition'), tie('condition'))
      .map(([operator, a, b]): Condition => [operator, a, b]),
  ),
}));
const scope = fc
  .record(
    {
      product: some(products),
      market: some(markets),
      audience: some(['trade', 'home']),
      from: fc.constantFrom(...days),
      to: fc.constantFrom(...days),
      when: condition,
    },
    { requiredKeys: [] },
  )
  .map((each) => each as UnitScope);

const candidate = (index: number): fc.Arbitrary<Candidate> =>
  fc.tuple(fc.option(scope, { nil: undefined }), fc.double({ min: 0, max: 1, noNaN: true })).map(([limits, score]) => {
    const when = limits === undefined ? true : scopeCondition(limits);
    return candidateOf(`unit-${index}`, score, when === true ? {} : { when });
  });
const candidates = fc
  .integer({ min: 0, max: 7 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => candidate(index))));

const context = fc.record(
  {
    locale: fc.constant('en'),
    now: fc.constantFrom('2026-03-10T12:00:00Z', '2025-12-31T23:59:59+02:00', '2026-12-31', '2027-01-01T00:00:00Z', ''),
    product: fc.oneof(fc.constantFrom(...products), some(products)),
    market: fc.constantFrom(...markets),
    audience: fc.oneof(fc.constantFrom('trade', 'home'), some(['trade', 'home'])),
    page: fc.webUrl(),
    customer: fc.record({ tier: fc.constantFrom('gold', 'basic'), orders: fc.nat(50) }, { requiredKeys: [] }),
  },
  { requiredKeys: ['locale', 'now'] },
) as fc.Arbitrary<TurnContext>;

const unitId = fc.constantFrom(...Array.from({ length: 8 }, (_, index) => `unit-${index}`));
const choice = unitId.map((id) => ({ id, label: id, locale: 'en' }));
const input: fc.Arbitrary<Input> = fc.oneof(
  fc.record({
    kind: fc.constant('question' as const),
    text: fc.constantFrom('how do I do it', 'and in France?', 'hello', 'a person please'),
  }),
  fc.record({ kind: fc.constant('choice' as const), id: unitId }),
  fc.constant({ kind: 'not-solved' as const }),
  fc.constant({ kind: 'person' as const }),
);
const state: fc.Arbitrary<ConversationState> = fc.record({
  offered: fc.array(choice, { maxLength: 3 }),
  tried: fc.array(unitId, { maxLength: 3 }),
  remaining: fc.array(choice, { maxLength: 4 }),
  unsolved: fc.nat(5),
});

describe('decide, for any conditions, context, input and state,', () => {
  it('neither answers from, nor offers, nor lists a unit whose conditions fail', () => {
    fc.assert(
      fc.property(candidates, context, input, state, (list, visitor, said, before) => {
        const fails = new Set(
          list
            .filter(({ unit }) => unit.when !== undefined && holds(unit.when, visitor as unknown as ConditionContext) === false)
            .map(({ unit }) => unit.id),
        );
        const { decision, next } = decide(said, evidenceOf(...list), before, { contact: {} }, visitor);
        if (decision.kind === 'answer') expect(fails).not.toContain(decision.unit);
        for (const { unit } of decision.candidates) expect(fails).not.toContain(unit);
        if (decision.kind === 'clarify') {
          expect(decision.choices.length).toBeGreaterThanOrEqual(2);
          expect(decision.choices.length).toBeLessThanOrEqual(3);
          for (const { id } of decision.choices) expect(fails).not.toContain(id);
          expect(next.offered).toEqual(decision.choices);
        }
        if (decision.kind === 'answer' && said.kind === 'question') for (const { id } of next.remaining) expect(fails).not.toContain(id);
      }),
      { numRuns: 3000 },
    );
  });

  it('only answers from units that are there, and lists them best first with confidences between 0 and 1', () => {
    fc.assert(
      fc.property(candidates, context, input, state, (list, visitor, said, before) => {
        const { decision, next } = decide(said, evidenceOf(...list), before, { contact: {} }, visitor);
        const ids = list.map(({ unit }) => unit.id);
        if (decision.kind === 'answer') {
          expect(ids).toContain(decision.unit);
          expect(next.tried).toContain(decision.unit);
          if (said.kind === 'not-solved') expect(before.tried).not.toContain(decision.unit);
        }
        expect(decision.confidence).toBeGreaterThanOrEqual(0);
        expect(decision.confidence).toBeLessThanOrEqual(1);
        const scores = decision.candidates.map(({ score }) => score);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
        for (const score of scores) expect(score).toBeLessThanOrEqual(1);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a long conversation of "not yet"', () => {
  it('shows no unit twice and comes to a person', () => {
    fc.assert(
      fc.property(candidates, context, (list, visitor) => {
        const evidence = evidenceOf(...list);
        let { decision, next } = decide({ kind: 'question', text: 'how do I do it' }, evidence, emptyState, { contact: {} }, visitor);
        const shown: string[] = [];
        for (let turn = 0; turn < 20 && decision.kind === 'answer'; turn += 1) {
          shown.push(decision.unit);
          ({ decision, next } = decide({ kind: 'not-solved' }, evidence, next, { contact: {} }, visitor));
        }
        expect(new Set(shown).size).toBe(shown.length);
        if (shown.length > 0) expect(decision.kind).toBe('escalate');
      }),
    );
  });
});
