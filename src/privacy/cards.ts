import { passesLuhn, type Run } from './digit-runs.ts';
import type { Found } from './found.ts';
import { type CuePlace, cueBefore } from './number-cues.ts';
import type { View } from './view.ts';

/** Issuers' first digits with the lengths of their numbers, as the card schemes publish them. */
const issuers: readonly (readonly [RegExp, readonly number[]])[] = [
  [/^4/, [13, 16, 19]],
  [/^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, [16]],
  [/^3[47]/, [15]],
  [/^(?:30[0-5]|36|38|39)/, [14, 16]],
  [/^35(?:2[89]|[3-8])/, [16, 17, 18, 19]],
  [/^(?:6011|64[4-9]|65|60|508|81|62)/, [16, 17, 18, 19]],
  [/^(?:50|5[6-8]|6)/, [12, 13, 14, 15, 16, 17, 18, 19]],
  [/^220[0-4]/, [16, 17, 18, 19]],
  [/^(?:9792|8600|9860|9682)/, [16]],
];
const shortest = 12;
const longest = 19;
/** Between the groups of a card that is told in words. */
const longestWords = 24;

/** Payment card numbers: a known issuer and length, or sixteen digits, and Luhn's check; whatever stands between the groups. */
export function findCards(view: View, chains: readonly (readonly Run[])[], cues: readonly CuePlace[]): Found[] {
  return [...chains.flatMap((chain) => cardsInChain(view, chain, cues)), ...findSplit(view, chains), ...findLookAlikes(view)];
}

function cardsInChain(view: View, chain: readonly Run[], cues: readonly CuePlace[]): Found[] {
  const found: Found[] = [];
  let first = 0;
  while (first < chain.length) {
    const last = lastOfCard(view, chain, first, cues);
    if (last === undefined) {
      first += 1;
      continue;
    }
    found.push({ type: 'card', start: (chain[first] as Run).start, end: (chain[last] as Run).end });
    first = last + 1;
  }
  return found;
}

/** The group at which a card ends that starts with this one, the longest there is. */
function lastOfCard(view: View, chain: readonly Run[], first: number, cues: readonly CuePlace[]): number | undefined {
  if (first > 0 && !startsLikeCard(view.text, chain, first)) return undefined;
  let best: number | undefined;
  let digits = '';
  for (let last = first; last < chain.length && digits.length <= longest; last += 1) {
    const { start, end } = chain[last] as Run;
    if (end - start > longest) break;
    if (last > first && /[+=]/.test(view.text.slice((chain[last - 1] as Run).end, start))) break;
    digits += view.text.slice(start, end);
    if (digits.length < shortest || digits.length > longest || /^(\d)\1*$/.test(digits)) continue;
    if (passesLuhn(digits) ? isCard(view, chain, first, last, digits, cues) : isMistyped(view, chain, first, last, digits, cues))
      best = last;
  }
  return best;
}

function isCard(view: View, chain: readonly Run[], first: number, last: number, digits: string, cues: readonly CuePlace[]): boolean {
  const cue = cueBefore(view, cues, (chain[first] as Run).start)?.cue;
  const isWhole = first === 0 && isEnd(view, chain, last);
  const isKnown = isKnownIssuer(digits);
  if (cue === 'card') return isKnown || isWhole;
  if (touchesLetter(view.text, (chain[first] as Run).start, (chain[last] as Run).end)) return false;
  // A serial may look like a card of a rare length; "order paid with 3782…" is one all the same.
  if (digits.length !== 16 && (cue === 'id' || (cue === 'thing' && isNamedBy(view, cues, chain, first)))) return false;
  if (digits.length === 13 && passesEan(digits)) return false;
  if (isKnown) return isWhole || isRegular(chain.slice(first, last + 1));
  return digits.length === 16 && isWhole && cue === undefined && isRegular(chain.slice(first, last + 1));
}

/** Whether the word before a number is its name: "order no. 3782…", with nothing but such a word between. */
function isNamedBy(view: View, cues: readonly CuePlace[], chain: readonly Run[], first: number): boolean {
  const { start } = chain[first] as Run;
  const place = cueBefore(view, cues, start);
  return (
    place !== undefined &&
    /^[\s:：#№.,=-]*(?:(?:number|no|nr|num|id|code|n°|nº|номер|رقم|号码?|番号)[\s:：.#=-]*(?:is|ist|est|es|é|は|是)?\s*)?$/iu.test(
      view.text.slice(place.end, start),
    )
  );
}

