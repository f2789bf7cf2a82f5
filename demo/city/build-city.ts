import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { EdgeAgent } from '../edge-agent-command.ts';
import { cspWith } from '../shop/layout.ts';
import type { AgentScript } from '../shop/store.ts';

const here = fileURLToPath(new URL('.', import.meta.url));

/**
 * Makes the pack of what `edge-agent import` finds in the pages.
 * @param contentDir where the imported units go
 */
export async function buildCityPack(outDir: string, contentDir: string, edgeAgent: EdgeAgent): Promise<void> {
  const pages = (await readdir(here)).filter((name) => name.endsWith('.html') && name !== 'index.html');
  await rm(contentDir, { recursive: true, force: true });
  await mkdir(contentDir, { recursive: true });
  await copyFile(`${here}edge-agent.yaml`, `${contentDir}/edge-agent.yaml`);
  for (const name of pages) await edgeAgent('import', here + name, '--out', contentDir, '--url', addressOf(name), '--json');
  await edgeAgent('build', contentDir, '--out', outDir, '--json');
}

/** Writes the second site, pages as a town's own webmaster would write them. Returns how many there are. */
export async function buildCityPages(outDir: string, agent: AgentScript): Promise<number> {
  const names = await readdir(here);
  const pages = names.filter((name) => name.endsWith('.html'));
  await mkdir(outDir, { recursive: true });
  for (const name of names.filter((each) => /\.(?:css|svg)$/.test(each))) await copyFile(here + name, `${outDir}/${name}`);
  for (const name of pages) await writeFile(`${outDir}/${name}`, withAgent(await readFile(here + name, 'utf8'), addressOf(name), agent));
  return pages.length;
}

function addressOf(name: string): string {
  return `https://www.brueckwitz.example/city/${name === 'index.html' ? '' : name}`;
}

/** What the webmaster adds to a page: one script tag; and, because it is a demonstration, the strictest policy that allows it. */
function withAgent(page: string, address: string, { src, integrity }: AgentScript): string {
  const isGerman = page.includes('<html lang="de">');
  const heading = isGerman ? 'Fragen an die Stadt' : 'Ask the town';
  const tag = `<script src="${src}" integrity="${integrity}" crossorigin="anonymous" async data-pack="/city/pack/manifest.json" data-heading="${heading}" data-accent="#8a1010" data-position="start"></script>`;
  return page
    .replace('<!-- edge-agent -->', tag)
    .replace('<meta charset="utf-8">', `<meta charset="utf-8">\n\t<meta http-equiv="Content-Security-Policy" content="${cspWith()}">`)
    .replace(
      '</head>',
      `\t<link rel="canonical" href="${address}">\n\t<script src="/assets/stay-here.js" type="module"></script>\n</head>`,
    );
}
