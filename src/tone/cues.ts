import { fold } from '../language/fold.ts';
import type { Language } from '../language/locale.ts';
import { normalizeText } from '../language/normalize.ts';
import type { Cue, CueWords } from './cues/cue-words.ts';

/** The words of one language, ready to be looked for. */
export type Cues = Readonly<Record<Cue, RegExp>>;

const load: Readonly<Record<Language, () => Promise<CueWords>>> = {
  en: async () => (await import('./cues/en.ts')).en,
  zh: async () => (await import('./cues/zh.ts')).zh,
  es: async () => (await import('./cues/es.ts')).es,
  de: async () => (await import('./cues/de.ts')).de,
  fr: async () => (await import('./cues/fr.ts')).fr,
  pt: async () => (await import('./cues/pt.ts')).pt,
  ar: async () => (await import('./cues/ar.ts')).ar,
  ru: async () => (await import('./cues/ru.ts')).ru,
  ja: async () => (await import('./cues/ja.ts')).ja,
};

/** The words of a language, about 4 kB, loaded on their own. Rejects where they cannot be loaded. */
export async function loadCues(language: Language): Promise<Cues> {
  const words = await load[language]();
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
