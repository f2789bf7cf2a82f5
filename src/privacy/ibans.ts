import type { Found } from './found.ts';
import type { View } from './view.ts';

/** Length of an IBAN by country, from the SWIFT IBAN registry (release 99). */
const lengths: Readonly<Record<string, number>> = Object.fromEntries(
  'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30 DZ26 MA28 SN28 CM27 CI28'
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

/** Cyrillic and Greek letters that look like Latin capitals. */
const lookAlikes: Readonly<Record<string, string>> = Object.fromEntries(
  [...'АAВBЕEКKМMНHОOРPСCТTУYХXІIЈJЅSΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX'].flatMap((letter, place, all) =>
    place % 2 === 0 ? [[letter, all[place + 1] as string]] : [],
  ),
);

/** The country and its check digits; "IBAN" may be written onto it. */
const beginnings = /(?:(?<![A-Za-z\d])|(?<=[Ii][Bb][Aa][Nn]))\p{L}[ .-]?\p{L}[ .-]?\d[ .-]?\d/gu;

/** Account numbers by ISO 13616: a country's length and check digits, in any grouping and case. */
export function findIbans({ text }: View): Found[] {
  const found: Found[] = [];
  for (const { index } of text.matchAll(beginnings)) {
    const end = endOfIban(text, index);
    if (end !== undefined) found.push({ type: 'iban', start: index, end });
  }
  return found;
}

function endOfIban(text: string, from: number): number | undefined {
  let letters = '';
  let gap = 0;
  let wanted = 4;
  for (let position = from; position < text.length && gap < 4; position += 1) {
    const plain = plainOf(text[position] as string);
    if (plain === undefined) return undefined;
    gap = plain === '' ? gap + 1 : 0;
    if (plain === '') continue;
    letters += plain;
    if (letters.length === 2) wanted = lengths[letters] ?? 0;
    if (wanted === 0) return undefined;
    if (letters.length > 2 && letters.length === wanted) {
      return isChecked(letters) && !/[A-Za-z\d]/.test(text[position + 1] ?? '') ? position + 1 : undefined;
    }
  }
  return undefined;
}

/** A capital or digit; empty for what may stand between groups; undefined for what ends a number. */
function plainOf(character: string): string | undefined {
  const code = character.charCodeAt(0);
  if ((code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a)) return character;
  if (code >= 0x61 && code <= 0x7a) return character.toUpperCase();
  return ' \t\n\r.-_/:,'.includes(character) ? '' : lookAlikes[character.toUpperCase()];
}

/** ISO 7064, MOD 97-10: the first four moved to the end, letters as 10 to 35. */
function isChecked(letters: string): boolean {
  let rest = 0;
  for (let place = 0; place < letters.length; place += 1) {
    const code = letters.charCodeAt((place + 4) % letters.length);
    rest = code < 0x3a ? (rest * 10 + code - 0x30) % 97 : (rest * 100 + code - 0x37) % 97;
  }
  return rest === 1;
}
