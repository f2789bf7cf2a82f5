import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Condition, type ConditionContext, type ContextValue, evaluate, holds } from './condition.ts';

const known: ConditionContext = {
  market: 'EU',
  product: ['lamp', 'cable'],
  now: '2026-03-20T12:00:00Z',
  visits: 3,
  customer: { tier: 'gold', orders: 7, isTrade: false },
};
const get = (path: string): Condition => ['get', path];

describe('evaluate', () => {
  it.each<[string, Condition, ContextValue]>([
    ['a name', get('market'), 'EU'],
    ['a name with dots', get('customer.tier'), 'gold'],
    ['a name that nothing is known of', get('cart.total'), undefined],
    ['a part of what has no parts', get('market.length'), undefined],
    ['a property that every object has', get('customer.constructor'), undefined],
    ['a prototype', get('__proto__'), undefined],
    ['a list', ['list', 1, get('market')], [1, 'EU']],
    ['a sum', ['+', get('visits'), 2], 5],
    ['a difference', ['-', get('visits'), 2], 1],
    ['a product', ['*', get('visits'), 2], 6],
    ['a sum with text', ['+', get('market'), 2], undefined],
    ['equality', ['==', get('market'), 'EU'], true],
    ['inequality', ['!=', get('market'), 'EU'], false],
    ['values of different types', ['==', get('visits'), '3'], false],
    ['one of several products', ['==', get('product'), 'cable'], true],
    ['a member of a list', ['in', get('market'), ['list', 'EU', 'GB']], true],
    ['any of several in a list', ['in', get('product'), ['list', 'reader', 'cable']], true],
    ['none of several in a list', ['in', get('product'), ['list', 'reader']], false],
    ['in something that is no list', ['in', get('market'), 'EU'], false],
    ['an order of numbers', ['>=', get('visits'), 3], true],
    ['an order of unlike things', ['<', get('visits'), '3'], undefined],
    ['not', ['!', get('customer.isTrade')], true],
    ['not of what is no truth value', ['!', get('market')], undefined],
    ['an operator that is none', ['%' as '+', 1, 2], undefined],
  ])('takes %s', (_, condition, value) => {
    expect(evaluate(condition, known)).toEqual(value);
  });

  it.each<[string, string, string, boolean]>([
    ['a moment of the last day', '2026-03-20T23:59:59Z', '2026-03-20', true],
    ['the last day as a date', '2026-03-20', '2026-03-20', true],
    ['the day after', '2026-03-21T00:00:00Z', '2026-03-20', false],
    ['the day where the visitor is, in the west', '2026-03-20T23:30:00-08:00', '2026-03-20', true],
    ['a month', '2026-03-31T10:00:00Z', '2026-03', true],
    ['the same moment in two zones', '2026-03-20T12:00:00+02:00', '2026-03-20T10:00:00Z', true],
    ['an earlier moment that reads later', '2026-03-21T00:30:00+09:00', '2026-03-20T20:00:00Z', true],
    ['a later moment that reads earlier', '2026-03-20T23:30:00-08:00', '2026-03-21T01:00:00Z', false],
    ['a moment with and without milliseconds', '2026-03-20T10:00:00.000Z', '2026-03-20T10:00:00Z', true],
  ])('compares times by the precision that both have: %s', (_, now, limit, isNotAfter) => {
    expect(evaluate(['<=', get('now'), limit], { now })).toBe(isNotAfter);
    expect(evaluate(['>', get('now'), limit], { now })).toBe(!isNotAfter);
  });

  it.each<[string, string, string, number | undefined]>([
    ['full days between two moments', '2026-03-01T12:00:00Z', '2026-03-31T11:59:59Z', 29],
    ['moments in two zones', '2026-03-01T23:00:00-08:00', '2026-03-02T07:00:00Z', 0],
    ['calendar days from a date', '2026-03-01', '2026-03-31T23:59:59+09:00', 30],
    ['a day that is still to come', '2026-04-02', '2026-03-31T12:00:00Z', -2],
    ['what is no date', 'soon', '2026-03-31T12:00:00Z', undefined],
  ])('counts days: %s', (_, date, at, days) => {
    expect(evaluate(['daysSince', get('date')], { date, now: at })).toBe(days);
  });

  it('compares amounts of one currency', () => {
    const total = { minor: 2500, currency: 'USD' };
    const than = (operator: '<' | '<=' | '==' | '!=', minor: number, currency: string) =>
      evaluate([operator, get('total'), ['money', minor, currency]], { total });
    expect([than('<=', 2500, 'USD'), than('<', 2500, 'USD'), than('==', 2500, 'USD')]).toEqual([true, false, true]);
    expect([than('<', 9000, 'EUR'), than('==', 2500, 'EUR'), than('!=', 2500, 'EUR')]).toEqual([undefined, false, true]);
    expect(evaluate(['<', get('total'), 3000], { total })).toBeUndefined();
  });

  it('leaves open what depends on something not known (Kleene)', () => {
    const unknown: Condition = ['==', get('cart.total'), 1];
    const values: [Condition, boolean | undefined][] = [
      [true, true],
      [false, false],
      [unknown, undefined],
    ];
    for (const [a, left] of values) {
      for (const [b, right] of values) {
        const both = left === false || right === false ? false : left === undefined || right === undefined ? undefined : true;
        const either = left === true || right === true ? true : left === undefined || right === undefined ? undefined : false;
        expect(evaluate(['&&', a, b], known)).toBe(both);
        expect(evaluate(['||', a, b], known)).toBe(either);
      }
      expect(evaluate(['!', a], known)).toBe(left === undefined ? undefined : !left);
    }
  });
});

describe('holds', () => {
  it('counts what is no truth value as false', () => {
    for (const value of ['yes', 1, null, ['list', true]] as Condition[]) expect(holds(value, known)).toBe(false);
    expect(holds(get('market'), known)).toBe(false);
    expect(holds(true, known)).toBe(true);
  });

  it('never throws, whatever the condition and the context', () => {
    const { node } = fc.letrec<{ node: unknown }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null)),
        fc.array(tie('node'), { minLength: 1, maxLength: 4 }),
        fc
          .tuple(
            fc.constantFrom('get', 'list', '&&', '||', '!', '==', '!=', '<', '<=', '>', '>=', 'in', '+', '-', '*'),
            fc.array(tie('node'), { maxLength: 3 }),
          )
          .map(([operator, operands]) => [operator, ...operands]),
      ),
    }));
    fc.assert(
      fc.property(node, fc.dictionary(fc.string(), fc.jsonValue()), (condition, context) => {
        expect([true, false, undefined]).toContain(holds(condition as Condition, context as ConditionContext));
      }),
      { numRuns: 1000 },
    );
  });
});
