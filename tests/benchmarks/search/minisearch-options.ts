import type { Options } from 'minisearch';
import { isSpaced, wordsOf } from './questions.ts';

export interface MiniSearchDocument {
  readonly id: string;
  readonly question: string;
  readonly answer: string;
}

/**
 * As its documentation advises for search that forgives slips; the question counts three times the answer. Japanese and
 * Chinese go through `Intl.Segmenter`, without which all from stop to stop is one word.
 */
export function miniSearchOptions(locale: string): Options<MiniSearchDocument> {
  return {
    fields: ['question', 'answer'],
    storeFields: ['question', 'answer'],
    searchOptions: { boost: { question: 3 }, fuzzy: 0.2, prefix: true },
    ...(isSpaced(locale) ? {} : { tokenize: (text: string) => wordsOf(text, locale) }),
  };
}
