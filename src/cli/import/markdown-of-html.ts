import type { ElementContent, Nodes } from 'hast';
import { toMdast } from 'hast-util-to-mdast';
import type { Root as MarkdownRoot, Parent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { displayText } from '../../language/normalize.ts';
import { cleanHtml } from './clean-html.ts';
import { parseHtmlFragment } from './html-tree.ts';

const writer = unified().use(remarkGfm).use(remarkStringify, { bullet: '-', rule: '-', listItemIndent: 'one', fences: true }).freeze();
const answerMark = /^(?:\*\*)?(?:A|Answer|Antwort|R|Réponse|Respuesta|Resposta|О|Ответ|答|回答|A\s*\d+)\s*[:：](?:\*\*)?\s*/u;
/** Headings in an answer start at this level; levels 1 and 2 are the page's own. */
const topHeading = 3;

/**
 * Markdown that a person can edit, from the HTML of an answer: paragraphs, lists, links, tables, pictures, bold.
 * @param base address of the page, for relative links
 */
export function markdownOf(nodes: readonly Nodes[], base: string | undefined): string {
  const children = lowerHeadings(cleanHtml(nodes, base));
  const tree = toMdast({ type: 'root', children }, { document: true }) as MarkdownRoot;
  joinCode(tree);
  return withPlainAddresses(writer.stringify(tree)).trim().replace(answerMark, '');
}

/** Two pieces of code side by side are one: Markdown cannot write them apart. */
function joinCode(parent: Parent): void {
  for (const [index, node] of parent.children.entries()) {
    if ('children' in node) joinCode(node);
    const next = parent.children[index + 1];
    if (node.type !== 'inlineCode' || next?.type !== 'inlineCode') continue;
    next.value = node.value + next.value;
    node.value = '';
  }
  parent.children = parent.children.filter((node) => node.type !== 'inlineCode' || node.value !== '');
}

/** Addresses in the text are to become links when the Markdown is read, so they are not escaped. */
function withPlainAddresses(markdown: string): string {
  return markdown
    .replace(/\b(https?)\\:\/\//g, '$1://')
    .replace(/\bwww\\\./g, 'www.')
    .replace(/(?<=[\w.+-])\\@(?=\w)/g, '@');
}

/** The same from text that may be HTML, as in JSON-LD and exports. Other text is taken for Markdown, and its lines stay lines. */
export function markdownOfText(text: string, base: string | undefined): string {
  if (isHtml(text)) return markdownOf(parseHtmlFragment(text).children, base);
  const lines = decoded(text)
    .trim()
    .split(/\r\n|\r|\n/)
    .map((line) => displayText(line).trimEnd());
  return lines
    .map((line, index) => (isPlainLine(line) && isPlainLine(lines[index + 1] ?? '') ? `${line}\\` : line))
    .join('\n')
    .replace(answerMark, '');
}

const tag =
  /<\/?(?:a|article|audio|b|blockquote|br|center|code|dd|del|details|div|dl|dt|em|figure|font|h[1-6]|hr|i|iframe|img|ins|li|ol|p|pre|s|script|section|small|span|strong|style|sub|sup|table|tbody|td|th|thead|tr|u|ul|video)\b[^<>]*>/i;

export function isHtml(text: string): boolean {
  return tag.test(text);
}

/** Character references, as exports have them in plain text too. */
function decoded(text: string): string {
  return /&(?:#?\w+);/.test(text) ? wordsWithLines(text) : text;
}

function wordsWithLines(text: string): string {
  const [node] = parseHtmlFragment(text.replaceAll('<', '&lt;')).children;
  return node?.type === 'text' ? node.value : text;
}

/** Neither empty nor the start of a list item, heading, quote or table row. */
function isPlainLine(line: string): boolean {
  return line.trim() !== '' && !/^\s*(?:[-+*#>|]|\d+[.)]\s)/.test(line);
}

function lowerHeadings(children: ElementContent[]): ElementContent[] {
  const levels: number[] = [];
  const visit = (nodes: readonly ElementContent[], change: (level: number) => number): ElementContent[] =>
    nodes.map((node) => {
      if (node.type !== 'element') return node;
      const level = /^h[1-6]$/.test(node.tagName) ? Number(node.tagName[1]) : undefined;
      const tagName = level === undefined ? node.tagName : `h${change(level)}`;
      return { ...node, tagName, children: visit(node.children, change) };
    });
  visit(children, (level) => levels.push(level) && level);
  const highest = Math.min(...levels);
  return levels.length === 0 ? children : visit(children, (level) => Math.min(6, level - highest + topHeading));
}
