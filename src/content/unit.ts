import type { ReturnPlace } from '../journey/journey.ts';
import type { Locale } from '../language/locale.ts';
import type { TermNames } from '../language/terms.ts';
import type { Limits } from '../nudge/nudge.ts';
import type { Condition } from '../policy/condition.ts';
import type { RiskLimits } from '../policy/risk.ts';
import type { AnswerDocument } from './answer-document.ts';
import type { AuthoredGuide } from './authored-guide.ts';
import type { AuthoredJourney } from './authored-journey.ts';
import type { AuthoredNudge } from './authored-nudge.ts';
import type { AuthoredProduct } from './read-products.ts';
import type { AuthoredRight } from './read-rights.ts';

export const risks = ['normal', 'money', 'safety', 'legal'] as const;
export type Risk = (typeof risks)[number];

/** Where an authored thing stands, for messages: a path relative to the content directory, and a line from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/** A unit's words in one locale. */
export interface UnitVariant {
  /** The unit's title in this locale, and its first phrasing. */
  readonly question: string;
  /** Further ways to ask, without the title. */
  readonly phrasings: readonly string[];
  /** Further ways to ask that a machine made; left out where none were made yet. */
  readonly paraphrases?: readonly string[];
  readonly answer: AnswerDocument;
  readonly place: Place;
}

/** What a unit applies to; a list left out means "to all". */
export interface UnitScope {
  readonly product?: readonly string[];
  readonly market?: readonly string[];
  readonly audience?: readonly string[];
  /** ISO 8601 dates, both inclusive. */
  readonly from?: string;
  readonly to?: string;
  /** A free condition besides. */
  readonly when?: Condition;
}

/** What a unit is related to beside other units, guides and journeys: the handoff to a person is offered beside its answer. */
export const relatedPerson = 'person';

/** The smallest piece of knowledge that can be checked and replaced by itself. */
export interface Unit {
  readonly id: string;
  readonly variants: ReadonlyMap<Locale, UnitVariant>;
  readonly scope: UnitScope;
  readonly source?: string;
  readonly owner?: string;
  /** ISO 8601 date by which somebody has to read it again. */
  readonly review?: string;
  readonly risk: Risk;
  readonly related: readonly string[];
  /** When and where many ask about it; left out: never. */
  readonly hot?: HotTime;
}

/** When and where a unit is suggested first; what is left out does not count. */
export interface HotTime {
  readonly product?: readonly string[];
  /** ISO 8601 dates, both inclusive. */
  readonly from?: string;
  readonly to?: string;
}

/** How a site can be reached by a person; the words may differ by locale. */
export interface Contact {
  readonly email?: string;
  readonly phone?: string;
  readonly url?: string;
  readonly hours?: Readonly<Record<Locale, string>>;
}

export interface Site {
  readonly id: string;
  readonly name: string;
  readonly url?: string;
  /** How replies that a language model writes are to sound. */
  readonly voice?: string;
  /** The first is the default: what everyone can fall back to. */
  readonly locales: readonly [Locale, ...Locale[]];
  readonly contact: Contact;
  /** Ids of units to suggest to a visitor who has not asked anything yet. */
  readonly suggestions: readonly string[];
  /** Share of given answers that have to be right, 0.5 to 0.999; thresholds follow from it. */
  readonly precision: number;
  /** What all nudges together may do, where the site says other than usual. */
  readonly nudgeLimits?: Partial<Limits>;
}

export interface Content {
  readonly site: Site;
  /** What the site's things are called. */
  readonly terms: readonly TermNames[];
  readonly units: readonly Unit[];
  readonly guides?: readonly AuthoredGuide[];
  readonly journeys?: readonly AuthoredJourney[];
  /** Where returned things go. */
  readonly places?: readonly ReturnPlace[];
  /** In the order of the file, which is the order in which an action's rules are asked. */
  readonly rights?: readonly AuthoredRight[];
  /** How far the agent answers alone where something is at stake, where the site says so. */
  readonly risk?: RiskLimits;
  readonly nudges?: readonly AuthoredNudge[];
  /** What the shop sells. */
  readonly products?: readonly AuthoredProduct[];
}

/** The scope as one condition; true where the unit applies to all. */
export function scopeCondition(scope: UnitScope): Condition {
  const parts: Condition[] = [];
  for (const name of ['product', 'market', 'audience'] as const) {
    const values = scope[name];
    if (values !== undefined && values.length > 0) parts.push(['in', ['get', name], ['list', ...values]]);
  }
  if (scope.from !== undefined) parts.push(['<=', scope.from, ['get', 'now']]);
  if (scope.to !== undefined) parts.push(['<=', ['get', 'now'], scope.to]);
  if (scope.when !== undefined) parts.push(scope.when);
  if (parts.length === 0) return true;
  return parts.length === 1 ? (parts[0] as Condition) : ['&&', ...parts];
}
