import { mkdir, writeFile } from 'node:fs/promises';
import { jsonSchemas } from '../content/json-schemas.ts';

/** `npm run schemas`: writes the JSON Schemas that editors read next to the schemas that they are made from. */
const directory = new URL('../content/schemas/', import.meta.url);
await mkdir(directory, { recursive: true });
for (const [name, schema] of jsonSchemas()) await writeFile(new URL(name, directory), `${JSON.stringify(schema, null, 2)}\n`);
