import { detectLanguage } from './detect.ts';
import { type Locale, languageOf } from './locale.ts';
import { visibleText } from './normalize.ts';

const leastLatinWords = 3;

/**
 * The locale of a message: the visitor's own as long as the words agree with it, else the language that they are
 * plainly written in, so that a visitor can change language in the middle. One or two Latin words, a product's name say,
 * change nothing.
 * @param present locale of the conversation so far
 */
export function visitorLocale(text: string, present: Locale): Locale {
  const detected = detectLanguage(text);
  if (detected === undefined || detected === languageOf(present)) return present;
  const words = visibleText(text).match(/\p{L}+/gu) ?? [];
  const isPlain = !['en', 'es', 'de', 'fr', 'pt'].includes(detected) || words.length >= leastLatinWords;
  return isPlain ? detected : present;
}
