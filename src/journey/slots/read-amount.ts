import { fold } from '../../language/fold.ts';
import { normalizeText } from '../../language/normalize.ts';
import { type Money, minorDigits, moneyOf } from '../../policy/money.ts';

// Signs of currencies, and everyday words that stand by themselves, folded. A dollar sign alone is the slot's own dollar.
const signs: readonly (readonly [code: string, sign: string, words?: string])[] = [
  ['EUR', '€|欧元|ユーロ', 'euros?|evro|евро|يورو'],
  ['GBP', '£|英镑|ポンド', 'pounds?|quid|libras?|livres?|pfund|фунт\\p{L}*'],
  ['CNY', '元|人民币|块', 'rmb|yuan'],
  ['JPY', '日元|円', 'yen|ен'],
  ['RUB', '₽', 'руб\\p{L}*|rubles?'],
  ['BRL', 'r\\$', 'rea(?:l|is)'],
  ['INR', '₹', 'rupees?'],
  ['KRW', '₩'],
  ['CHF', 'fr\\.', 'franken|francs? suisses?'],
  ['AED', 'درهم', 'dirhams?'],
  ['SAR', 'ريال', 'riyals?'],
  ['KWD', 'دينار كويتي'],
  ['USD', 'us\\$|\\$|美元|美金|ドル', 'dollars?|dolares|bucks|dolars?|доллар\\p{L}*|دولار\\p{L}*'],
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

// Codes that are no everyday words in themselves, as "all" and "top" are.
const everyday =
  /(?<!\p{L})(?:usd|eur|gbp|jpy|cny|chf|aud|cad|nzd|sgd|hkd|twd|krw|inr|brl|mxn|rub|try|pln|sek|nok|dkk|czk|huf|aed|sar|qar|kwd|bhd|omr|tnd|egp|mad|zar|ils|thb|vnd|idr|php|myr|uah|kzt|clp|cop|ars|pen)(?!\p{L})/u;

function codeIn(text: string, fallback: string | undefined): string | undefined {
  const [code] = everyday.exec(text) ?? [];
  if (code !== undefined) return code.toUpperCase();
  const names = (sign: string, words = sign) => new RegExp(`${sign}|(?<!\\p{L})(?:${words})(?!\\p{L})`, 'u').test(text);
  const signed = signs.find(([, sign, words]) => names(sign, words))?.[0];
  if (signed === 'USD' && fallback !== undefined && /^(?:CAD|AUD|NZD|SGD|HKD|TWD|MXN)$/.test(fallback) && !/us\$/.test(text))
    return fallback;
  return signed ?? (/¥/.test(text) ? (fallback === 'CNY' ? 'CNY' : 'JPY') : fallback);
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
