import { fold } from '../../language/fold.ts';
import type { Language } from '../../language/locale.ts';

/** A number that a text names. */
export interface Quantity {
  readonly value: number;
  /** What it counts, where that is a unit of measure, a currency or a share: `day`, `%`, `eur`. */
  readonly measure?: string;
  /** Where it stands in the text that was read, in UTF-16 units. */
  readonly at: number;
}

// What stands after a number, folded, in the nine languages. The order counts: a longer word comes before what it begins with.
const measuresAfter: readonly (readonly [string, string])[] = [
  ['mah', 'mah'],
  ['mbit', 'mbit'],
  ['ghz', 'ghz'],
  ['kelvin', 'k(?![\\p{L}])'],
  ['second', 's(?!\\p{L})|secs?(?!\\p{L})|second|segund|sekund|секунд|сек|ثاني|ثوان|秒'],
  ['month', 'month|mes(?:es)?(?!\\p{L})|monat|mois|месяц|شهر|اشهر|شهور|个月|か月|ヶ月|カ月|個月'],
  ['minute', 'min|минут|мин|دقيق|دقايق|دقائق|分'],
  ['hour', 'h(?!\\p{L})|hours?|hrs?(?!\\p{L})|horas?|stunde|std|heure|час|ساع|小时|時間'],
  ['week', 'week|semana|woche|semaine|недел|اسبوع|اسابيع|周|星期|週'],
  ['year', 'year|ano|jahr|ans?(?!\\p{L})|annee|год|лет|سن[هو]|عام|年'],
  [
    'day',
    '(?:个|個)?工作日|天|日(?!元|圆)|営業日|(?:working |business |calendar )?days?|(?:calendar |business )|dias?|(?:werk|arbeits)?tag|jours?|дн[яейю]|день|сут|рабочи|календарн|ايام|يوم|ايّام',
  ],
  ['%', '%|％|percent|prozent|por ?ciento|pour ?cent|por ?cento|процент|بالمي?ه|パーセント'],
  ['eur', '€|eur|евро|يورو|欧元|ユーロ'],
  ['usd', '\\$|usd|dollar|dolar|доллар|دولار|美元|ドル'],
  ['gbp', '£|gbp|pound|libra|pfund|livre|фунт|جنيه|英镑|ポンド'],
  ['yen', '¥|yen|jpy|日元|円|иен|ين'],
  ['cny', '元|yuan|cny|юан|يوان'],
  ['watt', 'w(?!\\p{L})|watt|ватт|вт(?!\\p{L})|واط|瓦'],
  ['wh', 'wh'],
  ['volt', 'v(?!\\p{L})|volt|вольт|فولت|伏'],
  ['celsius', '°|度|℃'],
  ['mm', 'mm|мм|ملم|毫米'],
  ['cm', 'cm|см|سم|厘米'],
  ['ml', 'ml|мл|毫升'],
  ['litre', 'l(?!\\p{L})|lit|литр|لتر|升'],
  ['m2', 'm²|m2|кв|平方'],
];
const afterPatterns = measuresAfter.map(([name, pattern]) => [name, new RegExp(`^\\s?[-‐]?(?:${pattern})`, 'u')] as const);

// A currency may stand before its amount.
const measuresBefore: readonly (readonly [string, RegExp])[] = [
  ['eur', /€\s?$/u],
  ['brl', /r\$\s?$/u],
  ['usd', /\$\s?$/u],
  ['gbp', /£\s?$/u],
  ['yen', /¥\s?$/u],
];

/** One sign stands for yuan and yen, and yuan are written with both. */
const sameMeasure: Readonly<Record<string, string>> = { cny: 'yen' };

