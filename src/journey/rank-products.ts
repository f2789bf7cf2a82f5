import type { Money } from '../policy/money.ts';
import type { JourneyTongue } from './journey-tongue.ts';
import type { LikelyProduct, Product } from './product.ts';
import { type Facet, fitsFacet } from './product-facets.ts';

/** What is known of the product that a visitor looks for. */
export interface Wish {
  /** What it is needed for. */
  readonly words: readonly TellingWord[];
  readonly budget?: Money;
  readonly answers: readonly FacetAnswer[];
}

/** A word of the visitor's. */
export interface TellingWord {
  readonly term: string;
  /** As the visitor wrote it. */
  readonly shown: string;
}

export interface FacetAnswer {
  readonly facet: Facet;
  /** Id of one of the facet's choices. */
  readonly choice: string;
}

/** How often something is said of what one looks for that its data does not tell: in other words, or by mistake. */
const wordSlip = 0.2;
const answerSlip = 0.05;
const budgetSlip = 0.1;
/** Neither for nor against: the product's data does not tell. */
const untold = 0.5;

/**
 * How likely each product is the one looked for: naive Bayes with the same prior for all, where each telling word, the
 * budget and each answer speaks against whatever it does not fit. Best first; equal ones in their own order.
 */
export function rankProducts(products: readonly Product[], { words, budget, answers }: Wish, tongue: JourneyTongue): LikelyProduct[] {
  const own = products.map((product) => termsOf(product, tongue));
  const known = new Set(own.flatMap((terms) => [...terms]));
  // A word that fits no product or all of them tells none from another.
  const said = [
    ...new Map(
      words.filter(({ term }) => known.has(term) && own.some((terms) => !terms.has(term))).map(({ term, shown }) => [term, shown]),
    ),
  ];
  const scored = products.map((product, index) => {
    const fits = said.filter(([term]) => own[index]?.has(term));
    let score = wordSlip ** (said.length - fits.length);
    if (budget !== undefined && isOver(product, budget)) score *= budgetSlip;
    for (const { facet, choice } of answers) {
      const does = fitsFacet(product, facet, choice);
      score *= does === undefined ? untold : does ? 1 : answerSlip;
    }
    return { product, score, said: [...new Set(fits.map(([, shown]) => shown))] };
  });
  const sum = scored.reduce((total, { score }) => total + score, 0);
  return scored
    .map(({ product, score, said: fits }) => ({ product, likelihood: score / sum, said: fits }))
    .sort((a, b) => b.likelihood - a.likelihood);
}

/** Whether words tell anything that sets the products apart. */
export function tellsOfProducts(words: readonly TellingWord[], products: readonly Product[], tongue: JourneyTongue): boolean {
  const ranked = rankProducts(products, { words, answers: [] }, tongue);
  return (ranked[0]?.said.length ?? 0) > 0;
}

export function isOver({ price }: Product, budget: Money): boolean {
  return price !== undefined && price.currency === budget.currency && price.minor > budget.minor;
}

function termsOf({ title, description = '', category, features }: Product, { locale, tokenize }: JourneyTongue): Set<string> {
  const texts = [title, description, ...category, ...features.flatMap(({ name, value }) => [name, value])];
  return new Set(texts.flatMap((text) => tokenize(text, locale).map(({ term }) => term)));
}
