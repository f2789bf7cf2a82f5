import { fill } from '../../../src/answer/phrases/phrases.ts';
import { directionOf, type Language, type Locale, spokenLanguage } from '../../../src/language/locale.ts';
import type { DeskFailure } from '../api/desk-failure.ts';
import type { DeskWords } from './desk-words.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

const all: Partial<Record<Language, DeskWords>> = { en, zh };

/** How the desk speaks to the member in front of it. */
export class DeskTongue {
  readonly words: DeskWords;
  /** Of the words; figures and times are written for it as well. */
  readonly locale: Locale;
  private readonly names: Intl.DisplayNames;

  /** @param wanted the member's locales, best first */
  constructor(wanted: readonly Locale[]) {
    const [best = 'en', ...others] = wanted;
    const locale = [best, ...others].find((each) => isSpoken(each)) ?? 'en';
    this.locale = locale;
    this.words = all[spokenLanguage(locale)] ?? en;
    this.names = new Intl.DisplayNames(locale, { type: 'language' });
  }

  get direction(): 'ltr' | 'rtl' {
    return directionOf(this.locale);
  }

  /** How long ago, in one unit: "4 min". */
  age(since: string, now = Date.now()): string {
    const minutes = Math.max(0, Math.floor((now - Date.parse(since)) / 60_000));
    if (minutes < 60) return this.amount(minutes, 'minute');
    if (minutes < 48 * 60) return this.amount(Math.floor(minutes / 60), 'hour');
    return this.amount(Math.floor(minutes / 1440), 'day');
  }

  /** The time of the day, with the date where it was another day. */
  time(moment: string, now = new Date()): string {
    const date = new Date(moment);
    const isToday = date.toDateString() === now.toDateString();
    return date.toLocaleString(this.locale, isToday ? { timeStyle: 'short' } : { dateStyle: 'medium', timeStyle: 'short' });
  }

  number(value: number): string {
    return value.toLocaleString(this.locale);
  }

  percent(share: number): string {
    return share.toLocaleString(this.locale, { style: 'percent' });
  }

  money({ minor, currency }: { readonly minor: number; readonly currency: string }): string {
    const format = new Intl.NumberFormat(this.locale, { style: 'currency', currency });
    return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
  }

  /** Name of a language. */
  language(locale: Locale): string {
    return this.names.of(locale) ?? locale;
  }

  /** What went wrong, and what to do. */
  failure(failure: DeskFailure): string {
    const { failures } = this.words;
    if (failure.code === 'slow-down' && failure.retryAfterSeconds !== undefined) {
      const minutes = Math.ceil(failure.retryAfterSeconds / 60);
      return fill(failures.slowDown, { time: this.amount(minutes, 'minute') });
    }
    return failures[failure.code] ?? failures.other;
  }

  private amount(value: number, unit: 'minute' | 'hour' | 'day'): string {
    return value.toLocaleString(this.locale, { style: 'unit', unit, unitDisplay: 'short' });
  }
}

function isSpoken(locale: Locale): boolean {
  return Object.keys(all).some((language) => locale.toLowerCase().split('-', 1)[0] === language);
}
