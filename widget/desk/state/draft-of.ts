import type { Locale } from '../../../src/language/locale.ts';
import type { Case, DraftRequest } from '../../../src/protocol/desk.ts';
import type { Thread } from './thread.ts';

const longestQuestion = 300;
const longestAnswer = 8000;
const mostPhrasings = 20;
const longestUnit = 80;

/**
 * A unit to start from, out of a case: what the visitor asked as its question and further phrasings, what the person wrote
 * as its answer, in the language that most of it was written in. The member edits it before it goes to an author.
 */
export function draftOf({ handoff }: Case, { events }: Thread, deskLocale: Locale): DraftRequest {
  const asked = [
    handoff.problem,
    ...handoff.transcript.filter(({ from }) => from === 'visitor').map(({ text }) => text),
    ...events.flatMap((event) => (event.kind === 'message' && event.from === 'visitor' ? event.text : [])),
  ];
  const questions = [...new Set(asked.map(oneLine).filter((text) => text !== '' && text.length <= longestQuestion))];
  const said = events.flatMap((event) => (event.kind === 'message' && event.from === 'person' ? event : []));
  const [question = oneLine(handoff.problem).slice(0, longestQuestion), ...phrasings] = questions;
  return {
    unit: unitName(handoff.product, question),
    locale: said.at(-1)?.locale ?? deskLocale,
    question,
    phrasings: phrasings.slice(0, mostPhrasings),
    answer: said
      .map(({ text }) => text.trim())
      .join('\n\n')
      .slice(0, longestAnswer),
  };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
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
