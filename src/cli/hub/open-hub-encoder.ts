import { HubEncoder } from '../../../models/hub/hub-encoder.ts';
import { EdgeAgentError } from '../../protocol/errors.ts';
import type { ModelFolder } from './model-folder.ts';
import { openHubRuntime } from './open-hub-runtime.ts';

/** Runs a model by the very files that browsers run it by, so that both make the same vectors. */
export async function openHubEncoder({ id, model, files }: ModelFolder): Promise<HubEncoder> {
  const { runtime, wasm } = await openHubRuntime();
  try {
    return await HubEncoder.over(id, model, await runtime.openModel({ ...model, wasm, files }));
  } catch (cause) {
    throw new EdgeAgentError('encoder-invalid', `${id} does not run: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}
