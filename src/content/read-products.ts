import type { Product } from '../journey/product.ts';
import type { Locale } from '../language/locale.ts';
import { authoredLocale } from './authored-locale.ts';
import type { IssueList } from './issue.ts';
import type { SchemaNode } from './page-facts.ts';
import { schemaNodes } from './page-markup/json-ld.ts';
import { readProduct } from './page-markup/read-product.ts';
import { productOf } from './product-of.ts';
import type { Place } from './unit.ts';

/** A product that a file tells of, in one locale. */
export interface AuthoredProduct {
  readonly locale: Locale;
  readonly product: Product;
  readonly place: Place;
}

/**
 * Reads `products/*.json`: schema.org Products as a page's JSON-LD has them, one, a list, or an `@graph`. Their locale is
 * `inLanguage`, else the file's name where it is one (`products/de.json`), else the site's first.
 */
export function readProducts(text: string, file: string, first: Locale, issues: IssueList): AuthoredProduct[] {
  const place: Place = { file, line: 1 };
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    issues.add(place, `the file is not JSON: ${message}`, 'Write schema.org Products as JSON-LD, as product pages have them.');
    return [];
  }
  const name = (file.split('/').pop() ?? '').replace(/\.json$/i, '');
  const own = authoredLocale(name) ?? first;
  const nodes = schemaNodes([data]).products.map(({ node }) => node);
  if (nodes.length === 0) issues.add(place, 'there is no schema.org Product in it', 'Give each product "@type": "Product" and a "name".');
  return nodes.flatMap((node) => {
    const product = readProduct(node, () => '');
    if (product === undefined) {
      issues.add(place, 'a product has no name', 'Give it a "name".');
      return [];
    }
    return [{ locale: localeOf(node) ?? own, product: productOf(product), place }];
  });
}

function localeOf({ inLanguage }: SchemaNode): Locale | undefined {
  return typeof inLanguage === 'string' ? authoredLocale(inLanguage) : undefined;
}
