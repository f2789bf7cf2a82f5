import { fill } from '../../../src/answer/phrases/phrases.ts';
import { directionOf, type Locale, languageOf, languages } from '../../../src/language/locale.ts';
import type { DeskFailure } from '../api/desk-failure.ts';
import type { DeskWords } from './desk-words.ts';

/** The first of a member's locales, best first, that the desk speaks; else English. */
export function memberLocale(wanted: readonly Locale[]): Locale {
  const spoken: readonly string[] = languages;
  return wanted.find((each) => spoken.includes(languageOf(each))) ?? 'en';
}

/** How the desk speaks to the member in front of it. */
export class DeskTongue {
  private readonly names: Intl.DisplayNames;

  /** @param locale of the words; figures and times are written for it as well */
  constructor(
    readonly locale: Locale,
    readonly words: DeskWords,
  ) {
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

  /** So many minutes, in the unit that fits. */
  minutes(minutes: number): string {
    if (minutes < 90) return this.amount(minutes, 'minute');
    return minutes < 48 * 60 ? this.amount(Math.round(minutes / 6) / 10, 'hour') : this.amount(Math.round(minutes / 144) / 10, 'day');
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
