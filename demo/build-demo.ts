import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { buildBrowser } from '../widget/build/build-browser.ts';
import { buildCityPack, buildCityPages } from './city/build-city.ts';
import { edgeAgent } from './edge-agent-command.ts';
import { buildShop } from './shop/build-shop.ts';
import type { AgentScript } from './shop/store.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const contentDir = `${root}demo/content`;
const importedDir = `${root}dist/demo-content/city`;

export const demoDir = `${root}dist/demo`;

/**
 * Builds the demo's two sites into a folder that any web server can serve at its root: the shop, the town's pages under
 * `/city/`, their packs, and the agent's own files, which have to be built before.
 * @param onStep what is done now, in words
 * @param servers addresses of the relay that the shop's pages have their cases and actions go to, and of the shop's order service
 */
export async function buildDemo(
  outDir: string = demoDir,
  onStep: (step: string) => void = () => {},
  servers: Pick<AgentScript, 'relay' | 'orders'> = {},
): Promise<{ pages: number }> {
  await rm(outDir, { recursive: true, force: true });
  onStep('compiling the shop’s support content, and the town’s from its pages');
  const [built] = await Promise.all([
    edgeAgent('build', contentDir, '--out', `${outDir}/pack`, '--agent', `${outDir}/edge-agent`, '--json'),
    buildCityPack(`${outDir}/city/pack`, importedDir, edgeAgent),
  ]);
  const { script } = JSON.parse(built) as { script: { file: string; integrity: string } };
  const agent = { src: `/edge-agent/${script.file}`, integrity: script.integrity };
  onStep('writing the pages');
  const [shopPages, cityPages] = await Promise.all([buildShop(outDir, { ...agent, ...servers }), buildCityPages(`${outDir}/city`, agent)]);
  return { pages: shopPages + cityPages };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!existsSync(`${root}dist/browser/edge-agent.js`)) await buildBrowser();
  const { pages } = await buildDemo(process.argv[2] ?? demoDir, (step) => console.error(step));
  console.log(`${pages} pages are in ${process.argv[2] ?? demoDir}`);
}
