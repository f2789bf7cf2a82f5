import { passesLuhn, weighted } from './digit-runs.ts';
import type { Found } from './found.ts';
import { type CuePlace, cueBefore } from './number-cues.ts';
import type { View } from './view.ts';

interface Kind {
  /** Matched between characters that are neither letters nor digits; groups may be spaced. */
  readonly shape: string;
  /** Over the capitals and digits of what matched. */
  readonly isValid: (id: string) => boolean;
}

const day = '(?:0[1-9]|[12]\\d|3[01])';
const month = '(?:0[1-9]|1[0-2])';

/** Numbers of persons that are told by their form and check digits alone; a word before them is not needed. */
const kinds: readonly Kind[] = [
  // United States, social security number: 20 CFR 422.103.
  { shape: '(?!000|666|9)\\d{3}-(?!00)\\d\\d-(?!0000)\\d{4}', isValid: () => true },
  // China, resident identity number: GB 11643-1999.
  { shape: `[1-8]\\d{5} ?(?:19|20)\\d\\d${month}${day} ?\\d{3}[\\dXx]`, isValid: isChinese },
  // Spain, DNI and NIE.
  { shape: '(?:\\d{8}|\\d\\d\\.\\d{3}\\.\\d{3}|[XYZxyz][- ]?\\d{7})[- ]?[A-Za-z]', isValid: isSpanish },
  // France, NIR.
  { shape: '[12] ?\\d\\d ?[0-9]\\d ?(?:\\d\\d|2[ABab]) ?\\d{3} ?\\d{3} ?\\d\\d', isValid: isFrench },
  // Brazil, CPF.
  { shape: '\\d{3}\\.\\d{3}\\.\\d{3}-\\d\\d', isValid: isBrazilian },
  // Russia, SNILS.
  { shape: '\\d{3}-\\d{3}-\\d{3}[- ]\\d\\d', isValid: isRussian },
  // Germany, tax identification number, as it is grouped on paper.
  { shape: '[1-9]\\d \\d{3} \\d{3} \\d{3}', isValid: isGermanTax },
  // United Arab Emirates.
  { shape: '784-?(?:19|20)\\d\\d-?\\d{7}-?\\d', isValid: passesLuhn },
  // Egypt: century, birthday, governorate.
  { shape: `[23]\\d\\d${month}${day}(?:0[1-4]|1[1-9]|2[1-9]|3[1-5]|88)\\d{5}`, isValid: () => true },
  // United Kingdom, national insurance number.
  { shape: '(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\\d\\d ?\\d\\d ?\\d\\d ?[A-D]', isValid: () => true },
  // Mexico, CURP. Italy, codice fiscale.
  { shape: '[A-Z]{4}\\d{6}[HMX][A-Z]{5}[A-Z\\d]\\d|[A-Z]{6}\\d\\d[A-EHLMPR-T]\\d\\d[A-Z]\\d{3}[A-Z]', isValid: () => true },
  // Chile, RUT.
  { shape: '\\d{1,2}\\.\\d{3}\\.\\d{3}-[\\dKk]', isValid: isChilean },
  // Taiwan.
  { shape: '[A-Z][12]\\d{8}', isValid: isTaiwanese },
  // Switzerland, AHV: a GTIN-13.
  { shape: '756\\.\\d{4}\\.\\d{4}\\.\\d\\d', isValid: (id) => weighted(id, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]) % 10 === 0 },
];
const patterns = kinds.map(({ shape, isValid }) => ({
  pattern: new RegExp(`(?<![\\p{Script=Latin}\\d]|\\d[-.,/])(?:${shape})(?![\\p{Script=Latin}\\d]|[-.,/]\\d)`, 'gu'),
  isValid,
}));

