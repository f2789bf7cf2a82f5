import { Lexer } from 'yaml';

/** Levels of brackets, and columns of indentation: no authored file needs half of it, and the parser's stack bears it. */
const deepestBrackets = 50;
const widestIndentation = 200;

/** Where a YAML text starts to nest too deep for the parser, as an offset; undefined where it does not. */
export function tooDeepAt(text: string): number | undefined {
  let offset = 0;
  let brackets = 0;
  let column = 0;
  let isIndentation = true;
  for (const token of new Lexer().lex(text)) {
    if (/^[\u0002\u0018\u001F]$/.test(token)) continue; // the lexer's own signs, not in the text
    if (token === '[' || token === '{') brackets += 1;
    else if (token === ']' || token === '}') brackets -= 1;
    else if (token.endsWith('\n')) {
      column = 0;
      isIndentation = true;
    } else if (isIndentation && /^(?: +|[-?:])$/.test(token)) column += token.length;
    else isIndentation = false;
    if (brackets > deepestBrackets || (brackets === 0 && isIndentation && column > widestIndentation)) return offset;
    offset += token.length;
  }
  return undefined;
}
