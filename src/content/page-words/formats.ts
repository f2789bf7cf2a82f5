import { canonicalLocale, type Locale } from '../../language/locale.ts';

const mostPlaces = 40;

/** Writes figures, dates and places as a locale does. Values that make no sense come back as they are, or empty. */
export class Formats {
  private readonly locale: Locale;

  constructor(locale: Locale) {
    this.locale = canonicalLocale(locale) ?? 'en';
  }

  number(value: number): string {
    return new Intl.NumberFormat(this.locale).format(value);
  }

  /** One amount, or a range; without a currency the figure alone. */
  money(from: number, to: number, currency: string | undefined): string {
    const format = new Intl.NumberFormat(
      this.locale,
      currency === undefined ? { minimumFractionDigits: 2 } : { style: 'currency', currency },
    );
    return range(format, from, to);
  }

  days(from: number, to: number): string {
    return range(new Intl.NumberFormat(this.locale, { style: 'unit', unit: 'day', unitDisplay: 'long' }), from, to);
  }

  /** @param day ISO 8601 */
  date(day: string): string {
    const date = new Date(`${day.slice(0, 10)}T00:00:00Z`);
    return Number.isNaN(date.getTime()) ? day : new Intl.DateTimeFormat(this.locale, { dateStyle: 'long', timeZone: 'UTC' }).format(date);
  }

  /** Names of countries, each by its ISO 3166 code or as written. */
  places(codes: readonly string[]): string[] {
    const names = new Intl.DisplayNames(this.locale, { type: 'region' });
    return codes.map((code) => (/^[A-Z]{2}$/.test(code) ? (names.of(code) ?? code) : code));
  }

  /** Names of currencies. */
  currencies(codes: readonly (string | undefined)[]): string[] {
    const names = new Intl.DisplayNames(this.locale, { type: 'currency' });
    return codes.flatMap((code) => (code === undefined ? [] : (names.of(code) ?? [])));
  }

  /** The days of the week, long and short. */
  weekdays(): string[] {
    // 2024 began on a Monday.
    const days = [1, 2, 3, 4, 5, 6, 7].map((day) => new Date(Date.UTC(2024, 0, day)));
    return (['long', 'short'] as const).flatMap((weekday) => {
      const format = new Intl.DateTimeFormat(this.locale, { weekday, timeZone: 'UTC' });
      return days.map((day) => format.format(day));
    });
  }

  list(items: readonly string[]): string {
    const shown = items.length > mostPlaces ? [...items.slice(0, mostPlaces), `+${this.number(items.length - mostPlaces)}`] : items;
    return new Intl.ListFormat(this.locale).format(shown);
  }

  /** The name of a language, as it stands in the middle of a sentence. */
  language(locale: Locale): string {
    return new Intl.DisplayNames(this.locale, { type: 'language' }).of(locale) ?? locale;
  }
}

function range(format: Intl.NumberFormat, from: number, to: number): string {
  if (from === to) return format.format(to);
  // Browsers before 2023 format single figures only.
  return typeof format.formatRange === 'function' ? format.formatRange(from, to) : `${format.format(from)} – ${format.format(to)}`;
}
