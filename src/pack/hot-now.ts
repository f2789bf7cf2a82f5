import type { Manifest } from './manifest.ts';

type Hot = NonNullable<Manifest['hot']>[number];

/**
 * Units that many ask about now, those of the page's own products first; of equal rank in the pack's order.
 * @param today ISO 8601 day
 */
export function hotNow(hot: readonly Hot[], products: readonly string[], today: string): string[] {
  const isNow = ({ from = today, to = today }: Hot) => from <= today && today <= to;
  const isOfPage = ({ product = [] }: Hot) => product.some((id) => products.includes(id));
  const now = hot.filter((each) => isNow(each) && (each.product === undefined || isOfPage(each)));
  return [...now.filter(isOfPage), ...now.filter((each) => !isOfPage(each))].map(({ unit }) => unit);
}
