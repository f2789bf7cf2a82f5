import type { Language } from '../../language/locale.ts';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';
import type { JourneyTongueData } from './journey-words.ts';
import { pt } from './pt.ts';
import { ru } from './ru.ts';
import { zh } from './zh.ts';

/** The words for journeys of every language, for the builder of packs. */
export const journeyTongues: Readonly<Record<Language, JourneyTongueData>> = { en, zh, es, de, fr, pt, ar, ru, ja };
