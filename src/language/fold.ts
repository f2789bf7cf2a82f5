const latinLetters: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' };
const latin = /\p{Script=Latin}/u;
const arabic = /\p{Script=Arabic}/u;

/**
 * One spelling for words that people write in several ways. Takes a normalised, lower-case word.
 * Latin: accents and special letters go. Cyrillic: ё is е. Arabic: vowel signs and the tatweel go; the
 * forms of alef, ya, ta marbuta and hamza carriers fall together (as Larkey et al. 2002, "Improving stemming for
 * Arabic information retrieval"). Digits of every script become ASCII.
 */
export function fold(word: string): string {
  let folded = word.replace(/\p{Nd}/gu, asciiDigit);
  if (latin.test(folded)) {
    folded = folded
      .normalize('NFD')
      .replace(/\p{M}+/gu, '')
      .replace(/[ßæœøłđðþı]/g, (letter) => latinLetters[letter] ?? letter)
      .normalize('NFC');
  } else if (arabic.test(folded)) {
    folded = folded
      .replace(/[\u064B-\u065F\u0670\u0640]/g, '')
      .replace(/[أإآٱ]/g, 'ا')
      .replace(/[ىیئ]/g, 'ي')
      .replace(/ؤ/g, 'و')
      .replace(/ة/g, 'ه')
      .replace(/ک/g, 'ك');
  } else {
    folded = folded.replace(/ё/g, 'е');
  }
  return folded;
}

/** Decimal digits of a script stand in runs of ten whose first code point, the zero, is a multiple away from U+0030. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  if (code < 0x80) return digit;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((code - zero) % 10);
}
