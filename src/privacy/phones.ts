import type { Run } from './digit-runs.ts';
import type { Found } from './found.ts';
import { type CuePlace, cueBefore } from './number-cues.ts';
import type { View } from './view.ts';

/** Digits after the country code, least and most, of the countries that most visitors come from (ITU-T E.164). */
const national: Readonly<Record<string, readonly [number, number]>> = {
  1: [10, 10],
  7: [10, 10],
  20: [8, 10],
  27: [9, 9],
  30: [10, 10],
  31: [9, 9],
  32: [8, 9],
  33: [9, 9],
  34: [9, 9],
  39: [8, 11],
  41: [9, 9],
  43: [7, 12],
  44: [9, 10],
  49: [6, 11],
  52: [10, 11],
  54: [10, 11],
  55: [10, 11],
  61: [9, 9],
  81: [9, 10],
  82: [8, 10],
  86: [10, 11],
  91: [10, 10],
  351: [9, 9],
  852: [8, 8],
  886: [8, 9],
  966: [8, 9],
  971: [8, 9],
};
const otherNational: readonly [number, number] = [6, 12];

/** Numbers as they are grouped in the main markets, `-` for whatever stands between the groups. */
const grouped = new RegExp(
  `^(?:${[
    '(?:1-)?[2-9]\\d\\d-[2-9]\\d\\d-\\d{4}', // North America
    '0\\d{1,5}(?:-\\d{2,8}){1,5}', // with the trunk prefix 0: most of Europe, Japan, the Arab countries, landlines of China
    '1[3-9]\\d-\\d{4}-\\d{4}|400-\\d{3}-\\d{4}', // China
    '[679]\\d\\d(?:-\\d{3}){2}|[6789]\\d\\d(?:-\\d\\d){3}|9\\d-\\d{3}-\\d\\d-\\d\\d|2\\d\\d-\\d{3}-\\d{3}', // Spain, Portugal
    '\\d\\d-9?\\d{4}-\\d{4}', // Brazil
    '[78]-\\d{3,4}-\\d{2,3}-\\d\\d-\\d\\d|8-\\d{3}-\\d{3}-\\d{4}|[3489]\\d\\d-\\d{3}-\\d\\d-\\d\\d', // Russia
  ].join('|')})$`,
);
/** Mobile numbers that are written without groups. */
const bare = /^(?:1[3-9]\d{9}|0[789]0\d{8}|07\d{9}|0[67]\d{8}|05\d{8}|01[0125]\d{8}|[78]9\d{9}|01[567]\d{8,9})$/;
const mostGroups = 9;
const currency = /[$€£¥₽﷼]|\b(?:usd|eur|gbp|rub|cny|jpy|sar|aed|brl|euros?|reais|руб)/i;

/** Telephone numbers, international or as they are written at home; not dates, prices, orders, parcels, serials. */
export function findPhones(view: View, chains: readonly (readonly Run[])[], cues: readonly CuePlace[]): Found[] {
  return chains.flatMap((chain) => phonesInChain(view, chain, cues));
}

function phonesInChain(view: View, whole: readonly Run[], cues: readonly CuePlace[]): Found[] {
  const found: Found[] = [];
  for (const chain of split(view.text, whole)) {
    let first = 0;
    while (first < chain.length) {
      const phone = phoneAt(view, chain, first, cues);
      if (phone !== undefined) found.push({ type: 'phone', start: phone.start, end: phone.end });
      first = phone?.next ?? first + 1;
    }
  }
  return found;
}

/** Only spaces, dashes, dots, slashes and parentheses stand within a telephone number, and a plus only before it. */
function split(text: string, chain: readonly Run[]): Run[][] {
  const parts: Run[][] = [];
  chain.forEach((run, place) => {
    const before = chain[place - 1];
    if (before !== undefined && isWithin(text, before.end, run.start)) parts.at(-1)?.push(run);
    else parts.push([run]);
  });
  return parts;
}

function isWithin(text: string, from: number, to: number): boolean {
  if (to - from > 4) return false;
  for (let position = from; position < to; position += 1) if (!' ()-./'.includes(text[position] as string)) return false;
  return true;
}

interface Phone extends Run {
  /** The group to go on from. */
  readonly next: number;
}

