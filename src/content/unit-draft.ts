import type { Locale } from '../language/locale.ts';
import { displayText } from '../language/normalize.ts';
import { compileCondition } from '../policy/compile-condition.ts';
import { type AnswerDocument, documentOf } from './answer-document.ts';
import type { IssueList } from './issue.ts';
import { compileMarkdown } from './markdown.ts';
import type { Place, Risk, Unit, UnitScope, UnitVariant } from './unit.ts';

export const longestAnswer = 50_000;
export const longestPhrasing = 1_000;
export const longestId = 200;

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
  readonly risk: Risk;
  readonly related: readonly string[];
}

/** Turns what an author wrote of a unit's scope into the unit's own form; a bad condition becomes an issue. */
export function scopeOf(authored: AuthoredScope, place: Place, issues: IssueList): UnitScope {
  const { product, market, audience, valid, when } = authored;
  if (valid?.from !== undefined && valid.to !== undefined && valid.from > valid.to) {
    issues.add(place, `"valid" ends on ${valid.to}, before it starts on ${valid.from}`, 'Exchange the two dates.');
  }
  return {
    ...(product === undefined ? {} : { product: [product].flat() }),
    ...(market === undefined ? {} : { market: [market].flat() }),
    ...(audience === undefined ? {} : { audience: [audience].flat() }),
    ...(valid?.from === undefined ? {} : { from: valid.from }),
    ...(valid?.to === undefined ? {} : { to: valid.to }),
    ...(when === undefined ? {} : compiled(when, place, issues)),
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

export function careOf({
  source,
  owner,
  review,
  risk,
  related,
}: AuthoredCare): Pick<Unit, 'source' | 'owner' | 'review' | 'risk' | 'related'> {
  return {
    ...(source === undefined ? {} : { source }),
    ...(owner === undefined ? {} : { owner }),
    ...(review === undefined ? {} : { review }),
    risk,
    related,
  };
}

/** One locale's words, or undefined with an issue where they are too long or empty. Phrasings that repeat one another are kept once. */
export function variantOf(
  question: string,
  phrasings: readonly string[],
  markdown: string,
  place: Place,
  issues: IssueList,
): UnitVariant | undefined {
  const questions = [...new Set([question, ...phrasings].map(cleanLine))].filter((each) => each !== '');
  const [title, ...rest] = questions;
  const tooLong = questions.find((each) => each.length > longestPhrasing);
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
  if (markdown.length > longestAnswer) {
    issues.add(
      place,
      `the answer has ${markdown.length} characters; ${longestAnswer} are allowed`,
      'Split it into several units, one for each question that it answers.',
    );
    return undefined;
  }
  const answer = answerOf(markdown);
  if (answer.length === 0) {
    issues.add(place, 'the answer is empty', 'Write the answer.');
    return undefined;
  }
  return { question: title, phrasings: rest, answer, place };
}

function cleanLine(text: string): string {
  return displayText(text).replace(/\s+/gu, ' ').trim();
}

// What Markdown or its GitHub flavour could read as more than words.
const markup = /[*_`#>[\]!|~<\\&@]|^\s*(?:[-+=]|\d+[.)])|\n|\bhttps?:|\bwww\./u;

/** Most answers of large tables are one plain sentence; those need no Markdown parser. */
function answerOf(markdown: string): AnswerDocument {
  const visible = displayTextOfLines(markdown);
  return markup.test(visible) ? compileMarkdown(visible) : documentOf(visible);
}

/** Like displayText, but line breaks stay. */
function displayTextOfLines(markdown: string): string {
  return markdown
    .split(/\r\n|\r|\n/)
    .map((line) => displayText(line.replaceAll('\t', '    ')))
    .join('\n')
    .trim();
}

/** Gathers the variants of each unit from wherever they stand, and says where two files claim the same one. */
export class UnitCollector {
  private readonly units = new Map<
    string,
    { unit: Omit<Unit, 'variants'> | undefined; variants: Map<Locale, UnitVariant>; place: Place }
  >();

  constructor(private readonly issues: IssueList) {}

  addUnit(unit: Omit<Unit, 'variants'>, place: Place): void {
    const entry = this.entry(unit.id, place);
    if (entry.unit !== undefined) {
      this.issues.add(
        place,
        `unit "${unit.id}" stands in ${entry.place.file}:${entry.place.line} too`,
        'Give one of the two another id, or join them.',
      );
      return;
    }
    entry.unit = unit;
    entry.place = place;
  }

  addVariant(id: string, locale: Locale, variant: UnitVariant): void {
    const { variants } = this.entry(id, variant.place);
    const known = variants.get(locale);
    if (known !== undefined) {
      this.issues.add(
        variant.place,
        `unit "${id}" has its words in ${locale} in ${known.place.file}:${known.place.line} too`,
        'Keep one of the two.',
      );
      return;
    }
    variants.set(locale, variant);
  }

  /** All units in ascending order of id. */
  finish(): Unit[] {
    const finished: Unit[] = [];
    for (const [id, { unit, variants, place }] of this.units) {
      if (unit === undefined)
        this.issues.add(place, `there is no unit "${id}" in the default locale`, `Add ${id}.md beside it, or correct the id.`);
      else if (variants.size > 0) finished.push({ ...unit, variants });
    }
    return finished.sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  private entry(id: string, place: Place) {
    let entry = this.units.get(id);
    if (entry === undefined) {
      entry = { unit: undefined, variants: new Map(), place };
      this.units.set(id, entry);
    }
    return entry;
  }
}
