import type { FootnoteDefinition, ListItem, Node, PhrasingContent, Root, RootContent, TableRow } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { displayText } from '../language/normalize.ts';
import { type AnswerDocument, type Block, type Cell, type Inline, safeHref, safeImage } from './answer-document.ts';
import { checkMarkdownLimits, deepestBlocks, deepestInlines, MarkdownError, tooDeep } from './markdown-limits.ts';

const parser = unified().use(remarkParse).use(remarkGfm);

/**
 * Compiles Markdown (CommonMark with GitHub's tables, task lists, footnotes and strike-through). HTML in it is text, save
 * that comments go and `<br>` breaks the line. Build time only. Throws a MarkdownError where it nests too deep.
 */
export function compileMarkdown(markdown: string): AnswerDocument {
  checkMarkdownLimits(markdown);
  let root: Root;
  try {
    root = parser.parse(markdown);
  } catch (thrown) {
    throw new MarkdownError(
      `the Markdown cannot be read: ${thrown instanceof Error ? thrown.message : String(thrown)}`,
      1,
      'Write it more simply.',
    );
  }
  return blocksOf(root.children, { definitions: definitionsOf(root), depth: 0 });
}

interface Scope {
  /** Addresses by the name of the reference. */
  readonly definitions: ReadonlyMap<string, string>;
  readonly depth: number;
}

/** Walks without recursion: how deep the tree is gets checked later. The first definition of a name counts. */
function definitionsOf(root: Root): Map<string, string> {
  const definitions = new Map<string, string>();
  const open: RootContent[] = [...root.children].reverse();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node.url);
    if ('children' in node) open.push(...[...node.children].reverse());
  }
  return definitions;
}

function deeper(scope: Scope, node: Node, deepest: number): Scope {
  if (scope.depth >= deepest) throw tooDeep(node.position?.start.line ?? 1);
  return { ...scope, depth: scope.depth + 1 };
}

function blocksOf(nodes: readonly RootContent[], scope: Scope): Block[] {
  return nodes.flatMap((node): Block[] => {
    switch (node.type) {
      case 'paragraph':
        return paragraphOf(inlinesIn(node.children, scope));
      case 'heading':
        return [{ kind: 'heading', content: inlinesIn(node.children, scope) }];
      case 'list': {
        const inside = deeper(scope, node, deepestBlocks);
        const start = node.ordered === true && (node.start ?? 1) !== 1 ? { start: node.start as number } : {};
        return [{ kind: 'list', ordered: node.ordered === true, ...start, items: node.children.map((item) => itemOf(item, inside)) }];
      }
      case 'table':
        return [tableOf(node.children, scope)];
      case 'blockquote':
        return [{ kind: 'quote', content: blocksOf(node.children, deeper(scope, node, deepestBlocks)) }];
      case 'code':
        return [{ kind: 'code', text: displayLines(node.value) }];
      case 'html':
        return documentLines(withoutComments(node.value));
      case 'thematicBreak':
        return [{ kind: 'rule' }];
      case 'footnoteDefinition':
        return footnoteOf(node, scope);
      default:
        return [];
    }
  });
}

function paragraphOf(content: readonly Inline[]): Block[] {
  return content.length === 0 ? [] : [{ kind: 'paragraph', content }];
}

function itemOf(item: ListItem, scope: Scope): Block[] {
  const blocks = blocksOf(item.children, scope);
  return typeof item.checked === 'boolean' ? prefixed(item.checked ? '☑ ' : '☐ ', blocks) : blocks;
}

function footnoteOf(node: FootnoteDefinition, scope: Scope): Block[] {
  return prefixed(`[${displayText(node.label ?? node.identifier)}] `, blocksOf(node.children, deeper(scope, node, deepestBlocks)));
}

function prefixed(prefix: string, [first, ...rest]: readonly Block[]): Block[] {
  if (first?.kind === 'paragraph') return [{ kind: 'paragraph', content: joined([prefix, ...first.content]) }, ...rest];
  return [{ kind: 'paragraph', content: [prefix.trim()] }, ...(first === undefined ? [] : [first]), ...rest];
}

function tableOf(rows: readonly TableRow[], scope: Scope): Block {
  const cells = rows.map((row): Cell[] => row.children.map((cell) => inlinesIn(cell.children, scope)));
  return { kind: 'table', head: cells[0] ?? [], rows: cells.slice(1) };
}

/** The inlines of a block: their depth counts from here. */
function inlinesIn(nodes: readonly PhrasingContent[], { definitions }: Scope): Inline[] {
  return inlines(nodes, { definitions, depth: 0 });
}

function inlines(nodes: readonly PhrasingContent[], scope: Scope): Inline[] {
  return joined(nodes.flatMap((node) => inlineOf(node, scope)));
}

const eastAsianBreak = /([\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]|\p{P})\n(?=[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}])/gu;

function inlineOf(node: PhrasingContent, scope: Scope): Inline[] {
  switch (node.type) {
    case 'text':
      // A soft line break is a space; Chinese and Japanese writing has none there.
      return [displayText(node.value.replace(eastAsianBreak, '$1'))];
    case 'strong':
    case 'emphasis':
      return [{ kind: node.type, content: inlines(node.children, deeper(scope, node, deepestInlines)) }];
    case 'delete':
      return [{ kind: 'deleted', content: inlines(node.children, deeper(scope, node, deepestInlines)) }];
    case 'inlineCode':
      return [{ kind: 'code', text: displayText(node.value) }];
    case 'html':
      return /^<br\s*\/?>$/i.test(node.value) ? [{ kind: 'break' }] : [displayText(withoutComments(node.value))];
    case 'break':
      return [{ kind: 'break' }];
    case 'link':
      return linkTo(node.url, inlines(node.children, deeper(scope, node, deepestInlines)));
    case 'linkReference':
      return linkTo(scope.definitions.get(node.identifier) ?? '', inlines(node.children, deeper(scope, node, deepestInlines)));
    case 'image':
      return imageOf(node.url, node.alt ?? '');
    case 'imageReference':
      return imageOf(scope.definitions.get(node.identifier) ?? '', node.alt ?? '');
    case 'footnoteReference':
      return [`[${displayText(node.label ?? node.identifier)}]`];
    default:
      return [];
  }
}

function linkTo(url: string, content: Inline[]): Inline[] {
  const href = safeHref(displayText(url));
  if (href === undefined || href === '') return content;
  return [{ kind: 'link', href, content: content.length === 0 ? [href] : content }];
}

function imageOf(url: string, alt: string): Inline[] {
  const src = safeImage(displayText(url));
  return src === undefined || src === '' ? [displayText(alt)] : [{ kind: 'image', src, alt: displayText(alt) }];
}

function withoutComments(html: string): string {
  return html.replace(/<!--[\s\S]*?-->/g, '');
}

function documentLines(html: string): Block[] {
  const text = displayText(html).trim();
  return text === '' ? [] : [{ kind: 'paragraph', content: [text] }];
}

function displayLines(text: string): string {
  return text.split('\n').map(displayText).join('\n');
}

/** Neighbouring texts become one, so that the same words give the same data. */
function joined(content: readonly Inline[]): Inline[] {
  const result: Inline[] = [];
  for (const inline of content) {
    const last = result.at(-1);
    if (typeof inline === 'string' && typeof last === 'string') result[result.length - 1] = last + inline;
    else if (inline !== '') result.push(inline);
  }
  return result;
}
