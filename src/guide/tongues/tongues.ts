import type { Language } from '../../language/locale.ts';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';
import { pt } from './pt.ts';
import { ru } from './ru.ts';
import type { TongueData } from './tongue-data.ts';
import { zh } from './zh.ts';

/** The nine languages of the agent. Only what builds packs imports them all. */
export const tongues: Readonly<Record<Language, TongueData>> = { en, zh, es, de, fr, pt, ar, ru, ja };
