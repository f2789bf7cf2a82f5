import type { Locale } from '../../language/locale.ts';
import { normalizeText } from '../../language/normalize.ts';

/** A question with its answer, as found on a page, in an export or in a table. */
export interface FoundPair {
  /** Plain text on one line. */
  readonly question: string;
  readonly phrasings: readonly string[];
  /** Markdown. */
  readonly answer: string;
  readonly locale: Locale;
  /** The address of the page, with the fragment where the page has one. */
  readonly source?: string;
  /** A name for the group of questions that it belongs to, as the site has it: a heading, a section, a category. */
  readonly section?: string;
  /** The address of the page without fragment, or the name of the file: names the topic where no section does. */
  readonly page: string;
  /** A name in the markup: an element's id. */
  readonly anchor?: string;
  /** Pairs with one key are one unit's words in several locales. */
  readonly key?: string;
  /** What to call the unit, where the source has ids of its own. */
  readonly id?: string;
  /** ISO 8601 date of the last change, where the source tells it. */
  readonly updated?: string;
}

/** What was left out, and why. */
export interface Skipped {
  /** A page's address, or a file and line. */
  readonly from: string;
  readonly reason: string;
}

/** Two questions with one key differ in signs, spaces and case at most. */
export function questionKey(question: string): string {
  return normalizeText(question).replace(/[^\p{L}\p{M}\p{N}+#]+/gu, '');
}

const labelled =
  /^(?:(?:Q|F|P|В|问|問|質問|Question|Frage|Pregunta|Pergunta|Вопрос)\s*\d*\s*[.:：、)]|\d{1,3}(?:\.\d{1,3})*[.)、:])\s*(?=\p{L}|[¿"“„«「『])/iu;
const signs = /[\s#¶§🔗▼▾▽▸▶►◄＋+−–—-]+$/u;

/** A question without its number, its "Q:" and the signs of an accordion. */
export function cleanQuestion(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(signs, '')
    .replace(/^[▼▾▽▸▶►＋+−–—-]+\s*/u, '')
    .replace(labelled, '')
    .trim();
}
