import MiniSearch from 'minisearch';
import type { Contender } from './contender.ts';
import { type MiniSearchDocument, miniSearchOptions } from './minisearch-options.ts';

/** @param isSegmented words by `Intl.Segmenter`, without which Japanese and Chinese are one word from stop to stop */
export function miniSearchContender(isSegmented: boolean): Contender {
  return {
    async build({ entries, locale }) {
      const index = new MiniSearch<MiniSearchDocument>(miniSearchOptions(locale, isSegmented));
      index.addAll(entries.map(({ id, phrasings, answer }) => ({ id, question: phrasings.join('\n'), answer })));
      return new Map([['index.json', new TextEncoder().encode(JSON.stringify(index))]]);
    },
    async open(files, locale) {
      const json = new TextDecoder().decode(files.get('index.json'));
      const index = MiniSearch.loadJSON<MiniSearchDocument>(json, miniSearchOptions(locale, isSegmented));
      return async (question) => index.search(question)[0]?.id as string | undefined;
    },
  };
}
