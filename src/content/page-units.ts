import type { Locale } from '../language/locale.ts';
import type { PackedUnit } from '../pack/units-shard.ts';
import type { TextsOfUnit } from '../retrieve/index-words.ts';
import { type AnswerDocument, documentOf, plainText } from './answer-document.ts';
import type { PageFacts } from './page-facts.ts';

/** A unit made from the page, with the ways to ask for it. */
export interface PageUnit {
  readonly unit: PackedUnit;
  readonly texts: TextsOfUnit;
}

/** The units that a page's own words amount to, told in the visitor's locale; ids start with `page:`. */
export function pageUnits(facts: PageFacts, _locale: Locale): PageUnit[] {
  return facts.questions.map(({ question, answer, anchor }, index) => pageUnit(`page:question-${index + 1}`, [question], documentOf(answer), facts.url + anchor));
}

function pageUnit(id: string, phrasings: readonly string[], answer: AnswerDocument, source: string): PageUnit {
  return {
    unit: { id, title: phrasings[0] ?? '', answer, source },
    texts: { phrasings, answer: plainText(answer) },
  };
}
