import { fileURLToPath } from 'node:url';
import { readContentOrFail } from '../../../src/cli/read-sources.ts';
import { plainText } from '../../../src/content/answer-document.ts';
import type { Corpus, Entry } from './corpus.ts';
import { makeQuestions } from './questions.ts';

/** One language that is spaced and one that is not, both with the most units. */
const locales = ['en', 'zh'];

/** The demo shop's support content: small, but in every checkout. */
export async function readDemoCorpora(): Promise<Corpus[]> {
  const { units } = await readContentOrFail(fileURLToPath(new URL('../../../demo/content', import.meta.url)));
  return locales.map((locale): Corpus => {
    const entries = units.flatMap(({ id, variants }): Entry[] => {
      const variant = variants.get(locale);
      if (variant === undefined) return [];
      return [{ id, phrasings: [variant.question, ...variant.phrasings], answer: plainText(variant.answer) }];
    });
    return { name: `the demo’s ${entries.length} units, ${locale}`, locale, entries, questions: makeQuestions(entries, locale) };
  });
}
