import type { Product } from '../journey/product.ts';
import { EdgeAgentError } from '../protocol/errors.ts';
import { openShard, startShard } from './bytes.ts';

/** What the shop sells in one locale, as UTF-8 JSON: every product is weighed each time, so none is read by itself. */
export function writeProducts(products: readonly Product[]): Uint8Array<ArrayBuffer> {
  const writer = startShard('products');
  writer.block(new TextEncoder().encode(JSON.stringify(products)));
  return writer.finish();
}

/** Throws `pack-invalid` where they are damaged. */
export function readProducts(bytes: Uint8Array): readonly Product[] {
  let products: unknown;
  try {
    products = JSON.parse(new TextDecoder().decode(openShard(bytes, 'products').block()));
  } catch (thrown) {
    if (thrown instanceof EdgeAgentError) throw thrown;
  }
  if (
    !Array.isArray(products) ||
    products.some((each: Partial<Product> | null) => typeof each?.id !== 'string' || !Array.isArray(each.features))
  )
    throw new EdgeAgentError('pack-invalid', 'the products are damaged');
  return products as readonly Product[];
}
