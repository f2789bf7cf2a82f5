import { fold } from './fold.ts';
import { functionWords } from './function-words.ts';
import { type Language, languages } from './locale.ts';
import { normalizeText } from './normalize.ts';

/** Letters that stand in one of the Latin-script languages and in no other of them. */
const tellingLetters: readonly (readonly [Language, RegExp])[] = [
  ['es', /[ñ¿¡]/g],
  ['de', /[ßäöü]/g],
  ['pt', /[ãõ]/g],
  ['fr', /[œèêëîïûù]/g],
];
const latinLanguages = ['en', 'es', 'de', 'fr', 'pt'] as const;

/**
 * The language of a short text, one of the nine, or undefined where it does not show. By script first; among the
 * languages of one script by their function words and by letters that only one of them has.
 */
export function detectLanguage(text: string): Language | undefined {
  const normalized = normalizeText(text);
  const script = scriptLanguage(normalized);
  return script === 'latin' ? latinLanguage(normalized) : script;
}

function scriptLanguage(text: string): Language | 'latin' | undefined {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  const kana = count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const counts: [Language | 'latin', number][] = [
    // A Han character says about as much as two letters.
    [kana > 0 ? 'ja' : 'zh', 2 * (kana + count(/\p{Script=Han}/gu))],
    ['ar', count(/\p{Script=Arabic}/gu)],
    ['ru', count(/\p{Script=Cyrillic}/gu)],
    ['latin', count(/\p{Script=Latin}/gu)],
  ];
  const [best] = counts.sort((a, b) => b[1] - a[1]);
  return best !== undefined && best[1] > 0 ? best[0] : undefined;
}

function latinLanguage(text: string): Language | undefined {
  const words = text.match(/[\p{L}\p{M}]+/gu) ?? [];
  const scores = new Map<Language, number>(latinLanguages.map((language) => [language, 0]));
  const add = (language: Language, points: number) => scores.set(language, (scores.get(language) ?? 0) + points);
  for (const word of words) {
    const speakers = latinLanguages.filter((language) => functionWords(language).has(fold(word)));
    // A word that several languages share tells less.
    for (const language of speakers) add(language, 1 / speakers.length);
  }
  for (const [language, letters] of tellingLetters) add(language, text.match(letters)?.length ?? 0);
  const [first, second] = [...scores].sort((a, b) => b[1] - a[1] || languages.indexOf(a[0]) - languages.indexOf(b[0]));
  if (first === undefined || first[1] === 0 || first[1] === second?.[1]) return undefined;
  return first[0];
}
