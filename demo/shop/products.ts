import { readFile } from 'node:fs/promises';
import type { Words } from './words.ts';

export interface Variant {
  readonly sku: string;
  readonly gtin13: string;
  readonly colour: string;
  readonly hex: string;
  readonly isInStock: boolean;
  /** The picture in this colour. */
  readonly image: string;
}

/** A product in one language. */
export interface Product {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly model: string;
  readonly brand: string;
  readonly category: string;
  readonly released: string;
  readonly price: Readonly<Record<string, number>>;
  readonly rating: { readonly value: number; readonly count: number };
  readonly weight: number;
  readonly variants: readonly [Variant, ...Variant[]];
  readonly short: string;
  readonly description: string;
  readonly highlights: readonly string[];
  readonly specs: readonly { readonly label: string; readonly value: string }[];
  readonly inTheBox: readonly string[];
}

type Text = Readonly<Record<string, string>>;

export interface RawProduct {
  readonly id: string;
  readonly brand: string;
  readonly name: Text;
  readonly kind: Text;
  readonly category: string;
  readonly model: string;
  readonly released: string;
  readonly price: Readonly<Record<string, number>>;
  readonly rating: { readonly value: number; readonly count: number };
  readonly shippingWeightKg: number;
  readonly variants: readonly {
    readonly colour: Text;
    readonly hex: string;
    readonly sku: string;
    readonly gtin13: string;
    readonly availability: string;
  }[];
  readonly short: Text;
  readonly description: Text;
  readonly highlights: readonly Text[];
  readonly specs: readonly { readonly label: Text; readonly value: Text }[];
  readonly inTheBox: readonly Text[];
}

/** What `texts/<locale>.yaml` says of a product where `products.json` has no words in that language. */
interface Translation {
  readonly kind: string;
  readonly short: string;
  readonly description: string;
  readonly highlights: readonly string[];
  readonly specs: readonly (readonly [label: string, value: string])[];
  readonly inTheBox: readonly string[];
}

export async function readProducts(): Promise<RawProduct[]> {
  return Object.values(JSON.parse(await readFile(new URL('products.json', import.meta.url), 'utf8')) as Record<string, RawProduct>);
}

/** The name of the picture of a product in one of its colours. */
export function pictureOf(product: string, colour: Text): string {
  return `/images/${product}-${(colour.en ?? '').toLowerCase()}.svg`;
}

/** A product in the language of the words: from `products.json` where it speaks it, else from the translation. */
export function productIn(raw: RawProduct, locale: string, words: Words): Product {
  const own = raw.short[locale] === undefined ? translationOf(raw, words) : undefined;
  const text = (each: Text) => each[locale] ?? each.en ?? '';
  const [first, ...rest] = raw.variants.map((variant) => ({
    sku: variant.sku,
    gtin13: variant.gtin13,
    colour: variant.colour[locale] ?? words.say(`colours.${variant.colour.en}`),
    hex: variant.hex,
    isInStock: variant.availability === 'InStock',
    image: pictureOf(raw.id, variant.colour),
  }));
  if (first === undefined) throw new Error(`products.json: ${raw.id} has no variant`);
  return {
    id: raw.id,
    name: text(raw.name),
    kind: own?.kind ?? text(raw.kind),
    model: raw.model,
    brand: raw.brand,
    category: raw.category,
    released: raw.released,
    price: raw.price,
    rating: raw.rating,
    weight: raw.shippingWeightKg,
    variants: [first, ...rest],
    short: own?.short ?? text(raw.short),
    description: own?.description ?? text(raw.description),
    highlights: own?.highlights ?? raw.highlights.map(text),
    specs:
      own?.specs.map(([label, value]) => ({ label, value })) ??
      raw.specs.map(({ label, value }) => ({ label: text(label), value: text(value) })),
    inTheBox: own?.inTheBox ?? raw.inTheBox.map(text),
  };
}

function translationOf(raw: RawProduct, words: Words): Translation {
  const found = words.data(`catalogue.${raw.id}`) as Translation | undefined;
  if (found === undefined) throw new Error(`${words.file}: "catalogue.${raw.id}" is missing`);
  for (const name of ['highlights', 'specs', 'inTheBox'] as const) {
    if (found[name].length !== raw[name].length)
      throw new Error(
        `${words.file}: "catalogue.${raw.id}.${name}" has ${found[name].length} entries, products.json has ${raw[name].length}`,
      );
  }
  return found;
}
