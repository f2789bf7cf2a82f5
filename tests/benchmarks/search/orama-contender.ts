import { create, insertMultiple, load, save, search, type Tokenizer } from '@orama/orama';
import type { Contender } from './contender.ts';
import { isSpaced, wordsOf } from './questions.ts';

const schema = { question: 'string', answer: 'string' } as const;
const tolerance = 1;
const insertedAtOnce = 500;

/** Orama's own tokeniser knows no Japanese or Chinese; it gets `Intl.Segmenter`, as MiniSearch does. */
export const oramaContender = {
  async build({ entries, locale }) {
    const index = createIndex(locale);
    const documents = entries.map(({ id, phrasings, answer }) => ({ id, question: phrasings.join('\n'), answer }));
    await insertMultiple(index, documents, insertedAtOnce);
    return new Map([['index.json', new TextEncoder().encode(JSON.stringify(save(index)))]]);
  },
  async open(files, locale) {
    const index = createIndex(locale);
    load(index, JSON.parse(new TextDecoder().decode(files.get('index.json'))));
    return async (term) => {
      const found = await search(index, { term, properties: ['question', 'answer'], boost: { question: 3 }, tolerance, limit: 10 });
      return found.hits[0]?.id;
    };
  },
} satisfies Contender;

function createIndex(locale: string) {
  if (isSpaced(locale)) return create({ schema, language: 'english' });
  const tokenizer: Tokenizer = {
    language: locale,
    normalizationCache: new Map(),
    tokenize: (text) => [...new Set(wordsOf(text.toLowerCase(), locale))],
  };
  return create({ schema, components: { tokenizer } });
}
