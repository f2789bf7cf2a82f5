import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileCondition } from './compile-condition.ts';
import { type Condition, type ConditionContext, evaluate, holds } from './condition.ts';

const literal = fc.oneof(
  fc.constantFrom('"EU"', '"2026-11-30"', '3', '1.5', 'true', 'false', 'null'),
  fc.integer({ min: 0, max: 9 }).map(String),
);
const name = fc.constantFrom('product', 'market', 'audience', 'now', 'visits', 'customer.tier', 'order.total', 'slot.a.b');
/** Texts of conditions that the language allows. */
const { expression } = fc.letrec<{ expression: string; leaf: string }>((tie) => ({
  leaf: fc.oneof(literal, name),
  expression: fc.oneof(
    { maxDepth: 4 },
    tie('leaf'),
    fc
      .tuple(tie('expression'), fc.constantFrom('&&', '||', '==', '!=', '<', '<=', '>', '>=', '+', '-', '*'), tie('expression'))
      .map(([a, sign, b]) => `(${a}) ${sign} (${b})`),
    fc.tuple(tie('expression'), fc.array(literal, { maxLength: 3 })).map(([a, list]) => `(${a}) in [${list.join(', ')}]`),
    tie('expression').map((a) => `!(${a})`),
    tie('expression').map((a) => `-(${a})`),
    tie('expression').map((a) => `daysSince(${a})`),
    fc.constant('money("25 USD")'),
  ),
}));
const value = fc.oneof(
  fc.constantFrom('EU', '2026-11-30', 'gold'),
  fc.integer({ min: 0, max: 9 }),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.constantFrom('EU', 'a'), { maxLength: 2 }),
);
const context = fc.record(
  {
    product: value,
    market: value,
    audience: value,
    now: value,
    visits: value,
    customer: fc.record({ tier: value }),
    order: value,
    slot: value,
  },
  { requiredKeys: [] },
) as fc.Arbitrary<ConditionContext>;

