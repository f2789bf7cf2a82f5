import type { Tongue } from './reply-text.ts';
import type { ReplyWords } from './reply-words.ts';
import { speltNumbers } from './spelt-numbers.ts';
import { unitAt } from './units.ts';

const converted = new WeakMap<Tongue, Map<string, string>>();

/**
 * Numbers that a folded text writes out become digits: "two and a half hours" is "2.5 hours", "三百多" is "300". Labels and
 * questions are read with every reply, so what was made is kept.
 */
export function inDigits(text: string, tongue: Tongue): string {
  const known = converted.get(tongue) ?? new Map<string, string>();
  converted.set(tongue, known);
  let digits = known.get(text);
  if (digits === undefined) {
    const isWritten = tongue.language === 'zh' || tongue.language === 'ja';
    digits = isWritten ? inChineseDigits(text, tongue.words) : inSpokenDigits(text, tongue);
    if (known.size > 2000) known.clear();
    known.set(text, digits);
  }
  return digits;
}

interface NumberWords {
  readonly values: readonly { readonly pattern: RegExp; readonly value: number }[];
  readonly run: RegExp;
  readonly word: RegExp;
  /** A word that is put together of number words only, where the language writes them as one. */
  readonly compound: RegExp;
}

const read = new WeakMap<ReplyWords, NumberWords>();

function numberWords(words: ReplyWords): NumberWords {
  let known = read.get(words);
  if (known === undefined) {
    const entries = speltNumbers(words);
    const any = entries
      .flatMap(({ spelt }) => spelt.split('|'))
      .sort((a, b) => b.length - a.length)
      .join('|');
    const joint = `(?:\\s+|\\s+(?:${words.numberJoint})\\s+)`;
    known = {
      values: entries.map(({ value, spelt }) => ({ value, pattern: new RegExp(`^(?:${spelt})$`, 'u') })),
      run: new RegExp(`(?<!\\p{L})(?:${any})(?:${joint}(?:${any}))*(?!\\p{L})`, 'gu'),
      word: new RegExp(`(?<!\\p{L})(?:${any})(?!\\p{L})`, 'gu'),
      compound: new RegExp(
        `(?<!\\p{L})(?:(?:${any}|${words.numberJoint}|${words.numberEnd})(?=\\p{L}))+(?:${any}|${words.numberEnd})(?!\\p{L})`,
        'gu',
      ),
    };
    read.set(words, known);
  }
  return known;
}

function inSpokenDigits(text: string, tongue: Tongue): string {
  const { words, language } = tongue;
  const table = numberWords(words);
  const pieces = new RegExp(
    `${words.numberEnd}|${table.word.source.replace('(?<!\\p{L})', '').replace('(?!\\p{L})', '')}|${words.numberJoint}`,
    'gu',
  );
  const isDecimal = new RegExp(`^(?:${words.decimalPoint})(?!\\p{L})`, 'u');
  const isReversed = language === 'de' || language === 'ar';
  let rest = text.replace(new RegExp(`(?<!\\p{L})(?:${words.oneAndHalf})(?!\\p{L})`, 'gu'), ' 1.5 ');
  if (isReversed) rest = rest.replace(table.compound, (word) => (isNumber(word, table) ? word : (word.match(pieces) ?? [word]).join(' ')));
  if (words.duals !== undefined) rest = withDuals(rest, words.duals);
  rest = rest
    .replace(table.run, (run, at: number) => {
      const digits = readRun(run, table, isReversed);
      const after = rest.slice(at + run.length).trimStart();
      // "One" is seldom counted.
      const isCounted = digits !== '1' || rest.trim() === run || unitAt(after, tongue) !== undefined || isDecimal.test(after);
      return isCounted ? digits : run;
    })
    .replace(new RegExp(`(?<!\\p{L})(?:${words.single})\\s+(?=\\p{L}+)`, 'gu'), (found, at: number) =>
      unitAt(rest.slice(at + found.length), tongue) === undefined ? found : '1 ',
    );
  // "Миллиметров пять": about five of them.
  if (language === 'ru')
    rest = rest.replace(/(\p{L}{2,})\s+(\d+)(?=\s*$|\s*[,.])/gu, (found, word: string, value: string) =>
      unitAt(word, tongue) === undefined ? found : `${value} ${word}`,
    );
  // A language without articles says "week" for one week.
  if ((language === 'ru' || language === 'ar') && !/\d/.test(rest)) rest = withBareUnit(rest, tongue);
  return withParts(rest, words);
}

