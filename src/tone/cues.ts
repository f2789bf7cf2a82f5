import { fold } from '../language/fold.ts';
import type { Language } from '../language/locale.ts';
import { normalizeText } from '../language/normalize.ts';
import type { Cue, CueWords } from './cues/cue-words.ts';

/** The words of one language, ready to be looked for. */
export type Cues = Readonly<Record<Cue, RegExp>>;

/** Makes the words of a language ready. */
export function compileCues(words: CueWords, language: Language): Cues {
  return Object.fromEntries(Object.entries(words).map(([cue, pattern]) => [cue, compile(foldLetters(pattern), language)])) as Record<
    Cue,
    RegExp
  >;
}

/** The spelling that cues are looked for in: normal form, lower case, without accents, one kind of apostrophe. */
export function foldText(text: string): string {
  return foldLetters(normalizeText(text).replace(/[’‘ʼ`´]/g, "'"));
}

function foldLetters(text: string): string {
  return text.replace(/[\p{L}\p{M}]+/gu, fold);
}

function compile(pattern: string, language: Language): RegExp {
  if (language === 'zh' || language === 'ja') return new RegExp(pattern, 'gu');
  // Arabic writes "and", "so", "with", "for" and the article onto the word that follows.
  const start = language === 'ar' ? '(?<!\\p{L})(?:[وفبكل]|ال|وال|بال|لل)?' : '(?<!\\p{L})';
  return new RegExp(`${start}(?:${pattern.replaceAll('~', '\\p{L}*')})(?!\\p{L})`, 'gu');
}
