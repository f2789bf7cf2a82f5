import { foldReply, type Tongue, wordPattern } from './reply-text.ts';

/** Numbers that a text stands for, both ends included; a single number has both ends the same. In base units where a unit is named. */
export interface Quantity {
  readonly from: number;
  readonly to: number;
  /** What the unit measures: `time` (base unit: second), `heat` (°C), or the base unit itself ("v", "a"); left out where none is named. */
  readonly measures?: string;
  /** The unit that was named, in base units; 1 where none is. */
  readonly scale: number;
  /** Its zero in base units; left out where that is 0. */
  readonly zero?: number;
}

// Units of time in the nine languages, in seconds; folded.
const times: readonly (readonly [number, RegExp])[] = [
  [1, /^(?:s|secs?|seconds?|segundos?|sekunden?|secondes?|секунд\S*|сек|ثوان\S*|ثانيه|秒)(?!\p{L})/u],
  [60, /^(?:m|mins?|minutes?|minutos?|minuten?|минут\S*|мин|دقائق|دقيقه|分钟?|分)(?!\p{L})/u],
  [3600, /^(?:h|hrs?|hours?|horas?|stunden?|std|heures?|час\S*|ساعات|ساعه|小时|個?时间|時間)(?!\p{L})/u],
  [86400, /^(?:d|days?|dias?|tage?n?|jours?|дн\S*|день|сутки|ايام|يوم|天|日)(?!\p{L})/u],
  [604800, /^(?:wks?|weeks?|semanas?|wochen?|semaines?|недел\S*|اسابيع|اسبوع|周|星期|週間?)(?!\p{L})/u],
  [2592000, /^(?:months?|mes(?:es)?|monate?n?|mois|месяц\S*|اشهر|شهر|شهور|个月|ヶ月|か月)(?!\p{L})/u],
  [31536000, /^(?:yrs?|years?|anos?|jahre?n?|ans?|annees?|лет|год\S*|سنوات|سنه|年)(?!\p{L})/u],
];
// Degrees; folded. Where the scale is not named, the one that is asked for is meant.
const degree = '(?:°|º|deg|degrees?|grad|grados?|degres?|graus?|градус\\S*|درج\\S*)?\\s*';
const celsius = new RegExp(`^${degree}(?:c|celsius|centigrad\\S*|(?:по )?цельси\\S*|مئويه|摄氏|摂氏)(?!\\p{L})`, 'u');
const fahrenheit = new RegExp(`^${degree}(?:f|fahrenheit|(?:по )?фаренгейт\\S*|فهرنهايت|华氏|華氏)(?!\\p{L})`, 'u');
const prefixes: Readonly<Record<string, number>> = { m: 1e-3, k: 1e3 };
/** Units that are written with a thousandth or a thousandfold of themselves. */
const measured = /^([mk])?(v|volts?|a|amps?|w|watts?|wh|ah|hz|bar|ohms?)(?!\p{L})/u;

const number = /(?<![\p{L}\p{N}.])-?\d+(?:[.,]\d+)?/gu;

interface Unit {
  readonly measures: string;
  readonly scale: number;
  readonly zero?: number;
}

function inBase(value: number, unit: Pick<Unit, 'scale' | 'zero'> | undefined): number {
  return value * (unit?.scale ?? 1) + (unit?.zero ?? 0);
}

/** The quantity that a text names, or undefined: "12.6", "more than 5 minutes", "between 5 and 10", "< 3", "an hour and a half". */
export function quantityOf(text: string, tongue: Tongue): Quantity | undefined {
  const folded = inDigits(foldReply(text), tongue);
  const found = Array.from(folded.matchAll(number), (match) => ({
    value: Number(match[0].replace(',', '.')),
    unit: unitAt(folded.slice(match.index + match[0].length).trimStart()),
  }));
  const [first, second] = found;
  if (first === undefined) return undefined;
  // "5 to 10 minutes": the unit stands once for both.
  const unit = first.unit ?? second?.unit;
  const known = { scale: 1, ...unit };
  if (second !== undefined && isSpan(folded)) {
    const ends = [inBase(first.value, unit), inBase(second.value, second.unit ?? unit)].sort((a, b) => a - b);
    return { from: ends[0] as number, to: ends[1] as number, ...known };
  }
  const value = inBase(first.value, unit);
  if (/[<≤]/.test(folded) || wordPattern('less', 'any', tongue).test(folded))
    return { from: Number.NEGATIVE_INFINITY, to: value, ...known };
  if (/[>≥]|\d\s*\+/.test(folded) || wordPattern('more', 'any', tongue).test(folded))
    return { from: value, to: Number.POSITIVE_INFINITY, ...known };
  return { from: value, to: value, ...known };
}

function isSpan(folded: string): boolean {
  return /\d\s*(?:-|–|~|to|or|a|o|bis|oder|und|and|et|ou|y|e|à|до|и|الي|او|و|到|至|或|から|と|~|〜)\s*\d/u.test(
    folded.replace(/(?<=\d)\s*[\p{L}%°]+\s*(?=(?:-|–|to|a|bis|und|and)\s*\d)/u, ' '),
  );
}

function unitAt(after: string): Unit | undefined {
  const time = times.find(([, pattern]) => pattern.test(after));
  if (time !== undefined) return { measures: 'time', scale: time[0] };
  if (celsius.test(after)) return { measures: 'heat', scale: 1 };
  if (fahrenheit.test(after)) return { measures: 'heat', scale: 5 / 9, zero: -160 / 9 };
  const [, prefix, base] = measured.exec(after) ?? [];
  return base === undefined
    ? undefined
    : { measures: base.charAt(0) + (base.charAt(1) === 'h' ? 'h' : ''), scale: prefixes[prefix ?? ''] ?? 1 };
}