describe('compileCondition', { timeout: 60_000 }, () => {
  it('compiles whatever the language allows, and evaluating it never throws', () => {
    fc.assert(
      fc.property(expression, context, (text, known) => {
        const condition = compileCondition(text);
        expect([true, false, undefined]).toContain(holds(condition, known));
        // It is data: what a pack holds evaluates the same.
        expect(evaluate(JSON.parse(JSON.stringify(condition)) as Condition, known)).toEqual(evaluate(condition, known));
      }),
      { numRuns: 1000 },
    );
  });

  it('throws nothing but a SyntaxError, for any text', () => {
    const sign = fc.constantFrom(
      'market',
      'now',
      '"a"',
      "'",
      '"',
      '(',
      ')',
      '[',
      ']',
      ',',
      '.',
      '!',
      '-',
      '+',
      '~',
      '==',
      '=',
      '&&',
      '&',
      '||',
      'in',
      ' ',
      '1',
      '1e999',
      '/',
      '?',
      ':',
      '\\',
      '{',
      '}',
      '`',
      '#',
      'this',
      '\n',
      '😀',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(sign, { maxLength: 40 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (condition) => {
        try {
          compileCondition(condition);
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(SyntaxError);
          expect((thrown as Error).message).not.toBe('');
        }
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['market in ["EU", "GB"] && visits > 3', ['&&', ['in', ['get', 'market'], ['list', 'EU', 'GB']], ['>', ['get', 'visits'], 3]]],
    ['now < "2027-02-01"', ['<', ['get', 'now'], '2027-02-01']],
    ['market == "EU" || market == "GB" || market == "CH"', ['||', ...['EU', 'GB', 'CH'].map((each) => ['==', ['get', 'market'], each])]],
    ['!(customer.tier == "gold")', ['!', ['==', ['get', 'customer.tier'], 'gold']]],
    ['daysSince(order.deliveredAt) <= 30', ['<=', ['daysSince', ['get', 'order.deliveredAt']], 30]],
    ['order.total < money("25.50 USD")', ['<', ['get', 'order.total'], ['money', 2550, 'USD']]],
    ['visits - 1 - 2 == -3', ['==', ['-', ['-', ['get', 'visits'], 1], 2], ['-', 0, 3]]],
  ])('compiles %s', (text, condition) => {
    expect(compileCondition(text)).toEqual(condition);
  });

  it.each([
    ['', 'is empty'],
    ['   ', 'is empty'],
    ['markt == "EU"', '"markt" is not a name that conditions know'],
    ['market == “EU”', 'straight quotes'],
    ['market = "EU"', 'does not parse'],
    ['market === "EU"', '"===" is not part'],
    ['market == "EU" and visits > 1', 'join them with &&'],
    ['not market', 'write ! for not'],
    ['market == [1,,2]', 'nothing between two commas'],
    ['visits > 1e999', 'too large'],
    ['customer["tier"]', 'write names with dots'],
    ['f(1)', '"f(…)" is not part'],
    ['daysSince()', '"daysSince(…)" is not part'],
    ['money(25)', 'an amount is'],
    ['money("1.5 JPY")', 'an amount is'],
    ['this.market == "EU"', 'write names with dots'],
    ['visits > 1 ? true : false', 'ConditionalExpression is not part'],
    [`${'('.repeat(500)}true${')'.repeat(500)}`, 'nests too deep'],
    [`${'! '.repeat(500)}true`, 'nests too deep'],
    [Array(500).fill('visits').join('+'), '3499 characters; 2000 are allowed'],
  ])('refuses %j', (text, message) => {
    expect(() => compileCondition(text)).toThrow(SyntaxError);
    expect(() => compileCondition(text)).toThrow(message);
  });
});

describe('the logic of conditions', { timeout: 60_000 }, () => {
  const values = [true, false, undefined] as const;
  /** A condition that evaluates to true, false or not known. */
  const of = (each: (typeof values)[number]): Condition => (each === undefined ? ['get', 'unknown'] : each);
  const pairs = values.flatMap((a) => values.map((b) => [a, b] as const));

  it.each(pairs)('is Kleene’s for %s and %s', (a, b) => {
    const and = evaluate(['&&', of(a), of(b)], {});
    const or = evaluate(['||', of(a), of(b)], {});
    expect(and).toBe(a === false || b === false ? false : a === undefined || b === undefined ? undefined : true);
    expect(or).toBe(a === true || b === true ? true : a === undefined || b === undefined ? undefined : false);
  });

  it('keeps its laws for any conditions and any knowledge', () => {
    const truth = fc.oneof(
      fc.constantFrom<Condition>(true, false),
      expression.map((text): Condition => ['==', compileCondition(text), true]),
    );
    fc.assert(
      fc.property(truth, truth, truth, context, (a, b, c, known) => {
        const same = (left: Condition, right: Condition) => expect(evaluate(left, known)).toBe(evaluate(right, known));
        same(['!', ['&&', a, b]], ['||', ['!', a], ['!', b]]);
        same(['!', ['||', a, b]], ['&&', ['!', a], ['!', b]]);
        same(['!', ['!', a]], a);
        same(['&&', a, b], ['&&', b, a]);
        same(['||', a, ['||', b, c]], ['||', a, b, c]);
        same(['&&', a, ['&&', b, c]], ['&&', ['&&', a, b], c]);
        same(['&&', a, ['||', a, b]], a);
        same(['||', a, false], a);
      }),
    );
  });

  it('is monotone: what holds or fails without knowing something does so whatever it turns out to be', () => {
    fc.assert(
      fc.property(expression, context, context, (text, known, more) => {
        const condition: Condition = ['==', compileCondition(text), true];
        const before = evaluate(condition, known);
        if (before !== undefined) expect(evaluate(condition, { ...more, ...known })).toBe(before);
      }),
    );
  });
});
