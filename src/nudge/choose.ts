import type { ConditionContext } from '../policy/condition.ts';
import { armOf } from './assign.ts';
import { type Calendar, isDue, isOver } from './due.ts';
import { type Bar, type Busy, barTo, busyWith, type Moment } from './eligible.ts';
import { day, type Ended, holdOut, type Memory } from './memory.ts';
import type { Nudge, NudgeSet, TriggerKind, Variant } from './nudge.ts';
import { interestsOf } from './reading.ts';
import type { Visit } from './visit.ts';

/** What is to be said of one nudge now; the nudge lab shows it in words. */
export interface Verdict {
  readonly nudge: string;
  /** `due`: it could show, another is worth more. */
  readonly state: 'not-due' | 'barred' | 'due' | 'chosen';
  readonly bar?: Bar;
  /** Priority × chance that it helps − annoyance; only of those that nothing bars. */
  readonly value?: number;
}

export interface Choice {
  readonly verdicts: readonly Verdict[];
  readonly chosen?: { readonly nudge: Nudge; readonly arm: Variant | typeof holdOut };
}

/**
 * Which nudge shows now, if any: of those whose trigger is due and that nothing bars the one with the highest expected
 * value, where that is above zero; a lower id wins a draw. Pure and synchronous.
 */
export function choose(set: NudgeSet, visit: Visit, memory: Memory, moment: Moment, context: ConditionContext): Choice {
  const facts = contextWith(context, visit, memory);
  const verdicts: Verdict[] = [];
  // Asked only where something is due: it takes a look around the page.
  let busy: Busy | undefined | 'unknown' = 'unknown';
  let best: { nudge: Nudge; value: number; index: number } | undefined;
  for (const nudge of set.nudges) {
    if (!isCalled(nudge, visit, memory, facts, moment)) {
      verdicts.push({ nudge: nudge.id, state: 'not-due' });
      continue;
    }
    const own = barTo(nudge, set, visit, memory, moment, facts);
    if (own === undefined && busy === 'unknown') busy = busyWith(moment, visit);
    const bar = own ?? (busy as Busy | undefined);
    const value = bar === undefined ? expectedValue(nudge, memory, moment.now, context) : undefined;
    if (bar === undefined && value !== undefined && value > 0) {
      if (best === undefined || value > best.value) best = { nudge, value, index: verdicts.length };
      verdicts.push({ nudge: nudge.id, state: 'due', value });
    } else {
      verdicts.push({ nudge: nudge.id, state: 'barred', bar: bar ?? 'annoying', ...(value === undefined ? {} : { value }) });
    }
  }
  if (best === undefined) return { verdicts };
  const chosen = { nudge: best.nudge, arm: armOf(best.nudge, memory.seed) };
  return { verdicts: verdicts.with(best.index, { nudge: best.nudge.id, state: 'chosen', value: best.value }), chosen };
}

function isCalled({ trigger, until }: Nudge, visit: Visit, memory: Memory, facts: ConditionContext, calendar: Calendar): boolean {
  return isDue(trigger, visit, memory, facts, calendar) && (until === undefined || !isOver(until, trigger, visit));
}

/** Subjects that conditions know by name; what the shop tells of anything else belongs to the customer. */
const subjects = new Set(['order', 'cart', 'customer']);

/** What audiences may ask about: what the page gives, what the shop told, and how often the visitor came. */
export function contextWith(context: ConditionContext, { facts, path, product }: Visit, memory: Memory): ConditionContext {
  const of = (name: string) => ({ ...(context[name] as ConditionContext | undefined), ...facts[name] });
  const others = Object.entries(facts).filter(([subject]) => !subjects.has(subject));
  return {
    ...context,
    page: path,
    ...(product.length === 0 ? {} : { product: product.length === 1 ? product[0] : product }),
    order: of('order'),
    cart: of('cart'),
    customer: { ...Object.fromEntries(others), ...of('customer') },
    visits: memory.visit.count,
  };
}

/**
 * How likely help is welcome when a trigger of a kind is due, before anything is known of this visitor: what the visitor
 * or the shop plainly reports weighs more than what is only guessed from behaviour.
 */
const chances: Readonly<Record<TriggerKind, number>> = {
  event: 0.6,
  'known-problem': 0.6,
  'field-error': 0.55,
  'coupon-refused': 0.55,
  'failed-search': 0.5,
  'rage-click': 0.45,
  'copy-error': 0.5,
  'form-abandoned': 0.4,
  'out-of-stock': 0.45,
  date: 0.5,
  return: 0.4,
  'back-and-forth': 0.4,
  'time-on-element': 0.35,
  absence: 0.3,
  'hot-topics': 0.3,
  'exit-intent': 0.25,
  'time-on-page': 0.25,
  idle: 0.2,
  scroll: 0.2,
};

/** So many showings weigh as much as what is assumed beforehand. */
const priorShowings = 4;
const annoyanceOf: Readonly<Record<Ended | 'open', number>> = { dismissed: 0.12, passed: 0.03, taken: 0, open: 0.02 };
const annoyanceHalfLife = 5 * day;
/** Speaking unasked always costs something. */
const leastAnnoyance = 0.02;

/** Priority × chance that it helps − annoyance, about −1 to 1. */
function expectedValue(nudge: Nudge, memory: Memory, now: number, { product }: ConditionContext): number {
  const prior = chances[nudge.trigger.on];
  const arms = Object.entries(memory.counts[nudge.id] ?? {}).filter(([arm]) => arm !== holdOut);
  const exposed = arms.reduce((sum, [, counts]) => sum + counts.exposed, 0);
  const helped = arms.reduce((sum, [, counts]) => sum + counts.succeeded, 0);
  const chance = (prior * priorShowings + helped) / (priorShowings + exposed);
  const wanted = [product].flat().map((id) => `product:${String(id)}`);
  const isInteresting = interestsOf(memory.reading, now).some(({ key }) => wanted.includes(key));
  const annoyance = memory.showings.reduce(
    (sum, { arm, at, ended }) => (arm === holdOut ? sum : sum + annoyanceOf[ended ?? 'open'] * 0.5 ** ((now - at) / annoyanceHalfLife)),
    leastAnnoyance,
  );
  return (nudge.priority / 100) * chance * (isInteresting ? 1.2 : 1) - annoyance;
}
