import { foldReply } from '../../guide/reply-text.ts';
import { speltNumbers } from '../../guide/spelt-numbers.ts';
import { type JourneyTongue, wordsPattern } from '../journey-tongue.ts';

/** Days, ISO 8601, both included; the same one twice where just one day is meant. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** Which of several possible days is meant: orders lie behind, deliveries ahead. */
export type Towards = 'past' | 'future';

const oneDay = 86_400_000;

/**
 * The day or days that a text names in a language: dates in the language's own order, months, weekdays, "two weeks ago",
 * "last month", "from … to …". Undefined where it names none.
 * @param now ISO 8601; its first ten characters are today
 */
export function readPeriod(text: string, now: string, tongue: JourneyTongue, towards: Towards = 'past'): Period | undefined {
  const folded = digitsFor(foldReply(text), tongue);
  const today = dayOf(now.slice(0, 10));
  if (today === undefined) return undefined;
  const clock: Clock = { today, tongue, towards };
  const found = namedDays(folded, clock);
  const [first, second] = found.periods;
  if (first !== undefined) {
    if (second === undefined) return shown(first);
    return shown({ from: Math.min(first.from, second.from), to: Math.max(first.to, second.to) });
  }
  const relative = relativeDays(folded, clock);
  return relative && shown(relative);
}

interface Clock {
  /** Days since 1970. */
  readonly today: number;
  readonly tongue: JourneyTongue;
  readonly towards: Towards;
}

interface Days {
  readonly from: number;
  readonly to: number;
}

function shown({ from, to }: Days): Period {
  const iso = (day: number) => new Date(day * oneDay).toISOString().slice(0, 10);
  return { from: iso(from), to: iso(to) };
}

function dayOf(iso: string): number | undefined {
  const time = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== iso ? undefined : time / oneDay;
}

