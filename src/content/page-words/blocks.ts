import type { AnswerDocument, Block } from '../answer-document.ts';

const longestList = 20;

export function paragraph(text: string): Block {
  return { kind: 'paragraph', content: [text] };
}

/** One list of lines, or nothing where there are none. */
export function list(lines: readonly string[]): AnswerDocument {
  if (lines.length === 0) return [];
  return [{ kind: 'list', ordered: false, items: lines.slice(0, longestList).map((line) => [paragraph(line)]) }];
}
