import type { Options } from 'minisearch';
import { wordsOf } from './questions.ts';

export interface MiniSearchDocument {
  readonly id: string;
  readonly question: string;
  readonly answer: string;
}

/** As its documentation advises for search that forgives slips; the question counts three times the answer. */
export function miniSearchOptions(locale: string, isSegmented: boolean): Options<MiniSearchDocument> {
  return {
    fields: ['question', 'answer'],
    storeFields: ['question', 'answer'],
    searchOptions: { boost: { question: 3 }, fuzzy: 0.2, prefix: true },
    ...(isSegmented ? { tokenize: (text: string) => wordsOf(text, locale) } : {}),
  };
}