function isNumber(word: string, { values }: NumberWords): boolean {
  return values.some(({ pattern }) => pattern.test(word));
}

/** A run of number words as digits; what does not add up stays several numbers. */
function readRun(run: string, { values, word }: NumberWords, isReversed: boolean): string {
  let shown = '';
  let current: number | undefined;
  let end = 0;
  for (const match of run.matchAll(word)) {
    const value = values.find(({ pattern }) => pattern.test(match[0]))?.value as number;
    const between = run.slice(end, match.index);
    const sum = current === undefined ? undefined : joined(current, value, isReversed && /\S/.test(between));
    if (sum === undefined) {
      shown += current === undefined ? '' : `${current}${between}`;
      current = value;
    } else current = sum;
    end = match.index + match[0].length;
  }
  return `${shown}${current}`;
}

/** Two parts of one number added or multiplied, or undefined where they are two numbers. */
function joined(sum: number, next: number, isReversed: boolean): number | undefined {
  if (next === 1000 && sum < 1000) return sum * next;
  if (next === 100 && sum > 1 && sum < 10) return sum * next;
  const low = sum % 100;
  if (low === 0 && sum >= 100 && next < (sum % 1000 === 0 ? 1000 : 100)) return sum + next;
  if (low >= 20 && low % 10 === 0 && next < 10 && next > 0) return sum + next;
  // "Soixante-dix", "quatre-vingt-dix".
  if ((low === 60 || low === 80) && next >= 10 && next < 20) return sum + next;
  return isReversed && low > 0 && low < 10 && next >= 20 && next % 10 === 0 && next < 100 ? sum + next : undefined;
}

/** "سنتين" is two years. */
function withDuals(text: string, duals: string): string {
  return duals.split(' ').reduce((rest, pair) => {
    const [stem, single] = pair.split('/');
    return rest.replace(new RegExp(`(?<!\\p{L})${stem}(?:ين|ان)(?!\\p{L})`, 'gu'), `2 ${single}`);
  }, text);
}

function withBareUnit(text: string, tongue: Tongue): string {
  const at = Array.from(text.matchAll(/[\p{L}\p{M}]{2,}/gu)).find(
    ({ 0: word }) => unitAt(word, tongue) !== undefined || (word.startsWith('пол') && unitAt(word.slice(3), tongue) !== undefined),
  );
  if (at === undefined) return text;
  const isHalf = unitAt(at[0], tongue) === undefined;
  return `${text.slice(0, at.index)}${isHalf ? '0.5 ' : '1 '}${text.slice(at.index + (isHalf ? 3 : 0))}`;
}

/** Halves, quarters, decimals and what is below zero. */
function withParts(text: string, words: ReplyWords): string {
  const whole = (source: string) => `(?<!\\p{L})(?:${source})(?!\\p{L})`;
  return (
    text
      .replace(new RegExp(`(\\d+)\\s+(?:${words.decimalPoint})\\s+(\\d+)`, 'gu'), '$1.$2')
      .replace(new RegExp(`${whole(words.minus)}\\s+(?=\\d)`, 'gu'), '-')
      // "2 and a half"; "an hour and a half" has its unit in between.
      .replace(
        new RegExp(`(\\d+)(\\s*(?:\\p{L}+\\s+)?)${whole(words.andHalf)}`, 'gu'),
        (_, value: string, between: string) => `${Number(value) + 0.5}${between}`,
      )
      .replace(new RegExp(whole(words.quarter), 'gu'), ' 0.25 ')
      .replace(new RegExp(`${whole(words.half)}(?=\\s*[\\p{L}\\d])`, 'gu'), ' 0.5 ')
      // "0.5 1 hour" and "0.25 of 1 hour" name the part, not the whole.
      .replace(/(0\.25|0\.5)\s+(?:of\s+|d |de |d)?1\s+/gu, '$1 ')
      .replace(/(0\.25|0\.5)\s+(?:of|de|d)(?!\p{L})\s*/gu, '$1 ')
      .replace(/ +/g, ' ')
  );
}

