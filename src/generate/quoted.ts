import type { Language } from '../language/locale.ts';
import type { PackedUnit } from '../pack/units-shard.ts';
import { quantitiesOf } from './check/quantities.ts';

const amounts = new Set(['eur', 'usd', 'gbp', 'yen', 'cny', 'brl', '%']);
// Months by name, days and months in figures.
const dates =
  /\p{N}{1,4}[./-]\p{N}{1,2}[./-]\p{N}{1,4}|\p{N}{1,2}\s?月|(?:\p{N}{1,2}\.?|\p{N}{1,2}(?:st|nd|rd|th)?|de|le)\s?(?:of\s)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ene|abr|ago|dic|januar|februar|märz|mai|okt|dez|janv|févr|mars|avr|juin|juil|août|déc|fev|set|out|янв|фев|мар|апр|мая|июн|июл|авг|сен|окт|ноя|дек|يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر)|(?:january|february|march|april|may|june|july|august|september|october|november|december)\s\p{N}/iu;

/** Whether a unit is always shown in its own words: it is about money, safety or the law, or holds under conditions. */
export function isQuotedOnly({ risk, when, limits }: Pick<PackedUnit, 'risk' | 'when' | 'limits'>): boolean {
  return risk !== undefined || when !== undefined || limits !== undefined;
}

/** Whether a sentence states a price, an amount, a share or a date: such a thing is read in the unit, not in a reply. */
export function statesTerms(sentence: string, language: Language): boolean {
  return dates.test(sentence) || quantitiesOf(sentence, language).some(({ measure }) => measure !== undefined && amounts.has(measure));
}
