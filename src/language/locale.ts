/** A BCP 47 tag in canonical case: `en`, `pt-BR`, `zh-Hant`. */
export type Locale = string;

/** The nine languages that the agent speaks itself. Content may carry other locales. */
export const languages = ['en', 'zh', 'es', 'de', 'fr', 'pt', 'ar', 'ru', 'ja'] as const;
export type Language = (typeof languages)[number];

/** The canonical form of a tag, or undefined where it is no BCP 47 tag. `_` is accepted for `-`. */
export function canonicalLocale(tag: string): Locale | undefined {
  try {
    return Intl.getCanonicalLocales(tag.trim().replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
}

/** The primary language subtag, in lower case: `pt-BR` → `pt`. */
export function languageOf(locale: Locale): string {
  return (locale.split('-', 1)[0] ?? '').toLowerCase();
}

/** The agent's own language for a locale: its language where it is one of the nine, else English. */
export function spokenLanguage(locale: Locale): Language {
  const language = languageOf(locale);
  return languages.find((own) => own === language) ?? 'en';
}

/** Writing direction of a locale's main script. */
export function directionOf(locale: Locale): 'ltr' | 'rtl' {
  return ['ar', 'fa', 'he', 'ur', 'ps', 'yi', 'dv', 'ckb'].includes(languageOf(locale)) ? 'rtl' : 'ltr';
}

// Chinese written in another script is hard to read; other regional variants are near enough to serve.
const scriptOfRegion: Record<string, string> = { TW: 'Hant', HK: 'Hant', MO: 'Hant', CN: 'Hans', SG: 'Hans' };

function scriptOf(locale: Locale): string | undefined {
  if (languageOf(locale) !== 'zh') return undefined;
  const parts = locale.split('-').slice(1);
  return parts.find((part) => part.length === 4) ?? scriptOfRegion[parts.find((part) => part.length === 2) ?? ''] ?? 'Hans';
}

/**
 * The locales to look in for a visitor, best first: exact tag, shorter tags, other variants of the language, then the
 * site's default; what is written in the visitor's own script comes before what is not. Only tags of `available` occur
 * in the result.
 */
export function localeChain(wanted: Locale, available: readonly Locale[], fallback: Locale): Locale[] {
  const chain: Locale[] = [];
  const add = (locale: Locale | undefined) => {
    if (locale !== undefined && available.includes(locale) && !chain.includes(locale)) chain.push(locale);
  };
  const canonical = canonicalLocale(wanted);
  if (canonical !== undefined) {
    const parts = canonical.split('-');
    const shorter = parts.map((_, index) => parts.slice(0, parts.length - index).join('-'));
    const siblings = available.filter((locale) => languageOf(locale) === languageOf(canonical));
    const inOwnScript = (locale: Locale) => scriptOf(locale) === scriptOf(canonical);
    add(canonical);
    for (const locale of [...shorter, ...siblings].filter(inOwnScript)) add(locale);
    for (const locale of siblings) add(locale);
  }
  add(fallback);
  return chain;
}
