import { readFile, writeFile } from 'node:fs/promises';
import { elementManifest, referenceOf, withReference } from './reference.ts';

// Run by `npm run reference` after the element's docblock has changed.
const reference = referenceOf(await elementManifest());
for (const name of ['README.md', 'README.zh-CN.md']) {
  const path = new URL(`../../${name}`, import.meta.url);
  await writeFile(path, withReference(await readFile(path, 'utf8'), reference));
}
