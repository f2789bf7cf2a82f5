import type { PhrasingContent, Root, RootContent, TableRow } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { type AnswerDocument, type Block, type Cell, type Inline, safeHref, safeImage } from './answer-document.ts';

const parser = unified().use(remarkParse).use(remarkGfm);

/** Compiles Markdown (CommonMark with GitHub's tables and strike-through). HTML in it is text. Build time only. */
export function compileMarkdown(markdown: string): AnswerDocument {
  const root = parser.parse(markdown);
  return blocksOf(root.children, definitionsOf(root));
}

type Definitions = ReadonlyMap<string, string>;

function definitionsOf(root: Root): Definitions {
  return new Map(root.children.flatMap((node) => (node.type === 'definition' ? [[node.identifier, node.url] as const] : [])));
}

function blocksOf(nodes: readonly RootContent[], definitions: Definitions): Block[] {
  return nodes.flatMap((node): Block[] => {
    switch (node.type) {
      case 'paragraph':
        return [{ kind: 'paragraph', content: inlines(node.children, definitions) }];
      case 'heading':
        return [{ kind: 'heading', content: inlines(node.children, definitions) }];
      case 'list':
        return [
          {
            kind: 'list',
            ordered: node.ordered === true,
            ...(node.ordered === true && (node.start ?? 1) !== 1 ? { start: node.start as number } : {}),
            items: node.children.map((item) => blocksOf(item.children, definitions)),
          },
        ];
      case 'table':
        return [tableOf(node.children, definitions)];
      case 'blockquote':
        return [{ kind: 'quote', content: blocksOf(node.children, definitions) }];
      case 'code':
        return [{ kind: 'code', text: node.value }];
      case 'html':
        return [{ kind: 'paragraph', content: [node.value] }];
      case 'thematicBreak':
        return [{ kind: 'rule' }];
      default:
        return [];
    }
  });
}

function tableOf(rows: readonly TableRow[], definitions: Definitions): Block {
  const cells = rows.map((row): Cell[] => row.children.map((cell) => inlines(cell.children, definitions)));
  return { kind: 'table', head: cells[0] ?? [], rows: cells.slice(1) };
}

function inlines(nodes: readonly PhrasingContent[], definitions: Definitions): Inline[] {
  return joined(nodes.flatMap((node) => inlineOf(node, definitions)));
}

function inlineOf(node: PhrasingContent, definitions: Definitions): Inline[] {
  switch (node.type) {
    case 'text':
      // A soft line break is a space; Chinese and Japanese writing has none there.
      return [node.value.replace(/(\p{scx=Han}|\p{P})\n(?=\p{scx=Han})/gu, '$1').replaceAll('\n', ' ')];
    case 'strong':
      return [{ kind: 'strong', content: inlines(node.children, definitions) }];
    case 'emphasis':
      return [{ kind: 'emphasis', content: inlines(node.children, definitions) }];
    case 'delete':
      return [{ kind: 'deleted', content: inlines(node.children, definitions) }];
    case 'inlineCode':
      return [{ kind: 'code', text: node.value }];
    case 'html':
      return [node.value];
    case 'break':
      return [{ kind: 'break' }];
    case 'link':
      return linkTo(node.url, inlines(node.children, definitions));
    case 'linkReference':
      return linkTo(definitions.get(node.identifier) ?? '', inlines(node.children, definitions));
    case 'image':
      return imageOf(node.url, node.alt ?? '');
    case 'imageReference':
      return imageOf(definitions.get(node.identifier) ?? '', node.alt ?? '');
    default:
      return [];
  }
}

function linkTo(url: string, content: Inline[]): Inline[] {
  const href = safeHref(url);
  return href === undefined || href === '' ? content : [{ kind: 'link', href, content }];
}

function imageOf(url: string, alt: string): Inline[] {
  const src = safeImage(url);
  return src === undefined || src === '' ? [alt] : [{ kind: 'image', src, alt }];
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
