import type { Language } from '../../language/locale.ts';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';
import type { PageWords } from './page-words.ts';
import { pt } from './pt.ts';
import { ru } from './ru.ts';
import { zh } from './zh.ts';

export const pageWords: Readonly<Record<Language, PageWords>> = { en, zh, es, de, fr, pt, ar, ru, ja };
