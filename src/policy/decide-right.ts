import type { Locale } from '../language/locale.ts';
import { type Condition, type ConditionContext, type ContextValue, holds, valueAt } from './condition.ts';
import { isMoney, type Money } from './money.ts';
import type { Period, Proposal, Right, RightDecision, RightLimit, RightRule, Rights } from './rights.ts';

/** From the most lenient on. */
const strictness: readonly Right[] = ['auto', 'confirm', 'person', 'refuse'];

/**
 * Decides who settles a proposed action: the first of its rules that holds. Pure, so that the device and the relay decide
 * alike from the same facts. What is not known lets nothing pass: where a rule before the one that holds cannot be told
 * (Kleene), both have to let the action pass, and the limits of both hold; else a person decides.
 */
export function decideRight(rights: Rights, proposal: Proposal): RightDecision {
  const rules = Object.hasOwn(rights, proposal.action) ? (rights[proposal.action] as readonly RightRule[]) : [];
  const possible: RightRule[] = [];
  const asked: RightRule[] = [];
  let isSettled = false;
  for (const rule of rules) {
    asked.push(rule);
    const held = rule.when === undefined ? true : holds(rule.when, proposal.facts);
    if (held === false) continue;
    possible.push(rule);
    if (held !== true) continue;
    isSettled = true;
    break;
  }
  return { ...settle(possible, isSettled, proposal), inputs: inputsOf(asked, proposal.facts) };
}

/**
 * Decides several things of one request one by one (the lines of a return): `item` in the conditions is each in turn.
 * The request as a whole has the strictest right of all; without any item it is decided as it is.
 */
export function decideEach(
  rights: Rights,
  proposal: Proposal,
  items: readonly ConditionContext[],
): { readonly decision: RightDecision; readonly items: readonly RightDecision[] } {
  const decided = items.map((item) => decideRight(rights, { ...proposal, facts: { ...proposal.facts, item } }));
  const [first, ...rest] = decided;
  if (first === undefined) return { decision: decideRight(rights, proposal), items: [] };
  return { decision: rest.reduce((a, b) => (stricter(a.right, b.right) === a.right ? a : b), first), items: decided };
}

/** The stricter of two rights: what several decisions on one request come to. */
export function stricter(one: Right, other: Right): Right {
  return strictness.indexOf(one) > strictness.indexOf(other) ? one : other;
}

function settle(possible: readonly RightRule[], isSettled: boolean, proposal: Proposal): Omit<RightDecision, 'inputs'> {
  const last = possible.at(-1);
  if (last === undefined) return toPerson('default', {});
  if (!isSettled) return toPerson('default', {});
  const decisive = possible.reduce((a, b) => (stricter(a.right, b.right) === a.right ? a : b));
  const isUnanimous = possible.every(({ right }) => right === decisive.right);
  const { id: rule, right, because } = decisive;
  if (right === 'person' || right === 'refuse') return isUnanimous ? { right, rule, because } : toPerson(rule, {});
  for (const each of possible) {
    const passed = limitPassed(each.limits ?? [], proposal);
    if (passed !== undefined) return { ...toPerson(each.id, passed.limit.because ?? each.because), beyond: passed.beyond };
  }
  return { right, rule, because };
}

function toPerson(rule: string, because: Readonly<Record<Locale, string>>): Omit<RightDecision, 'inputs'> {
  return { right: 'person', rule, because };
}

function limitPassed(
  limits: readonly RightLimit[],
  { amount, before, facts }: Proposal,
): { readonly beyond: NonNullable<RightDecision['beyond']>; readonly limit: RightLimit } | undefined {
  const onAmount = limits.filter((limit) => limit.amount !== undefined);
  const [anyAmount] = onAmount;
  if (anyAmount !== undefined) {
    if (!isMoney(amount) || amount.minor < 0) return { beyond: 'amount', limit: anyAmount };
    const own = onAmount.filter((limit) => limit.amount?.currency === amount.currency);
    if (own.length === 0) return { beyond: 'currency', limit: anyAmount };
    const passed = own.find((limit) => amount.minor > (limit.amount as Money).minor);
    if (passed !== undefined) return { beyond: 'amount', limit: passed };
  }
  const often = limits.find(({ times }) => times !== undefined && timesWithin(before, times.within, facts.now) >= times.most);
  return often === undefined ? undefined : { beyond: 'times', limit: often };
}

/** How often it was done in the period up to now; any number where that cannot be told. */
function timesWithin(before: readonly string[] | undefined, within: Period, now: ContextValue): number {
  const end = typeof now === 'string' ? Date.parse(now) : Number.NaN;
  if (before === undefined || Number.isNaN(end)) return Number.POSITIVE_INFINITY;
  const start = startOf(within, new Date(end));
  // A time that cannot be read, or that a clock puts ahead of now, counts.
  return before.filter((time) => !(Date.parse(time) <= start)).length;
}

/** Milliseconds since 1970. The same day of an earlier month or year, its last day where that month is shorter. */
function startOf(within: Period, end: Date): number {
  const start = new Date(end);
  if (within === 'day') start.setUTCDate(end.getUTCDate() - 1);
  else if (within === 'week') start.setUTCDate(end.getUTCDate() - 7);
  else {
    if (within === 'month') start.setUTCMonth(end.getUTCMonth() - 1);
    else start.setUTCFullYear(end.getUTCFullYear() - 1);
    if (start.getUTCDate() !== end.getUTCDate()) start.setUTCDate(0);
  }
  return start.getTime();
}

/** What the rules asked for, by path; what is not known is left out. */
function inputsOf(rules: readonly RightRule[], facts: ConditionContext): ConditionContext {
  const inputs: Record<string, ContextValue> = {};
  for (const { when } of rules) {
    for (const path of when === undefined ? [] : pathsOf(when)) {
      const value = valueAt(path, facts);
      if (value !== undefined) inputs[path] = value;
    }
  }
  return inputs;
}

function pathsOf(condition: Condition): string[] {
  if (!Array.isArray(condition)) return [];
  const [operator, ...operands] = condition as readonly Condition[];
  if (operator === 'get') return [String(operands[0])];
  return [...(operator === 'daysSince' ? ['now'] : []), ...operands.flatMap(pathsOf)];
}
