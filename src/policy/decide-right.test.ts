import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileCondition } from './compile-condition.ts';
import type { ConditionContext } from './condition.ts';
import { decideRight, stricter } from './decide-right.ts';
import type { Proposal, Right, RightRule, Rights } from './rights.ts';

const because = { en: 'Because.' };
const rule = (id: string, right: Right, when?: string, limits?: RightRule['limits']): RightRule => ({
  id,
  right,
  because,
  ...(when === undefined ? {} : { when: compileCondition(when) }),
  ...(limits && { limits }),
});

const now = '2026-03-31T12:00:00Z';
const credit: Rights = {
  'give-credit': [
    rule('blocked', 'refuse', 'customer.isBlocked'),
    rule('small', 'auto', 'order.daysLate >= 3', [
      { amount: { minor: 2500, currency: 'USD' } },
      { amount: { minor: 2300, currency: 'EUR' }, because: { en: 'Too much.' } },
      { times: { most: 1, within: 'year' } },
    ]),
  ],
};
const proposal = (facts: ConditionContext, rest: Partial<Proposal> = {}): Proposal => ({
  action: 'give-credit',
  facts: { now, ...facts },
  amount: { minor: 2500, currency: 'USD' },
  before: [],
  ...rest,
});
const known = { customer: { isBlocked: false }, order: { daysLate: 4 } };

describe('decideRight', () => {
  it('lets the first rule that holds decide, and says what it rests on', () => {
    expect(decideRight(credit, proposal(known))).toEqual({
      right: 'auto',
      rule: 'small',
      because,
      inputs: { 'customer.isBlocked': false, 'order.daysLate': 4 },
    });
    expect(decideRight(credit, proposal({ ...known, customer: { isBlocked: true } }))).toMatchObject({ right: 'refuse', rule: 'blocked' });
  });

  it('leaves to a person what no rule is about', () => {
    expect(decideRight(credit, proposal({ ...known, order: { daysLate: 1 } }))).toMatchObject({ right: 'person', rule: 'default' });
    expect(decideRight(credit, { ...proposal(known), action: 'toString' })).toMatchObject({ right: 'person', rule: 'default' });
  });

  it.each<[string, Partial<Proposal>, string]>([
    ['a cent too much', { amount: { minor: 2501, currency: 'USD' } }, 'amount'],
    ['no amount', { amount: undefined } as unknown as Partial<Proposal>, 'amount'],
    ['a negative amount', { amount: { minor: -1, currency: 'USD' } }, 'amount'],
    ['a fraction', { amount: { minor: 0.5, currency: 'USD' } }, 'amount'],
    ['more than there are integers', { amount: { minor: 2 ** 53, currency: 'USD' } }, 'amount'],
    ['another currency', { amount: { minor: 1, currency: 'JPY' } }, 'currency'],
    ['its own limit of a second currency', { amount: { minor: 2400, currency: 'EUR' } }, 'amount'],
    ['once already this year', { before: ['2025-04-01T00:00:00Z'] }, 'times'],
    ['a time that cannot be read', { before: ['yesterday'] }, 'times'],
    ['a time ahead of now', { before: ['2027-01-01T00:00:00Z'] }, 'times'],
    ['no record of earlier times', { before: undefined } as unknown as Partial<Proposal>, 'times'],
  ])('gives to a person what is beyond a limit: %s', (_, rest, beyond) => {
    expect(decideRight(credit, proposal(known, rest))).toMatchObject({ right: 'person', rule: 'small', beyond });
  });

  it('tells the reason of the limit where it has one', () => {
    expect(decideRight(credit, proposal(known, { amount: { minor: 2400, currency: 'EUR' } })).because).toEqual({ en: 'Too much.' });
  });

  it('forgets what is longer ago than the period', () => {
    expect(decideRight(credit, proposal(known, { before: ['2025-03-31T12:00:00Z'] })).right).toBe('auto');
    const monthly: Rights = { act: [rule('one', 'auto', undefined, [{ times: { most: 1, within: 'month' } }])] };
    const decide = (before: string) => decideRight(monthly, { action: 'act', facts: { now }, before: [before] }).right;
    // The last day of a February is a month before the last of March.
    expect([decide('2026-02-28T12:00:00Z'), decide('2026-02-28T12:00:01Z')]).toEqual(['auto', 'person']);
  });

  it('lets nothing pass on what is not known', () => {
    expect(decideRight(credit, proposal({ order: { daysLate: 4 } }))).toMatchObject({ right: 'person' });
    expect(decideRight(credit, proposal({ customer: { isBlocked: false } }))).toMatchObject({ right: 'person', rule: 'default' });
  });

  it('goes by the stricter of two rules where it is not known which of them holds, with the limits of both', () => {
    const rights: Rights = {
      act: [
        rule('gold', 'auto', 'customer.tier == "gold"', [{ amount: { minor: 500, currency: 'USD' } }]),
        rule('all', 'confirm', undefined, [{ amount: { minor: 900, currency: 'USD' } }]),
      ],
    };
    const decide = (minor: number, facts: ConditionContext = {}) =>
      decideRight(rights, { action: 'act', facts, amount: { minor, currency: 'USD' } });
    expect(decide(400)).toMatchObject({ right: 'confirm', rule: 'all' });
    expect(decide(700)).toMatchObject({ right: 'person', rule: 'gold', beyond: 'amount' });
    expect(decide(700, { customer: { tier: 'silver' } })).toMatchObject({ right: 'confirm', rule: 'all' });
  });

  it('never lets pass what a rule refuses or its limits exclude, whatever the facts', () => {
    const right = fc.constantFrom<Right>('auto', 'confirm', 'person', 'refuse');
    const rules = fc.array(
      fc.record({ right, at: fc.integer({ min: 0, max: 3 }), most: fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined }) }),
      { maxLength: 5 },
    );
    const fact = fc.option(fc.boolean(), { nil: undefined });
    fc.assert(
      fc.property(rules, fc.array(fact, { minLength: 4, maxLength: 4 }), fc.integer({ min: 0, max: 30 }), (list, facts, minor) => {
        const rights: Rights = {
          act: list.map(({ right: each, at, most }, index) =>
            rule(`r${index}`, each, `order.f${at}`, most === undefined ? undefined : [{ amount: { minor: most, currency: 'USD' } }]),
          ),
        };
        const decide = (order: ConditionContext) =>
          decideRight(rights, { action: 'act', facts: { order }, amount: { minor, currency: 'USD' } });
        const decided = decide(Object.fromEntries(facts.map((value, index) => [`f${index}`, value])));
        if (decided.right !== 'auto' && decided.right !== 'confirm') return;
        // Whatever the unknown facts turn out to be, it still passes.
        for (let bits = 0; bits < 16; bits += 1) {
          const full = Object.fromEntries(facts.map((value, index) => [`f${index}`, value ?? (bits & (1 << index)) !== 0]));
          const later = decide(full).right;
          expect(stricter(later, decided.right)).toBe(decided.right);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