/** After the word for a card, a number that is one but for a digit still gives the others away. */
function isMistyped(view: View, chain: readonly Run[], first: number, last: number, digits: string, cues: readonly CuePlace[]): boolean {
  if (digits.length !== 16 || !isKnownIssuer(digits) || !isRegular(chain.slice(first, last + 1))) return false;
  return cueBefore(view, cues, (chain[first] as Run).start)?.cue === 'card';
}

/** Within a chain, only a known issuer's first digits start a card. */
function startsLikeCard(text: string, chain: readonly Run[], first: number): boolean {
  let digits = '';
  for (let place = first; place < chain.length && digits.length < 6; place += 1) {
    const { start, end } = chain[place] as Run;
    digits += text.slice(start, Math.min(end, start + 6));
  }
  return issuers.some(([start]) => start.test(digits));
}

function isKnownIssuer(digits: string): boolean {
  return issuers.some(([start, lengths]) => lengths.includes(digits.length) && start.test(digits));
}

/** Whether nothing follows in the chain but the month and year of expiry and a check number. */
function isEnd({ text }: View, chain: readonly Run[], last: number): boolean {
  const rest = chain.slice(last + 1, last + 5).map(({ start, end }) => text.slice(start, end));
  return rest.length === 0 || /^(?:(?:0?[1-9]|1[0-2]) (?:20)?\d\d)?(?: ?\d{3,4})?$/.test(rest.join(' '));
}

/** One group, groups of four, Amex's and Diners' groups, or digits one by one. */
function isRegular(runs: readonly Run[]): boolean {
  const lengths = runs.map(({ start, end }) => end - start);
  const shape = lengths.join('-');
  if (lengths.length === 1 || shape === '4-6-5' || shape === '4-6-4') return true;
  const [size = 0] = lengths;
  return lengths.slice(0, -1).every((length) => length === size) && (lengths.at(-1) ?? 0) <= size;
}

/** Serial and parcel numbers go on in letters. */
function touchesLetter(text: string, start: number, end: number): boolean {
  return /[A-Za-z]/.test(text[start - 1] ?? '') || /[A-Za-z]/.test(text[end] ?? '');
}

/** A barcode's own check digit (GS1 General Specifications, 7.9). */
function passesEan(digits: string): boolean {
  const sum = [...digits].reduce((total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 1 : 3), 0);
  return sum % 10 === 0;
}

/** Groups of four with a few words between them: "4242 4242 and then 4242 4242". */
function findSplit({ text }: View, chains: readonly (readonly Run[])[]): Found[] {
  if (chains.length < 2) return [];
  const found: Found[] = [];
  const runs = chains.flat();
  const isNext = (run: Run | undefined, before: Run) =>
    run !== undefined &&
    run.end - run.start === 4 &&
    run.start - before.end <= longestWords &&
    !/[[\]]/.test(text.slice(before.end, run.start));
  runs.forEach((first, place) => {
    if (first.end - first.start !== 4) return;
    const four = [first];
    while (four.length < 4 && isNext(runs[place + four.length], four.at(-1) as Run)) four.push(runs[place + four.length] as Run);
    const digits = four.map(({ start, end }) => text.slice(start, end)).join('');
    if (four.length === 4 && isKnownIssuer(digits) && passesLuhn(digits)) {
      found.push({ type: 'card', start: first.start, end: (four[3] as Run).end });
    }
  });
  return found;
}

/** Sixteen characters in which a letter or two stand for the digits that they look like. */
function findLookAlikes({ text }: View): Found[] {
  if (!/\d[ -]?[OoОоIl|]|[OoОоIl|][ -]?\d/.test(text)) return [];
  const found: Found[] = [];
  for (const { index, 0: shown } of text.matchAll(/(?<![\p{L}\d])[\dOoОоIl|](?:[ -]?[\dOoОоIl|]){15}(?![\p{L}\d])/gu)) {
    const digits = shown
      .replace(/[ -]/g, '')
      .replace(/[OoОо]/g, '0')
      .replace(/[Il|]/g, '1');
    if (/\d{4}/.test(shown) && isKnownIssuer(digits) && passesLuhn(digits))
      found.push({ type: 'card', start: index, end: index + shown.length });
  }
  return found;
}
