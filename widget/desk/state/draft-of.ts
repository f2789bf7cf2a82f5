import { socialOf } from '../../../src/decide/social.ts';
import { detectLanguage } from '../../../src/language/detect.ts';
import { type Locale, languageOf, spokenLanguage } from '../../../src/language/locale.ts';
import { placeholderPattern } from '../../../src/privacy/found.ts';
import type { Case, DraftRequest } from '../../../src/protocol/desk.ts';
import type { Thread } from './thread.ts';

const longestQuestion = 300;
const longestAnswer = 8000;
const mostPhrasings = 20;
const longestUnit = 80;

/**
 * A unit to start from, out of a case: what the visitor asked as its question and further phrasings, what the person wrote
 * as its answer, in the language of the visitor's own words. Greetings, wishes for a person and what was redacted are no
 * questions. The member edits it before it goes to an author.
 */
export function draftOf({ handoff }: Case, { events }: Thread): DraftRequest {
  const asked = [
    handoff.problem,
    ...handoff.transcript.filter(({ from }) => from === 'visitor').map(({ text }) => text),
    ...events.flatMap((event) => (event.kind === 'message' && event.from === 'visitor' ? event.text : [])),
  ];
  const questions = [...new Set(asked.map(questionIn).filter((text) => text.length <= longestQuestion && isQuestion(text)))];
  const said = events.flatMap((event) => (event.kind === 'message' && event.from === 'person' ? event : []));
  const [question = questionIn(handoff.problem).slice(0, longestQuestion), ...phrasings] = questions;
  return {
    unit: unitName(handoff.product, question),
    locale: localeOf(questions.join('\n'), handoff.locale),
    question,
    phrasings: phrasings.slice(0, mostPhrasings),
    answer: said
      .map(({ text }) => text.trim())
      .join('\n\n')
      .slice(0, longestAnswer),
  };
}

/** On one line, without what stands for private words. */
function questionIn(text: string): string {
  return text
    .replace(placeholderPattern, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[,.;:!?])/g, '')
    .trim();
}

function isQuestion(text: string): boolean {
  return /\p{L}.*\p{L}/u.test(text) && socialOf(text) === undefined;
}

/** The visitor's own locale, unless the words are of another language. */
function localeOf(words: string, visitor: Locale): Locale {
  const language = detectLanguage(words, spokenLanguage(visitor)) ?? languageOf(visitor);
  return language === languageOf(visitor) ? visitor : language;
}

/** A name as authors give them, out of the question's words; what has no Latin letters leaves a name to fill in. */
function unitName(product: string | undefined, question: string): string {
  const words =
    `${product ?? ''} ${question}`
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  return words.slice(0, 7).join('-').slice(0, longestUnit).replace(/-+$/, '') || 'new-unit';
}
