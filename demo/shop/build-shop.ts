import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { readFacts } from './facts.ts';
import { guideDrawings, guidesPage } from './guides-page.ts';
import { readHelp } from './help.ts';
import { heroScene } from './hero-scene.ts';
import { homePage } from './home-page.ts';
import { inColour, onAdaptiveBackdrop } from './illustration.ts';
import { infoPages, supportPage } from './info-pages.ts';
import { documentOf, type Page } from './layout.ts';
import { accountPages, cartPage, checkoutPage, contactPage, trackPage } from './order-pages.ts';
import { productPage } from './product-page.ts';
import { pictureOf, type RawProduct, readProducts } from './products.ts';
import { regions } from './regions.ts';
import { searchPage } from './search-page.ts';
import { sizeDrawing } from './size-drawing.ts';
import { type AgentScript, Store } from './store.ts';
import { readWords, type Words } from './words.ts';

const here = (name: string) => new URL(name, import.meta.url);
const staticPictures = ['lark-2-pairing.svg', 'volt-65-ports.svg'];

/** Writes the shop's pages, pictures, style sheet and script. Returns how many pages there are. */
export async function buildShop(outDir: string, agent: AgentScript): Promise<number> {
  const [facts, products] = await Promise.all([readFacts(), readProducts()]);
  const help = await readHelp(facts.asOf);
  const words = new Map(await Promise.all(regions.map(async ({ locale }) => [locale, await readWords(locale)] as const)));
  checkWords(words);
  const assets = await writeAssets(outDir);
  await writePictures(outDir, products);
  let count = 0;
  for (const region of regions) {
    const ownWords = words.get(region.locale);
    if (ownWords === undefined) continue;
    for (const [address, svg] of guideDrawings(help.guidesIn(region.locale))) await write(`${outDir}${address}`, svg);
    const store = new Store({ region, words: ownWords, facts, products, help, agent, assets });
    for (const page of pagesOf(store)) {
      await write(`${outDir}${store.address(page.path).replace(/\/$/, '')}/index.html`, documentOf(store, page, words).text);
      count += 1;
    }
  }
  return count;
}

/** A translation that lacks something is found here, and not by a visitor. */
function checkWords(words: ReadonlyMap<string, Words>): void {
  const [first, ...rest] = words.values();
  for (const each of rest) {
    const missing = first === undefined ? [] : each.missing(first);
    if (missing.length > 0) throw new Error(`${each.file} lacks ${missing.join(', ')}`);
  }
}

function pagesOf(store: Store): Page[] {
  return [
    homePage(store),
    ...store.products.map((product) => productPage(store, product)),
    supportPage(store),
    searchPage(store),
    ...infoPages(store),
    guidesPage(store),
    contactPage(store),
    cartPage(store),
    checkoutPage(store),
    trackPage(store),
    ...accountPages(store),
  ];
}

/** Copies style sheet, script and icon; returns a name for their content, so that browsers take the newest. */
async function writeAssets(outDir: string): Promise<string> {
  const hash = createHash('sha256');
  for (const [name, file] of [
    ['shop.css', 'shop.css'],
    ['shop.js', 'shop.js'],
    ['stay-here.js', '../stay-here.js'],
    ['icon.svg', 'images/icon.svg'],
  ] as const) {
    const bytes = await readFile(here(file));
    hash.update(bytes);
    await write(`${outDir}/assets/${name}`, bytes);
  }
  return hash.digest('hex').slice(0, 8);
}

async function writePictures(outDir: string, products: readonly RawProduct[]): Promise<void> {
  const drawings = new Map<string, string>();
  for (const { id, variants } of products) {
    const svg = await readFile(here(`images/${id}.svg`), 'utf8');
    drawings.set(id, svg);
    await write(`${outDir}/images/${id}.svg`, onAdaptiveBackdrop(svg));
    await write(`${outDir}/images/${id}-size.svg`, sizeDrawing(id));
    for (const { colour, hex } of variants) await write(`${outDir}${pictureOf(id, colour)}`, onAdaptiveBackdrop(inColour(svg, id, hex)));
  }
  drawings.set('lark-2', inColour(drawings.get('lark-2') ?? '', 'lark-2', '#f3f0ea'));
  await write(`${outDir}/images/desk.svg`, heroScene(drawings));
  for (const name of staticPictures) await write(`${outDir}/images/${name}`, await readFile(here(`images/${name}`)));
}

async function write(file: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
}
