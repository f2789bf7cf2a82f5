/** Markdown that cannot be read: nested or tangled beyond any use. */
export class MarkdownError extends Error {
  override readonly name = 'MarkdownError';

  /** @param line line of the Markdown, from 1 */
  constructor(
    message: string,
    readonly line: number,
    readonly mend: string,
  ) {
    super(message);
  }
}

/** Lists and quotes inside one another; what a reader can still follow is far less. */
export const deepestBlocks = 20;
/** Emphasis, links and the like inside one another. */
export const deepestInlines = 20;
/** The parser takes time with the square of these: 1,000 are about a second. */
const mostMarks = 1000;

const containers = /^(?:[ \t]*(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)))+/;
const container = />|[-+*]|\d+[.)]/g;
const rule = /^[ \t]*([-*_])(?:[ \t]*\1)+[ \t]*$/;
const marks = /\*+|_+|~+|\[|<|www\./g;
const tableDelimiter = /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?$/;

/** Throws a MarkdownError for what would take the parser minutes or its whole stack; to be called before parsing. */
export function checkMarkdownLimits(markdown: string): void {
  let count = 0;
  let inTable = false;
  markdown.split(/\r\n|\r|\n/).forEach((line, index) => {
    if (depthOf(line) > deepestBlocks) throw tooDeep(index + 1);
    const words = line.trim();
    if (words === '') inTable = false;
    else if (words.includes('|') && tableDelimiter.test(words)) inTable = true;
    // A paragraph is read as a whole, a table cell by cell.
    if (inTable || words === '') count = 0;
    count += line.match(marks)?.length ?? 0;
    if (count > mostMarks) {
      throw new MarkdownError(
        `the paragraph has more than ${mostMarks} marks such as * _ [ <`,
        index + 1,
        'Part it with empty lines, or split the answer into several units.',
      );
    }
  });
}

export function tooDeep(line: number): MarkdownError {
  return new MarkdownError(`lists, quotes or emphasis stand more than ${deepestBlocks} deep in one another`, line, 'Write it flatter.');
}

function depthOf(line: string): number {
  const prefix = containers.exec(line)?.[0];
  if (prefix === undefined || rule.test(line)) return 0;
  return prefix.match(container)?.length ?? 0;
}
