import { inDigits } from './number-words.ts';
import { foldReply, type Tongue, wordPattern } from './reply-text.ts';
import { type Unit, unitAt } from './units.ts';

/** Numbers that a text stands for, both ends included; a single number has both ends the same. In base units where a unit is named. */
export interface Quantity {
  readonly from: number;
  readonly to: number;
  /** The unit that was named; left out where none is. */
  readonly unit?: Unit;
}

// Written languages put no space before a number.
const number = /(?<![\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}\p{N}.])-?\d+(?:[.,]\d+)?/gu;

/**
 * The quantity that a text names, or undefined: "12.6", "more than 5 minutes", "between 5 and 10", "< 3", "an hour and a half".
 * @param wanted what is measured, where a unit's sign stands for two
 */
export function quantityOf(text: string, tongue: Tongue, wanted?: string): Quantity | undefined {
  const folded = inDigits(foldReply(text), tongue);
  const found = Array.from(folded.matchAll(number), (match) => ({
    value: Number(match[0].replace(',', '.')),
    unit: unitAt(folded.slice(match.index + match[0].length).trimStart(), tongue, wanted),
  }));
  const [first, second] = found;
  if (first === undefined) return undefined;
  // "5 to 10 minutes": the unit stands once for both.
  const unit = first.unit ?? second?.unit;
  const inBase = (value: number, own = unit) => (own === undefined ? value : value * own.scale + own.offset);
  const known = unit === undefined ? {} : { unit };
  if (second !== undefined && isSpan(folded)) {
    const [from = 0, to = 0] = [inBase(first.value), inBase(second.value, second.unit ?? unit)].sort((a, b) => a - b);
    return { from, to, ...known };
  }
  const value = inBase(first.value);
  if (/[<≤]/.test(folded) || wordPattern('less', 'any', tongue).test(folded))
    return { from: Number.NEGATIVE_INFINITY, to: value, ...known };
  if (/[>≥]|\d\s*\+/.test(folded) || wordPattern('more', 'any', tongue).test(folded))
    return { from: value, to: Number.POSITIVE_INFINITY, ...known };
  return { from: value, to: value, ...known };
}

function isSpan(folded: string): boolean {
  return /\d\s*[\p{L}%°"]{0,12}\s*(?:-|–|~|to|or|a|o|bis|oder|und|and|et|ou|y|e|à|до|и|или|الي|او|و|到|至|或|から|と|~|〜)\s*-?\d/u.test(
    folded,
  );
}

/** A quantity in the unit of another: numbers without a unit are meant in the one that was asked for. */
export function inUnit(told: Quantity, unit: Unit | undefined): Quantity {
  if (unit === undefined || told.unit !== undefined) return told;
  const inBase = (value: number) => value * unit.scale + unit.offset;
  return { from: inBase(told.from), to: inBase(told.to), unit };
}

/** How much of what a reply names lies within an option's range, 0 to 1. */
export function fitOf(reply: Quantity, option: Pick<Quantity, 'from' | 'to'>): number {
  if (reply.from === reply.to) return reply.from >= option.from && reply.from <= option.to ? 1 : 0;
  if (reply.to <= option.from || reply.from >= option.to) return 0;
  return reply.from >= option.from && reply.to <= option.to ? 1 : 0.5;
}
