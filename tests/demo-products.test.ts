import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { productFiles } from '../demo/shop/write-products.ts';

test('the demo’s content has the products of its shop (npx tsx demo/shop/write-products.ts)', async () => {
  for (const [locale, text] of await productFiles())
    expect(await readFile(new URL(`../demo/content/products/${locale}.json`, import.meta.url), 'utf8'), locale).toBe(text);
});
