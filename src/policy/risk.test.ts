import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBeyondRisk } from './risk.ts';
import { spokenAmounts } from './spoken-amounts.ts';

describe('spokenAmounts', () => {
  it.each([
    ['I was charged €1,299.00 twice', 1299, 'EUR'],
    ['Mir fehlen 1.299,50 Euro', 1299.5, 'EUR'],
    ['on m’a débité 1 299 € hier', 1299, 'EUR'],
    ['where are my $800?', 800, 'USD'],
    ['cobraram R$ 2.500 a mais', 2500, 'BRL'],
    ['退款3000元还没到', 3000, 'CNY'],
    ['１２０００円が返金されない', 12000, 'JPY'],
    ['где мои 5000 рублей', 5000, 'RUB'],
    ['أين ٩٠٠ درهم', 900, 'AED'],
    ['refund of 250 CHF', 250, 'CHF'],
    // Thirteen hundred or one and a bit: the larger counts.
    ['paid 1.299 €', 1299, 'EUR'],
  ] as const)('reads %j', (text, value, currency) => {
    const [amount, ...others] = spokenAmounts(text);
    expect(others).toEqual([]);
    expect(amount?.value).toBe(value);
    expect(amount?.currencies).toContain(currency);
  });

  it.each(['order 104823', 'it has 65 W and 3 ports', 'a 500 g parcel', 'nothing at all', 'section 12 realm', '7 eurostars'])(
    'finds none in %j',
    (text) => {
      expect(spokenAmounts(text)).toEqual([]);
    },
  );

  it('reads whatever it is given, in little time', () => {
    const started = performance.now();
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (text) => void spokenAmounts(text)));
    for (const piece of ['1', '1 ', '1.', '$', '$ 1', '1 $', '1,'] as const) spokenAmounts(piece.repeat(2000));
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe('isBeyondRisk', () => {
  const limits = { money: { sure: 0.9, amounts: [{ minor: 50_000, currency: 'EUR' }] } };
  const beyond = (text: string, confidence = 1) => isBeyondRisk('money', { text, confidence }, limits);

  it('is where the answer is not sure enough for the kind', () => {
    expect([beyond('how do refunds work', 0.89), beyond('how do refunds work', 0.9)]).toEqual([true, false]);
    expect(isBeyondRisk('safety', { text: 'it smokes', confidence: 0.96 })).toBe(true);
    expect(isBeyondRisk('money', { text: 'it smokes', confidence: 0.96 })).toBe(false);
  });

  it('is where the question names more than the limit, or a currency without one', () => {
    expect([beyond('my 500 € refund'), beyond('my 501 € refund'), beyond('my 20 € of 600 €'), beyond('my $10')]).toEqual([
      false,
      true,
      true,
      true,
    ]);
    expect(isBeyondRisk('money', { text: 'my 9000 € refund', confidence: 1 })).toBe(false);
  });
});
