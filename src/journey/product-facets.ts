import { formatMoney } from '../policy/money.ts';
import type { LikelyProduct, Product } from './product.ts';

/** Something by which products differ, so that it can be asked for. */
export type Facet = { readonly kind: 'category' } | { readonly kind: 'price' } | { readonly kind: 'feature'; readonly name: string };

/** A question that sets likely products apart. */
export interface Split {
  readonly facet: Facet;
  readonly choices: readonly { readonly id: string; readonly label: string }[];
  /** Expected information, in bits. */
  readonly bits: number;
}

/** Words for ranges: `{from}` and `{to}` are filled in. */
export interface RangeWords {
  readonly upTo: string;
  readonly between: string;
  readonly over: string;
}

/** More than this is a list to study, no question. */
const mostChoices = 6;
/** A question that is expected to tell less is not worth asking. */
const leastBits = 0.3;
/** Products that are less likely than this share of the likeliest are out of the running. */
export const aliveShare = 0.05;

export function facetKey(facet: Facet): string {
  return facet.kind === 'feature' ? `feature:${facet.name}` : facet.kind;
}

export function facetOf(key: string): Facet | undefined {
  if (key === 'category' || key === 'price') return { kind: key };
  return key.startsWith('feature:') ? { kind: 'feature', name: key.slice('feature:'.length) } : undefined;
}

/** Whether a product has what a choice of a facet stands for; undefined where its data does not tell. */
export function fitsFacet(product: Product, facet: Facet, choice: string): boolean | undefined {
  if (facet.kind === 'category') return product.category.length === 0 ? undefined : product.category.includes(choice);
  const [, from, to] = /^(\S*)\.\.(\S*)$/.exec(choice) ?? [];
  if (from === undefined || to === undefined) {
    const value = textOf(product, facet);
    return value === undefined ? undefined : value === choice;
  }
  const amount = numberOf(product, facet)?.number;
  return amount === undefined ? undefined : (from === '' || amount > Number(from)) && (to === '' || amount <= Number(to));
}

/** A product's value as visitors read it; empty where there is none. */
export function facetValue(product: Product, facet: Facet, locale: string): string {
  if (facet.kind === 'category') return product.category.at(-1) ?? '';
  if (facet.kind === 'price') return product.price === undefined ? '' : formatMoney(product.price, locale);
  return textOf(product, facet) ?? '';
}

/** The choice of a split that a number falls into. */
export function rangeWith(number: number, choices: Split['choices']): string | undefined {
  return choices.find(({ id }) => {
    const [, from, to] = /^(\S*)\.\.(\S*)$/.exec(id) ?? [];
    return from !== undefined && to !== undefined && (from === '' || number > Number(from)) && (to === '' || number <= Number(to));
  })?.id;
}

/**
 * The question that is expected to tell most of which product is meant, by mutual information; undefined where none tells
 * enough. Of equals the first: category, price, features in the order of the likeliest product.
 * @param asked keys of facets that were asked already
 */
export function nextSplit(
  likely: readonly LikelyProduct[],
  asked: ReadonlySet<string>,
  words: RangeWords,
  locale: string,
): Split | undefined {
  const least = aliveShare * (likely[0]?.likelihood ?? 0);
  const alive = likely.filter(({ likelihood }) => likelihood >= least);
  const names = [...new Set(alive.flatMap(({ product }) => product.features.map(({ name }) => name)))];
  const facets: Facet[] = [{ kind: 'category' }, { kind: 'price' }, ...names.map((name) => ({ kind: 'feature', name }) as const)];
  let best: Split | undefined;
  for (const facet of facets) {
    if (asked.has(facetKey(facet))) continue;
    const choices = choicesOf(
      alive.map(({ product }) => product),
      facet,
      words,
      locale,
    );
    if (choices.length < 2) continue;
    const bits = informationOf(alive, facet, choices);
    if (bits >= leastBits && bits > (best?.bits ?? 0) + 1e-9) best = { facet, choices, bits };
  }
  return best;
}

