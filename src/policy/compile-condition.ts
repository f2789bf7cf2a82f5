import jsep from 'jsep';
import type { Condition, Operator } from './condition.ts';

// `in` stands beside the comparisons; everything else of the language is jsep's own grammar.
jsep.addBinaryOp('in', 7);

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
  'slot',
] as const;

/**
 * Compiles the authors' text to data. Understood: literals, lists `[…]`, names with dots, `! && || == != < <= > >= in + - *`
 * and brackets. Throws a SyntaxError that says what is wrong and what is allowed.
 */
export function compileCondition(text: string): Condition {
  let expression: jsep.Expression;
  try {
    expression = jsep(text);
  } catch (thrown) {
    throw new SyntaxError(`the condition does not parse: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
  }
  return compile(expression);
}

function compile(expression: jsep.Expression): Condition {
  switch (expression.type) {
    case 'Literal': {
      const { value } = expression as jsep.Literal;
      if (value instanceof RegExp) throw new SyntaxError('regular expressions are not part of the condition language');
      return value as Condition;
    }
    case 'ArrayExpression':
      return ['list', ...(expression as jsep.ArrayExpression).elements.map((element) => compile(element as jsep.Expression))];
    case 'Identifier':
    case 'MemberExpression':
      return ['get', pathOf(expression)];
    case 'UnaryExpression': {
      const { operator, argument } = expression as jsep.UnaryExpression;
      if (operator === '!') return ['!', compile(argument)];
      if (operator === '-') return ['-', 0, compile(argument)];
      throw new SyntaxError(`"${operator}" is not part of the condition language; write one of ! - && || == != < <= > >= in`);
    }
    case 'BinaryExpression': {
      const { operator, left, right } = expression as jsep.BinaryExpression;
      if (!binaryOperators.has(operator)) {
        throw new SyntaxError(`"${operator}" is not part of the condition language; write one of && || == != < <= > >= in + - *`);
      }
      return [operator as Operator, compile(left), compile(right)];
    }
    case 'Compound':
      throw new SyntaxError('there are two expressions side by side; join them with && or ||');
    default:
      throw new SyntaxError(`${expression.type} is not part of the condition language; use names, values, lists and comparisons`);
  }
}

function pathOf(expression: jsep.Expression): string {
  if (expression.type === 'Identifier') {
    const { name } = expression as jsep.Identifier;
    if (!(conditionNames as readonly string[]).includes(name)) {
      throw new SyntaxError(`"${name}" is not a name that conditions know; they know ${conditionNames.join(', ')} (text stands in quotes)`);
    }
    return name;
  }
  const { object, property, computed } = expression as jsep.MemberExpression;
  if (computed || property.type !== 'Identifier') throw new SyntaxError('write names with dots, as in customer.tier');
  return `${pathOf(object)}.${(property as jsep.Identifier).name}`;
}
