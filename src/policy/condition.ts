import { isMoney } from './money.ts';

/**
 * The one expression language: conditions of units, eligibility in policy, journey steps, nudge audiences.
 * Authors write text (`market in ["EU", "GB"] && now < "2027-02-01"`), which the build compiles to the data below;
 * here it is only evaluated, so browsers carry no parser and run no authored code.
 */
export type Condition = Literal | readonly [Operator, ...Condition[]];
export type Literal = string | number | boolean | null;
export type Operator =
  | 'get'
  | 'list'
  | '&&'
  | '||'
  | '!'
  | '=='
  | '!='
  | '<'
  | '<='
  | '>'
  | '>='
  | 'in'
  | '+'
  | '-'
  | '*'
  /** Whole days from a date to `now`; negative for one that is still to come. */
  | 'daysSince'
  /** An amount: minor units, currency. */
  | 'money';

/** What a condition can ask about. Undefined means "not known", which is neither true nor false. */
export interface ConditionContext {
  readonly [name: string]: ContextValue;
}
export type ContextValue = Literal | undefined | readonly ContextValue[] | ConditionContext;

/**
 * Evaluates to a value, or undefined where something that it needs is not known (Kleene's strong three-valued logic:
 * `false && unknown` is false, `true || unknown` is true, other mixtures stay unknown). Values of different types are
 * never equal and have no order. Never throws.
 */
export function evaluate(condition: Condition, context: ConditionContext): ContextValue {
  if (!Array.isArray(condition)) return condition as Literal;
  const [operator, ...operands] = condition as readonly [Operator, ...Condition[]];
  switch (operator) {
    case 'get':
      return valueAt(String(operands[0]), context);
    case 'list':
      return operands.map((operand) => evaluate(operand, context));
    case '&&':
      return conjunction(operands, context, false);
    case '||':
      return conjunction(operands, context, true);
    case '!': {
      const value = evaluate(operands[0] ?? null, context);
      return typeof value === 'boolean' ? !value : undefined;
    }
    case 'daysSince':
      return daysBetween(evaluate(operands[0] ?? null, context), valueAt('now', context));
    case 'money':
      return { minor: operands[0] as number, currency: operands[1] as string };
    default:
      return binary(operator, evaluate(operands[0] ?? null, context), evaluate(operands[1] ?? null, context));
  }
}

/** True, false, or undefined where it depends on something not known; anything that is no boolean counts as false. */
export function holds(condition: Condition, context: ConditionContext): boolean | undefined {
  const value = evaluate(condition, context);
  return value === undefined ? undefined : value === true;
}

/** What stands at a path such as `customer.tier`; undefined where nothing is known of it. */
export function valueAt(path: string, context: ConditionContext): ContextValue {
  let value: ContextValue = context;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null || Array.isArray(value) || !Object.hasOwn(value, key)) return undefined;
    value = (value as ConditionContext)[key];
  }
  return value;
}

/** `&&` stops at false, `||` at true: `decisive` is the value that settles it. */
function conjunction(operands: readonly Condition[], context: ConditionContext, decisive: boolean): boolean | undefined {
  let known = true;
  for (const operand of operands) {
    const value = evaluate(operand, context);
    if (value === decisive) return decisive;
    if (typeof value !== 'boolean') known = false;
  }
  return known ? !decisive : undefined;
}

function binary(operator: Operator, left: ContextValue, right: ContextValue): ContextValue {
  if (left === undefined || right === undefined) return undefined;
  switch (operator) {
    case '==':
      return equal(left, right);
    case '!=':
      return !equal(left, right);
    case 'in':
      return contains(right, left);
    case '<':
    case '<=':
    case '>':
    case '>=':
      return ordered(operator, left, right);
    case '+':
    case '-':
    case '*':
      return arithmetic(operator, left, right);
    default:
      return undefined;
  }
}

function equal(left: ContextValue, right: ContextValue): boolean {
  // A visitor may have several products or audiences at once: then one match is enough.
  if (Array.isArray(left) && !Array.isArray(right)) return left.includes(right);
  if (isMoney(left) && isMoney(right)) return left.minor === right.minor && left.currency === right.currency;
  return left === right;
}

/** Unknown where the value is not among those known and the list has one that is not. */
function contains(list: ContextValue, value: ContextValue): boolean | undefined {
  if (!Array.isArray(list)) return false;
  const isIn = Array.isArray(value) ? value.some((each) => list.includes(each)) : list.includes(value);
  return !isIn && list.includes(undefined) ? undefined : isIn;
}

// A moment whose zone is told: what it is where the visitor lives does not matter.
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d.*(?:Z|[+-]\d\d:?\d\d)$/;

/**
 * Numbers by size, amounts of one currency too. Dates and times are ISO 8601 text: two moments are compared as such; a date and a moment by what both
 * tell, in the zone that the moment is written in, since text order is time order down to the shorter one's precision.
 */
function ordered(operator: '<' | '<=' | '>' | '>=', left: ContextValue, right: ContextValue): boolean | undefined {
  let a = left;
  let b = right;
  if (typeof a === 'string' && typeof b === 'string') {
    if (moment.test(a) && moment.test(b)) {
      a = Date.parse(a);
      b = Date.parse(b);
    } else {
      const length = Math.min(a.length, b.length);
      a = a.slice(0, length);
      b = b.slice(0, length);
    }
  } else if (isMoney(a) && isMoney(b)) {
    if (a.currency !== b.currency) return undefined;
    a = a.minor;
    b = b.minor;
  } else if (typeof a !== 'number' || typeof b !== 'number') {
    return undefined;
  }
  if (operator === '<') return a < b;
  if (operator === '<=') return a <= b;
  if (operator === '>') return a > b;
  return a >= b;
}

const oneDay = 86_400_000;

/** Between two moments full days; where one of the two is a date, calendar days. */
function daysBetween(from: ContextValue, to: ContextValue): number | undefined {
  if (typeof from !== 'string' || typeof to !== 'string') return undefined;
  const isExact = moment.test(from) && moment.test(to);
  const [start, end] = [from, to].map((time) => Date.parse(isExact ? time : time.slice(0, 10))) as [number, number];
  const days = Math.floor((end - start) / oneDay);
  return Number.isNaN(days) ? undefined : days;
}

function arithmetic(operator: '+' | '-' | '*', left: ContextValue, right: ContextValue): number | undefined {
  if (typeof left !== 'number' || typeof right !== 'number') return undefined;
  if (operator === '+') return left + right;
  return operator === '-' ? left - right : left * right;
}
