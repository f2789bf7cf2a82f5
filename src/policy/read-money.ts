import { type Money, moneyOf } from './money.ts';

/** How authors write amounts, for messages. */
export const moneyForm = 'a number with a point and a currency’s three letters, with no more decimals than the currency has';

let currencies: Set<string> | undefined;

/** The amount that an author wrote as "25 USD" or "12.50 EUR"; undefined where it is none, or of no currency. */
export function readMoney(text: string): Money | undefined {
  const [, digits = '', currency = ''] = /^\s*(\d+(?:\.\d+)?)\s*([A-Z]{3})\s*$/.exec(text) ?? [];
  currencies ??= new Set(Intl.supportedValuesOf('currency'));
  return currencies.has(currency) ? moneyOf(digits, currency) : undefined;
}
