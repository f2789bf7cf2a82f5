import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Product, productIn, readProducts } from './products.ts';
import { type Region, regions } from './regions.ts';
import { readWords } from './words.ts';

// `npx tsx demo/shop/write-products.ts` writes the shop's products into its support content, after a change of
// `products.json` or of the texts; tests/demo-products.test.ts tells when that was forgotten.

/** `demo/content/products/<locale>.json` by locale: what the product pages say, in schema.org's words. */
export async function productFiles(): Promise<ReadonlyMap<string, string>> {
  const products = await readProducts();
  return new Map(
    await Promise.all(
      regions.map(async (region) => {
        const words = await readWords(region.locale);
        const data = products.map((raw) => dataOf(productIn(raw, region.locale, words), region));
        return [region.locale, `${JSON.stringify(data, null, 1)}\n`] as const;
      }),
    ),
  );
}

function dataOf({ id, name, kind, description, price, variants, specs }: Product, { locale, currency }: Region) {
  const path = `${locale === 'en' ? '' : `/${locale}`}/products/${id}/`;
  return {
    '@context': 'https://schema.org',
    '@type': 'Product',
    productID: id,
    name,
    inLanguage: locale,
    url: path,
    category: kind,
    description,
    additionalProperty: specs.map(({ label, value }) => ({ '@type': 'PropertyValue', name: label, value })),
    offers: variants.map(({ sku, colour, isInStock }) => ({
      '@type': 'Offer',
      sku,
      name: colour,
      price: price[currency],
      priceCurrency: currency,
      availability: `https://schema.org/${isInStock ? 'InStock' : 'OutOfStock'}`,
    })),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const directory = fileURLToPath(new URL('../content/products/', import.meta.url));
  await mkdir(directory, { recursive: true });
  for (const [locale, text] of await productFiles()) await writeFile(`${directory}${locale}.json`, text);
}
