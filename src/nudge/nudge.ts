import type { Condition } from '../policy/condition.ts';
import type { Money } from '../policy/money.ts';
import type { RightRule } from '../policy/rights.ts';

/** A proactive prompt in one locale's words: what a browser needs of it. Plain data. */
export interface Nudge {
  readonly id: string;
  readonly trigger: Trigger;
  /** Pages on which it may show, by path; `*` stands for anything. Left out: all. */
  readonly pages?: readonly string[];
  /** Whom it is for; left out: everybody. What cannot be told (Kleene) counts as no. */
  readonly when?: Condition;
  readonly place: Place;
  readonly next: NextStep;
  /** 1 to 100. */
  readonly priority: number;
  readonly cap: Cap;
  /** Minutes that have to pass between two showings; 0 where only the cap counts. */
  readonly coolDown: number;
  readonly quiet?: QuietHours;
  /** Events after which there is nothing left to help with, such as `payment.succeeded`. */
  readonly until?: readonly string[];
  /** Share of visitors, 0 to 0.9, who do not see it, so that its effect can be measured. */
  readonly holdOut: number;
  /** One, or several that are compared (A/B/n). */
  readonly variants: readonly [Variant, ...Variant[]];
  /** What shows that it helped; left out: that the visitor took the next step. */
  readonly success?: Success;
  /** Highest share of dismissals among its showings; beyond it the nudge pauses. */
  readonly guard: number;
}

/** The words of one arm of the experiment. */
export interface Variant {
  readonly id: string;
  readonly message: string;
  /** What the button says. */
  readonly action: string;
}

export interface Success {
  readonly event: string;
  /** Minutes after the showing within which it counts. */
  readonly within: number;
}

export interface Cap {
  readonly times: number;
  readonly per: Period;
}

/** All but `visit` and `ever` are rolling: the last 24 hours, 7 days, 30 days. */
export const periods = ['visit', 'day', 'week', 'month', 'ever'] as const;
export type Period = (typeof periods)[number];

/** Minutes of the day, 0 to 1439; a range over midnight has `from` above `to`. */
export interface QuietHours {
  readonly from: number;
  readonly to: number;
  /** IANA name; left out: the visitor's own time zone. */
  readonly zone?: string;
}

/** Where it shows: over the page by the launcher, as a small line there, in a slot of the page, or beside a thing on it. */
export type Place =
  | { readonly at: 'bubble' }
  | { readonly at: 'badge' }
  /** `element` is the selector of the slot or anchor. */
  | { readonly at: 'inline' | 'anchor'; readonly element: string };

/** What one tap does. */
export type NextStep =
  | { readonly to: 'unit' | 'guide' | 'journey'; readonly id: string; readonly title: string }
  | { readonly to: 'question'; readonly text: string }
  /** Where the policy lets it: the page is told the code and puts it to use. `amount` is what it costs the site at most, `unit` explains it. */
  | { readonly to: 'offer'; readonly code: string; readonly amount?: Money; readonly unit?: string; readonly title?: string }
  | { readonly to: 'link'; readonly href: string }
  /** Several to choose from, each a unit's question. */
  | { readonly to: 'topics'; readonly topics: readonly Topic[] };

export interface Topic {
  readonly unit: string;
  readonly title: string;
}

/** A question worth suggesting, with what it is about: `product:<id>`, or `topic:<folder of the unit>`. */
export interface Suggestion extends Topic {
  readonly about: readonly string[];
}

/** What has to happen. Selectors are CSS; times are seconds; `times` counts occurrences. */
export type Trigger =
  | { readonly on: 'time-on-page'; readonly seconds: number }
  | { readonly on: 'time-on-element'; readonly element: string; readonly seconds: number }
  /** Percent of the page's height, 1 to 100. */
  | { readonly on: 'scroll'; readonly percent: number }
  | { readonly on: 'idle'; readonly seconds: number }
  | { readonly on: 'exit-intent' }
  /** The same page for the nth time, over visits too. */
  | { readonly on: 'return'; readonly times: number }
  /** Changes between two products' pages. */
  | { readonly on: 'back-and-forth'; readonly times: number }
  | { readonly on: 'failed-search'; readonly times: number }
  | { readonly on: 'form-abandoned'; readonly element: string; readonly seconds: number }
  | { readonly on: 'field-error'; readonly element?: string; readonly times: number }
  | { readonly on: 'rage-click'; readonly element?: string }
  | { readonly on: 'copy-error'; readonly element?: string }
  | { readonly on: 'coupon-refused'; readonly times: number }
  | { readonly on: 'out-of-stock' }
  | { readonly on: 'event'; readonly event: string; readonly times: number }
  /** From `before` days before a date that the shop told until `after` days after it. */
  | { readonly on: 'date'; readonly date: string; readonly before: number; readonly after: number }
  /** First visit after so many days without one. */
  | { readonly on: 'absence'; readonly days: number }
  /** What the page reports of a configuration or its use fits a known problem. */
  | { readonly on: 'known-problem'; readonly where: Condition }
  /** Known on the first sight of the page. */
  | { readonly on: 'hot-topics' };

export type TriggerKind = Trigger['on'];
export const triggerKinds = [
  'time-on-page',
  'time-on-element',
  'scroll',
  'idle',
  'exit-intent',
  'return',
  'back-and-forth',
  'failed-search',
  'form-abandoned',
  'field-error',
  'rage-click',
  'copy-error',
  'coupon-refused',
  'out-of-stock',
  'event',
  'date',
  'absence',
  'known-problem',
  'hot-topics',
] as const satisfies readonly TriggerKind[];

/** All of a site's nudges in one locale, and what holds for them together. */
export interface NudgeSet {
  readonly limits: Limits;
  readonly nudges: readonly Nudge[];
  /** What the visitor's interests can put in another order. */
  readonly suggestions: readonly Suggestion[];
  /** Who settles offers; without a rule that lets one pass none is made. */
  readonly offerRules: readonly RightRule[];
}

/** What all nudges together may do. */
export interface Limits {
  readonly perVisit: number;
  readonly perDay: number;
  /** Minutes between any two showings. */
  readonly gap: number;
}

export const defaultLimits: Limits = { perVisit: 2, perDay: 3, gap: 2 };
