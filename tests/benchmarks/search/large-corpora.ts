import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import type { Corpus, Entry } from './corpus.ts';
import { makeQuestions } from './questions.ts';
import { Random } from './random.ts';

type Draft = Omit<Entry, 'id'>;

const seed = 20_251;
/** Fewer characters are a label, not a question (a Han or kana character says about as much as two letters). */
const shortestTitle = { en: 8, ja: 5 } as const;
/** Rows that follow a short text in its source and stand for its answer: labels, hints and explanations of the same page. */
const rowsPerAnswer = 2;

export const largeLocales = ['en', 'ja'] as const;
type LargeLocale = (typeof largeLocales)[number];

/** The folder with the training files: the one named, or `train` in it. Undefined where they are in neither. */
export function findTraining(directory: string): string | undefined {
  return [directory, join(directory, 'train')].find((each) => existsSync(join(each, 'parallel.tsv.gz')));
}

/**
 * Corpora of one language each, the smaller ones being the start of the larger. Texts with an answer of their own come
 * first: for English the pairs of `qa`, for Japanese the sections of help pages in `titledesc` (heading and text; it
 * holds no English). From there on each row of `parallel` is a unit, the two rows after it in its source its answer.
 */
export async function readLargeCorpora(directory: string, locale: LargeLocale, sizes: readonly number[]): Promise<Corpus[]> {
  const random = new Random(seed);
  const drafts = new Map<string, Draft>();
  const add = (list: readonly Draft[]) => {
    for (const draft of random.shuffled(list)) {
      const key = draft.phrasings[0].toLowerCase();
      if (key.length >= shortestTitle[locale] && !drafts.has(key)) drafts.set(key, draft);
    }
  };
  add(await (locale === 'en' ? readPairs(directory) : readSections(directory, locale)));
  const largest = Math.max(...sizes);
  for (const file of locale === 'en' ? ['parallel.tsv.gz'] : ['parallel.tsv.gz', 'parallel_noen.tsv.gz']) {
    if (drafts.size < largest) add(await readRows(join(directory, file), locale));
  }
  const entries = Array.from(drafts.values(), (draft, index): Entry => ({ id: `u${index}`, ...draft }));
  return sizes
    .filter((size) => size <= entries.length)
    .map((size) => {
      const own = entries.slice(0, size);
      return { name: `${locale} ${size.toLocaleString('en')}`, locale, entries: own, questions: makeQuestions(own, locale) };
    });
}

async function readPairs(directory: string): Promise<Draft[]> {
  const drafts: Draft[] = [];
  for await (const line of linesOf(join(directory, 'qa.jsonl.gz'))) {
    const { lang, question, answer } = JSON.parse(line) as Record<'lang' | 'question' | 'answer', string>;
    if (lang === 'en') drafts.push({ phrasings: [plain(question)], answer: plain(answer) });
  }
  return drafts;
}

async function readSections(directory: string, locale: LargeLocale): Promise<Draft[]> {
  const drafts: Draft[] = [];
  for await (const line of linesOf(join(directory, 'titledesc.jsonl.gz'))) {
    const { lang, title, text } = JSON.parse(line) as Record<'lang' | 'title' | 'text', string>;
    if (lang === locale) drafts.push({ phrasings: [plain(title)], answer: plain(text) });
  }
  return drafts;
}

async function readRows(file: string, locale: LargeLocale): Promise<Draft[]> {
  const rows: { source: string; text: string }[] = [];
  let column = -1;
  for await (const line of linesOf(file)) {
    const cells = line.split('\t');
    if (column < 0) column = cells.indexOf(locale);
    else if (cells[column] !== '') rows.push({ source: cells[0] ?? '', text: plain(cells[column] ?? '') });
  }
  return rows.flatMap(({ source, text }, index): Draft[] => {
    const following = rows.slice(index + 1, index + 1 + rowsPerAnswer).filter((row) => row.source === source);
    return following.length === 0 ? [] : [{ phrasings: [text], answer: following.map((row) => row.text).join(' ') }];
  });
}

/** Without what Markdown would take for markup: the same characters go into every index. */
function plain(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>#|~]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function linesOf(file: string): AsyncIterable<string> {
  return createInterface({ input: createReadStream(file).pipe(createGunzip()), crlfDelay: Number.POSITIVE_INFINITY });
}
