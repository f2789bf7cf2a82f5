import MiniSearch from 'minisearch';
import type { Contender } from './contender.ts';
import { type MiniSearchDocument, miniSearchOptions } from './minisearch-options.ts';

export const miniSearchContender = {
  async build({ entries, locale }) {
    const index = new MiniSearch<MiniSearchDocument>(miniSearchOptions(locale));
    index.addAll(entries.map(({ id, phrasings, answer }) => ({ id, question: phrasings.join('\n'), answer })));
    return new Map([['index.json', new TextEncoder().encode(JSON.stringify(index))]]);
  },
  async open(files, locale) {
    const index = MiniSearch.loadJSON<MiniSearchDocument>(new TextDecoder().decode(files.get('index.json')), miniSearchOptions(locale));
    return async (question) => index.search(question)[0]?.id as string | undefined;
  },
} satisfies Contender;