/** The first unit that a text names, with a number or without one ("How many minutes …?"). */
export function unitIn(text: string): Unit | undefined {
  for (const word of foldReply(text).split(/[\s,.?？、。]+/u)) {
    const unit = word.length > 1 ? unitAt(word.replace(/^\d+/, '')) : undefined;
    if (unit !== undefined) return unit;
  }
  return undefined;
}

/** A quantity in the unit of another: numbers without a unit are meant in the one that was asked for. */
export function inUnit(told: Quantity, unit: Unit | undefined): Quantity {
  if (unit === undefined || told.measures !== undefined) return told;
  return { from: inBase(told.from, unit), to: inBase(told.to, unit), measures: unit.measures, scale: unit.scale };
}

/** Numbers that are written out become digits. */
function inDigits(text: string, tongue: Tongue): string {
  const { words, language } = tongue;
  const whole = (source: string) =>
    new RegExp(language === 'zh' || language === 'ja' ? source : `(?<!\\p{L})(?:${source})(?!\\p{L})`, 'gu');
  const isWritten = language === 'zh' || language === 'ja';
  // Russian writes a half and its unit in one word, Chinese and Japanese the scale before the degrees.
  let rest = text
    .replace(whole(words.oneAndHalf), ' 1.5 ')
    .replace(/(?<!\p{L})пол-?(?=минут|час|дня|сут|недел|месяц|год)/gu, '0.5 ')
    .replace(/([摄摂华華]氏)\s*(-?\d+(?:[.,]\d+)?)\s*度?/gu, '$2 $1');
  rest = isWritten ? inChineseDigits(rest, words.numbers.split(' ')) : inWesternDigits(rest, words.numbers.split(' '));
  const unitFollows = '(?=\\s*[\\p{L}\\d])';
  if (!isWritten)
    rest = rest.replace(new RegExp(`(?<!\\p{L})(?:${words.single})\\s+(?=\\p{L}+)`, 'gu'), (found, at: number) =>
      singleOf(found, rest, at),
    );
  // "Half an hour", and "2 and a half"; "an hour and a half" has its unit in between.
  rest = rest.replace(
    new RegExp(`(\\d+)(\\s*(?:[\\p{L}]+\\s+)?)(?:${words.andHalf})`, 'gu'),
    (_, value: string, between: string) => `${Number(value) + 0.5}${between}`,
  );
  rest = rest
    .replace(whole(words.quarter), ' 0.25 ')
    .replace(new RegExp(`${whole(words.half).source}${isWritten ? '' : unitFollows}`, 'gu'), ' 0.5 ');
  // "0.5 1 hour" and "0.25 of 1 hour" name the part, not the whole.
  return rest
    .replace(/(0\.25|0\.5)\s+(?:of\s+|d |de |d)?1\s+/gu, '$1 ')
    .replace(/(0\.25|0\.5)\s+(?:of|de|d)(?!\p{L})\s*/gu, '$1 ')
    .replace(/ +/g, ' ');
}

/** "An hour" is one hour, "a light" is not counted. */
function singleOf(found: string, text: string, at: number): string {
  return unitAt(text.slice(at + found.length)) === undefined ? found : '1 ';
}

function inWesternDigits(text: string, words: readonly string[]): string {
  const numberOf = (word: string): number | undefined => {
    const place = words.indexOf(word);
    return place < 0 ? undefined : place <= 20 ? place : (place - 18) * 10;
  };
  return text.replace(/\p{L}+(?:[ -]\p{L}+)?/gu, (pair) => {
    const [one = '', two] = pair.split(/[ -]/);
    const first = numberOf(one);
    const second = two === undefined ? undefined : numberOf(two);
    // "One" and "a" are seldom counted.
    const shown = (word: string, value: number | undefined) => (value === undefined || value === 1 ? word : String(value));
    if (first !== undefined && second !== undefined && first >= 20 && first % 10 === 0 && second < 20 && second > 0)
      return String(first + second);
    return two === undefined ? shown(one, first) : `${shown(one, first)} ${shown(two, second)}`;
  });
}

function inChineseDigits(text: string, words: readonly string[]): string {
  const digit = (word: string) => Math.max(0, words.indexOf(word === '两' ? '二' : word));
  return text.replace(
    /([一二三四五六七八九])?十([一二三四五六七八九])?|[一二三四五六七八九零两](?=[一二三四五六七八九]?(?:个|次|下|秒|分|小时|时間|時間|天|日|年|周|週|月|回|つ|本|伏|度|格|声|ミリ|と|か))/gu,
    (word, tens: string | undefined, ones: string | undefined) =>
      word.includes('十')
        ? String((tens === undefined ? 1 : digit(tens)) * 10 + (ones === undefined ? 0 : digit(ones)))
        : `${digit(word)} `,
  );
}

/** How much of what a reply names lies within an option's range, 0 to 1. */
export function fitOf(reply: Quantity, option: Pick<Quantity, 'from' | 'to'>): number {
  if (reply.from === reply.to) return reply.from >= option.from && reply.from <= option.to ? 1 : 0;
  if (reply.to <= option.from || reply.from >= option.to) return 0;
  return reply.from >= option.from && reply.to <= option.to ? 1 : 0.5;
}
