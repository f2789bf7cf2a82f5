import { fold } from './fold.ts';
import { functionWords } from './function-words.ts';
import { type Language, type Locale, spokenLanguage } from './locale.ts';
import { normalizeText } from './normalize.ts';
import { stem } from './stem.ts';

export interface Token {
  /** Folded and stemmed; two tokens with one term mean the same word. */
  readonly term: string;
  /** How much the token says about the topic: 1, less for function words and pieces of a word. */
  readonly weight: number;
  /** Folded but not stemmed; what typo tolerance measures. */
  readonly word: string;
}

const functionWordWeight = 0.3;
/** A piece of a compound or of a model number next to the whole. */
const pieceWeight = 0.6;
const longestWord = 64;

// A word: letters, marks and digits, held together by apostrophes, hyphens, dots and the like inside it.
const wordPattern = /[\p{L}\p{M}\p{N}]+(?:['’ʼ.\-_/+&][\p{L}\p{M}\p{N}]+)*\+*/gu;
const ideographic = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆]+/gu;
const scriptOfLanguage: Partial<Record<Language, RegExp>> = {
  ar: /\p{Script=Arabic}/u,
  ru: /\p{Script=Cyrillic}/u,
};
const latin = /\p{Script=Latin}/u;
const elision = /^(?:[ldjmtscn]|qu|jusqu|lorsqu|puisqu|quoiqu)$/;

/** The tokens of a text, in reading order, as a locale's index has them. The text may be anything; ill-formed parts are passed over. */
export function tokenize(text: string, locale: Locale): Token[] {
  const language = spokenLanguage(locale);
  const tokens: Token[] = [];
  for (const [chunk] of normalizeText(text).matchAll(wordPattern)) {
    let end = 0;
    for (const run of chunk.matchAll(ideographic)) {
      pushWord(chunk.slice(end, run.index), language, tokens);
      pushIdeographs(run[0], language, tokens);
      end = run.index + run[0].length;
    }
    pushWord(end === 0 ? chunk : chunk.slice(end), language, tokens);
  }
  return tokens;
}

function pushWord(chunk: string, language: Language, tokens: Token[]): void {
  for (const word of withoutContractions(chunk, language).split(' ')) {
    const parts = word.split(/[^\p{L}\p{M}\p{N}]+/u).filter((part) => part !== '');
    for (const part of parts) pushTerm(part, language, tokens, 1);
    // "wi-fi", "usb-c" and "wh-1000" are written as one word just as often.
    if (parts.length > 1 && parts.some((part) => part.length <= 2 || /\p{N}/u.test(part))) {
      pushTerm(parts.join(''), language, tokens, pieceWeight);
    }
  }
}

function withoutContractions(chunk: string, language: Language): string {
  const apostrophe = chunk.replace(/[’ʼ]/g, "'");
  if (!apostrophe.includes("'")) return apostrophe;
  if (language === 'en')
    return apostrophe
      .replace(/\bcan't\b/g, 'can not')
      .replace(/\bwon't\b/g, 'will not')
      .replace(/n't\b/g, ' not')
      .replace(/'(?:s|re|ve|ll|d|m)\b/g, '')
      .replaceAll("'", '');
  if (language === 'fr') {
    const parts = apostrophe.split("'");
    return parts.filter((part, index) => index === parts.length - 1 || !elision.test(part)).join(' ');
  }
  return apostrophe.replaceAll("'", '');
}

function pushTerm(part: string, language: Language, tokens: Token[], weight: number): void {
  const word = shortened(fold(part));
  if (word === '') return;
  const isFunctionWord = functionWords(language).has(word);
  tokens.push({ term: stemOf(word, language), weight: isFunctionWord ? functionWordWeight * weight : weight, word });
  const pieces = /^(\p{L}{3,})(\p{N}+)(\p{L}{0,3})$/u.exec(word);
  if (pieces !== null) {
    for (const piece of [pieces[1] ?? '', pieces[2] ?? '']) {
      tokens.push({ term: stemOf(piece, language), weight: pieceWeight * weight, word: piece });
    }
  }
}

/** Whole characters only: half of one would not survive the way through UTF-8. */
function shortened(word: string): string {
  return word.length <= longestWord ? word : word.slice(0, longestWord).replace(/[\uD800-\uDBFF]$/, '');
}

/** A stemmer fits its own script only: "Bluetooth" in a Russian sentence stays as it is. */
function stemOf(word: string, language: Language): string {
  return (scriptOfLanguage[language] ?? latin).test(word) ? stem(word, language) : word;
}

// Hiragana between them is mostly grammar; its pairs would tie any two Japanese sentences together.
const topicScript = /\p{Script=Han}+|[\p{Script=Katakana}ー]+/gu;
const shortHiragana = /^\p{Script=Hiragana}{1,3}$/u;

/**
 * Words by the platform's dictionary, and every pair of neighbours besides: the dictionaries of two browsers differ, the
 * pairs do not, so a pack built on one machine is found from another.
 */
function pushIdeographs(run: string, language: Language, tokens: Token[]): void {
  const seen = new Set<string>();
  const push = (word: string, weight: number) => {
    if (seen.has(word)) return;
    seen.add(word);
    const isFunctionWord = functionWords(language).has(word) || shortHiragana.test(word);
    tokens.push({ term: word, weight: isFunctionWord ? functionWordWeight : weight, word });
  };
  for (const word of segmentWords(run, language)) push(word, 1);
  for (const [part] of run.matchAll(topicScript)) {
    const characters = [...part];
    for (let index = 0; index + 1 < characters.length; index += 1) push(`${characters[index]}${characters[index + 1]}`, pieceWeight);
  }
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmentWords(run: string, language: Language): string[] {
  if (typeof Intl.Segmenter !== 'function') return [...run];
  const locale = language === 'ja' ? 'ja' : 'zh';
  let segmenter = segmenters.get(locale);
  if (segmenter === undefined) {
    segmenter = new Intl.Segmenter(locale, { granularity: 'word' });
    segmenters.set(locale, segmenter);
  }
  return Array.from(segmenter.segment(run), (each) => each.segment);
}
