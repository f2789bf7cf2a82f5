import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMoney, isMoney, minorDigits, moneyOf } from './money.ts';
import { readMoney } from './read-money.ts';

describe('money', () => {
  it.each([
    ['25 USD', { minor: 2500, currency: 'USD' }],
    ['12.5 EUR', { minor: 1250, currency: 'EUR' }],
    ['1200 JPY', { minor: 1200, currency: 'JPY' }],
    ['1.250 KWD', { minor: 1250, currency: 'KWD' }],
    ['0.29 USD', { minor: 29, currency: 'USD' }],
    ['3990 HUF', { minor: 399_000, currency: 'HUF' }],
    ['9007199254740.99 USD', { minor: 900_719_925_474_099, currency: 'USD' }],
    ['90071992547409.92 USD', undefined],
    ['1.5 JPY', undefined],
    ['12.345 EUR', undefined],
    ['12,50 EUR', undefined],
    ['25 QQQ', undefined],
    ['25', undefined],
    ['-3 USD', undefined],
  ])('reads %s', (text, money) => {
    expect(readMoney(text)).toEqual(money);
  });

  it('is written and read without loss in every currency', () => {
    const currency = fc.constantFrom('USD', 'JPY', 'KWD', 'BHD', 'OMR', 'TND', 'HUF', 'CLF');
    fc.assert(
      fc.property(fc.maxSafeInteger(), currency, (minor, code) => {
        const places = minorDigits(code);
        const digits = String(Math.abs(minor)).padStart(places + 1, '0');
        const text = `${minor < 0 ? '-' : ''}${digits.slice(0, digits.length - places)}${places === 0 ? '' : `.${digits.slice(-places)}`}`;
        expect(moneyOf(text, code)).toEqual({ minor, currency: code });
        const shown = formatMoney({ minor, currency: code }, 'en').replace(/\D/g, '');
        expect(digits.startsWith(shown.replace(/0+$/, '')) || Number(shown) === Math.abs(minor)).toBe(true);
      }),
    );
  });

  it('is written as a locale writes it', () => {
    const plain = (text: string) => text.replace(/\s/g, ' ');
    expect(plain(formatMoney({ minor: 123_456, currency: 'EUR' }, 'de'))).toBe('1.234,56 €');
    expect(formatMoney({ minor: 1200, currency: 'JPY' }, 'en')).toBe('¥1,200');
    expect(plain(formatMoney({ minor: -1250, currency: 'KWD' }, 'en'))).toBe('-KWD 1.250');
    expect(plain(formatMoney({ minor: 399_050, currency: 'HUF' }, 'en'))).toBe('HUF 3,990.50');
  });

  it('is nothing but an integer in a currency', () => {
    for (const value of [
      null,
      5,
      '5 USD',
      { minor: 1.5, currency: 'USD' },
      { minor: 1, currency: 'usd' },
      { minor: '1', currency: 'USD' },
      { minor: 1 },
    ])
      expect(isMoney(value)).toBe(false);
  });
});
