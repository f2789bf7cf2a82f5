import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { shopDocument } from './shop-document.ts';

it('is committed as it is made from the schemas (`npm run schemas` writes it)', async () => {
  const committed = JSON.parse(await readFile(new URL('../../protocol/shop.openapi.json', import.meta.url), 'utf8')) as object;
  expect(committed).toEqual(JSON.parse(JSON.stringify(shopDocument())));
});
