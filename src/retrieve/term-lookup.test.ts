import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Locale, languages } from '../language/locale.ts';
import { supportSentences } from '../language/support-sentences.fixture.ts';
import { tokenize } from '../language/tokens.ts';
import { indexWords } from './index-words.ts';
import { NaiveSearch } from './naive-search.fixture.ts';
import { TermLookup } from './term-lookup.ts';

const lookupOf = (texts: readonly string[], locale: Locale) => new TermLookup(indexWords([{ phrasings: texts, answer: '' }], locale));
const stemmed = ['en', 'es', 'de', 'fr', 'pt', 'ar', 'ru'] as const;

describe('TermLookup', () => {
  it.each(languages)('finds every term of %s and no other', (language) => {
    const lookup = lookupOf(supportSentences[language], language);
    const terms = new Set(supportSentences[language].flatMap((text) => tokenize(text, language).map(({ term }) => term)));
    expect(lookup.size).toBe(terms.size);
    for (const term of terms) expect(lookup.text(lookup.find(term))).toBe(term);
    for (const other of ['', 'zzz', 'ж', '\u{10FFFF}', 'order ']) if (!terms.has(other)) expect(lookup.find(other)).toBe(-1);
  });

  it('keeps terms in the order of their bytes, whatever the script', () => {
    const lookup = lookupOf(['zebra 100 订单 заказ é Ω 𐍈𐍈 ｱ'], 'en');
    const terms = Array.from({ length: lookup.size }, (_, term) => lookup.text(term));
    expect(terms).toEqual([...terms].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
  });

  it('proposes the same terms as comparing with every single one', () => {
    const letter = fc.constantFrom(...'abdeinorst');
    const vocabulary = fc.uniqueArray(fc.string({ unit: letter, minLength: 3, maxLength: 10 }), { minLength: 1, maxLength: 25 });
    fc.assert(
      fc.property(
        vocabulary,
        fc.string({ unit: letter, minLength: 3, maxLength: 12 }),
        fc.constantFrom(...stemmed),
        (texts, text, locale) => {
          const naive = new NaiveSearch([{ phrasings: texts, answer: '' }], locale);
          const lookup = lookupOf(texts, locale);
          const [token] = tokenize(text, locale);
          if (token === undefined || naive.terms.has(token.term)) return;
          const wanted = naive.similar(token).map(({ similarity }) => similarity);
          const found = lookup.similar(token);
          expect(found.map(({ similarity }) => similarity)).toEqual(wanted.slice(0, 3));
          for (const { term, similarity } of found) {
            expect(naive.similar(token)).toContainEqual({ text: lookup.text(term), similarity });
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('proposes nothing for short words, numbers and Chinese', () => {
    const lookup = lookupOf(['cat 1234567 订单号码'], 'en');
    for (const text of ['cut', '1234568', '订单号吗']) expect(lookup.similar({ term: text, word: text })).toEqual([]);
  });

  it('proposes nothing in an empty index', () => {
    expect(lookupOf([], 'en').similar({ term: 'order', word: 'order' })).toEqual([]);
    expect(lookupOf([], 'en').find('order')).toBe(-1);
  });
});
