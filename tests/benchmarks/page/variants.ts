import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { readContentOrFail } from '../../../src/cli/read-sources.ts';
import { buildPack } from '../../../src/pack/build-pack.ts';
import { buildBrowser } from '../../../widget/build/build-browser.ts';

export const variants = ['without', 'Edge Agent', 'Deep Chat'] as const;
export type Variant = (typeof variants)[number];

/** Everything that a variant adds to the page lies under this path. */
export const addedPath: Record<Variant, string> = { without: '/nothing/', 'Edge Agent': '/agent/', 'Deep Chat': '/deep-chat/' };

/** Address of a variant's page. */
export function pagePath(variant: Variant): string {
  return `/${variant.toLowerCase().replace(' ', '-')}.html`;
}

/** As each one's own documentation says to put it on a page; the visitor has not opened it. */
const markup: Record<Variant, { readonly head: string; readonly body: string }> = {
  without: { head: '', body: '' },
  'Edge Agent': {
    head: `<script src="${addedPath['Edge Agent']}edge-agent.js" data-pack="/pack/manifest.json" async></script>`,
    body: '',
  },
  'Deep Chat': {
    head: `<script type="module" src="${addedPath['Deep Chat']}deepChat.bundle.js"></script>`,
    body: `<div id="chat" hidden><deep-chat connect='{"url": "/chat"}'></deep-chat></div>`,
  },
};

/** Files by path: one page for each variant, what the variants load, and the demo's pack. */
export async function readFiles(): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  const page = await readFile(new URL('product.html', import.meta.url), 'utf8');
  for (const variant of variants) {
    const { head, body } = markup[variant];
    files.set(pagePath(variant), Buffer.from(page.replace('<!-- measured: head -->', head).replace('<!-- measured: body -->', body)));
  }
  for (const { file } of Object.values(await buildBrowser())) {
    files.set(addedPath['Edge Agent'] + file, await readFile(new URL(`../../../dist/browser/${file}`, import.meta.url)));
  }
  files.set(`${addedPath['Deep Chat']}deepChat.bundle.js`, await readFile(new URL('deepChat.bundle.js', import.meta.resolve('deep-chat'))));
  const content = await readContentOrFail(fileURLToPath(new URL('../../../demo/content', import.meta.url)));
  for (const [name, bytes] of (await buildPack(content)).files) files.set(`/pack/${name}`, bytes);
  return files;
}
