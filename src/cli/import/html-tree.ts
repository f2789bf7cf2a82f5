import type { Element, Nodes, Root } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { type DefaultTreeAdapterTypes, parse, parseFragment } from 'parse5';

/** A page that cannot be imported: why, in words for a person. */
export class PageError extends Error {
  override readonly name = 'PageError';
}

/** Deeper pages are made by a fault; what walks a tree here is recursive. */
const deepestElements = 400;

/** Parses a page as browsers do. Throws a PageError where it nests too deep. */
export function parsePage(html: string): Root {
  return treeOf(parse(html));
}

export function parseHtmlFragment(html: string): Root {
  return treeOf(parseFragment(html));
}

function treeOf(parsed: DefaultTreeAdapterTypes.Document | DefaultTreeAdapterTypes.DocumentFragment): Root {
  let level: DefaultTreeAdapterTypes.Node[] = [parsed];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepestElements) throw new PageError(`its elements nest more than ${deepestElements} deep`);
    level = level.flatMap((node) => ('childNodes' in node ? node.childNodes : []));
  }
  return fromParse5(parsed) as Root;
}

export function isElement(node: Nodes | undefined, ...names: readonly string[]): node is Element {
  return node?.type === 'element' && (names.length === 0 || names.includes(node.tagName));
}

/** All elements below a node, in the order of the page. */
export function elementsIn(node: Nodes): Element[] {
  const found: Element[] = [];
  const visit = (each: Nodes): void => {
    if (!('children' in each)) return;
    for (const child of each.children) {
      if (child.type === 'element') found.push(child);
      visit(child);
    }
  };
  visit(node);
  return found;
}

export function elementsNamed(node: Nodes, ...names: readonly string[]): Element[] {
  return elementsIn(node).filter(({ tagName }) => names.includes(tagName));
}

/** An attribute as text; lists are joined with spaces. Named as hast names properties: `className`, `ariaControls`. */
export function attribute(element: Element, name: string): string | undefined {
  const value = element.properties[name];
  if (value === undefined || value === null || value === false) return undefined;
  return Array.isArray(value) ? value.join(' ') : String(value);
}

export type Parents = ReadonlyMap<Nodes, Root | Element>;

export function parentsIn(root: Root): Parents {
  const parents = new Map<Nodes, Root | Element>();
  const visit = (node: Root | Element): void => {
    for (const child of node.children) {
      parents.set(child, node);
      if (child.type === 'element') visit(child);
    }
  };
  visit(root);
  return parents;
}

/** A node's parent, its parent's parent and so on. */
export function ancestorsOf(node: Nodes, parents: Parents): (Root | Element)[] {
  const ancestors: (Root | Element)[] = [];
  for (let each = parents.get(node); each !== undefined; each = parents.get(each)) ancestors.push(each);
  return ancestors;
}

const unseen = new Set(['script', 'style', 'noscript', 'template', 'svg', 'head']);
const inline = new Set('a abbr b bdi bdo cite code em font i kbd mark q s small span strong sub sup u var wbr'.split(' '));

/** The words of nodes as a person sees them: single spaces, blocks parted by a space, no scripts. */
export function wordsOf(...nodes: readonly Nodes[]): string {
  const parts: string[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'text') parts.push(node.value);
    if (node.type === 'element' && unseen.has(node.tagName)) return;
    if (!('children' in node)) return;
    const isBlock = node.type === 'element' && !inline.has(node.tagName);
    if (isBlock) parts.push(' ');
    for (const child of node.children) visit(child);
    if (isBlock) parts.push(' ');
  };
  for (const node of nodes) visit(node);
  return parts.join('').replace(/\s+/gu, ' ').trim();
}

/** Whether nodes show anything: words or a picture. */
export function showsSomething(...nodes: readonly Nodes[]): boolean {
  return nodes.some((node) => {
    if (node.type === 'text') return node.value.trim() !== '';
    if (isElement(node) && unseen.has(node.tagName)) return false;
    return isElement(node, 'img') || ('children' in node && showsSomething(...node.children));
  });
}
