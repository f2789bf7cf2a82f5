import type { SchemaNode } from '../page-facts.ts';

export interface SchemaNodes {
  /** Products and product groups in the order of the page; listed ones stand in an ItemList. */
  readonly products: readonly { readonly node: SchemaNode; readonly isListed: boolean }[];
  readonly questions: readonly SchemaNode[];
}

/** Where pages nest what they are about; other properties lead to related things that the page does not offer. */
const passages = ['@graph', 'mainEntity', 'hasPart', 'itemListElement', 'item'];
const productTypes = /^(?:Product(?:Group|Model)?|IndividualProduct|SomeProducts|Vehicle|Car)$/;
const mostNodes = 5_000;

/** Finds the products and questions of a page's schema.org data: single objects, arrays, `@graph`, nested pages and lists. */
export function schemaNodes(roots: readonly unknown[]): SchemaNodes {
  resolveReferences(roots);
  const products: { node: SchemaNode; isListed: boolean }[] = [];
  const questions: SchemaNode[] = [];
  const variants = new Set<unknown>();
  const seen = new Set<unknown>();
  const waiting = roots.map((value) => ({ value, isListed: false }));
  for (let next = waiting.shift(); next !== undefined && seen.size < mostNodes; next = waiting.shift()) {
    const { value, isListed } = next;
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    if (Array.isArray(value)) {
      waiting.unshift(...value.slice(0, mostNodes).map((each) => ({ value: each, isListed })));
      continue;
    }
    const node = value as SchemaNode;
    const types = termsOf(node['@type']);
    if (types.some((type) => productTypes.test(type))) {
      products.push({ node, isListed });
      for (const variant of listOf(node.hasVariant)) variants.add(variant);
    }
    if (types.includes('Question')) questions.push(node);
    waiting.unshift(...passages.map((name) => ({ value: node[name], isListed: isListed || name === 'itemListElement' })));
  }
  return { products: products.filter(({ node }) => !variants.has(node)), questions };
}

/** Puts what an `{"@id": …}` refers to in its place, so that readers need not look it up. What results may be cyclic. */
function resolveReferences(roots: readonly unknown[]): void {
  const nodes = new Map<string, object>();
  const holders: Record<string, unknown>[] = [];
  const waiting: unknown[] = [...roots];
  while (waiting.length > 0 && holders.length < mostNodes * 4) {
    const value = waiting.pop();
    if (typeof value !== 'object' || value === null) continue;
    const holder = value as Record<string, unknown>;
    holders.push(holder);
    const id = holder['@id'];
    if (typeof id === 'string' && !isReference(holder)) nodes.set(id, holder);
    for (const each of Object.values(holder)) waiting.push(each);
  }
  for (const holder of holders) {
    for (const [name, value] of Object.entries(holder)) {
      const target = isReference(value) ? nodes.get(value['@id']) : undefined;
      if (target !== undefined) holder[name] = target;
    }
  }
}

function isReference(value: unknown): value is { '@id': string } {
  return typeof value === 'object' && value !== null && typeof (value as SchemaNode)['@id'] === 'string' && Object.keys(value).length === 1;
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value.slice(0, 500) : value === undefined || value === null ? [] : [value];
}

/** All objects of a property, whether it holds one or several. */
export function nodesOf(value: unknown): readonly SchemaNode[] {
  return listOf(value).filter((each): each is SchemaNode => typeof each === 'object' && each !== null && !Array.isArray(each));
}

/** The last part of schema.org's terms: "https://schema.org/InStock", "schema:InStock" and "InStock" are one. */
export function termsOf(value: unknown): readonly string[] {
  return listOf(value).flatMap((each) => (typeof each === 'string' ? (/(\w{1,60})\/?\s*$/.exec(each.slice(-100))?.[1] ?? []) : []));
}