/** What the answer is expected to tell, in bits: its entropy less that of the answer for who knows the product. */
function informationOf(alive: readonly LikelyProduct[], facet: Facet, choices: Split['choices']): number {
  const total = alive.reduce((sum, { likelihood }) => sum + likelihood, 0);
  const mass = choices.map(() => 0);
  let noise = 0;
  for (const { product, likelihood } of alive) {
    const share = likelihood / total;
    const fitting = choices.flatMap(({ id }, index) => (fitsFacet(product, facet, id) === true ? [index] : []));
    const possible = fitting.length > 0 ? fitting : choices.map((_, index) => index);
    for (const index of possible) mass[index] = (mass[index] ?? 0) + share / possible.length;
    noise += share * Math.log2(possible.length);
  }
  return mass.reduce((sum, each) => sum - (each > 0 ? each * Math.log2(each) : 0), 0) - noise;
}

function choicesOf(products: readonly Product[], facet: Facet, words: RangeWords, locale: string): Split['choices'] {
  if (facet.kind === 'category') return categoryChoices(products);
  const numbers = products.flatMap((product) => numberOf(product, facet) ?? []);
  const known = products.filter((product) => facetValue(product, facet, locale) !== '').length;
  const [first] = numbers;
  if (first !== undefined && numbers.length === known && numbers.every(({ unit }) => unit === first.unit))
    return rangesOf(numbers, words, locale);
  if (facet.kind === 'price') return [];
  const values = [...new Set(products.flatMap((product) => textOf(product, facet) ?? []))];
  // Where each product has a text of its own, the question would be which product it is.
  const isOwnOfEach = values.length === known && known > 2;
  const isLong = values.length > mostChoices || values.some((value) => value.length > longestChoice);
  return isOwnOfEach || isLong ? [] : values.map((value) => ({ id: value, label: value }));
}

/** In characters; a longer text is a description. */
const longestChoice = 40;

/** The narrowest level of categories that is still a short list. */
function categoryChoices(products: readonly Product[]): Split['choices'] {
  const depth = Math.max(0, ...products.map(({ category }) => category.length));
  for (let level = depth; level > 0; level -= 1) {
    const names = [...new Set(products.flatMap(({ category }) => category.slice(0, level).at(-1) ?? []))];
    if (names.length <= mostChoices) return names.map((name) => ({ id: name, label: name }));
  }
  return [];
}

interface Quantity {
  readonly number: number;
  readonly unit: string;
  readonly show: (number: number, locale: string) => string;
}

/** Up to three ranges with about as many values in each. */
function rangesOf(numbers: readonly Quantity[], { upTo, between, over }: RangeWords, locale: string): Split['choices'] {
  const values = [...new Set(numbers.map(({ number }) => number))].sort((a, b) => a - b);
  const [{ show }] = numbers as readonly [Quantity, ...Quantity[]];
  const parts = Math.min(3, values.length);
  if (parts < 2) return [];
  const ends = Array.from({ length: parts - 1 }, (_, index) => values[Math.ceil(((index + 1) * values.length) / parts) - 1] as number);
  return [...ends, undefined].map((to, index) => {
    const from = ends[index - 1];
    const words = from === undefined ? upTo : to === undefined ? over : between;
    const fill = (number: number | undefined) => (number === undefined ? '' : show(number, locale));
    return { id: `${from ?? ''}..${to ?? ''}`, label: words.replace('{from}', fill(from)).replace('{to}', fill(to)) };
  });
}

function textOf({ features }: Product, facet: Facet): string | undefined {
  return facet.kind === 'feature' ? features.find(({ name }) => name === facet.name)?.value : undefined;
}

/** A price in minor units, or a feature that is one number with its unit. */
function numberOf(product: Product, facet: Facet): Quantity | undefined {
  if (facet.kind === 'price') {
    const { price } = product;
    if (price === undefined) return undefined;
    const { currency } = price;
    return { number: price.minor, unit: currency, show: (minor, locale) => formatMoney({ minor, currency }, locale) };
  }
  const [, digits, unit = ''] = /^(\d+(?:[.,]\d+)?)[ \u00a0\u202f]?([^\d\s,;()]{0,12})$/u.exec(textOf(product, facet)?.trim() ?? '') ?? [];
  if (digits === undefined) return undefined;
  const show = (number: number, locale: string) => `${new Intl.NumberFormat(locale).format(number)} ${unit}`.trim();
  return { number: Number(digits.replace(',', '.')), unit, show };
}
