import type { SchemaNode } from '../../src/content/page-facts.ts';

const mostItems = 500;

/** Schema.org microdata in the form of JSON-LD (https://html.spec.whatwg.org/#microdata); `itemref` is not followed. */
export function microdataItems(document: Document): SchemaNode[] {
  const nodes = new Map<Element, Record<string, unknown>>();
  const roots: SchemaNode[] = [];
  for (const element of Array.from(document.querySelectorAll('[itemscope][itemtype*="schema.org/"]')).slice(0, mostItems)) {
    const node: Record<string, unknown> = { '@type': element.getAttribute('itemtype')?.trim().split(/\s+/) };
    nodes.set(element, node);
    if (!element.hasAttribute('itemprop') && element.closest('edge-agent') === null) roots.push(node);
  }
  if (nodes.size === 0) return [];
  for (const element of Array.from(document.querySelectorAll('[itemprop]')).slice(0, mostItems * 10)) {
    const scope = element.parentElement?.closest('[itemscope]');
    const owner = scope ? nodes.get(scope) : undefined;
    if (owner === undefined) continue;
    for (const name of element.getAttribute('itemprop')?.trim().split(/\s+/) ?? [])
      add(owner, name, nodes.get(element) ?? contentOf(element));
  }
  return roots;
}

function add(node: Record<string, unknown>, name: string, value: unknown): void {
  const known = Object.hasOwn(node, name) ? node[name] : undefined;
  node[name] = known === undefined ? value : [known, value].flat();
}

function contentOf(element: Element): string {
  const attribute = { LINK: 'href', DATA: 'value', METER: 'value', TIME: 'datetime' }[element.tagName] ?? 'content';
  return element.getAttribute('content') ?? element.getAttribute(attribute) ?? element.textContent ?? '';
}
