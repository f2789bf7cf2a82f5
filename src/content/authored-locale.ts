import { canonicalLocale, type Locale, languageOf } from '../language/locale.ts';

export const localeMend = 'Write a tag such as en, pt-BR or zh; it names a language, not a country (Japanese is ja, Chinese zh, Czech cs).';

const known = new Map<string, Locale | undefined>();
let languageNames: Intl.DisplayNames | undefined;

/**
 * The canonical form of the tag that an author wrote, or undefined where it names no language: `jp` and `english` are
 * well-formed, but a locale that no visitor has would never be shown.
 */
export function authoredLocale(tag: string): Locale | undefined {
  // A table names few locales in many rows.
  if (!known.has(tag)) known.set(tag, checkedLocale(tag));
  return known.get(tag);
}

function checkedLocale(tag: string): Locale | undefined {
  const locale = canonicalLocale(tag);
  if (locale === undefined) return undefined;
  const language = languageOf(locale);
  // Nothing longer was ever registered; of the three-letter codes no list is at hand.
  if (language.length > 3) return undefined;
  languageNames ??= new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  return language.length === 2 && languageNames.of(language) === undefined ? undefined : locale;
}
