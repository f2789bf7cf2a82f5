import { type Condition, evaluate, type Literal, type Operator } from '../../policy/condition.ts';

/**
 * Whether a condition can hold for any visitor, by bringing it to a disjunction of conjunctions of plain comparisons and
 * looking for one that does not contradict itself. What is not understood counts as possible, so nothing is called
 * impossible that is not.
 */
export interface ScopeQuestion {
  /** Consider only visits from this ISO 8601 day on. */
  readonly from?: string;
  /** Whether a visitor with two products or audiences at once counts. */
  readonly severalAtOnce: boolean;
}

interface Atom {
  readonly path: string;
  readonly operator: '==' | '!=' | '<' | '<=' | '>' | '>=' | 'in' | 'not in';
  readonly values: readonly Literal[];
}
type Clause = readonly Atom[];

const mostClauses = 256;
/** These are texts, so a comparison with anything else does not hold, and neither do they by themselves. */
const texts = new Set(['market', 'page', 'now', 'locale']);
/** A visitor may have several of these. */
const lists = new Set(['product', 'audience']);

/** False where the condition, or all of several conditions together, can hold for nobody. */
export function canHold(conditions: readonly Condition[], question: ScopeQuestion): boolean {
  const clauses = clausesOf(conditions.length === 1 ? (conditions[0] as Condition) : ['&&', ...conditions], false);
  if (clauses === undefined) return true;
  const today: Atom[] = question.from === undefined ? [] : [{ path: 'now', operator: '>=', values: [question.from] }];
  return clauses.some((clause) => isConsistent([...clause, ...today], question));
}

/** Undefined where there would be too many. */
function clausesOf(condition: Condition, negated: boolean): Clause[] | undefined {
  if (!asksFor(condition)) {
    const constant = evaluate(condition, {});
    // What is no boolean does not hold, and neither does its negation.
    return typeof constant === 'boolean' && constant !== negated ? [[]] : [];
  }
  const [operator, ...operands] = partsOf(condition);
  switch (operator) {
    case '!':
      return clausesOf(operands[0] ?? null, !negated);
    case '&&':
    case '||':
      return (operator === '&&') !== negated ? product(operands, negated) : union(operands, negated);
    case 'get':
      return texts.has(String(operands[0])) ? [] : [[]];
    case 'list':
      return [];
    default: {
      const atom = operator === undefined ? undefined : atomOf(operator, operands, negated);
      return atom === undefined ? [[]] : [[atom]];
    }
  }
}

/** Whether a condition depends on anything. */
function asksFor(condition: Condition): boolean {
  const [operator, ...operands] = partsOf(condition);
  return operator === 'get' || operands.some(asksFor);
}

function union(operands: readonly Condition[], negated: boolean): Clause[] | undefined {
  const all: Clause[] = [];
  for (const operand of operands) {
    const clauses = clausesOf(operand, negated);
    if (clauses === undefined || all.length + clauses.length > mostClauses) return undefined;
    all.push(...clauses);
  }
  return all;
}

function product(operands: readonly Condition[], negated: boolean): Clause[] | undefined {
  let all: Clause[] = [[]];
  for (const operand of operands) {
    const clauses = clausesOf(operand, negated);
    if (clauses === undefined || all.length * clauses.length > mostClauses) return undefined;
    all = all.flatMap((left) => clauses.map((right) => [...left, ...right]));
  }
  return all;
}

const mirrored = { '==': '==', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as const;
const opposite = { '==': '!=', '!=': '==', '<': '>=', '<=': '>', '>': '<=', '>=': '<', in: 'not in', 'not in': 'in' } as const;

/** A comparison of a name with values, or undefined where it is something else. */
function atomOf(operator: string, [left = null, right = null]: readonly Condition[], negated: boolean): Atom | undefined {
  const make = (path: string, own: Atom['operator'], values: readonly Literal[]): Atom => ({
    path,
    operator: negated ? opposite[own] : own,
    values,
  });
  const leftPath = pathOf(left);
  const rightPath = pathOf(right);
  const [rightOperator, ...values] = partsOf(right);
  if (operator === 'in' && leftPath !== undefined && rightOperator === 'list') {
    return values.every(isLiteral) ? make(leftPath, 'in', values) : undefined;
  }
  if (!(operator in mirrored)) return undefined;
  const comparison = operator as keyof typeof mirrored;
  if (leftPath !== undefined && isLiteral(right)) return make(leftPath, comparison, [right]);
  return rightPath !== undefined && isLiteral(left) ? make(rightPath, mirrored[comparison], [left]) : undefined;
}

function pathOf(condition: Condition): string | undefined {
  const [operator, path] = partsOf(condition);
  return operator === 'get' ? String(path) : undefined;
}

/** Operator and operands; nothing for a plain value. */
function partsOf(condition: Condition): readonly [Operator, ...Condition[]] | readonly [] {
  return Array.isArray(condition) ? (condition as unknown as readonly [Operator, ...Condition[]]) : [];
}

function isLiteral(condition: Condition): condition is Literal {
  return !Array.isArray(condition);
}

function isConsistent(clause: Clause, question: ScopeQuestion): boolean {
  const byPath = new Map<string, Atom[]>();
  for (const atom of clause) byPath.set(atom.path, [...(byPath.get(atom.path) ?? []), atom]);
  return [...byPath].every(([path, atoms]) => {
    if (texts.has(path) && atoms.some((atom) => !isNegative(atom) && atom.values.every((value) => typeof value !== 'string'))) return false;
    return hasValue(atoms, lists.has(path) ? question.severalAtOnce : !texts.has(path)) && boundsMeet(atoms);
  });
}

function isNegative({ operator }: Atom): boolean {
  return operator === '!=' || operator === 'not in';
}

/** Whether the values that are wanted leave one that is not refused. */
function hasValue(atoms: readonly Atom[], mayBeList: boolean): boolean {
  const refused = new Set(atoms.filter(isNegative).flatMap(({ values }) => values));
  const wanted = atoms
    .filter(({ operator }) => operator === '==' || operator === 'in')
    .map(({ values }) => values.filter((value) => !refused.has(value)));
  if (wanted.some((values) => values.length === 0)) return false;
  if (mayBeList || wanted.length === 0) return true;
  const bounds = atoms.filter(({ operator }) => /^[<>]/.test(operator));
  return (wanted[0] ?? []).some(
    (value) => wanted.every((values) => values.includes(value)) && bounds.every((bound) => meets(value, bound)),
  );
}

function meets(value: Literal, { operator, values: [limit = null] }: Atom): boolean {
  return evaluate([operator as '<', value, limit], {}) === true;
}

/** Whether lower and upper bounds leave something between them. Texts compare down to the shorter one, as dates do. */
function boundsMeet(atoms: readonly Atom[]): boolean {
  const lower = atoms.filter(({ operator }) => operator === '>' || operator === '>=');
  const upper = atoms.filter(({ operator }) => operator === '<' || operator === '<=');
  return lower.every((low) => upper.every((high) => leavesRoom(low, high)));
}

function leavesRoom(low: Atom, high: Atom): boolean {
  const [from = null] = low.values;
  const [to = null] = high.values;
  if (typeof from !== typeof to) return false;
  if (evaluate(['>', from, to], {}) === true) return false;
  // Below and from the same day on, or above 3 and below 3.
  const isStrict = low.operator === '>' || high.operator === '<';
  return !(isStrict && from === to);
}
