import type { Locale } from '../language/locale.ts';
import type { Condition, ConditionContext } from './condition.ts';
import type { Money } from './money.ts';

/** Who settles an action: the agent alone, the agent once the visitor has confirmed, a person; or it is not done at all. */
export type Right = 'auto' | 'confirm' | 'person' | 'refuse';

/** Decision rights of a site: rules by the name of the action, in their order; the first that holds decides. */
export interface Rights {
  readonly [action: string]: readonly RightRule[];
}

export interface RightRule {
  /** Unique among the rules of its action; named in reasons and in the audit record. */
  readonly id: string;
  /** Left out where it always holds. A rule whose condition cannot be told (Kleene) does not let anything pass. */
  readonly when?: Condition;
  readonly right: Right;
  /** Beyond any of them a person decides. */
  readonly limits?: readonly RightLimit[];
  /** Why, for the visitor. */
  readonly because: Readonly<Record<Locale, string>>;
}

export interface RightLimit {
  /** Highest amount that one action may have. Where there is one for each of several currencies, that of the action's own counts. */
  readonly amount?: Money;
  /** How often it may be done for one customer within the period, which ends now. */
  readonly times?: { readonly most: number; readonly within: Period };
  /** What the visitor is told beyond it; left out: the rule's own reason. */
  readonly because?: Readonly<Record<Locale, string>>;
}

export const periods = ['day', 'week', 'month', 'year'] as const;
export type Period = (typeof periods)[number];

/** What is proposed: by the device, and again by the relay, which looks up the facts itself. */
export interface Proposal {
  readonly action: string;
  /** What the conditions may ask about: `order`, `item` (one of several that are decided one by one), `product`, `market`, `now`, `customer`, `args`. */
  readonly facts: ConditionContext;
  /** What the action would cost the site, where it costs anything. */
  readonly amount?: Money;
  /** When it was done before for this customer, ISO 8601, newest last; undefined where that is not known here. */
  readonly before?: readonly string[];
}

/** The decision, ready for the audit record. */
export interface RightDecision {
  readonly right: Right;
  /** The rule that decided; `default` where none held: then a person decides. */
  readonly rule: string;
  readonly because: Readonly<Record<Locale, string>>;
  /** The facts that the rules asked for, by their path, as they were. */
  readonly inputs: ConditionContext;
  /** Which limit was passed, where one was. */
  readonly beyond?: 'amount' | 'times' | 'currency';
}
