import { env, pipeline } from '@huggingface/transformers';
import { env as onnx } from 'onnxruntime-web/wasm';
import type { HubModel } from '../../src/pack/manifest.ts';

/** The compiled ONNX runtime, beside this file; filled in by the build. */
declare const __ONNX_WASM__: { readonly file: string; readonly bytes: number; readonly sha256: string };

export const onnxWasm = __ONNX_WASM__;

/** The vectors of a text's tokens put together as the model wants it, of length 1. */
export type EmbedText = (text: string) => Promise<Float32Array>;

export interface ModelToOpen extends Pick<HubModel, 'dtype' | 'pooling'> {
  /** The bytes of `onnxWasm`. */
  readonly wasm: Uint8Array<ArrayBuffer>;
  /** The model's files by their paths in its folder. */
  readonly files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
}

export interface HubRuntime {
  readonly onnxWasm: typeof onnxWasm;
  readonly openModel: typeof openModel;
}

/** transformers.js wants one; the files are found by what comes after it. */
const modelName = 'edge-agent/model';

/**
 * transformers.js with the ONNX runtime for WebAssembly on one thread: the one file that browsers load for a hub
 * encoder, and that the command loads too, so that the same text gives the same vector in both. It fetches nothing by
 * itself: all that it reads is handed in.
 */
export async function openModel({ wasm, files, dtype, pooling }: ModelToOpen): Promise<EmbedText> {
  // transformers.js names a third party's server here.
  delete onnx.wasm.wasmPaths;
  onnx.wasm.wasmBinary = wasm.buffer;
  onnx.wasm.numThreads = 1;
  env.allowLocalModels = true;
  env.allowRemoteModels = false;
  env.useBrowserCache = false;
  env.useWasmCache = false;
  env.localModelPath = '/';
  env.fetch = async (url: unknown) => {
    const bytes = files.get(String(url).split(`${modelName}/`)[1] ?? '');
    return bytes === undefined ? new Response(null, { status: 404 }) : new Response(bytes);
  };
  const extract = await pipeline('feature-extraction', modelName, { dtype, device: 'wasm' });
  // The weights are in the runtime's own memory by now: whoever handed in the files may let go of them.
  env.fetch = async () => new Response(null, { status: 404 });
  return async (text) => {
    const output = await extract(text, { pooling, normalize: true });
    const vector = Float32Array.from(output.data as Float32Array);
    output.dispose();
    return vector;
  };
}
