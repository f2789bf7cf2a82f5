/** An amount of money. Never a fraction: floating point has no cents. */
export interface Money {
  /** In the currency's minor units (cents, yen, fils); an integer, not beyond ±2^53. */
  readonly minor: number;
  /** ISO 4217. */
  readonly currency: string;
}

/** Whether a value from elsewhere is an amount: an integer that floating point holds, in a currency's three letters. */
export function isMoney(value: unknown): value is Money {
  if (typeof value !== 'object' || value === null || !('minor' in value) || !('currency' in value)) return false;
  return Number.isSafeInteger(value.minor) && typeof value.currency === 'string' && /^[A-Z]{3}$/.test(value.currency);
}

// ISO 4217. Not by Intl: engines follow CLDR there, which writes some currencies (HUF, IDR) without the decimals that
// their minor units have, and the device and the relay have to agree.
const otherDigits: readonly (readonly [number, string])[] = [
  [0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'],
  [3, 'BHD IQD JOD KWD LYD OMR TND'],
  [4, 'CLF UYW'],
];

/** Digits after the point that a currency has: USD 2, JPY 0, KWD 3. */
export function minorDigits(currency: string): number {
  return otherDigits.find(([, currencies]) => currencies.includes(currency))?.[0] ?? 2;
}

/**
 * The amount that plain digits with a point name in a currency ("12.50"), or undefined where it has more decimals than
 * the currency, or more digits than an integer holds. No rounding, no floating point.
 */
export function moneyOf(digits: string, currency: string): Money | undefined {
  const [, sign = '', whole = '', part = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(digits) ?? [];
  if (whole === '' || !/^[A-Z]{3}$/.test(currency)) return undefined;
  const places = minorDigits(currency);
  if (part.slice(places).replace(/0/g, '') !== '') return undefined;
  const minor = Number(`${whole}${part.slice(0, places).padEnd(places, '0')}`);
  return Number.isSafeInteger(minor) ? { minor: sign === '-' && minor !== 0 ? -minor : minor, currency } : undefined;
}

/** The amount in a locale's own way of writing it; decimals that Intl leaves out are shown where they are not zero. */
export function formatMoney({ minor, currency }: Money, locale: string): string {
  const places = minorDigits(currency);
  const digits = String(Math.abs(minor)).padStart(places + 1, '0');
  const part = digits.slice(digits.length - places);
  const decimal = `${minor < 0 ? '-' : ''}${digits.slice(0, digits.length - places)}${places === 0 ? '' : `.${part}`}`;
  const precision = /[1-9]/.test(part) && { minimumFractionDigits: places, maximumFractionDigits: places };
  // Text is formatted exactly, a number only as well as floating point holds it.
  return new Intl.NumberFormat(locale, { style: 'currency', currency, ...precision }).format(decimal as `${number}`);
}
