import { type AnswerDocument, type Block, type Cell, type Inline, inlineText, plainText } from '../../content/answer-document.ts';
import { sentencesOf } from './sentences.ts';

/** One statement of a unit: a sentence, or a cell of a table with what its row and column are about. */
export interface Passage {
  readonly text: string;
  /** What the statement is about where the unit says it elsewhere: the row's first cell, an item's bold label, the column's head. */
  readonly keys: readonly string[];
  /** What stands over it: the sentence that opens its list. */
  readonly over: string;
  /** Numbers the table or list that it belongs to; what is said of one key there need not hold for another. */
  readonly group?: number;
}

/** All that an answer states. */
export function passagesOf(document: AnswerDocument): Passage[] {
  const passages: Passage[] = [];
  let over = '';
  let group = 0;
  for (const block of document) {
    if (block.kind === 'list' || block.kind === 'table') group += 1;
    passages.push(...passagesOfBlock(block, over, group));
    const sentences = sentencesOf(plainText([block]));
    over = block.kind === 'paragraph' || block.kind === 'heading' ? (sentences.at(-1) ?? '') : '';
  }
  return passages;
}

function passagesOfBlock(block: Block, over: string, group: number): Passage[] {
  switch (block.kind) {
    case 'list':
      return block.items.flatMap((item) => itemPassages(item, over, group));
    case 'table':
      return block.rows.flatMap((row) => rowPassages(block.head, row, group));
    case 'quote':
      return passagesOf(block.content);
    default:
      return sentencesOf(plainText([block])).map((text) => ({ text, keys: [], over: '' }));
  }
}

/** Most of what stands over a list is about each of its items, where it ends with a colon or names what they are. */
function itemPassages(item: readonly Block[], over: string, group: number): Passage[] {
  const [first] = item;
  const label = first?.kind === 'paragraph' ? labelOf(first.content) : undefined;
  const text = plainText(item);
  const rest = label === undefined ? text : text.slice(text.indexOf(label) + label.length);
  return sentencesOf(rest).map((sentence) => ({
    text: sentence,
    keys: label === undefined ? [] : [label.replace(/[:：?？]\s*$/u, '')],
    over,
    group,
  }));
}

function labelOf([first]: readonly Inline[]): string | undefined {
  if (typeof first !== 'object' || first.kind !== 'strong') return undefined;
  return inlineText(first.content);
}

/** The cells beside the first, each by itself, and all of them as one statement. */
function rowPassages(head: readonly Cell[], row: readonly Cell[], group: number): Passage[] {
  const [key = '', ...cells] = row.map(inlineText);
  const heads = head.map(inlineText);
  return cells.flatMap((text, index) => (text.trim() === '' ? [] : [{ text, keys: [key, heads[index + 1] ?? ''], over: '', group }]));
}
