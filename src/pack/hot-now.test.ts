import { describe, expect, it } from 'vitest';
import { readContentDirectory } from '../content/read-content.ts';
import { buildPack } from './build-pack.ts';
import { hotNow } from './hot-now.ts';

const unit = (more: string) => `---\nquestion: What is it?\n${more}\n---\nIt is this.`;
const read = (units: Readonly<Record<string, string>>) =>
  readContentDirectory([
    { path: 'edge-agent.yaml', text: 'site: {id: shop, name: Shop}\nlocales: [en]\n' },
    ...Object.entries(units).map(([id, text]) => ({ path: `units/${id}.md`, text })),
  ]);

async function hotIn(units: Readonly<Record<string, string>>) {
  const { content, issues } = read(units);
  if (content === undefined) throw new Error(JSON.stringify(issues));
  return (await buildPack(content)).manifest.hot ?? [];
}

describe('units that are hot', () => {
  it('are those of today, the page’s own product’s before those of all pages, and no other product’s', async () => {
    const hot = await hotIn({
      always: unit('hot: true'),
      cold: unit('owner: us'),
      launch: unit('product: dock\nhot: {from: 2026-11-20, to: 2026-12-01}'),
      other: unit('product: lamp\nhot: true'),
      elsewhere: unit('product: lamp\nhot: {product: [dock, lamp], to: 2026-11-30}'),
    });
    expect(hotNow(hot, ['dock'], '2026-11-25')).toEqual(['elsewhere', 'launch', 'always']);
    expect(hotNow(hot, ['dock'], '2026-12-01')).toEqual(['launch', 'always']);
    expect(hotNow(hot, ['dock'], '2026-11-19')).toEqual(['elsewhere', 'always']);
    expect(hotNow(hot, [], '2026-11-25')).toEqual(['always']);
  });

  it.each([
    ['dates in the wrong order', 'hot: {from: 2026-12-01, to: 2026-11-01}', 'ends on 2026-11-01, before it starts'],
    ['a day that there is not', 'hot: {from: 2026-02-30}', 'hot'],
    ['something else', 'hot: very', 'hot'],
  ])('are refused with %s', (_, more, message) => {
    expect(
      read({ odd: unit(more) })
        .issues.map((issue) => issue.message)
        .join(),
    ).toContain(message);
  });
});
