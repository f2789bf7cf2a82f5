import { env, InterruptableStoppingCriteria, pipeline, TextStreamer } from '@huggingface/transformers';
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
  readonly openTextModel: typeof openTextModel;
}

/** Writes on from a conversation; each piece is told as it comes. Asked after each token, `isStopped` ends it. */
export type WriteText = (
  messages: readonly { readonly role: string; readonly content: string }[],
  mostTokens: number,
  onPiece: (piece: string) => void,
  isStopped: () => boolean,
) => Promise<{ readonly promptTokens: number; readonly tokens: number }>;

/** transformers.js wants one; the files are found by what comes after it. */
const modelName = 'edge-agent/model';

/**
 * transformers.js with the ONNX runtime for WebAssembly on one thread: the one file that browsers load for a hub
 * encoder, and that the command loads too, so that the same text gives the same vector in both. It fetches nothing by
 * itself: all that it reads is handed in.
 */
export async function openModel({ wasm, files, dtype, pooling }: ModelToOpen): Promise<EmbedText> {
  handIn(wasm, files);
  const extract = await pipeline('feature-extraction', modelName, { dtype, device: 'wasm' });
  letGo();
  return async (text) => {
    const output = await extract(text, { pooling, normalize: true });
    const vector = Float32Array.from(output.data as Float32Array);
    output.dispose();
    return vector;
  };
}

/** The same for a model that writes text. */
export async function openTextModel({ wasm, files, dtype }: Omit<ModelToOpen, 'pooling'>): Promise<WriteText> {
  handIn(wasm, files);
  const write = await pipeline('text-generation', modelName, { dtype, device: 'wasm' });
  letGo();
  const { tokenizer } = write;
  return async (messages, mostTokens, onPiece, isStopped) => {
    const stopping = new InterruptableStoppingCriteria();
    let tokens = 0;
    const streamer = new TextStreamer(tokenizer, {
      skip_prompt: true,
      skip_special_tokens: true,
      callback_function: onPiece,
      token_callback_function: () => {
        tokens += 1;
        if (isStopped()) stopping.interrupt();
      },
    });
    const prompt =
      tokenizer.chat_template == null
        ? `${messages.map(({ content }) => content).join('\n\n')}\n\n`
        : (tokenizer.apply_chat_template([...messages], { tokenize: false, add_generation_prompt: true }) as string);
    await write(prompt, { max_new_tokens: mostTokens, do_sample: false, streamer, stopping_criteria: stopping } as object);
    return { promptTokens: tokenizer.encode(prompt).length, tokens };
  };
}

/** Has transformers.js read these files and nothing else. */
function handIn(wasm: Uint8Array<ArrayBuffer>, files: ModelToOpen['files']): void {
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
}

/** The weights are in the runtime's own memory by now: whoever handed in the files may let go of them. */
function letGo(): void {
  env.fetch = async () => new Response(null, { status: 404 });
}
