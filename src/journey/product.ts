import type { Money } from '../policy/money.ts';

/** Something that the shop sells, in one locale's words. Plain data. */
export interface Product {
  /** The site's own name for it, as pages and conditions have it. */
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  /** From the widest to the narrowest. */
  readonly category: readonly string[];
  /** The lowest of its offers. */
  readonly price?: Money;
  readonly href?: string;
  readonly features: readonly { readonly name: string; readonly value: string }[];
  readonly offers: readonly ProductOffer[];
}

/** One way to have a product: a colour, a size. */
export interface ProductOffer {
  readonly sku: string;
  /** What tells it from the others. */
  readonly name: string;
  readonly price?: Money;
  readonly isInStock: boolean;
}

export interface LikelyProduct {
  readonly product: Product;
  /** Probability that it is the one looked for; all of them add up to 1. */
  readonly likelihood: number;
  /** The visitor's words that speak for it. */
  readonly said: readonly string[];
}
