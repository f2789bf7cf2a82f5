import { foldReply, says, type Tongue } from './reply-text.ts';

/** Numbers that a text stands for, both ends included; a single number has both ends the same. */
export interface Quantity {
  readonly from: number;
  readonly to: number;
  /** Whether the numbers are seconds, made from a unit of time. */
  readonly isTime: boolean;
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

const number = /(?<![\p{L}\p{N}.])-?\d+(?:[.,]\d+)?/gu;

/** The quantity that a text names, or undefined: "12.6", "more than 5 minutes", "between 5 and 10", "< 3", "ten". */
export function quantityOf(text: string, tongue: Tongue): Quantity | undefined {
  const folded = inDigits(foldReply(text), tongue);
  const found = Array.from(folded.matchAll(number), (match) => amountIn(match[0], folded.slice(match.index + match[0].length).trimStart()));
  const [first, second] = found;
  if (first === undefined) return undefined;
  const isTime = found.some((each) => each.unit !== undefined);
  // "5 to 10 minutes": the unit stands once for both.
  const unit = first.unit ?? second?.unit ?? 1;
  if (
    second !== undefined &&
    /\d\s*(?:-|–|~|to|a|bis|und|and|et|y|e|à|до|и|الي|و|到|至|から|~|〜)\s*\d/u.test(
      folded.replace(/(?<=\d)\s*[\p{L}%°]+\s*(?=(?:-|–|to|a|bis|und|and)\s*\d)/u, ' '),
    )
  ) {
    const ends = [first.value * unit, second.value * (second.unit ?? unit)].sort((a, b) => a - b);
    return { from: ends[0] as number, to: ends[1] as number, isTime };
  }
  const value = first.value * unit;
  if (/[<≤]/.test(folded) || says(folded, 'less', 'any', tongue)) return { from: Number.NEGATIVE_INFINITY, to: value, isTime };
  if (/[>≥]|\d\s*\+/.test(folded) || says(folded, 'more', 'any', tongue)) return { from: value, to: Number.POSITIVE_INFINITY, isTime };
  return { from: value, to: value, isTime };
}

function amountIn(digits: string, after: string): { value: number; unit: number | undefined } {
  return { value: Number(digits.replace(',', '.')), unit: times.find(([, pattern]) => pattern.test(after))?.[0] };
}

/** Small numbers that are written out become digits. */
function inDigits(text: string, tongue: Tongue): string {
  const words = tongue.words.numbers.split(' ');
  if (tongue.language === 'zh' || tongue.language === 'ja')
    return text.replace(
      /十[一二]?|[一二三四五六七八九零两](?=\s*(?:个|次|下|秒|分|小时|時間|天|日|年|周|週|月|回|つ|本|伏|度))/gu,
      (word) => String(Math.max(0, words.indexOf(word === '两' ? '二' : word))),
    );
  return text.replace(/\p{L}+/gu, (word) => {
    const value = words.indexOf(word);
    // "one" and "a" are seldom counted.
    return value < 2 ? word : String(value);
  });
}

/** How much of what a reply names lies within an option's range, 0 to 1. */
export function fitOf(reply: Quantity, option: Quantity): number {
  if (reply.from === reply.to) return reply.from >= option.from && reply.from <= option.to ? 1 : 0;
  if (reply.to <= option.from || reply.from >= option.to) return 0;
  return reply.from >= option.from && reply.to <= option.to ? 1 : 0.5;
}
