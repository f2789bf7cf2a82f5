import type { Locale } from '../language/locale.ts';

/** What a page says of itself, as read from its markup; texts are plain, addresses absolute. Anything may be missing. */
export interface PageFacts {
  readonly url: string;
  /** The page's own language, where it declares one. */
  readonly locale?: Locale;
  readonly questions: readonly PageQuestion[];
  readonly products: readonly PageProduct[];
  /** Schema.org data that is not read yet; `readMarkup` turns it into questions and products. */
  readonly markup?: PageMarkup;
}

/** A page's schema.org data as it stands in the page. */
export interface PageMarkup {
  /** The JSON-LD scripts, as written. */
  readonly jsonLd: readonly string[];
  /** Microdata in the form of JSON-LD. */
  readonly items: readonly SchemaNode[];
  /** The page's first heading. */
  readonly title: string;
  /** Headings and the like, each with the fragment that leads to it. */
  readonly places: readonly { readonly text: string; readonly anchor: string }[];
}

/** An object of schema.org data; values may be anything. */
export type SchemaNode = { readonly [property: string]: unknown };

/** A question with its answer: schema.org FAQPage, `<details>`, or `[data-edge-agent]`. */
export interface PageQuestion {
  readonly question: string;
  /** One line for each block; list items start with "• ". */
  readonly answer: string;
  /** Where on the page it stands: a fragment, with `#`, or empty. */
  readonly anchor: string;
}

/** A schema.org Product, or a ProductGroup whose variants are its offers. Codes are ISO 4217 and ISO 3166. */
export interface PageProduct {
  readonly name: string;
  /** Whether the page is about this product above all others; at most one is. */
  readonly isMain?: boolean;
  /** The site's own name for it: schema.org's productID, else the last part of its address. */
  readonly id?: string;
  /** Absolute, or relative to the page. */
  readonly url?: string;
  /** From the widest to the narrowest. */
  readonly category?: readonly string[];
  readonly description?: string;
  readonly brand?: string;
  /** The manufacturer, where it is told apart from the brand. */
  readonly maker?: string;
  readonly sku?: string;
  /** The manufacturer's part number or model. */
  readonly mpn?: string;
  /** The number below the bar code. */
  readonly gtin?: string;
  readonly offers: readonly PageOffer[];
  readonly rating?: { readonly value: number; readonly best: number; readonly count?: number };
  /** Schema.org's own properties (weight, color …) keep its term for a name. */
  readonly properties: readonly { readonly name: string; readonly value: string }[];
  readonly anchor: string;
}

export interface PageOffer {
  /** What tells this variant from the others: colour, size … */
  readonly name?: string;
  /** What the offer itself is called. */
  readonly title?: string;
  readonly sku?: string;
  readonly price?: number;
  readonly highPrice?: number;
  readonly currency?: string;
  /** Whether value-added tax is in the price. */
  readonly taxIncluded?: boolean;
  /** The last part of schema.org's term: `InStock`, `OutOfStock`, `PreOrder` … */
  readonly availability?: string;
  /** ISO 8601 date from which it can be had. */
  readonly availableFrom?: string;
  /** ISO 8601 date until which the price holds. */
  readonly validUntil?: string;
  readonly shipping: readonly PageShipping[];
  readonly returns: readonly PageReturns[];
}

export interface PageShipping {
  /** 0 is free. */
  readonly price?: number;
  readonly currency?: string;
  readonly countries: readonly string[];
  /** The parts of a country that it is limited to, as written. */
  readonly regions?: readonly string[];
  /** True where the markup says that nothing is shipped there. */
  readonly isRefused?: boolean;
  /** Handling and transit together, in days. */
  readonly days?: { readonly from: number; readonly to: number };
}

export interface PageReturns {
  readonly countries: readonly string[];
  /** Days in which a product can be returned; left out where there is no limit, or none is told. */
  readonly days?: number;
  readonly accepted: boolean;
  readonly free?: boolean;
}

export const noPageMarkup: PageMarkup = { jsonLd: [], items: [], title: '', places: [] };

export const noPageFacts: PageFacts = { url: '', questions: [], products: [] };
