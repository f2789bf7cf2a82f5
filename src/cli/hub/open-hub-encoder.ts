import { readdir, readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { HubEncoder } from '../../../models/hub/hub-encoder.ts';
import type { HubRuntime } from '../../../models/hub/runtime.ts';
import { EdgeAgentError } from '../../protocol/errors.ts';
import { browserFiles } from '../package-files.ts';
import type { ModelFolder } from './model-folder.ts';

/** Runs a model by the very files that browsers run it by, so that both make the same vectors. */
export async function openHubEncoder({ id, model, files }: ModelFolder): Promise<HubEncoder> {
  const directory = `${browserFiles()}/hub`;
  const name = (await readdir(directory)).find((file) => /^runtime-.*\.js$/.test(file));
  const runtime = (await import(pathToFileURL(`${directory}/${name}`).href)) as HubRuntime;
  const wasm = new Uint8Array(await readFile(`${directory}/${runtime.onnxWasm.file}`));
  try {
    return await HubEncoder.over(id, model, await runtime.openModel({ ...model, wasm, files }));
  } catch (cause) {
    throw new EdgeAgentError('encoder-invalid', `${id} does not run: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}