const chineseDigits = '零一二三四五六七八九';
const powers: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10_000 };
const counted =
  '(?:个|個|次|下|秒|分|小时|時間|时|天|日|年|周|週|星期|月|回|つ|本|伏|度|格|声|米|公里|厘米|毫米|兆|ミリ|メートル|リットル|升|公斤|半|点|点|%|号|番|块|页|と|か|名|台|枚|段)';

/** Numerals of Chinese and Japanese, positional ones with 十, 百, 千 and 万; "七八十" names both ends. */
function inChineseDigits(text: string, words: ReplyWords): string {
  const digit = (sign: string) => chineseDigits.indexOf(sign === '两' || sign === '兩' ? '二' : sign);
  // The scale stands before the degrees.
  let rest = text
    .replace(/([摄摂华華]氏)\s*(-?\d+(?:[.,]\d+)?)\s*度?/gu, '$2 $1')
    .replace(/百分之([零一二三四五六七八九十百]+)/gu, (_, numeral: string) => `${positional(numeral, digit)}%`)
    .replace(/仨/g, '三')
    .replace(/俩/g, '两')
    .replace(/([十百千万])[来來多余餘几幾]/gu, '$1');
  // "七八十", "六七年", "三四百": two neighbours are a span.
  rest = rest.replace(
    new RegExp(`([一二两三四五六七八])([二两三四五六七八九])([十百千万]?)(?=${counted}|$|[^一二三四五六七八九十百千万])`, 'gu'),
    (found, from: string, to: string, power: string) => {
      const [low, high] = [digit(from), digit(to)];
      return high === low + 1 ? `${low * (powers[power] ?? 1)}-${high * (powers[power] ?? 1)}` : found;
    },
  );
  rest = rest.replace(new RegExp(words.oneAndHalf, 'gu'), '1.5');
  rest = rest.replace(/[零一二两兩三四五六七八九]*[十百千万][零一二两兩三四五六七八九十百千]*/gu, (numeral) =>
    String(positional(numeral, digit)),
  );
  rest = rest.replace(new RegExp(`[零一二两兩三四五六七八九](?=\\s*(?:${counted}|$))`, 'gu'), (sign) => `${digit(sign)}`);
  const unit = '(?:个|個)?(?:小时|時間|钟头|年|天|日|周|週間|星期|分钟?|ヶ月|か月|月|公里|米|公斤|升|メートル|リットル)?';
  return rest
    .replace(/百分之\s*(\d+)/gu, '$1%')
    .replace(/(\d+)\s*[点點]\s*(\d+)(?!分)/gu, '$1.$2')
    .replace(new RegExp(`(?:${words.minus})\\s*(?=\\d)`, 'gu'), '-')
    .replace(
      new RegExp(`(\\d+)(\\s*${unit})(?:${words.andHalf})`, 'gu'),
      (_, value: string, between: string) => `${Number(value) + 0.5}${between}`,
    )
    .replace(new RegExp(words.quarter, 'gu'), ' 0.25 ')
    .replace(new RegExp(words.half, 'gu'), ' 0.5 ')
    .replace(/ +/g, ' ');
}

/** "一百二" is 120, "一百零二" 102. */
function positional(numeral: string, digit: (sign: string) => number): number {
  let sum = 0;
  let above = 0;
  let last = 0;
  let scale = 1;
  for (const sign of numeral) {
    const power = powers[sign];
    if (power === undefined) {
      last = digit(sign);
      if (last === 0) scale = 1;
    } else if (power === 10_000) {
      above = (above + sum + last) * power;
      sum = 0;
      last = 0;
      scale = 1000;
    } else {
      sum += (last === 0 ? 1 : last) * power;
      last = 0;
      scale = power / 10;
    }
  }
  return above + sum + last * scale;
}
