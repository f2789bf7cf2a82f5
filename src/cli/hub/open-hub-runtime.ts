import { readdir, readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { HubRuntime } from '../../../models/hub/runtime.ts';
import { browserFiles } from '../package-files.ts';

/** The very files that browsers run models by, so that both make the same of a text. */
export async function openHubRuntime(): Promise<{ readonly runtime: HubRuntime; readonly wasm: Uint8Array<ArrayBuffer> }> {
  const directory = `${browserFiles()}/hub`;
  const name = (await readdir(directory)).find((file) => /^runtime-.*\.js$/.test(file));
  const runtime = (await import(pathToFileURL(`${directory}/${name}`).href)) as HubRuntime;
  return { runtime, wasm: new Uint8Array(await readFile(`${directory}/${runtime.onnxWasm.file}`)) };
}
