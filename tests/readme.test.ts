import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { readContentDirectory } from '../src/content/read-content.ts';
import { elementManifest, referenceOf, withReference } from '../widget/build/reference.ts';

const readme = (name: string) => readFile(new URL(`../${name}`, import.meta.url), 'utf8');

test('the reference in both READMEs is what the element’s docblock says (npm run reference)', async () => {
  const reference = referenceOf(await elementManifest());
  for (const name of ['README.md', 'README.zh-CN.md']) {
    const text = await readme(name);
    expect(withReference(text, reference)).toBe(text);
  }
});

test.each(['README.md', 'README.zh-CN.md'])('the content that %s shows can be built', async (name) => {
  const text = await readme(name);
  const block = (language: string) => new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(text)?.[1] ?? '';
  const { content, issues } = readContentDirectory([
    { path: 'edge-agent.yaml', text: block('yaml') },
    { path: 'units/returns/return-how.md', text: block('markdown') },
  ]);
  expect(issues).toEqual([]);
  expect(content?.units[0]).toMatchObject({ id: 'return-how', owner: expect.any(String), review: '2027-05-01' });
});
