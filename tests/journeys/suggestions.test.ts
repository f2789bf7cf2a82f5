import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build } from '../../src/cli/commands/build.ts';
import { browserFiles, launchBrowser, pageWith, type Site, startSite, Visitor } from './site.ts';

const day = 24 * 60 * 60 * 1000;
const dayFromNow = (days: number) => new Date(Date.now() + days * day).toISOString().slice(0, 10);
const unit = (question: string, more = '') => `---\nquestion: ${question}\n${more}---\nAn answer.\n`;

let folder: string;
let browser: Browser;
let site: Site;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'edge-agent-suggestions-'));
  await mkdir(join(folder, 'content', 'units'), { recursive: true });
  const files = {
    'edge-agent.yaml': 'site: {id: shop, name: Shop}\nlocales: [en]\nsuggestions: [usual]\n',
    'units/usual.md': unit('How long does delivery take?'),
    'units/dock.md': unit('When does the dock come out?', `hot: {product: dock, to: ${dayFromNow(7)}}\n`),
    'units/sale.md': unit('Which lamps are in the sale?', `hot: {from: ${dayFromNow(-7)}, to: ${dayFromNow(-2)}}\n`),
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, 'content', name), text);
  await build.run({ positionals: [join(folder, 'content')], values: { out: join(folder, 'pack'), encoder: 'builtin' } });
  browser = await launchBrowser();
  site = await startSite({
    mounts: [
      { path: '/edge-agent/', directory: browserFiles },
      { path: '/pack/', directory: join(folder, 'pack') },
    ],
  });
});
afterAll(async () => {
  await browser.close();
  await site.close();
  await rm(folder, { recursive: true });
});

async function suggestedOn(attributes: string): Promise<string[]> {
  site.files.set('/', pageWith({ attributes: `data-pack="/pack/manifest.json" ${attributes}` }));
  const context = await browser.newContext();
  const visitor = await Visitor.at(context, site.url);
  await visitor.open();
  const suggestions = visitor.page.locator('edge-agent [part~=suggestion]');
  await suggestions.first().waitFor();
  const texts = await suggestions.allInnerTexts();
  await context.close();
  return texts;
}

test('what is hot for a product is suggested first on its page, before anyone asks; what is over is not hot', async () => {
  expect((await suggestedOn('data-product="dock"'))[0]).toBe('When does the dock come out?');
  expect((await suggestedOn('data-product="lamp"'))[0]).toBe('How long does delivery take?');
  expect((await suggestedOn(''))[0]).toBe('How long does delivery take?');
});
