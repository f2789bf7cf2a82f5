import { foldReply, says, withoutFiller } from '../../guide/reply-text.ts';
import { type JourneyTongue, wordsPattern } from '../journey-tongue.ts';
import { colourNames } from '../tongues/journey-words.ts';

/** Something that can be chosen, with all words that speak for it. */
export interface Choosable {
  readonly id: string;
  readonly label: string;
  readonly words: readonly string[];
  /** What it is called: who says all of one means it, and nothing else that shares words with it. */
  readonly names?: readonly string[];
}

/**
 * The choices that a reply names: by their words, number, ordinal or colour, "both", "all but the lamp". Empty where it
 * says that it is none of them; undefined where it cannot be told.
 */
export function readChoices(text: string, choices: readonly Choosable[], tongue: JourneyTongue): readonly string[] | undefined {
  const folded = foldReply(text);
  const { words } = tongue;
  if (wordsPattern(words.none, tongue, 'whole').test(folded)) return [];
  const exact = choices.filter(({ label }) => foldReply(label) === folded);
  if (exact.length === 1) return [(exact[0] as Choosable).id];
  const exception = exceptionIn(folded, tongue);
  if (exception !== undefined) {
    const left = named(exception, choices, tongue);
    return left.length === 0 ? undefined : choices.map(({ id }) => id).filter((id) => !left.includes(id));
  }
  const found = named(folded, choices, tongue);
  if (found.length > 0) return found;
  return wordsPattern(words.all, tongue).test(folded) ? choices.map(({ id }) => id) : undefined;
}

/** Most words of a part that may be the name of something; longer ones remark on it. */
const longestName = 3;

/**
 * All choices that a reply names, one by one: "the ear tips and the lamp". Undefined where one of the things that it names
 * is none of the choices, so that nothing is left out unseen.
 */
export function readSeveral(text: string, choices: readonly Choosable[], tongue: JourneyTongue): readonly string[] | undefined {
  const folded = foldReply(text);
  const whole = readChoices(text, choices, tongue);
  const parts = text.split(/[\r\n,，、،;；]+/u).flatMap((part) => foldReply(part).split(joint(tongue)));
  const isOneName = choices.some(({ label }) => foldReply(label) === folded);
  if (parts.length < 2 || isOneName || whole?.length === 0 || exceptionIn(folded, tongue) !== undefined) return whole;
  const chosen = new Set<string>();
  const shared: (readonly string[])[] = [];
  for (const part of parts) {
    const found = named(part, choices, tongue);
    if (found.length === 1) chosen.add(found[0] as string);
    else if (found.length > 1) shared.push(found);
    else if (isNameOfElse(part, tongue)) return undefined;
  }
  // Half of a name that has "and" in it speaks for several, and was meant with the other half.
  for (const found of shared) if (!found.some((id) => chosen.has(id))) for (const id of found) chosen.add(id);
  return chosen.size === 0 ? whole : choices.map(({ id }) => id).filter((id) => chosen.has(id));
}

/** Between two things that are named. */
function joint(tongue: JourneyTongue): RegExp {
  const source = wordsPattern(tongue.words.and, tongue).source;
  // Arabic writes it together with the next word.
  return new RegExp(tongue.language === 'ar' ? `\\s+و\\s*(?=\\p{L}{2})|[+&]|${source}` : `[+&]|${source}`, 'u');
}

/** Whether a part of a reply that names no choice names something all the same. */
function isNameOfElse(part: string, tongue: JourneyTongue): boolean {
  const point = withoutFiller(part, tongue.replies);
  if (wordsPattern(tongue.words.all, tongue).test(point) || says(point, 'filler', 'whole', tongue.replies)) return false;
  const telling = new Set(tongue.tokenize(point, tongue.locale).flatMap(({ word, weight }) => (weight === 1 ? [word] : [])));
  return telling.size > 0 && telling.size <= longestName;
}

/** What follows "all but". */
function exceptionIn(folded: string, tongue: JourneyTongue): string | undefined {
  const { all, except } = tongue.words;
  const found = new RegExp(`(?:${wordsPattern(all, tongue).source}).*?(?:${wordsPattern(except, tongue).source})(.*)$`, 'u').exec(folded);
  return found === null ? undefined : (found[1] ?? '');
}

