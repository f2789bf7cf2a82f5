import { minorDigits } from './money.ts';

/** An amount as somebody wrote it in a sentence. */
export interface SpokenAmount {
  /** In whole units of the currency. */
  readonly value: number;
  /** What the sign or word may stand for, ISO 4217: "$" is a dollar of several countries. */
  readonly currencies: readonly string[];
}

/** Signs and words for money in the nine languages, longest first where one is the end of another. */
const names: readonly (readonly [string, string])[] = [
  ['R\\$|reais|real', 'BRL'],
  ['(?:US|A|C|CA|MX|AU)?\\$|dollars?|d[oó]lar(?:es)?|доллар\\p{L}*|دولار(?:ات)?|美元|ドル', 'USD CAD AUD MXN'],
  ['€|euros?|евро|يورو|欧元|ユーロ', 'EUR'],
  ['£|pounds?|quid|libras?|pfund|livres?|фунт\\p{L}*|英镑|ポンド', 'GBP'],
  ['¥|￥|円|yen|元|块钱?|rmb|yuan', 'CNY JPY'],
  ['₽|руб(?:л\\p{L}*|\\.)?', 'RUB'],
  ['₸|тенге', 'KZT'],
  ['dirhams?|درهم|دراهم', 'AED'],
  ['riyals?|ريال(?:ات)?', 'SAR QAR'],
];
const codes = 'USD|EUR|GBP|CNY|JPY|BRL|RUB|KZT|AED|SAR|QAR|CAD|AUD|MXN|CHF|PLN|SEK|NOK|DKK|CZK|HUF|INR|KRW|SGD|HKD';
const name = `(?:${names.map(([words]) => words).join('|')}|${codes})`;
const digits = "\\d(?:[\\d.,'’\\u00A0\\u202F ]{0,20}\\d)?";
const spoken = new RegExp(
  `(?<!\\p{L})(${name})\\s?(${digits})|(${digits})\\s?(${name})(?!\\p{L}(?<![\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]))`,
  'giu',
);
const kinds = names.map(([words, currencies]) => [new RegExp(`^(?:${words})$`, 'iu'), currencies.split(' ')] as const);

/** The amounts of money that a sentence names, in their order. Where countries read a figure differently ("1.299"), the larger counts. */
export function spokenAmounts(text: string): SpokenAmount[] {
  const plain = text.normalize('NFKC').replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660));
  return Array.from(plain.matchAll(spoken), ([, before, after, first, behind]): SpokenAmount => {
    const sign = (before ?? behind ?? '').trim();
    const currencies = kinds.find(([pattern]) => pattern.test(sign))?.[1] ?? [sign.toUpperCase()];
    return { value: wholeUnits(after ?? first ?? '', minorDigits(currencies[0] as string)), currencies };
  });
}

/** A last group of one or two digits are cents; of three only where nothing else can be meant. */
function wholeUnits(figure: string, places: number): number {
  const [, whole = figure, cents = ''] = (places > 0 && /^(.*\d)[.,](\d{1,2})$/.exec(figure)) || [];
  return Number(`${whole.replace(/\D/g, '')}.${cents || 0}`);
}
