import { type Language, type Locale, spokenLanguage } from '../../src/language/locale.ts';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';
import { pt } from './pt.ts';
import { ru } from './ru.ts';
import type { Strings } from './strings.ts';
import { zh } from './zh.ts';

const all: Record<Language, Strings> = { en, zh, es, de, fr, pt, ar, ru, ja };

/** The words for a locale: its language's, or English. */
export function stringsFor(locale: Locale): Strings {
  return all[spokenLanguage(locale)];
}
