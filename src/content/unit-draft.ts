import { displayText } from '../language/normalize.ts';
import { compileCondition } from '../policy/compile-condition.ts';
import { type AnswerDocument, documentOf } from './answer-document.ts';
import type { IssueList } from './issue.ts';
import { compileMarkdown } from './markdown.ts';
import { MarkdownError } from './markdown-limits.ts';
import type { HotTime, Place, Risk, Unit, UnitScope, UnitVariant } from './unit.ts';

/** In characters. */
export const longestAnswer = 50_000;
export const longestPhrasing = 1_000;

/** What all authoring formats say of a unit's scope. */
export interface AuthoredScope {
  readonly product?: string | readonly string[] | undefined;
  readonly market?: string | readonly string[] | undefined;
  readonly audience?: string | readonly string[] | undefined;
  readonly valid?: { readonly from?: string | undefined; readonly to?: string | undefined } | undefined;
  readonly when?: string | undefined;
}

export interface AuthoredCare {
  readonly source?: string | undefined;
  readonly owner?: string | undefined;
  readonly review?: string | undefined;
  readonly risk?: Risk | undefined;
  readonly related?: readonly string[] | undefined;
  readonly hot?:
    | true
    | {
        readonly product?: string | readonly string[] | undefined;
        readonly from?: string | undefined;
        readonly to?: string | undefined;
      }
    | undefined;
}

/** Turns what an author wrote of a unit as a whole into the unit's own form; a bad condition becomes an issue. */
export function unitOf(
  id: string,
  authored: AuthoredScope & AuthoredCare,
  placeOf: (key: keyof AuthoredScope | 'hot') => Place,
  issues: IssueList,
): Omit<Unit, 'variants'> {
  const { source, owner, review, risk, related, hot } = authored;
  return {
    id,
    scope: scopeOf(authored, placeOf, issues),
    ...(source === undefined ? {} : { source }),
    ...(owner === undefined ? {} : { owner }),
    ...(review === undefined ? {} : { review }),
    risk: risk ?? 'normal',
    related: related ?? [],
    ...(hot === undefined ? {} : { hot: hotOf(hot, authored.product, placeOf, issues) }),
  };
}

function hotOf(
  hot: NonNullable<AuthoredCare['hot']>,
  about: AuthoredScope['product'],
  placeOf: (key: 'hot') => Place,
  issues: IssueList,
): HotTime {
  const { product = about, from, to } = hot === true ? {} : hot;
  if (from !== undefined && to !== undefined && from > to)
    issues.add(placeOf('hot'), `"hot" ends on ${to}, before it starts on ${from}`, 'Exchange the two dates.');
  return {
    ...(product === undefined ? {} : { product: [product].flat() }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

function scopeOf(authored: AuthoredScope, placeOf: (key: keyof AuthoredScope) => Place, issues: IssueList): UnitScope {
  const { product, market, audience, valid, when } = authored;
  if (valid?.from !== undefined && valid.to !== undefined && valid.from > valid.to) {
    issues.add(placeOf('valid'), `"valid" ends on ${valid.to}, before it starts on ${valid.from}`, 'Exchange the two dates.');
  }
  return {
    ...(product === undefined ? {} : { product: [product].flat() }),
    ...(market === undefined ? {} : { market: [market].flat() }),
    ...(audience === undefined ? {} : { audience: [audience].flat() }),
    ...(valid?.from === undefined ? {} : { from: valid.from }),
    ...(valid?.to === undefined ? {} : { to: valid.to }),
    ...(when === undefined ? {} : compiled(when, placeOf('when'), issues)),
  };
}

function compiled(when: string, place: Place, issues: IssueList): Pick<UnitScope, 'when'> {
  try {
    return { when: compileCondition(when) };
  } catch (thrown) {
    issues.add(
      place,
      thrown instanceof Error ? thrown.message : String(thrown),
      'Write it as in: market in ["EU", "GB"] && customer.tier == "gold"',
    );
    return {};
  }
}

/** One locale's words as authored. */
export interface AuthoredWords {
  readonly question: string;
  readonly phrasings: readonly string[];
  /** Markdown. */
  readonly answer: string;
  /** The line of the file on which the answer's text starts, where each of its lines is one of the file. */
  readonly answerLine?: number;
}

/**
 * One locale's words, or undefined with an issue where they are too long, too tangled or empty. Phrasings that repeat one
 * another are kept once.
 * @param place where the question stands
 */
export function variantOf(words: AuthoredWords, place: Place, issues: IssueList): UnitVariant | undefined {
  const [title, ...phrasings] = [...new Set([words.question, ...words.phrasings].map(cleanLine))].filter((each) => each !== '');
  const tooLong = [title ?? '', ...phrasings].find((each) => each.length > longestPhrasing);
  if (title === undefined) {
    issues.add(place, 'the question is empty', 'Write the question that the answer answers.');
    return undefined;
  }
  if (tooLong !== undefined) {
    issues.add(
      place,
      `a question has ${tooLong.length} characters; ${longestPhrasing} are allowed`,
      'Ask it in one sentence; the rest belongs into the answer.',
    );
    return undefined;
  }
  const answer = answerOf(words, place, issues);
  return answer === undefined ? undefined : { question: title, phrasings, answer, place };
}

function answerOf({ answer, answerLine }: AuthoredWords, place: Place, issues: IssueList): AnswerDocument | undefined {
  const placeAt = (line: number) => (answerLine === undefined ? place : { file: place.file, line: answerLine + line - 1 });
  if (answer.length > longestAnswer) {
    issues.add(
      placeAt(1),
      `the answer has ${answer.length} characters; ${longestAnswer} are allowed`,
      'Split it into several units, one for each question that it answers.',
    );
    return undefined;
  }
  let document: AnswerDocument;
  try {
    document = documentFrom(answer);
  } catch (thrown) {
    if (!(thrown instanceof MarkdownError)) throw thrown;
    issues.add(placeAt(thrown.line), thrown.message, thrown.mend);
    return undefined;
  }
  if (document.length > 0) return document;
  issues.add(placeAt(1), 'the answer is empty', 'Write the answer.');
  return undefined;
}

/** Safe to show, on one line. */
export function cleanLine(text: string): string {
  return displayText(text).replace(/\s+/gu, ' ').trim();
}

// What Markdown or its GitHub flavour could read as more than words.
const markup = /[*_`#>[\]!|~<\\&@]|^\s*(?:[-+=]|\d+[.)])|\n|\bhttps?:|\bwww\./u;

/** Most answers of large tables are one plain sentence; those need no Markdown parser. */
function documentFrom(markdown: string): AnswerDocument {
  const visible = displayLines(markdown);
  return markup.test(visible.trim()) ? compileMarkdown(visible) : documentOf(visible);
}

/** Markdown as a document, or undefined with an issue. */
export function documentOrIssue(markdown: string, place: Place, issues: IssueList): AnswerDocument | undefined {
  try {
    return documentFrom(markdown);
  } catch (thrown) {
    if (!(thrown instanceof MarkdownError)) throw thrown;
    issues.add(place, thrown.message, thrown.mend);
    return undefined;
  }
}

/** Like displayText, but line breaks stay, and with them the number of lines. */
function displayLines(markdown: string): string {
  return markdown
    .split(/\r\n|\r|\n/)
    .map((line) => displayText(line.replaceAll('\t', '    ')))
    .join('\n')
    .trimEnd();
}
