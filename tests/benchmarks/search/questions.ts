import type { Entry } from './corpus.ts';
import { Random } from './random.ts';

/** A question whose right answer is known. */
export interface Question {
  readonly text: string;
  /** Id of the entry that it was made from. */
  readonly entry: string;
}

const seed = 71;
const questionCount = 320;
const longestExcerpt = 12;
const shortestMistyped = 5;

/** What visitors put around the words that matter. */
const sentences: Record<string, readonly ((words: string) => string)[]> = {
  en: [
    (words) => `can you tell me something about ${words}?`,
    (words) => `I have a question: ${words}`,
    (words) => `hello, I would like to know ${words}`,
  ],
  ja: [(words) => `${words}について教えてください`, (words) => `${words}はどうすればいいですか?`],
  zh: [(words) => `请问${words}怎么办?`, (words) => `我想了解一下${words}`],
};

type Words = readonly string[];

/**
 * Questions that no entry contains as they stand, the same in every run. Four kinds in turn: the title without some of
 * its words; the title with a slip of the finger; the title without a word, asked as a whole sentence; and the start of
 * the answer, at most twelve words with every fourth left out.
 */
export function makeQuestions(entries: readonly Entry[], locale: string): Question[] {
  const random = new Random(seed);
  const kinds = [dropWords, mistype, askInFull, excerpt];
  const questions: Question[] = [];
  const texts = new Set<string>(entries.flatMap(({ phrasings }) => phrasings));
  const tries = Array.from({ length: Math.ceil((4 * questionCount) / entries.length) }, () => random.shuffled(entries)).flat();
  for (const entry of tries) {
    if (questions.length === questionCount) break;
    const make = kinds[questions.length % kinds.length] as (typeof kinds)[number];
    const text = make(entry, locale, random);
    if (text === undefined || texts.has(text)) continue;
    texts.add(text);
    questions.push({ text, entry: entry.id });
  }
  return questions;
}

function dropWords(entry: Entry, locale: string, random: Random): string | undefined {
  const words = titleWords(entry, locale, random);
  if (words.length < 3) return undefined;
  const kept = without(words, random);
  return inOne(kept.length > 5 ? without(kept, random) : kept, locale);
}

function mistype(entry: Entry, locale: string, random: Random): string | undefined {
  const words = titleWords(entry, locale, random);
  const long = words.flatMap((word, index) => ([...word].length >= (isSpaced(locale) ? shortestMistyped : 2) ? [index] : []));
  if (words.length < 2 || long.length === 0) return undefined;
  const chosen = long[random.below(long.length)];
  return inOne(
    words.map((word, index) => (index === chosen ? slip(word, random) : word)),
    locale,
  );
}

function askInFull(entry: Entry, locale: string, random: Random): string | undefined {
  const words = titleWords(entry, locale, random);
  const forms = sentences[locale];
  if (words.length < 3 || forms === undefined) return undefined;
  return forms[random.below(forms.length)]?.(inOne(without(words, random), locale));
}

function excerpt(entry: Entry, locale: string, random: Random): string | undefined {
  const sentence = entry.answer.split(/(?<=[.!?])\s|(?<=[。！？])/u, 1)[0] ?? '';
  const words = wordsOf(sentence, locale).slice(0, longestExcerpt);
  if (words.length < 5) return undefined;
  const first = random.below(4);
  return inOne(
    words.filter((_, index) => index % 4 !== first),
    locale,
  );
}

/** The words of one of the entry's phrasings. */
function titleWords(entry: Entry, locale: string, random: Random): Words {
  return wordsOf(entry.phrasings[random.below(entry.phrasings.length)] ?? '', locale);
}

function without(words: Words, random: Random): Words {
  const dropped = random.below(words.length);
  return words.filter((_, index) => index !== dropped);
}

/** One letter left out, doubled by its neighbour, or two swapped; never the first. */
function slip(word: string, random: Random): string {
  const letters = [...word];
  const place = letters.length === 2 ? 1 : 1 + random.below(letters.length - 2);
  const kind = random.below(3);
  if (kind === 0 || letters.length === 2) letters.splice(place, 1);
  else if (kind === 1) letters.splice(place, 1, letters[place + 1] ?? '');
  else letters.splice(place, 2, letters[place + 1] ?? '', letters[place] ?? '');
  return letters.join('');
}

/** Whether a language puts spaces between its words. */
export function isSpaced(locale: string): boolean {
  return locale !== 'ja' && locale !== 'zh';
}

function inOne(words: Words, locale: string): string {
  return words.join(isSpaced(locale) ? ' ' : '');
}

/** Split at spaces, or by the platform's dictionary where a language has none. */
export function wordsOf(text: string, locale: string): string[] {
  if (isSpaced(locale)) return text.split(/[^\p{L}\p{M}\p{N}'’-]+/u).filter((word) => word !== '');
  let segmenter = segmenters.get(locale);
  if (segmenter === undefined) {
    segmenter = new Intl.Segmenter(locale, { granularity: 'word' });
    segmenters.set(locale, segmenter);
  }
  return Array.from(segmenter.segment(text)).flatMap(({ segment, isWordLike }) => (isWordLike === true ? [segment] : []));
}

const segmenters = new Map<string, Intl.Segmenter>();
