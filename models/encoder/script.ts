/** The writing systems that the built-in encoder tells apart; each has a weight file of its own. */
export type Script = 'latin' | 'cyrillic' | 'arabic' | 'han' | 'kana';
export type CharacterClass = Script | 'digit' | 'sign' | 'none';

/** The class of a code point of normalised text. Letters of other scripts have no weights and count as none. */
export function classOf(codePoint: number): CharacterClass {
  if (codePoint >= 0x61 && codePoint <= 0x7a) return 'latin';
  if (codePoint >= 0x30 && codePoint <= 0x39) return 'digit';
  if (codePoint < 0x80) return codePoint === 0x24 || codePoint === 0x25 ? 'sign' : 'none';
  if (codePoint === 0xa3 || codePoint === 0xa5 || codePoint === 0x20ac || codePoint === 0x20bd) return 'sign';
  if ((codePoint >= 0xdf && codePoint <= 0x24f && codePoint !== 0xf7) || (codePoint >= 0x1e00 && codePoint <= 0x1eff)) return 'latin';
  if (codePoint >= 0x400 && codePoint <= 0x52f) return 'cyrillic';
  if (isArabic(codePoint)) return 'arabic';
  if ((codePoint >= 0x3041 && codePoint <= 0x3096) || (codePoint >= 0x30a1 && codePoint <= 0x30fa) || codePoint === 0x30fc) return 'kana';
  if ((codePoint >= 0x3400 && codePoint <= 0x4dbf) || (codePoint >= 0x4e00 && codePoint <= 0x9fff) || codePoint === 0x3005) return 'han';
  return 'none';
}

function isArabic(codePoint: number): boolean {
  return (
    (codePoint >= 0x620 && codePoint <= 0x64a) || (codePoint >= 0x66e && codePoint <= 0x6d3) || (codePoint >= 0x750 && codePoint <= 0x77f)
  );
}