function phoneAt(view: View, chain: readonly Run[], first: number, cues: readonly CuePlace[]): Phone | undefined {
  const { text } = view;
  const run = chain[first] as Run;
  const opened = text[run.start - 1] === '(' ? 1 : 0;
  const before = text.slice(Math.max(0, run.start - 3), run.start);
  if (
    before.length > opened &&
    !/\d $/.test(before) &&
    /[\p{Script=Latin}\d#_]$|[\p{Script=Latin}\d][-/.,:]$|№ ?$/u.test(before.slice(0, before.length - opened))
  )
    return undefined;
  const plus = before.includes('+') ? /\+\(?$/.exec(before) : null;
  if (plus !== null) return international(text, chain, first, run.start - plus[0].length, '');
  const isInternational = text.startsWith('00', run.start) && /[1-9]/.test(text[run.start + 2] ?? '');
  const phone = isInternational ? international(text, chain, first, run.start - opened, '00') : undefined;
  return phone ?? nationalAt(view, chain, first, opened, cues);
}

/** As many groups as the country's numbers have digits; "(0)" after the country code is none of them. */
function international(text: string, chain: readonly Run[], first: number, start: number, prefix: string): Phone | undefined {
  let number = '';
  let last: number | undefined;
  for (let place = first; place < Math.min(chain.length, first + mostGroups); place += 1) {
    const run = chain[place] as Run;
    const group = text.slice(run.start, run.end);
    if (place === first) number = group.slice(prefix.length);
    else if (group !== '0' || text[run.start - 1] !== '(') number += group;
    if (number.length > 15 || !/^[1-9]/.test(number)) break;
    const code = codeOf(number);
    const [least, most] = national[code] ?? otherNational;
    if (number.length - code.length >= least && number.length - code.length <= most) last = place;
  }
  if (last === undefined) return undefined;
  const end = (chain[last] as Run).end;
  return touches(text, end) ? undefined : { start, end, next: last + 1 };
}

function codeOf(number: string): string {
  for (let length = 1; length <= 3; length += 1) if (number.slice(0, length) in national) return number.slice(0, length);
  return number.slice(0, 2);
}

function nationalAt(view: View, chain: readonly Run[], first: number, opened: number, cues: readonly CuePlace[]): Phone | undefined {
  const { text } = view;
  const start = (chain[first] as Run).start - opened;
  const cue = cueBefore(view, cues, start)?.cue;
  // A single digit only starts a number as the trunk prefix of North America or Russia.
  if (cue === undefined && (chain[first] as Run).end - start === 1 && !'178'.includes(text[start] as string)) return undefined;
  const ends = windows(chain, first);
  if (ends.length === 0) return undefined;
  if (cue === 'thing' || cue === 'id' || cue === 'card') return undefined;
  for (const { last, length } of ends) {
    const end = (chain[last] as Run).end;
    const runs = chain.slice(first, last + 1);
    if (!isNational(text, runs, length, cue === 'phone') || touches(text, end) || !hasEvenGaps(text, runs)) continue;
    if (currency.test(text.slice(Math.max(0, start - 4), start)) || currency.test(text.slice(end, end + 5))) return undefined;
    return { start, end, next: last + 1 };
  }
  return undefined;
}

/** Where a number may end that starts with this group, the longest first, and its digits: 7 to 13. */
function windows(chain: readonly Run[], first: number): { last: number; length: number }[] {
  const all: { last: number; length: number }[] = [];
  let length = 0;
  for (let last = first; last < Math.min(chain.length, first + mostGroups); last += 1) {
    const { start, end } = chain[last] as Run;
    length += end - start;
    if (length > 13) break;
    if (length >= 7) all.unshift({ last, length });
  }
  return all;
}

function isNational(text: string, runs: readonly Run[], length: number, hasCue: boolean): boolean {
  const [{ start, end }] = runs as [Run];
  if (runs.length === 1) return hasCue || bare.test(text.slice(start, end));
  if (!hasCue && (length < 9 || length > 12)) return false;
  return (hasCue || grouped.test(runs.map((run) => text.slice(run.start, run.end)).join('-'))) && !isDate(text, runs);
}

/** Ends of sentences and lines of a table stand between numbers, not within. */
function hasEvenGaps(text: string, runs: readonly Run[]): boolean {
  return runs.slice(1).every((run, place) => !/\. |\) ?\(|\/.*\//.test(text.slice((runs[place] as Run).end, run.start)));
}

function isDate(text: string, runs: readonly Run[]): boolean {
  const shown = text.slice((runs[0] as Run).start, (runs.at(-1) as Run).end);
  const isInPairs = runs.length === 5 && runs.every(({ start, end }) => end - start === 2);
  return !isInPairs && /^(?:\d{1,2}([./-])\d{1,2}\1(?:19|20)?\d\d|(?:19|20)\d\d([./-])\d{1,2}\2\d{1,2})(?!\d)/.test(shown);
}

function touches(text: string, end: number): boolean {
  return /^(?:[\p{Script=Latin}\d_]|[-/.,:]\d|-[\p{Script=Latin}])/u.test(text.slice(end, end + 2));
}
