import { readFile } from 'node:fs/promises';
import { type Money, moneyOf } from '../../src/policy/money.ts';
import type { RawProduct } from '../shop/products.ts';

/** One thing that can be ordered. */
export interface Item {
  readonly sku: string;
  readonly product: string;
  readonly title: string;
  readonly colour?: string;
  /** How the shop sorts returns. */
  readonly category: Category;
  readonly isInStock: boolean;
  /** Its names, kinds and colours in every language that the shop has them in. */
  readonly words: string;
  /** Undefined where it is not sold in that currency. */
  price(currency: string): Money | undefined;
}

export type Category = 'audio' | 'appliance' | 'network' | 'reader' | 'light' | 'power' | 'hygiene';

const categories: Readonly<Record<string, Category>> = {
  'lark-2': 'audio',
  'sweep-r5': 'appliance',
  'nomad-ax': 'network',
  'folio-7': 'reader',
  'halo-lamp': 'light',
  'volt-65': 'power',
};

/** Parts that touch skin or dirt; opened ones do not come back. Prices as in facts.yaml. */
const parts = [
  { sku: 'LK2-TIPS', product: 'lark-2', title: 'Lark 2 ear tips (set of four sizes)', price: { EUR: 9, USD: 9, CNY: 49 } },
  { sku: 'SR5-PADS', product: 'sweep-r5', title: 'Sweep R5 mop pads (4)', price: { EUR: 15, USD: 15, CNY: 89 } },
] as const;

/** All that the shop sells, by sku. */
export async function readCatalogue(): Promise<ReadonlyMap<string, Item>> {
  const products = JSON.parse(await readFile(new URL('../shop/products.json', import.meta.url), 'utf8')) as Record<string, RawProduct>;
  const items: Item[] = Object.values(products).flatMap(({ id, name, kind, price, variants }) =>
    variants.map(({ sku, colour, availability }) => ({
      sku,
      product: id,
      title: `${name.en ?? id}, ${colour.en ?? ''}`,
      colour: colour.en ?? '',
      category: categories[id] ?? 'power',
      isInStock: availability === 'InStock',
      words: [name, kind, colour].flatMap((texts) => Object.values(texts)).join(' '),
      price: priceIn(price),
    })),
  );
  for (const { price, ...part } of parts)
    items.push({ ...part, category: 'hygiene', isInStock: true, words: part.title, price: priceIn(price) });
  return new Map(items.map((item) => [item.sku, item]));
}

function priceIn(prices: Readonly<Record<string, number>>): Item['price'] {
  return (currency) => moneyOf(String(prices[currency] ?? ''), currency);
}
