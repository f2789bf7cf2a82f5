import { type Tongue, tongueOf } from '../guide/reply-text.ts';
import type { TongueData } from '../guide/tongues/tongue-data.ts';
import { type Language, type Locale, spokenLanguage } from '../language/locale.ts';
import type { Token } from '../language/tokens.ts';
import type { JourneyPhrases, JourneyWords } from './tongues/journey-words.ts';

/** A locale with how people speak of times and choices in it, how they reply, and what the agent says in journeys. */
export interface JourneyTongue {
  readonly locale: Locale;
  readonly language: Language;
  readonly replies: Tongue;
  readonly words: JourneyWords;
  readonly phrases: JourneyPhrases;
  /** Lent by the answer worker, which has it anyway, so that this chunk stays small. */
  readonly tokenize: Tokenizer;
}

/** `tokenize` of src/language/tokens.ts. */
export type Tokenizer = (text: string, locale: Locale) => readonly Token[];

/** Undefined where a pack has no words for journeys. */
export function journeyTongueOf(locale: Locale, data: TongueData, tokenize: Tokenizer): JourneyTongue | undefined {
  if (data.journeys === undefined) return undefined;
  return { locale, language: spokenLanguage(locale), replies: tongueOf(locale, data), ...data.journeys, tokenize };
}

/** A regular expression of a language's words: whole words where the language parts them by spaces. */
export function wordsPattern(source: string, { language }: JourneyTongue, place: 'any' | 'whole' | 'lead' = 'any'): RegExp {
  const isWritten = language === 'zh' || language === 'ja';
  const [start, end] = isWritten ? ['', ''] : ['(?<![\\p{L}\\p{N}])', '(?![\\p{L}\\p{N}])'];
  if (place === 'whole') return new RegExp(`^[\\s\\p{P}]*(?:${source})[\\s\\p{P}]*$`, 'u');
  return new RegExp(`${place === 'lead' ? '^[\\s\\p{P}]*' : start}(?:${source})${end}`, 'u');
}