const digits = /\d{1,3}(?:([.,'’ {2}])\d{3})(?:\1\d{3})*(?:[.,]\d+)?(?!\d)|\d+(?:[.,:]\d+)*/gu;

/**
 * Small numbers in words. "One" is left out: it is more often an article or a pronoun than a number. The first word of
 * a list counts for 2.
 */
const numberWords: Record<Language, string> = {
  en: 'two three four five six seven eight nine ten eleven twelve',
  es: 'dos tres cuatro cinco seis siete ocho nueve diez once doce',
  de: 'zwei drei vier funf sechs sieben acht neun zehn elf zwolf',
  fr: 'deux trois quatre cinq six sept huit neuf dix onze douze',
  pt: 'dois tres quatro cinco seis sete oito nove dez onze doze',
  ru: 'два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать',
  ar: 'اثنان ثلاثه اربعه خمسه سته سبعه ثمانيه تسعه عشره احدعشر اثناعشر',
  zh: '',
  ja: '',
};
const otherForms: Partial<Record<Language, Readonly<Record<string, number>>>> = {
  en: { thirty: 30, sixty: 60, twenty: 20, fifteen: 15, fourteen: 14 },
  es: { quince: 15, treinta: 30 },
  de: { zweimal: 2, dreimal: 3, dreissig: 30, vierzehn: 14, fünf: 5, zwölf: 12 },
  fr: { trente: 30, quinze: 15 },
  pt: { duas: 2, trinta: 30, quinze: 15 },
  ru: { две: 2, двух: 2, трех: 3, четырех: 4, пяти: 5, шести: 6, семи: 7, десяти: 10, тридцать: 30, тридцати: 30 },
  ar: { يومين: 2, شهرين: 2, سنتين: 2, عامين: 2, مرتين: 2, ثلاث: 3, اربع: 4, خمس: 5, ست: 6, سبع: 7, ثلاثين: 30 },
};

const hanDigits = '〇一二三四五六七八九';
const hanNumber =
  /[一二两三四五六七八九十百千]+(?=\s*(?:个|個|次|下|秒|分|小时|時間|天|日|年|周|週|月|回|つ|本|款|件|张|只|种|遍|台|份|期|片|步|样|項|点|样|円|元|か|ヶ|カ|割|折))/gu;

/** The numbers of a text, those in words too, in reading order. A range is its two ends. */
export function quantitiesOf(text: string, language: Language): Quantity[] {
  const folded = lower(text);
  const found: Quantity[] = [];
  for (const match of folded.matchAll(digits)) {
    // Part of a name or a code ("COPPER15", "C2", "R5") is no number by itself: names are compared as they are.
    if (/[\p{Script=Latin}\d]$/u.test(folded.slice(0, match.index).replace(/[-‐]$/u, ''))) continue;
    const end = match.index + match[0].length;
    found.push(...valuesOf(match[0]).map((value) => quantity(value, match.index, folded, end)));
  }
  found.push(...inWords(folded, language));
  return shareMeasures(
    found.sort((a, b) => a.at - b.at),
    folded,
  );
}

/**
 * Whether a known quantity bears out what is said: the same value, and of the same thing. A number that is said without
 * what it counts rests on any of its value; one with a measure only on one with it too.
 * @param isCell a table may name what its numbers count elsewhere
 */
export function bearsOut(known: Quantity, said: Quantity, isCell = false): boolean {
  if (known.value !== said.value) return false;
  if (said.measure === undefined || (isCell && known.measure === undefined)) return true;
  if (known.measure === undefined) return false;
  return (sameMeasure[said.measure] ?? said.measure) === (sameMeasure[known.measure] ?? known.measure);
}

/** Same length as the text, so that places stay what they are. */
function lower(text: string): string {
  const lowered = text.toLowerCase();
  return lowered.length === text.length ? lowered : text;
}

function quantity(value: number, at: number, text: string, end: number): Quantity {
  const after = fold(text.slice(end, end + 24));
  const before = text.slice(Math.max(0, at - 4), at);
  const measure =
    measuresBefore.find(([, pattern]) => pattern.test(before))?.[0] ?? afterPatterns.find(([, pattern]) => pattern.test(after))?.[0];
  return { value, at, ...(measure !== undefined && { measure }) };
}

/** "14:00" is hours and minutes, "5.10.2026" three numbers; "2,700" is two thousand seven hundred. */
function valuesOf(run: string): number[] {
  if (/^\d+:\d+/.test(run)) return [Number(run.replace(':', '.'))];
  const grouped = /^\d{1,3}([.,'’ {2}])\d{3}(?:\1\d{3})*([.,]\d+)?$/u.exec(run);
  if (grouped !== null) {
    const decimals = grouped[2] ?? '';
    return [Number(run.slice(0, run.length - decimals.length).replace(/\D/g, '') + decimals.replace(',', '.'))];
  }
  if (/^\d+[.,]\d+$/.test(run)) return [Number(run.replace(',', '.'))];
  return run
    .split(/[.,:]/)
    .filter((part) => part !== '')
    .map(Number);
}

function inWords(text: string, language: Language): Quantity[] {
  if (language === 'zh' || language === 'ja')
    return Array.from(text.matchAll(hanNumber), (match) =>
      quantity(hanValue(match[0]), match.index, text, match.index + match[0].length),
    ).filter(({ value }) => value !== 1);
  const words = numberWords[language].split(' ');
  const others = otherForms[language] ?? {};
  return Array.from(text.matchAll(/\p{L}+/gu)).flatMap((match) => {
    const word = fold(match[0]);
    const place = words.indexOf(word);
    const value = place >= 0 ? place + 2 : others[word];
    if (value === undefined) return [];
    // "الأيام" in the dual names what it counts itself.
    return [quantity(value, match.index, text, match.index + match[0].length)];
  });
}

function hanValue(run: string): number {
  let total = 0;
  let digit = 0;
  for (const character of run.replace('两', '二')) {
    const place = { 十: 10, 百: 100, 千: 1000 }[character];
    if (place === undefined) digit = hanDigits.indexOf(character);
    else {
      total += (digit === 0 ? 1 : digit) * place;
      digit = 0;
    }
  }
  return total + digit;
}

/** "3–5 days", "3, 4 or 5 days": what is named once counts for all of the row. */
function shareMeasures(found: readonly Quantity[], text: string): Quantity[] {
  const shared = [...found];
  for (let index = shared.length - 2; index >= 0; index -= 1) {
    const [own, next] = [shared[index] as Quantity, shared[index + 1] as Quantity];
    if (own.measure !== undefined || next.measure === undefined) continue;
    const between = text.slice(own.at, next.at).replace(/^[\p{N}.,:’' ]+/u, '');
    if (/^\s*(?:[-–—~〜～,、/]|to|or|and|a|o|y|bis|oder|und|à|ou|et|e|до|или|и|إلى|الى|أو|او|و|到|至|或|和|から|か)?\s*$/u.test(between))
      shared[index] = { ...own, measure: next.measure };
  }
  return shared;
}
