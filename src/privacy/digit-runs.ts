import type { View } from './view.ts';

/** Digits in a row. */
export interface Run {
  readonly start: number;
  readonly end: number;
}

/** What may stand between the groups of one number. */
const separators = new Set(' \t\n\r-./\\,_*·•:|~\'"()#+&=;<>');
const longestGap = 6;

/** Groups of digits with nothing but separators between them, at most `longestGap`; each chain is the longest there is. */
export function digitChains({ text }: View): Run[][] {
  const chains: Run[][] = [];
  let chain: Run[] = [];
  for (let start = 0; start < text.length; start += 1) {
    if (!isDigit(text, start)) continue;
    let end = start + 1;
    while (isDigit(text, end)) end += 1;
    const last = chain.at(-1);
    if (last === undefined || !isGap(text, last.end, start)) {
      chain = [];
      chains.push(chain);
    }
    chain.push({ start, end });
    start = end;
  }
  return chains;
}

function isDigit(text: string, place: number): boolean {
  const code = text.charCodeAt(place);
  return code >= 0x30 && code <= 0x39;
}

function isGap(text: string, from: number, to: number): boolean {
  if (to - from > longestGap) return false;
  for (let position = from; position < to; position += 1) if (!separators.has(text[position] as string)) return false;
  return true;
}

/** Luhn's check (ISO/IEC 7812-1, annex B) over a string of digits. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - place) - 48;
    const doubled = digit * 2;
    sum += place % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** The sum of digits, each times its weight. */
export function weighted(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, place) => sum + weight * (digits.charCodeAt(place) - 48), 0);
}
