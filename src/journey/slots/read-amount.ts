import { fold } from '../../language/fold.ts';
import { normalizeText } from '../../language/normalize.ts';
import { type Money, minorDigits, moneyOf } from '../../policy/money.ts';

// Signs and everyday words of currencies, folded. A dollar sign alone is the slot's own dollar.
const signs: readonly (readonly [string, RegExp])[] = [
  ['EUR', /€|(?<!\p{L})(?:euros?|evro|евро|يورو)(?!\p{L})|欧元|ユーロ/u],
  ['GBP', /£|(?<!\p{L})(?:pounds?|quid|libras?|livres?|pfund|фунт\p{L}*)(?!\p{L})|英镑|ポンド/u],
  ['CNY', /(?<!\p{L})(?:rmb|yuan)(?!\p{L})|元|人民币|块/u],
  ['JPY', /(?<!\p{L})(?:yen|ен)(?!\p{L})|日元|円/u],
  ['RUB', /₽|(?<!\p{L})(?:руб\p{L}*|rubles?)(?!\p{L})/u],
  ['BRL', /r\$|(?<!\p{L})rea(?:l|is)(?!\p{L})/u],
  ['INR', /₹|(?<!\p{L})rupees?(?!\p{L})/u],
  ['KRW', /₩/u],
  ['CHF', /(?<!\p{L})(?:fr\.|franken|francs? suisses?)(?!\p{L})/u],
  ['AED', /(?<!\p{L})(?:dirhams?)(?!\p{L})|درهم/u],
  ['SAR', /(?<!\p{L})(?:riyals?)(?!\p{L})|ريال/u],
  ['KWD', /دينار كويتي/u],
  ['USD', /us\$|\$|(?<!\p{L})(?:dollars?|dolares|bucks|dolars?|доллар\p{L}*|دولار\p{L}*)(?!\p{L})|美元|美金|ドル/u],
];

/**
 * The amount of money that a text names, exact in minor units; undefined where it names none, or none in a currency.
 * @param currency ISO 4217 code that counts where the text names none, or an ambiguous one such as $
 */
export function readAmount(text: string, currency?: string): Money | undefined {
  const plain = normalizeText(text)
    .replace(/[\p{L}\p{M}\p{N}]+/gu, fold)
    .replace(/٬/g, ',')
    .replace(/٫/g, '.');
  const [, digits = ''] = /(?<![\p{L}\p{N}])(\d[\d.,'’ \u00a0]*\d|\d)(?!\p{N})/u.exec(plain) ?? [];
  if (digits === '') return undefined;
  const code = codeIn(plain, currency);
  if (code === undefined) return undefined;
  const amount = plainDigits(digits, code);
  return amount === undefined ? undefined : moneyOf(amount, code);
}

function codeIn(text: string, fallback: string | undefined): string | undefined {
  for (const [, word = ''] of text.matchAll(/(?<!\p{L})([a-z]{3})(?!\p{L})/gu)) if (isCode(word.toUpperCase())) return word.toUpperCase();
  const signed = signs.find(([, pattern]) => pattern.test(text))?.[0];
  if (signed === 'USD' && fallback !== undefined && /^(?:CAD|AUD|NZD|SGD|HKD|TWD|MXN)$/.test(fallback) && !/us\$/.test(text))
    return fallback;
  return signed ?? (/¥/.test(text) ? (fallback === 'CNY' ? 'CNY' : 'JPY') : fallback);
}

const everyday = new Set(
  'USD EUR GBP JPY CNY CHF AUD CAD NZD SGD HKD TWD KRW INR BRL MXN RUB TRY PLN SEK NOK DKK CZK HUF AED SAR QAR KWD BHD OMR TND EGP MAD ZAR ILS THB VND IDR PHP MYR UAH KZT CLP COP ARS PEN'.split(
    ' ',
  ),
);

function isCode(word: string): boolean {
  return everyday.has(word);
}

/** "1.234,56" and "1,234.56" as digits with a point; the last sign parts the decimals where it can. */
function plainDigits(digits: string, currency: string): string | undefined {
  const places = minorDigits(currency);
  const [, whole = '', part] = /^(.*?)(?:[.,](\d+))?$/.exec(digits) ?? [];
  const bare = (text: string) => text.replace(/\D/g, '');
  if (part === undefined) return bare(digits);
  const groups = digits.replace(/[^.,]/g, '');
  const hasBoth = new Set(groups).size > 1;
  // Three digits after a single sign are thousands, but for currencies with three decimals and after another sign.
  const isGroup = part.length === 3 && !hasBoth && (places < 3 || groups.length > 1);
  if (isGroup) return bare(digits);
  return part.length > Math.max(places, 2) ? undefined : `${bare(whole)}.${part}`;
}
