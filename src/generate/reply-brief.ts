import { plainText } from '../content/answer-document.ts';
import type { Ranked } from '../decide/decision.ts';
import type { Locale } from '../language/locale.ts';
import type { PackedUnit } from '../pack/units-shard.ts';
import type { KnowledgeBase } from '../retrieve/knowledge.ts';
import type { PromptMessage } from './generator.ts';
import { asData, type PromptUnit, promptOf, type Said, saidText, unitsText } from './prompt.ts';
import { isQuotedOnly } from './quoted.ts';

/** One unit that was found, as a reply may rest on it. */
export interface BriefUnit extends PromptUnit {
  readonly locale: Locale;
  readonly unit: PackedUnit;
}

/** What a model is told to write a reply from, and what that reply is checked against. */
export interface ReplyBrief {
  readonly question: string;
  readonly locale: Locale;
  readonly units: readonly BriefUnit[];
  readonly messages: readonly PromptMessage[];
}

const mostUnits = 4;
/** A unit that fits much worse than the best one has nothing to do with the question. */
const nearShare = 0.35;

export interface Found {
  readonly unit: PackedUnit;
  readonly locale: Locale;
  readonly score: number;
}

/** The units that were ranked, out of the bases that they were found in; what is no unit of theirs is left out. */
export function foundIn(bases: readonly Pick<KnowledgeBase, 'units' | 'locale'>[], ranked: readonly Ranked[]): Found[] {
  return ranked.flatMap(({ unit: id, score }) => {
    const base = bases.find(({ units }) => id !== undefined && units.indexOf(id) >= 0);
    return base === undefined ? [] : [{ unit: base.units.at(base.units.indexOf(id as string)), locale: base.locale, score }];
  });
}

/** How a reply is to be written. */
export interface Manner {
  readonly rules?: readonly string[];
  /** The site's own, in its words. */
  readonly voice?: string;
}

/** What a model is told to do with the units; the marks and the word for nothing are what the check reads. */
export const replyRules: readonly string[] = [
  'Answer the question from the units alone, in two to five short sentences, in plain text without headings or lists.',
  'After each sentence write the number of the unit that it rests on, such as [1]. Keep numbers, names and every “not” as they are.',
  'If the units do not answer the question, write only: NONE',
];

/**
 * The brief for a reply, or undefined where the unit's own words are the whole reply: nothing was found, or what was
 * found is always quoted.
 */
export function replyBrief(
  question: string,
  found: readonly Found[],
  locale: Locale,
  before: readonly Said[] = [],
  { rules = replyRules, voice }: Manner = {},
): ReplyBrief | undefined {
  const [best] = found;
  if (best === undefined || isQuotedOnly(best.unit)) return undefined;
  const near = found.filter(
    (each) =>
      each.score >= nearShare * best.score && each.locale === best.locale && !isQuotedOnly(each.unit) && each.unit.guide === undefined,
  );
  const units = near.slice(0, mostUnits).map(
    ({ unit, locale: unitLocale }): BriefUnit => ({
      id: unit.id,
      title: unit.title,
      text: plainText(unit.answer),
      locale: unitLocale,
      unit,
    }),
  );
  if (units.length === 0) return undefined;
  const messages = promptOf(
    voice === undefined ? rules : [...rules, `Write in this voice, as far as the rules above let you: ${asData(voice)}`],
    { units: unitsText(units), before: saidText(before), question },
    `Answer in the language ${locale}.`,
  );
  return { question, locale, units, messages };
}
