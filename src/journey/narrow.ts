import { foldReply } from '../guide/reply-text.ts';
import type { ConditionContext } from '../policy/condition.ts';
import { isMoney } from '../policy/money.ts';
import { type JsonRecord, recordChoice } from './facts.ts';
import type { RecordSource } from './journey.ts';
import type { JourneyTongue } from './journey-tongue.ts';
import { readAmount } from './slots/read-amount.ts';
import { type Choosable, coloursIn, readChoices } from './slots/read-choices.ts';
import { readPeriod } from './slots/read-period.ts';

/**
 * The records that fit what is known of the one that is meant: when it was, its colour, what it was, what it cost. What
 * fits none of them narrows nothing, since memory errs.
 * @param told the visitor's words, oldest first
 */
export function narrowRecords(
  records: readonly JsonRecord[],
  told: readonly string[],
  source: RecordSource,
  tongue: JourneyTongue,
  now: string,
): JsonRecord[] {
  let left = [...records];
  const keep = (test: (record: JsonRecord) => boolean) => {
    const kept = left.filter(test);
    if (kept.length > 0) left = kept;
  };
  for (const words of told) {
    const period = readPeriod(words, now, tongue);
    if (period !== undefined) keep((record) => datesOf(record).some((date) => date >= period.from && date <= period.to));
    const amount = readAmount(words);
    if (amount !== undefined)
      keep((record) =>
        Object.values(record).some(
          // People round: a tenth to each side.
          (value) => isMoney(value) && value.currency === amount.currency && Math.abs(value.minor - amount.minor) * 10 <= amount.minor,
        ),
      );
    const choices = left.map((record) => recordChoice(record, source, tongue.locale));
    const colours = coloursIn(foldReply(words), tongue);
    if (colours.length > 0) keep((_record) => hasColour(choices[left.indexOf(_record)], colours, tongue));
    const named =
      readChoices(
        words,
        left.map((record) => ({ ...recordChoice(record, source, tongue.locale), label: '' })),
        tongue,
      ) ?? [];
    if (named.length > 0 && named.length < left.length) keep((record) => named.includes(String(record[source.key])));
  }
  return left;
}

function datesOf(record: JsonRecord): string[] {
  const { delivery } = record as ConditionContext;
  const nested = typeof delivery === 'object' && delivery !== null && !Array.isArray(delivery) ? Object.values(delivery) : [];
  return [...Object.values(record), ...nested].flatMap((value) =>
    typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value) ? [value.slice(0, 10)] : [],
  );
}

function hasColour(choice: Choosable | undefined, colours: readonly string[], tongue: JourneyTongue): boolean {
  const text = foldReply([choice?.label ?? '', ...(choice?.words ?? [])].join(' '));
  const own = new Set([
    ...coloursIn(text, tongue),
    ...colours.filter((name) => new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, 'u').test(text)),
  ]);
  return colours.some((name) => own.has(name));
}
