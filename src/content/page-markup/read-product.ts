import type { PageOffer, PageProduct, SchemaNode } from '../page-facts.ts';
import { nodesOf } from './json-ld.ts';
import { readOffers } from './read-offer.ts';
import { lineOf, numberOf, quantityOf, textsOf } from './schema-values.ts';

const longestDescription = 5_000;
const mostOffers = 50;
const mostProperties = 60;
/** Schema.org's own properties that shoppers ask for. */
const ownProperties = ['color', 'material', 'size', 'weight', 'width', 'height', 'depth', 'pattern'];

/** A Product or ProductGroup, or undefined where it has no name. */
export function readProduct(node: SchemaNode, anchorOf: (heading: string) => string): PageProduct | undefined {
  const name = lineOf(node.name, 200);
  if (name === undefined) return undefined;
  const variants = nodesOf(node.hasVariant).slice(0, mostOffers);
  const offers = [...readOffers(node.offers), ...variants.flatMap((variant) => readOffers(variant.offers, variantName(variant, name)))];
  const brand = lineOf(node.brand);
  const maker = lineOf(node.manufacturer);
  const texts: Record<string, string | undefined> = {
    description: textsOf(node.description, longestDescription),
    brand,
    maker: maker === brand ? undefined : maker,
    sku: lineOf(node.sku ?? node.productID, 60),
    mpn: lineOf(node.mpn ?? node.model, 60),
    gtin: lineOf(node.gtin13 ?? node.gtin ?? node.gtin14 ?? node.gtin12 ?? node.gtin8 ?? node.isbn, 60),
  };
  const rating = readRating(nodesOf(node.aggregateRating)[0]);
  return {
    name,
    ...placeOf(node),
    ...Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined)),
    ...(rating === undefined ? {} : { rating }),
    offers: offers.filter(saysSomething).slice(0, mostOffers),
    properties: readProperties(node),
    anchor: anchorOf(name),
  };
}

function saysSomething({ name: _, currency: __, title: ___, sku: ____, shipping, returns, ...terms }: PageOffer): boolean {
  return shipping.length > 0 || returns.length > 0 || Object.keys(terms).length > 0;
}

/** Where it stands in the shop, by its own name, address and category ("Home > Lamps"). */
function placeOf(node: SchemaNode): Pick<PageProduct, 'id' | 'url' | 'category'> {
  const own = lineOf(node['@id'], 500) ?? '';
  const url = lineOf(node.url, 500) ?? (/^https?:/.test(own) ? own : undefined);
  const id = lineOf(node.productID, 100) ?? url?.replace(/[?#].*$/, '').match(/([^/]+)\/*$/)?.[1];
  const category = (lineOf(node.category, 300) ?? '').split(/\s*[>›»|]\s*/).filter((name) => name !== '');
  return { ...(id === undefined ? {} : { id }), ...(url === undefined ? {} : { url }), ...(category.length > 0 && { category }) };
}

/** What tells a variant from its group: its colour and size, else what its name has more than the group's. */
function variantName(variant: SchemaNode, group: string): string | undefined {
  const marks = ['color', 'size', 'material', 'pattern'].flatMap((property) => quantityOf(variant[property]) ?? []);
  if (marks.length > 0) return marks.join(', ');
  const name = lineOf(variant.name);
  return name?.startsWith(group) ? name.slice(group.length).replace(/^[\s\-–—:,(|]+|\)$/g, '') || name : name;
}

function readRating(node: SchemaNode | undefined): PageProduct['rating'] {
  const value = numberOf(node?.ratingValue);
  const best = numberOf(node?.bestRating) ?? 5;
  const count = numberOf(node?.reviewCount) ?? numberOf(node?.ratingCount);
  if (value === undefined || value === 0 || value > best || count === 0) return undefined;
  return { value, best, ...(count === undefined ? {} : { count }) };
}

function readProperties(node: SchemaNode): { name: string; value: string }[] {
  const found = new Map<string, string>();
  const add = (name: string | undefined, value: string | undefined) => {
    if (name !== undefined && value !== undefined && !found.has(name) && found.size < mostProperties) found.set(name, value);
  };
  // A name on its own is no value.
  for (const { name, ...quantity } of nodesOf(node.additionalProperty)) add(lineOf(name, 100), quantityOf(quantity));
  for (const name of ownProperties) add(name, quantityOf(node[name]));
  return Array.from(found, ([name, value]) => ({ name, value }));
}
