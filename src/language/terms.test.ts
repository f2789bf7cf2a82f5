import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type TermNames, Terms } from './terms.ts';

const earbuds: TermNames = {
  en: ['earbuds', 'in-ears', 'ear pods'],
  de: ['Ohrhörer', 'Stöpsel'],
  zh: ['耳机', '耳塞'],
  ja: ['イヤホン', 'イヤフォン'],
};
const box: TermNames = { en: ['charging case', 'box', 'case'], de: ['Ladeschale', 'Etui'] };

describe('a question is told in the names that the content uses', () => {
  test.each([
    ['en', 'My IN-EARS are lost', 'my earbuds are lost'],
    ['en', 'the box of my ear  pods', 'the charging case of my earbuds'],
    ['en', 'is the charging case waterproof?', 'is the charging case waterproof?'],
    ['de', 'Wo ist das Etui der Stöpsel?', 'wo ist das ladeschale der ohrhörer?'],
    // Another language's names lead to the names of the content that is searched.
    ['en', 'meine Stöpsel sind kaputt', 'meine earbuds sind kaputt'],
    ['zh', '我的耳塞没声音', '我的耳机没声音'],
    ['ja', 'イヤフォンの充電', 'イヤホンの充電'],
  ])('%s: %s', (locale, question, told) => {
    expect(new Terms([earbuds, box], locale).canonical(question)).toBe(told);
  });

  test('a name inside of another word is none', () => {
    const terms = new Terms([earbuds, box], 'en');
    for (const text of ['a suitcase', 'boxes', 'cases', 'Xbox']) expect(terms.canonical(text)).toBe(text);
  });

  test('the term itself is a name in every locale, and the site’s own where it has no other', () => {
    const pod: TermNames = { und: ['Glimmerpod'], de: ['Leuchtzwerg'] };
    expect(new Terms([pod], 'en').canonical('wie lade ich den Leuchtzwerg')).toBe('wie lade ich den glimmerpod');
    expect(new Terms([pod], 'de').canonical('der Glimmerpod')).toBe('der leuchtzwerg');
  });

  test('a term without a name in the content’s language is left alone', () => {
    expect(new Terms([box], 'ja').canonical('box')).toBe('box');
  });

  test('told twice is told once, whatever the text and the names', () => {
    const names = fc.dictionary(
      fc.constantFrom('en', 'de', 'zh'),
      fc.array(fc.string({ unit: 'grapheme', maxLength: 8 }), { minLength: 1, maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.array(names, { maxLength: 3 }), fc.string({ unit: 'binary' }), (list, text) => {
        expect(typeof new Terms(list, 'en').canonical(text)).toBe('string');
      }),
    );
    const terms = new Terms([earbuds, box], 'en');
    fc.assert(
      fc.property(fc.array(fc.constantFrom('in-ears', 'box', 'ear pods', 'case', 'Stöpsel', 'my', '?')), (words) => {
        const once = terms.canonical(words.join(' '));
        expect(terms.canonical(once)).toBe(once);
      }),
    );
  });
});
