import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from './fold.ts';
import { type Language, languages } from './locale.ts';
import { stem } from './stem.ts';
import { alike, different, type Stemmed } from './stem-words.fixture.ts';

const stemOf = (word: string, language: Language) => stem(fold(word.toLowerCase().normalize('NFKC')), language);

describe('stem', () => {
  const lines = (table: Record<Stemmed, readonly string[]>) =>
    (Object.entries(table) as [Stemmed, readonly string[]][]).flatMap(([language, list]) => list.map((line) => [language, line] as const));

  it.each(lines(alike))('in %s takes %s for one word', (language, line) => {
    const stems = line.split(' ').map((word) => stemOf(word, language));
    expect(new Set(stems), stems.join(' ')).toHaveProperty('size', 1);
  });

  it.each(lines(different))('in %s tells %s apart', (language, line) => {
    const words = line.split(' ');
    const stems = words.map((word) => stemOf(word, language));
    expect(new Set(stems).size, stems.join(' ')).toBe(words.length);
  });

  it('leaves Chinese and Japanese words alone', () => {
    for (const word of ['退款', '配送', '返品', 'キャンセル', 'ログイン']) {
      expect(stem(word, 'zh')).toBe(word);
      expect(stem(word, 'ja')).toBe(word);
    }
  });

  it('never makes a word empty or longer', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.constantFrom(...languages), (text, language) => {
        const word = fold(text.toLowerCase().normalize('NFKC'));
        fc.pre(word !== '');
        const stemmed = stem(word, language);
        expect(stemmed).not.toBe('');
        expect(stemmed.length).toBeLessThanOrEqual(word.length + 1);
      }),
    );
  });
});
