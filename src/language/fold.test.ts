import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from './fold.ts';
import { normalizeText } from './normalize.ts';

describe('fold', () => {
  it.each([
    ['accents go', 'séñorão', 'senorao'],
    ['German letters become plain ones', 'größe', 'grosse'],
    ['ligatures become two letters', 'œuvre', 'oeuvre'],
    ['Polish and Danish letters become plain ones', 'łódź øre', 'lodz ore'],
    ['the dotless i of Turkish becomes an i', 'sıfır', 'sifir'],
    ['ё is е', 'счёт', 'счет'],
    ['й stays й', 'мой', 'мой'],
    ['Arabic vowel signs go', 'شُحِنَ', 'شحن'],
    ['the Arabic tatweel goes', 'شـــحن', 'شحن'],
    ['the alefs fall together', 'أإآٱ', 'اااا'],
    ['ta marbuta becomes ha', 'فاتورة', 'فاتوره'],
    ['Persian ya and kaf become Arabic ones', 'کتابی', 'كتابي'],
    ['Arabic digits become ASCII', '٠١٢٣٤٥٦٧٨٩', '0123456789'],
    ['Persian digits become ASCII', '۰۱۲۳۴۵۶۷۸۹', '0123456789'],
    ['Devanagari digits become ASCII', '०१२३४५६७८९', '0123456789'],
    ['Chinese stays as it is', '订单', '订单'],
  ])('%s', (_, word, folded) => {
    expect(fold(word)).toBe(folded);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const folded = fold(normalizeText(text));
        expect(fold(folded)).toBe(folded);
      }),
      { numRuns: 1000 },
    );
  });

  it('writes every decimal digit of Unicode as the ASCII digit of its value', () => {
    for (const zero of [0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xe50, 0x1040, 0xa620, 0xff10, 0x1d7ce, 0x1fbf0]) {
      for (let value = 0; value < 10; value += 1) expect(fold(normalizeText(String.fromCodePoint(zero + value)))).toBe(String(value));
    }
  });
});