/** Days since 1970 of a day of the calendar, or undefined where there is none such. */
function dayAt(year: number, month: number, day: number): number | undefined {
  const full = year < 100 ? 2000 + year : year;
  if (full < 1970 || full > 2200) return undefined;
  return dayOf(`${full}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
}

const asian = '一二三四五六七八九十';

/**
 * Numbers that are written out become digits.
 * @param least smaller ones are left as they are: "one" is seldom counted
 */
export function digitsFor(text: string, tongue: JourneyTongue, least = 2): string {
  if (tongue.language === 'zh' || tongue.language === 'ja')
    return text.replace(/[一二三四五六七八九十两兩]+/gu, (word) => String(asianNumber(word.replace(/[两兩]/gu, '二'))));
  return speltNumbers(tongue.replies.words).reduce(
    (rest, { value, spelt }) => (value < least ? rest : rest.replace(new RegExp(wordsPattern(spelt, tongue).source, 'gu'), String(value))),
    text,
  );
}

function asianNumber(word: string): number {
  const [tens, ones] = word.split('十');
  const digit = (sign: string | undefined) => asian.indexOf(sign ?? '') + 1;
  if (ones === undefined) return Number([...word].map((sign) => digit(sign) % 10).join(''));
  return (tens === '' ? 1 : digit(tens)) * 10 + (ones === '' ? 0 : digit(ones));
}

const gap = '(?<![\\p{N}.,/-])';

/** Dates with digits, and months by name. */
function namedDays(text: string, clock: Clock): { readonly periods: Days[] } {
  const periods: { at: number; days: Days }[] = [];
  let rest = text;
  const take = (pattern: RegExp, read: (parts: Readonly<Record<string, string | undefined>>) => Days | undefined) => {
    rest = rest.replace(pattern, (whole: string, ...more: unknown[]) => {
      const days = read((more.at(-1) ?? {}) as Record<string, string>);
      if (days === undefined) return whole;
      periods.push({ at: more.at(-3) as number, days });
      return '\u0000'.repeat(whole.length);
    });
  };
  const single = (day: number | undefined) => (day === undefined ? undefined : { from: day, to: day });
  take(new RegExp(`${gap}(?<y>\\d{4})[-/.](?<m>\\d{1,2})[-/.](?<d>\\d{1,2})(?!\\p{N})`, 'gu'), ({ y, m, d }) =>
    single(dayAt(Number(y), Number(m), Number(d))),
  );
  take(/(?:(?<y>\d{4}) ?年 ?)?(?<m>\d{1,2}) ?月 ?(?<d>\d{1,2}) ?[日号號]?/gu, ({ y, m, d }) =>
    single(dated(y, Number(m), Number(d), clock)),
  );
  take(/(?:(?<y>\d{4}) ?年 ?)?(?<![\p{N}个個ヶか])(?<m>\d{1,2}) ?月(?!間)/gu, ({ y, m }) => monthDays(y, Number(m), clock));
  take(new RegExp(`${gap}(?<a>\\d{1,2})[./-](?<b>\\d{1,2})(?:[./-](?<y>\\d{4}|\\d{2}))?(?![\\p{N}%])`, 'gu'), ({ a, b, y }) => {
    const [m, d] =
      isMonthFirst(clock.tongue.locale) === Number(a) <= 12 && (Number(b) > 12 || isMonthFirst(clock.tongue.locale))
        ? [Number(a), Number(b)]
        : [Number(b), Number(a)];
    return single(dated(y, m, d, clock));
  });
  const months = monthNames(clock.tongue.locale);
  const names = [...months.keys()].sort((a, b) => b.length - a.length).join('|');
  if (names !== '') {
    const end = '(?:st|nd|rd|th|er|º|o|\\.|-?го|-?е)?';
    const link = '(?: (?:de|of|del|le|the))?';
    const month = `(?<name>${names})(?![\\p{L}])\\.?`;
    const year = `(?:,? ?(?:de |del )?(?<y>\\d{4}))?`;
    take(new RegExp(`${gap}(?<d>\\d{1,2})${end}${link} ${month}${year}`, 'gu'), ({ d, name, y }) =>
      single(dated(y, months.get(name ?? '') ?? 0, Number(d), clock)),
    );
    take(new RegExp(`(?<!\\p{L})${month}${link} (?<d>\\d{1,2})${end}(?!\\p{N})${year}`, 'gu'), ({ d, name, y }) =>
      single(dated(y, months.get(name ?? '') ?? 0, Number(d), clock)),
    );
    // "May" and "mar" alone are words too.
    take(new RegExp(`(?<!\\p{L})${month}${year}`, 'gu'), ({ name, y }) =>
      y === undefined &&
      ((name ?? '').length < 4 || name === 'march') &&
      !new RegExp(`(?:in|en|im|em|au|в|last|since) ${name}`, 'u').test(text)
        ? undefined
        : monthDays(y, months.get(name ?? '') ?? 0, clock),
    );
  }
  return { periods: periods.sort((a, b) => a.at - b.at).map(({ days }) => days) };
}

/** The year that is meant where none is told: the nearest one on the side that things lie on. */
function dated(year: string | undefined, month: number, day: number, { today, towards }: Clock): number | undefined {
  if (year !== undefined) return dayAt(Number(year), month, day);
  const own = new Date(today * oneDay).getUTCFullYear();
  const here = dayAt(own, month, day);
  if (here === undefined) return undefined;
  if (towards === 'past') return here > today ? dayAt(own - 1, month, day) : here;
  return here < today ? dayAt(own + 1, month, day) : here;
}

function monthDays(year: string | undefined, month: number, { today, towards }: Clock): Days | undefined {
  if (month < 1 || month > 12) return undefined;
  const now = new Date(today * oneDay);
  const own = now.getUTCFullYear();
  const current = now.getUTCMonth() + 1;
  const meant = year !== undefined ? Number(year) : towards === 'past' ? own - Number(month > current) : own + Number(month < current);
  const from = dayAt(meant, month, 1);
  return from === undefined ? undefined : { from, to: endOfMonth(meant, month) };
}

function endOfMonth(year: number, month: number): number {
  return Date.UTC(year, month, 0) / oneDay;
}

const monthOrders = new Map<string, boolean>();

/** Whether a locale writes 11/3 for the third of November. */
function isMonthFirst(locale: string): boolean {
  let isFirst = monthOrders.get(locale);
  if (isFirst === undefined) {
    const parts = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'numeric' }).formatToParts(0);
    isFirst = parts.find(({ type }) => type === 'day' || type === 'month')?.type === 'month';
    monthOrders.set(locale, isFirst);
  }
  return isFirst;
}

const knownNames = new Map<string, Map<string, number>>();

/** A locale's names of months by their folded forms, by themselves and in dates; 1 to 12. */
function monthNames(locale: string): Map<string, number> {
  return namesOf(`${locale} month`, 12, (index, style) => {
    const date = Date.UTC(2026, index, 15);
    const alone = new Intl.DateTimeFormat(locale, { month: style, timeZone: 'UTC', calendar: 'gregory' }).format(date);
    const parts = new Intl.DateTimeFormat(locale, { day: 'numeric', month: style, timeZone: 'UTC', calendar: 'gregory' }).formatToParts(
      date,
    );
    return [alone, parts.find(({ type }) => type === 'month')?.value ?? alone];
  });
}

/** Names of weekdays; 1 (Monday) to 7. */
function weekdayNames(locale: string): Map<string, number> {
  return namesOf(`${locale} weekday`, 7, (index, style) => {
    const date = Date.UTC(2026, 5, 1 + index);
    const name = new Intl.DateTimeFormat(locale, { weekday: style, timeZone: 'UTC' }).format(date);
    // "пятницу", "пятницы": the name's last letter changes with the case.
    return /[ая]$/u.test(name) ? [name, name.replace(/.$/u, 'у'), name.replace(/.$/u, 'ы')] : [name, name.replace(/[- ]feira$/u, '')];
  });
}

function namesOf(key: string, count: number, namesAt: (index: number, style: 'long' | 'short') => string[]): Map<string, number> {
  let names = knownNames.get(key);
  if (names === undefined) {
    names = new Map();
    for (const style of ['long', 'short'] as const)
      for (let index = 0; index < count; index += 1)
        for (const name of namesAt(index, style)) {
          const folded = foldReply(name).replace(/\.$/, '');
          // Short ones such as "so" are words; digits are no names.
          if (folded.length >= 3 && !/\p{N}/u.test(folded) && !names.has(folded)) names.set(folded, index + 1);
        }
    if (key.startsWith('zh'))
      [...'一二三四五六日'].forEach((sign, index) => {
        for (const word of ['周', '星期', '礼拜']) names?.set(`${word}${sign === '日' ? sign : index + 1}`, index + 1);
      });
    knownNames.set(key, names);
  }
  return names;
}

type Unit = 'day' | 'week' | 'month' | 'year';
const units: readonly Unit[] = ['day', 'week', 'month', 'year'];

/** "Yesterday", "last month", "two weeks ago", "on Friday". */
function relativeDays(text: string, clock: Clock): Days | undefined {
  const { tongue, today, towards } = clock;
  const { words } = tongue;
  const has = (source: string) => wordsPattern(source, tongue).test(text);
  const single = (day: number): Days => ({ from: day, to: day });
  const counted = countedDays(text, clock);
  if (counted !== undefined) return counted;
  if (has(words.dayBefore)) return single(today - 2);
  if (has(words.yesterday)) return single(today - 1);
  if (has(words.tomorrow)) return single(today + 1);
  const joint = '\\s*(?:de |del |la |le |el |den |die |das |der |dem |al|ال)?\\s*';
  for (const unit of ['week', 'month', 'year'] as const) {
    const near = (source: string) => has(`(?:${source})${joint}(?:${words[unit]})|(?:${words[unit]})${joint}(?:${source})`);
    if (near(words.last)) return unitDays(today, unit, -1);
    if (near(words.next)) return unitDays(today, unit, 1);
    if (near(words.current)) return unitDays(today, unit, 0);
  }
  const names = weekdayNames(tongue.locale);
  const name = [...names.keys()].sort((a, b) => b.length - a.length).find((each) => has(each));
  if (name !== undefined) {
    const weekday = (new Date(today * oneDay).getUTCDay() + 6) % 7;
    const ahead = ((names.get(name) ?? 1) - 1 - weekday + 7) % 7;
    const isAhead = has(words.next) || (towards === 'future' && !has(words.last));
    return single(isAhead ? today + (ahead === 0 ? 7 : ahead) : today + (ahead === 0 ? -7 : ahead - 7));
  }
  return has(words.today) ? single(today) : undefined;
}

/** "Two weeks ago", "in three days": of weeks and more roughly, half a unit to each side; a day to come is named, not remembered. */
function countedDays(text: string, { tongue, today, towards }: Clock): Days | undefined {
  const { words } = tongue;
  for (const [source, sign] of [
    [words.ago, -1],
    [words.ahead, 1],
  ] as const) {
    for (const unit of units) {
      const amount = `(?:(?<count#>\\d{1,3})|(?:${words.one})) ?(?:${words[unit]})`;
      const alternatives = source.split('|').map((each, index) => each.replace('#', amount.replace('#', String(index))));
      const match = wordsPattern(alternatives.join('|'), tongue).exec(text);
      if (match === null) continue;
      const count = Number(Object.values(match.groups ?? {}).find((each) => each !== undefined) ?? 1);
      const length = { day: 1, week: 7, month: 30, year: 365 }[unit];
      const slack = unit === 'day' || (towards === 'future' && sign > 0) ? 0 : Math.floor(length / 2);
      const middle = today + sign * count * length;
      return { from: middle - slack, to: sign < 0 ? Math.min(today, middle + slack) : middle + slack };
    }
  }
  return undefined;
}

/** The week (from Monday), month or year that lies so many of them from today's. */
function unitDays(today: number, unit: Exclude<Unit, 'day'>, offset: number): Days {
  const date = new Date(today * oneDay);
  if (unit === 'week') {
    const monday = today - ((date.getUTCDay() + 6) % 7) + 7 * offset;
    return { from: monday, to: monday + 6 };
  }
  const year = date.getUTCFullYear() + (unit === 'year' ? offset : 0);
  if (unit === 'year') return { from: Date.UTC(year, 0, 1) / oneDay, to: Date.UTC(year, 11, 31) / oneDay };
  const month = date.getUTCMonth() + offset;
  return { from: Date.UTC(year, month, 1) / oneDay, to: Date.UTC(year, month + 1, 0) / oneDay };
}
