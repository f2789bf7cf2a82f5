import type { Language } from '../../language/locale.ts';
import { ar } from './ar.ts';
import type { CueWords } from './cue-words.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';
import { pt } from './pt.ts';
import { ru } from './ru.ts';
import { zh } from './zh.ts';

/** For building packs and measuring; browsers get the words of one language with the pack. */
export const allCues: Readonly<Record<Language, CueWords>> = { en, zh, es, de, fr, pt, ar, ru, ja };