function named(folded: string, choices: readonly Choosable[], tongue: JourneyTongue): string[] {
  const places = placesIn(folded, choices.length, tongue);
  if (places.length > 0) return places.map((place) => (choices[place] as Choosable).id);
  const said = new Map(tongue.tokenize(folded, tongue.locale).map(({ term, weight }) => [term, weight]));
  const colours = coloursIn(folded, tongue);
  const scores = choices.map((choice) => score(choice, said, colours, tongue));
  const best = Math.max(0, ...scores.map(({ sum }) => sum));
  if (best < leastScore) return [];
  // What no other choice has speaks for one for certain; several such name several.
  const certain = choices.filter((_, index) => (scores[index]?.own ?? 0) > 0);
  if (certain.length > 0) return certain.map(({ id }) => id);
  const top = choices.filter((_, index) => scores[index]?.sum === best);
  const inFull = top.filter(({ names = [] }) => names.some((name) => isSaid(name, said, tongue)));
  if (inFull.length > 0) return inFull.map(({ id }) => id);
  return top.length < choices.length ? top.map(({ id }) => id) : [];

  function score(choice: Choosable, terms: ReadonlyMap<string, number>, named: readonly string[], own: JourneyTongue) {
    const distinct = (term: string) => choices.filter((each) => termsOf(each, own).has(term)).length;
    let sum = 0;
    let telling = 0;
    for (const term of termsOf(choice, own)) {
      const weight = terms.get(term);
      if (weight === undefined || weight < 0.5) continue;
      const shared = distinct(term);
      sum += weight / shared;
      if (shared === 1) telling += weight;
    }
    const hue = colourOf(choice, own);
    if (hue !== undefined && named.includes(hue)) {
      const shared = choices.filter((each) => colourOf(each, own) === hue).length;
      sum += 1 / shared;
      if (shared === 1) telling += 1;
    }
    return { sum, own: telling };
  }
}

const leastScore = 0.3;

function isSaid(name: string, said: ReadonlyMap<string, number>, { locale, tokenize }: JourneyTongue): boolean {
  const terms = tokenize(name, locale);
  return terms.length > 0 && terms.every(({ term }) => said.has(term));
}

function termsOf({ label, words }: Choosable, { locale, tokenize }: JourneyTongue): Set<string> {
  return new Set([label, ...words].flatMap((each) => tokenize(each, locale).map(({ term }) => term)));
}

/** Indexes that a reply names by number or ordinal: "2", "the second", "1 and 3". */
function placesIn(folded: string, count: number, tongue: JourneyTongue): number[] {
  const numbers = /^(?:\p{L}{1,3}\.? ?)?#?\(?\d{1,2}[.)]?(?:(?: ?[,،、+&和と] ?| (?:and|y|und|et|e|и|و) ?)\(?\d{1,2}[.)]?)*$/u.test(folded);
  const places = numbers ? Array.from(folded.matchAll(/\d{1,2}/g), ([digits]) => Number(digits) - 1) : [];
  tongue.words.ordinals.split(' ').forEach((source, index) => {
    if (wordsPattern(source, tongue).test(folded)) places.push(index);
  });
  if (places.length === 0 && wordsPattern(tongue.words.lastOne, tongue, 'whole').test(folded)) places.push(count - 1);
  return [...new Set(places)].filter((place) => place >= 0 && place < count);
}

/** The colours that a text names, in English. */
export function coloursIn(folded: string, tongue: JourneyTongue): string[] {
  return tongue.words.colours.split(' ').flatMap((source, index) => {
    const isSaid = wordsPattern(source, tongue).test(folded);
    return isSaid ? [colourNames[index] as string] : [];
  });
}

/** The colour that a choice's own words name, in English, whatever language they are in. */
function colourOf({ label, words }: Choosable, tongue: JourneyTongue): string | undefined {
  const text = foldReply([label, ...words].join(' '));
  return colourNames.find((name) => new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, 'u').test(text)) ?? coloursIn(text, tongue)[0];
}
