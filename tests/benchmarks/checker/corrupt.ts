import { claims } from './claims.ts';

export type Corruption = 'changed number' | 'swapped product' | 'dropped not' | 'added claim';
export type CheckedLanguage = 'en' | 'zh';

export interface Corrupted {
  readonly kind: Corruption;
  readonly sentence: string;
}

const products = ['Lark 2', 'Sweep R5', 'Nomad AX', 'Folio 7', 'Volt 65', 'Halo'];

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The sentence made false in every way that it allows, one of each kind. */
export function corruptionsOf(
  sentence: string,
  language: CheckedLanguage,
  set: 'calibration' | 'heldOut',
  random: () => number,
): Corrupted[] {
  const made: [Corruption, string | undefined][] = [
    ['changed number', changedNumber(sentence, random)],
    ['swapped product', swappedProduct(sentence, random)],
    ['dropped not', language === 'en' ? withoutNot(sentence) : withoutBu(sentence)],
    ['added claim', withClaim(sentence, claims[set][language], random)],
  ];
  return made.flatMap(([kind, corrupted]) => (corrupted === undefined || corrupted === sentence ? [] : [{ kind, sentence: corrupted }]));
}

function changedNumber(sentence: string, random: () => number): string | undefined {
  // Not the number of a product's name, nor part of an address or a code.
  const found = [...sentence.matchAll(/(?<![\p{L}\p{N}.,:/-])\d+(?:[.,:]\d+)*(?![\p{L}\p{N}/])/gu)].filter(
    ({ index }) =>
      !/(?:Lark|Folio|Volt|Sweep|Nomad|iOS|Android|安卓|Windows|Bluetooth|蓝牙|WPA|EPUB|Pro) $/u.test(sentence.slice(0, index)),
  );
  const match = found[Math.floor(random() * found.length)];
  if (match === undefined) return undefined;
  const number = match[0];
  const digit = [...number].findLastIndex((each) => /\d/.test(each));
  const others = '23456789'.replace(number[digit] ?? '', '');
  const changed =
    random() < 0.5
      ? number.slice(0, digit) + others[Math.floor(random() * others.length)] + number.slice(digit + 1)
      : `${others[Math.floor(random() * others.length)]}${number}`;
  return sentence.slice(0, match.index) + changed + sentence.slice(match.index + number.length);
}

function swappedProduct(sentence: string, random: () => number): string | undefined {
  const own = products.filter((name) => sentence.includes(name));
  const [name] = own;
  if (name === undefined) return undefined;
  const others = products.filter((other) => !own.includes(other));
  return sentence.replace(name, others[Math.floor(random() * others.length)] as string);
}

function withoutNot(sentence: string): string | undefined {
  const rules: [RegExp, string][] = [
    [/\bcan't\b/i, 'can'],
    [/\bwon't\b/i, 'will'],
    [/\b(do|does|did|is|are|was|has|have|need|must|should)n't\b/i, '$1'],
    [/\b(?:do|does|did) not /i, ''],
    [/\bcannot\b/i, 'can'],
    [/ not\b/i, ''],
    [/\bnever /i, 'always '],
    [/\bno longer /i, ''],
    [/\bwithout\b/i, 'with'],
    [/\b(is|are|has|have|need|needs) no\b/i, '$1 a'],
  ];
  for (const [pattern, instead] of rules) if (pattern.test(sentence)) return sentence.replace(pattern, instead);
  return undefined;
}

function withoutBu(sentence: string): string | undefined {
  const rules: [RegExp, string][] = [
    [/不能|不可以|没法|无法/u, '可以'],
    [/不需要|不用|无需/u, '需要'],
    [/不支持/u, '支持'],
    [/没有/u, '有'],
    [/不会/u, '会'],
    [/不要|不得/u, '要'],
    [/不是/u, '是'],
    [/不在/u, '在'],
    [/不接受/u, '接受'],
    [/不收/u, '收'],
  ];
  for (const [pattern, instead] of rules) if (pattern.test(sentence)) return sentence.replace(pattern, instead);
  return undefined;
}

function withClaim(sentence: string, list: readonly string[], random: () => number): string {
  const claim = list[Math.floor(random() * list.length)] as string;
  const end = /[.。！!?？]$/u.exec(sentence)?.[0] ?? '';
  return sentence.slice(0, sentence.length - end.length) + claim + (end === '' ? '.' : end);
}
