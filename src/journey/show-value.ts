import { type ConditionContext, type ContextValue, valueAt } from '../policy/condition.ts';
import { formatMoney, isMoney } from '../policy/money.ts';
import type { Address } from './journey.ts';

/** Words with `{path}` in them, filled with what stands there in a locale's own way; what is not known leaves nothing. */
export function fillWords(words: string, facts: ConditionContext, locale: string): string {
  return words
    .replace(/\{([\w.-]+)\}/g, (_, path: string) => showValue(pathValue(path, facts), locale))
    .replace(/\s*\(\s*\)/g, '')
    .replace(/(?: · )+(?=$| · )/g, '')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** Words like those of `fillWords` without the sentences of which no value is known. */
export function fillSentences(words: string, facts: ConditionContext, locale: string): string {
  const sentences = words.match(/(?:\{[^}]*\}|[^{.!?。！？؟])+[.!?。！？؟]*\s*|[{.!?。！？؟]/gu) ?? [];
  const told = sentences.filter((sentence) => {
    const paths = sentence.match(/\{[\w.-]+\}/g) ?? [];
    return paths.length === 0 || paths.some((path) => fillWords(path, facts, locale) !== '');
  });
  return fillWords(told.join(''), facts, locale);
}

/** Like `valueAt`, and through lists: `lines.title` are the titles of all lines. */
function pathValue(path: string, facts: ConditionContext): ContextValue {
  const own = valueAt(path, facts);
  const [first = '', ...rest] = path.split('.');
  if (own !== undefined || rest.length === 0) return own;
  const value = facts[first];
  if (Array.isArray(value))
    return value.map((each) =>
      typeof each === 'object' && each !== null ? pathValue(rest.join('.'), each as ConditionContext) : undefined,
    );
  return typeof value === 'object' && value !== null ? pathValue(rest.join('.'), value as ConditionContext) : undefined;
}

const day = /^\d{4}-\d\d-\d\d$/;
const moment = /^\d{4}-\d\d-\d\dT/;

/** A value as a visitor reads it: money and days by Intl, an address on one line, several things as a list. */
export function showValue(value: ContextValue, locale: string): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'number') return new Intl.NumberFormat(locale).format(value);
  if (typeof value === 'string') return day.test(value) || moment.test(value) ? showDay(value, locale) : value;
  if (typeof value === 'boolean') return value ? '✓' : '✗';
  if (isMoney(value)) return formatMoney(value, locale);
  if (Array.isArray(value)) {
    const shown = value.map((each) => showValue(each, locale)).filter((each) => each !== '');
    return new Intl.ListFormat(locale, { type: 'conjunction', style: 'narrow' }).format(shown);
  }
  const { from, to, street } = value as { from?: ContextValue; to?: ContextValue; street?: ContextValue };
  if (typeof street === 'string') return showAddress(value as unknown as Address, locale);
  if (typeof from === 'string' && typeof to === 'string')
    return from === to ? showDay(from, locale) : `${showDay(from, locale)} – ${showDay(to, locale)}`;
  return '';
}

function showDay(iso: string, locale: string): string {
  const time = Date.parse(day.test(iso) ? `${iso}T00:00:00Z` : iso);
  return Number.isNaN(time) ? iso : new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(time);
}

/** On one line; the country by its name. */
export function showAddress({ name, street, postcode, city, region, country }: Address, locale: string): string {
  const land =
    country === undefined || !/^[A-Z]{2}$/.test(country) ? country : new Intl.DisplayNames(locale, { type: 'region' }).of(country);
  return [name, street, [postcode, city].filter(Boolean).join(' '), region, land]
    .filter((part) => part !== undefined && part !== '')
    .join(', ');
}
