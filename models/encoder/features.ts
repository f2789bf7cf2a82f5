import { type CharacterClass, classOf, type Script } from './script.ts';

/** Weight file of a feature. */
export type ShardName = Script | 'common';

export interface Feature {
  readonly hash: number;
  readonly shard: ShardName;
}

const longestText = 2000;
const mostWords = 256;
const longestWord = 32;

// What carries no meaning of its own in any of the nine languages: accents, Arabic vowel signs and the tatweel, soft
// hyphens, zero-width characters, direction marks, variation selectors.
// biome-ignore lint/suspicious/noMisleadingCharacterClass: each mark is dropped by itself.
const dropped = /[\u0300-\u036F\u0610-\u061A\u064B-\u065F\u0640\u0670\u00AD\u200B-\u200F\u202A-\u202E\u2060\uFE00-\uFE0F\uFEFF]/g;
const replaced: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  ð: 'd',
  þ: 'th',
  '\u0622': '\u0627',
  '\u0623': '\u0627',
  '\u0625': '\u0627',
  '\u0671': '\u0627',
  '\u0649': '\u064A',
  '\u06CC': '\u064A',
  '\u0629': '\u0647',
  '\u06A9': '\u0643',
};
const toReplace = /[ßæœøłđıðþ\u0622\u0623\u0625\u0671\u0649\u06CC\u0629\u06A9]/g;
const arabicDigits = /[\u0660-\u0669\u06F0-\u06F9]/g;

/**
 * The text that features are taken from: one spelling for what looks or means the same. Depends on nothing but Unicode's
 * own normal forms and lower case, so it is the same on every host.
 */
export function normalizeForEncoder(text: string): string {
  const kept = [...text.slice(0, 2 * longestText)]
    .slice(0, longestText)
    .join('')
    .replace(/[\uD800-\uDFFF]/gu, '\uFFFD');
  return kept
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKD')
    .replace(dropped, '')
    .normalize('NFC')
    .replace(toReplace, (character) => replaced[character] ?? character)
    .replace(arabicDigits, (digit) => String((digit.charCodeAt(0) - 0x0660) % 0x10));
}

export interface Word {
  readonly text: string;
  readonly kind: Exclude<CharacterClass, 'none'>;
}

const apostrophes = new Set([0x27, 0x2019, 0x2bc, 0x2018, 0xb4, 0x60]);
const clitics = new Set(['t', 's', 'll', 're', 've', 'm', 'd']);

/** The words of normalised text: runs of one script; in Chinese and Japanese a window of three characters at each place. */
export function wordsOf(normalized: string): Word[] {
  const points = Array.from(normalized, (character) => character.codePointAt(0) as number);
  const words: Word[] = [];
  let position = 0;
  while (position < points.length && words.length < mostWords) {
    const kind = classOf(points[position] as number);
    if (kind === 'none') {
      position += 1;
    } else if (kind === 'sign') {
      words.push({ text: String.fromCodePoint(points[position] as number), kind });
      position += 1;
    } else if (isIdeographic(kind)) {
      let end = position + 1;
      while (end < points.length && end < position + 3 && isIdeographic(classOf(points[end] as number))) end += 1;
      words.push({ text: textOf(points.slice(position, end)), kind });
      position += 1;
    } else {
      const end = runEnd(points, position, kind);
      const [joined, next] = kind === 'latin' ? withClitic(points, position, end) : [points.slice(position, end), end];
      words.push({ text: textOf(joined.slice(0, longestWord)), kind });
      position = next;
    }
  }
  return words;
}

function isIdeographic(kind: CharacterClass): boolean {
  return kind === 'han' || kind === 'kana';
}

function runEnd(points: readonly number[], start: number, kind: CharacterClass): number {
  let end = start;
  while (end < points.length && classOf(points[end] as number) === kind) end += 1;
  return end;
}

/** "don't" and "dont" are one word. */
function withClitic(points: readonly number[], start: number, end: number): [number[], number] {
  const run = points.slice(start, end);
  if (!apostrophes.has(points[end] ?? 0)) return [run, end];
  const cliticEnd = runEnd(points, end + 1, 'latin');
  const clitic = points.slice(end + 1, cliticEnd);
  return clitics.has(textOf(clitic)) ? [[...run, ...clitic], cliticEnd] : [run, end];
}

function textOf(points: readonly number[]): string {
  return String.fromCodePoint(...points);
}

/** The features of a word, in the order in which their vectors are added. */
export function featuresOf({ text, kind }: Word): Feature[] {
  switch (kind) {
    case 'sign':
      return [featureOf(`$${text}`)];
    case 'digit':
      return [...(text.length <= 4 ? [featureOf(`=${text}`)] : []), featureOf(`#${Math.min(text.length, 9)}`)];
    case 'han':
    case 'kana': {
      const characters = [...text];
      return characters.map((_, index) => featureOf(characters.slice(0, characters.length - index).join('')));
    }
    default: {
      // Whole word and boundary n-grams, as in fastText (Bojanowski et al. 2017).
      const bounded = `<${text}>`;
      const features = [featureOf(bounded)];
      for (let size = 3; size <= 5 && size < bounded.length; size += 1) {
        for (let start = 0; start + size <= bounded.length; start += 1) features.push(featureOf(bounded.slice(start, start + size)));
      }
      return features;
    }
  }
}

function featureOf(text: string): Feature {
  return { hash: hashOf(text), shard: shardOf(text) };
}

function shardOf(text: string): ShardName {
  let shard: ShardName = 'common';
  for (const character of text) {
    const kind = classOf(character.codePointAt(0) as number);
    if (kind === 'latin' || kind === 'cyrillic' || kind === 'arabic' || kind === 'kana') return kind;
    if (kind === 'han') shard = 'han';
  }
  return shard;
}

/** FNV-1a over the bytes of the UTF-16 code units, then MurmurHash3's finaliser. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    hash = Math.imul(hash ^ (unit & 255), 0x01000193);
    hash = Math.imul(hash ^ (unit >> 8), 0x01000193);
  }
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** The weight files that a text needs; it is encoded only when all of them are there, so that it has one vector wherever it is. */
export function shardsNeeded(normalized: string): ReadonlySet<ShardName> {
  const needed = new Set<ShardName>(['common']);
  for (const character of normalized) {
    const kind = classOf(character.codePointAt(0) as number);
    if (kind !== 'none' && kind !== 'digit' && kind !== 'sign') needed.add(kind);
  }
  return needed;
}
