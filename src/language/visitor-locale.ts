import { detectLanguage } from './detect.ts';
import { type Language, type Locale, languageOf, languages } from './locale.ts';

/**
 * The locale of a message: the visitor's own as long as the words agree with it, else the language that they are
 * plainly written in, so that a visitor can change language in the middle. One or two Latin words, a product's name say,
 * change nothing.
 * @param present locale of the conversation so far
 */
export function visitorLocale(text: string, present: Locale): Locale {
  const language = languageOf(present);
  const own = languages.find((each) => each === language);
  const detected = detectLanguage(text, own);
  if (detected === undefined || detected === language) return present;
  // Dutch is not told from German, nor Ukrainian from Russian: a language that the agent does not know keeps its script.
  return own === undefined && scriptOf(present) === scriptOf(detected) ? present : detected;
}

function scriptOf(locale: Locale | Language): string | undefined {
  try {
    return new Intl.Locale(locale).maximize().script;
  } catch {
    return undefined;
  }
}
