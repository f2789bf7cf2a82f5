import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FailedError } from './usage-error.ts';

/** The package's own folder, from a checkout (`src/cli`) as from the published files (`dist/cli`). */
const root = fileURLToPath(new URL('../../', import.meta.url));

/** The folder with what browsers load. */
export function browserFiles(): string {
  const directory = `${root}dist/browser`;
  if (!existsSync(`${directory}/edge-agent.js`)) {
    throw new FailedError('the browser files are not built yet\n    Run `npm run build` in the checkout; the published package has them.');
  }
  return directory;
}

/** The folder with the built-in encoder's weights; the published package has them once, among the browsers' files. */
export function encoderFiles(): string {
  const directory = `${root}models/encoder/weights`;
  return existsSync(directory) ? directory : `${root}dist/browser/encoder`;
}

/** The table of off-topic questions. */
export function offTopicFile(): string {
  return `${root}models/off-topic/off-topic.tsv`;
}

/** The texts of the journeys that come with the package, by id. */
export async function builtInJourneys(): Promise<ReadonlyMap<string, string>> {
  const folder = `${root}src/journey/built-in`;
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort();
  return new Map(
    await Promise.all(names.map(async (name) => [name.slice(0, -'.yaml'.length), await readFile(join(folder, name), 'utf8')] as const)),
  );
}

/** The folder with the preview page of `edge-agent dev`. */
export function previewFiles(): string {
  return `${root}src/cli/preview`;
}

/** The folder with what browsers load, the built desk among it; not there where it is not built. */
export function deskFiles(): string {
  return `${root}dist/browser`;
}

export async function packageVersion(): Promise<string> {
  return (JSON.parse(await readFile(`${root}package.json`, 'utf8')) as { version: string }).version;
}

/**
 * Copies what browsers load into `<directory>/<version>/` and returns the script tag for it, without its address.
 * @param runtimes what runs hub encoders (15 MB) and language models (6 MB more), which other sites do not need
 */
export async function copyBrowserFiles(
  directory: string,
  runtimes: { readonly hub: boolean; readonly languageModels: boolean },
): Promise<{ file: string; integrity: string }> {
  const version = await packageVersion();
  // The desk is a page of the relay's.
  const left = ['desk', ...(runtimes.hub || runtimes.languageModels ? [] : ['hub']), ...(runtimes.languageModels ? [] : ['webllm'])];
  const leftOut = new Set(left.map((folder) => join(browserFiles(), folder)));
  await cp(browserFiles(), `${directory}/${version}`, { recursive: true, filter: (path) => !leftOut.has(path) });
  const loader = await readFile(`${directory}/${version}/edge-agent.js`);
  return { file: `${version}/edge-agent.js`, integrity: `sha384-${createHash('sha384').update(loader).digest('base64')}` };
}
