import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { buildBrowser } from '../../widget/build/build-browser.ts';
import budgets from './budgets.json' with { type: 'json' };
import { bundleText, sizeOf } from './bundle.ts';
import { type Goal, reportGoals } from './goals.ts';
import { figure, formatTable } from './table.ts';

/** Bundled the same way, everything that they export kept: what a site would add to its page by them. */
const peers = ['lit', 'deep-chat', '@orama/orama', 'minisearch'];
/** Deep Chat publishes a bundle of its own besides, for pages without a build. */
const deepChatBundle = new URL('deepChat.bundle.js', import.meta.resolve('deep-chat'));

const kilobytes = (bytes: number) => `${figure(bytes / 1000)} kB`;

const built = Object.entries(await buildBrowser());
const own = built.map(([name, { bytes, brotli }]) => {
  const budget = name in budgets ? budgets[name as keyof typeof budgets] : budgets.lazy;
  return { name, bytes, brotli, budget };
});
const others: { name: string; bytes: number; brotli: number }[] = [];
for (const name of peers) others.push({ name, ...(await bundleText(`import * as x from '${name}'; globalThis.x = x;`)) });
others.push({ name: 'deep-chat, its own bundle', ...sizeOf(await readFile(fileURLToPath(deepChatBundle))) });

console.log(
  formatTable(
    ['file', 'raw', 'brotli', 'budget'],
    own.map(({ name, bytes, brotli, budget }) => [name, kilobytes(bytes), kilobytes(brotli), kilobytes(budget)]),
  ),
);
console.log('\nFor comparison, bundled and minified the same way (1 kB = 1000 bytes):\n');
console.log(
  formatTable(
    ['package', 'raw', 'brotli'],
    others.map(({ name, bytes, brotli }) => [name, kilobytes(bytes), kilobytes(brotli)]),
  ),
);
console.log();
const goals = own.map(({ name, brotli, budget }): Goal => ({ name, value: brotli / 1000, limit: budget / 1000, unit: 'kB' }));
reportGoals('size', goals, own.map(({ name, brotli }) => `${name} ${kilobytes(brotli)}`).join(', '));
