import jsep from 'jsep';
import type { Condition, Operator } from './condition.ts';
import { moneyForm, readMoney } from './read-money.ts';

// `in` stands beside the comparisons; everything else of the language is jsep's own grammar.
jsep.addBinaryOp('in', 7);

const functions = 'daysSince(date), money("25 USD")';
const binaryOperators = new Set(['&&', '||', '==', '!=', '<', '<=', '>', '>=', 'in', '+', '-', '*']);

/** Names that a condition may start with; a misspelt one would never hold and nobody would notice. */
export const conditionNames = [
  'product',
  'market',
  'audience',
  'page',
  'now',
  'customer',
  'locale',
  'cart',
  'visits',
  'order',
  'item',
  'args',
  'slot',
  'result',
  'picked',
  'without',
] as const;

/** In characters, and in brackets and signs inside one another: more than anybody can read, less than the parser's stack bears. */
const longestCondition = 2000;
const deepestCondition = 50;

/**
 * Compiles the authors' text to data. Understood: literals, lists `[…]`, names with dots, `! && || == != < <= > >= in + - *`
 * brackets, and two functions: `daysSince(order.deliveredAt)`, the days up to now, and `money("25 USD")`. Throws a SyntaxError that says what is wrong and what is allowed, and nothing else.
 */
export function compileCondition(text: string): Condition {
  checkSize(text);
  let expression: jsep.Expression;
  try {
    expression = jsep(text);
  } catch (thrown) {
    throw new SyntaxError(`the condition does not parse: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
  }
  return compile(expression);
}

function checkSize(text: string): void {
  if (text.trim() === '') throw new SyntaxError('the condition is empty');
  if (text.length > longestCondition) {
    throw new SyntaxError(`the condition has ${text.length} characters; ${longestCondition} are allowed`);
  }
  let depth = 0;
  for (const [token] of text.replace(/\s+/g, '').matchAll(/[()[\]]|[!~+-]+/g)) {
    if (token === '(' || token === '[') depth += 1;
    else if (token === ')' || token === ']') depth -= 1;
    if (depth > deepestCondition || token.length > deepestCondition) throw new SyntaxError('the condition nests too deep');
  }
}

/** @param expression null for a gap in a list */
function compile(expression: jsep.Expression | null): Condition {
  if (expression === null) throw new SyntaxError('a list has nothing between two commas');
  switch (expression.type) {
    case 'Literal': {
      const { value } = expression as jsep.Literal;
      if (value instanceof RegExp) throw new SyntaxError('regular expressions are not part of the condition language');
      if (typeof value === 'number' && !Number.isFinite(value)) throw new SyntaxError('the condition holds a number that is too large');
      return value as Condition;
    }
    case 'ArrayExpression':
      return ['list', ...(expression as jsep.ArrayExpression).elements.map(compile)];
    case 'Identifier':
    case 'MemberExpression':
      return ['get', pathOf(expression)];
    case 'UnaryExpression': {
      const { operator, argument } = expression as jsep.UnaryExpression;
      if (operator === '!') return ['!', compile(argument)];
      if (operator === '-') return ['-', 0, compile(argument)];
      throw unknownOperator(operator);
    }
    case 'BinaryExpression':
      return binary(expression as jsep.BinaryExpression);
    case 'CallExpression':
      return call(expression as jsep.CallExpression);
    case 'Compound':
      throw new SyntaxError('there are two expressions side by side; join them with && (and) or || (or), and write ! for not');
    default:
      throw new SyntaxError(`${expression.type} is not part of the condition language; use names, values, lists and comparisons`);
  }
}

function binary({ operator, left, right }: jsep.BinaryExpression): Condition {
  if (!binaryOperators.has(operator)) throw unknownOperator(operator);
  const operands = [compile(left), compile(right)] as const;
  if (operator !== '&&' && operator !== '||') return [operator as Operator, ...operands];
  // `a && b && c` becomes one conjunction, so that long ones are not deep ones.
  return [operator, ...operands.flatMap((operand) => (Array.isArray(operand) && operand[0] === operator ? operand.slice(1) : [operand]))];
}

function call({ callee, arguments: operands }: jsep.CallExpression): Condition {
  const name = callee.type === 'Identifier' ? (callee as jsep.Identifier).name : '';
  const [operand] = operands;
  if (operand === undefined || operands.length > 1 || (name !== 'daysSince' && name !== 'money'))
    throw new SyntaxError(`"${name}(…)" is not part of the condition language; there are ${functions}`);
  if (name === 'daysSince') return ['daysSince', compile(operand)];
  const amount = operand.type === 'Literal' ? readMoney(String((operand as jsep.Literal).value)) : undefined;
  if (amount === undefined) throw new SyntaxError(`an amount is ${moneyForm}, as in money("25 USD")`);
  return ['money', amount.minor, amount.currency];
}

function unknownOperator(operator: string): SyntaxError {
  return new SyntaxError(`"${operator}" is not part of the condition language; write one of ! && || == != < <= > >= in + - *`);
}

function pathOf(expression: jsep.Expression): string {
  if (expression.type === 'Identifier') {
    const { name } = expression as jsep.Identifier;
    if (!(conditionNames as readonly string[]).includes(name)) {
      throw new SyntaxError(
        `"${name}" is not a name that conditions know; they know ${conditionNames.join(', ')} (text stands in "straight quotes")`,
      );
    }
    return name;
  }
  const { object, property, computed } = expression as jsep.MemberExpression;
  if (expression.type !== 'MemberExpression' || computed || property.type !== 'Identifier')
    throw new SyntaxError('write names with dots, as in customer.tier');
  return `${pathOf(object)}.${(property as jsep.Identifier).name}`;
}
