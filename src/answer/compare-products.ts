import type { JourneyTongue } from '../journey/journey-tongue.ts';
import type { LikelyProduct, Product } from '../journey/product.ts';
import { facetValue, fitsFacet } from '../journey/product-facets.ts';
import { isOver, type Wish } from '../journey/rank-products.ts';
import type { Standing } from '../journey/standing.ts';
import { formatMoney } from '../policy/money.ts';
import { fill } from './phrases/phrases.ts';
import type { ComparedProduct } from './reply.ts';

/** More rows make a card longer than a phone is high. */
const mostFeatures = 5;

/** Products side by side, each with why it fits and where it does not. */
export function compareProducts({ wish, likely }: Extract<Standing, { kind: 'compare' }>, tongue: JourneyTongue): ComparedProduct[] {
  const shared = sharedFeatures(likely.map(({ product }) => product));
  return likely.map(({ product, said }) => {
    const features = product.features.filter(({ name }) => shared.size === 0 || shared.has(name)).slice(0, mostFeatures);
    return {
      id: product.id,
      title: product.title,
      ...(product.price && { price: product.price }),
      ...(product.href === undefined ? {} : { href: product.href }),
      reasons: reasonsFor({ product, said }, wish, tongue),
      features,
    };
  });
}

/** Names of features that all of them have: only those can be compared. */
function sharedFeatures([first, ...rest]: readonly Product[]): Set<string> {
  const names = first?.features.map(({ name }) => name) ?? [];
  return new Set(names.filter((name) => rest.every(({ features }) => features.some((feature) => feature.name === name))));
}

function reasonsFor(
  { product, said }: Pick<LikelyProduct, 'product' | 'said'>,
  wish: Wish,
  { phrases: say, locale }: JourneyTongue,
): string[] {
  const reasons = said.length === 0 ? [] : [fill(say.youSaid, { words: said.join(', ') })];
  for (const { facet, choice } of wish.answers) {
    const value = facetValue(product, facet, locale);
    const shown = facet.kind === 'feature' ? `${facet.name}: ${value}` : value;
    const does = fitsFacet(product, facet, choice);
    if (does === true) reasons.push(shown);
    else if (does === false) reasons.push(fill(say.notAsAsked, { value: shown }));
  }
  if (wish.budget !== undefined && product.price !== undefined) {
    const words = isOver(product, wish.budget) ? say.overBudget : say.withinBudget;
    reasons.push(fill(words, { amount: formatMoney(wish.budget, locale) }));
  }
  return reasons;
}