/** After the word for it: letters and digits, four digits at least, in groups. */
const afterCue = /[A-Za-z]{0,6}(?:[ .\-/]?(?:\d{1,14}|[A-Z]{1,2}(?=\d|[ -]\d)|[A-Z](?![\p{L}]))){1,8}[A-Za-z\d]{0,8}/uy;
/** What stands between the word and the number. */
const link =
  /(?:[\s:#.№=()"'“„«،,：-]|(?:is|no|nr|num(?:ber)?|ist|lautet|est|es|é|e|um|le|de|del|do|da|mi|meu|my|is:|n[º°o]|número|numéro|nummer|n|номер|серия|и|هو|هي|رقم|رقمي|الوطنية|القومي|السفر|الإماراتية)(?![\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}\d])|号码?|是|为|は|番号|が){0,12}/uy;

/** Identity, tax and social security numbers, passports and driving licences of the main markets. */
export function findNationalIds(view: View, cues: readonly CuePlace[]): Found[] {
  return [...byForm(view, cues), ...byCue(view, cues)];
}

function byForm(view: View, cues: readonly CuePlace[]): Found[] {
  const found: Found[] = [];
  for (const { pattern, isValid } of patterns) {
    for (const { index, 0: shown } of view.text.matchAll(pattern)) {
      if (!isValid(shown.replace(/[^A-Za-z\d]/g, '').toUpperCase())) continue;
      if (cueBefore(view, cues, index)?.cue === 'thing') continue;
      found.push({ type: 'national-id', start: index, end: index + shown.length });
    }
  }
  return found;
}

function byCue({ text, lower }: View, cues: readonly CuePlace[]): Found[] {
  const found: Found[] = [];
  for (const { cue, end } of cues) {
    if (cue !== 'id') continue;
    link.lastIndex = end;
    const start = end + (link.exec(lower)?.[0].length ?? 0);
    afterCue.lastIndex = start;
    const shown = afterCue.exec(text)?.[0].replace(/[ .\-/]+$/, '') ?? '';
    const digits = shown.replace(/\D/g, '').length;
    const letters = shown.replace(/[^A-Za-z]/g, '').length;
    if (digits >= 4 && digits + letters >= 7 && digits + letters <= 20)
      found.push({ type: 'national-id', start, end: start + shown.length });
  }
  return found;
}

function isChinese(id: string): boolean {
  const sum = weighted(id, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]);
  return '10X98765432'[sum % 11] === id[17];
}

function isSpanish(id: string): boolean {
  const number = id.slice(0, -1).replace(/^[XYZ]/, (letter) => String('XYZ'.indexOf(letter)));
  return 'TRWAGMYFPDXBNJZSQVHLCKE'[Number(number) % 23] === id.at(-1);
}

/** Two last digits: 97 less the rest modulo 97; Corsica's 2A and 2B count as 19 and 18. */
function isFrench(id: string): boolean {
  const number = id.slice(0, 13).replace('2A', '19').replace('2B', '18');
  const [head, tail] = [Number(number.slice(0, 7)), Number(number.slice(7))];
  return 97 - (((head % 97) * (1_000_000 % 97) + tail) % 97) === Number(id.slice(13));
}

function isBrazilian(id: string): boolean {
  const check = (length: number) =>
    ((weighted(
      id,
      Array.from({ length }, (_, place) => length + 1 - place),
    ) *
      10) %
      11) %
    10;
  return !/^(\d)\1*$/.test(id) && check(9) === Number(id[9]) && check(10) === Number(id[10]);
}

function isRussian(id: string): boolean {
  const sum = weighted(id, [9, 8, 7, 6, 5, 4, 3, 2, 1]);
  return (sum % 101) % 100 === Number(id.slice(9));
}

/** ISO 7064, MOD 11,10. */
function isGermanTax(id: string): boolean {
  let product = 10;
  for (const digit of id.slice(0, 10)) product = (((Number(digit) + product) % 10 || 10) * 2) % 11;
  return (11 - product) % 10 === Number(id[10]);
}

function isChilean(id: string): boolean {
  const digits = [...id.slice(0, -1)].reverse();
  const sum = digits.reduce((total, digit, place) => total + Number(digit) * (2 + (place % 6)), 0);
  return '0K987654321'[sum % 11] === id.at(-1);
}

/** The letter stands for 10 to 35 in an order of its own. */
function isTaiwanese(id: string): boolean {
  const letter = 'ABCDEFGHJKLMNPQRSTUVXYWZIO'.indexOf(id[0] as string) + 10;
  return (Math.floor(letter / 10) + (letter % 10) * 9 + weighted(id.slice(1), [8, 7, 6, 5, 4, 3, 2, 1, 1])) % 10 === 0;
}
