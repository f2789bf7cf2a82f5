import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { elementManifest, referenceOf, withReference } from '../widget/build/reference.ts';

const readme = (name: string) => readFile(new URL(`../${name}`, import.meta.url), 'utf8');

test('the reference in both READMEs is what the element’s docblock says (npm run reference)', async () => {
  const reference = referenceOf(await elementManifest());
  for (const name of ['README.md', 'README.zh-CN.md']) {
    const text = await readme(name);
    expect(withReference(text, reference)).toBe(text);
  }
});
