import type { Language } from '../../language/locale.ts';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import type { HandoffWords } from './handoff-words.ts';
import { ja } from './ja.ts';
import { pt } from './pt.ts';
import { ru } from './ru.ts';
import { zh } from './zh.ts';

export const handoffWords: Record<Language, HandoffWords> = { en, zh, es, de, fr, pt, ar, ru, ja };
