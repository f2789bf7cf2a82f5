import { mkdir, writeFile } from 'node:fs/promises';
import { jsonSchemas } from '../content/json-schemas.ts';
import { shopDocument } from '../relay/actions/shop-document.ts';

/** `npm run schemas`: writes what is made from schemas next to them: what editors read, and what a shop has to implement. */
const directory = new URL('../content/schemas/', import.meta.url);
await mkdir(directory, { recursive: true });
for (const [name, schema] of jsonSchemas()) await writeFile(new URL(name, directory), `${JSON.stringify(schema, null, 2)}\n`);
await writeFile(new URL('../protocol/shop.openapi.json', import.meta.url), `${JSON.stringify(shopDocument(), null, 2)}\n`);
