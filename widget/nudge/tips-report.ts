import { fill } from '../../src/answer/phrases/phrases.ts';
import { type Locale, spokenLanguage } from '../../src/language/locale.ts';
import { holdOut, type Memory } from '../../src/nudge/memory.ts';
import { healthOf, interestsOf } from '../../src/nudge/reading.ts';
import type { TipsReport } from './nudge-port.ts';
import { tipsWords } from './tips-words.ts';

const mostInterests = 5;

/**
 * All that is kept for nudges, in sentences: what was counted, and what was concluded from it.
 * @param off what the button says that turns nudges off
 */
export function tipsReport(memory: Memory | undefined, locale: Locale, off: string): TipsReport {
  const words = tipsWords[spokenLanguage(locale)];
  const isOff = memory?.isOff ?? false;
  const lines = memory === undefined ? [] : linesOf(memory, locale);
  return { title: words.title, lines: lines.length === 0 ? [words.nothing] : lines, isOff, toggle: isOff ? words.on : off };
}

function linesOf(memory: Memory, locale: Locale): string[] {
  const words = tipsWords[spokenLanguage(locale)];
  const number = new Intl.NumberFormat(locale);
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const dates = Object.values(memory.dates).map((on) => date.format(Date.parse(on)));
  const counted = (text: string, count: number) => (count > 0 ? [fill(text, { count: number.format(count) })] : []);
  const now = Date.now();
  const list = new Intl.ListFormat(locale);
  const [because = '', ...sorts] = words.interest.split('|');
  const interests = interestsOf(memory.reading, now)
    // A product and a topic of one name are one thing to the visitor.
    .filter(({ key }, index, all) => all.findIndex((other) => nameOf(other.key) === nameOf(key)) === index)
    .slice(0, mostInterests)
    .map(({ key, interest: { views, searches, questions } }) => {
      const did = sorts.flatMap((sort, index) => counted(sort, [views, searches, questions][index] ?? 0));
      return fill(because, { name: nameOf(key), list: list.format(did) });
    });
  const health = healthOf(memory.reading, now);
  const percent = (share: number) => number.format(Math.round(100 * share));
  return [
    ...counted(words.shown, memory.showings.filter(({ arm }) => arm !== holdOut).length),
    ...counted(words.refused, memory.refused.length),
    ...counted(words.pages, Object.keys(memory.pages).length),
    ...(dates.length === 0 ? [] : [fill(words.dates, { list: list.format(dates) })]),
    ...interests,
    ...(health === undefined
      ? []
      : [
          fill(words.health, {
            score: number.format(health.score),
            days: number.format(memory.reading.days.length),
            outcomes: percent(health.outcomes),
            mood: percent(health.mood),
          }),
        ]),
  ];
}

function nameOf(key: string): string {
  return key.replace(/^\w+:/, '');
}
