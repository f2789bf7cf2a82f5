import { modelError } from '../../models/generation/model-errors.ts';
import { ModelStore } from '../../models/generation/model-store.ts';
import { TransformersGenerator } from '../../models/generation/transformers-generator.ts';
import { WebllmGenerator } from '../../models/generation/webllm-generator.ts';
import type { WebllmRuntime } from '../../models/generation/webllm-runtime.ts';
import type { HubRuntime } from '../../models/hub/runtime.ts';
import type { Generated, Generator } from '../../src/generate/generator.ts';
import { hasSha256 } from '../../src/pack/hash.ts';
import type { HubModel } from '../../src/pack/manifest.ts';
import { EdgeAgentError } from '../../src/protocol/errors.ts';
import type { GenerationModel, GenerationScripts, GenerationService, WireRequest } from '../../src/protocol/generation-worker.ts';

/** Held while a model is open: two of them would not fit into most devices' memory. */
const lockName = 'edge-agent-generation';

interface Open {
  readonly id: string;
  readonly generator: Generator;
  readonly close: () => Promise<void>;
}

/** Runs one model of this device in the worker. What is loaded survives a cancel. */
export class DeviceGenerationService implements GenerationService {
  private readonly store = new ModelStore();
  private opening: Promise<Open> | undefined;
  private openId = '';
  private releaseLock: (() => void) | undefined;
  private readonly calls = new Map<number, AbortController>();

  async open(model: GenerationModel, scripts: GenerationScripts): Promise<void> {
    if (this.openId !== model.id) await this.close();
    this.openId = model.id;
    this.opening ??= this.openNow(model, scripts);
    try {
      await this.opening;
    } catch (thrown) {
      await this.close();
      throw modelError(thrown);
    }
  }

  async generate(call: number, request: WireRequest, onText: (piece: string) => void): Promise<Generated> {
    const open = await this.opening;
    if (open === undefined) throw new EdgeAgentError('model-unavailable', 'no model is open');
    const abort = new AbortController();
    this.calls.set(call, abort);
    try {
      return await open.generator.generate({ ...request, signal: abort.signal, onText });
    } catch (thrown) {
      const error = modelError(thrown, abort.signal);
      // Whatever else it was, the model cannot be trusted to work again.
      if (error.code !== 'cancelled') await this.close();
      throw error;
    } finally {
      this.calls.delete(call);
    }
  }

  async cancel(call: number): Promise<void> {
    this.calls.get(call)?.abort();
  }

  async close(): Promise<void> {
    const { opening } = this;
    this.opening = undefined;
    this.openId = '';
    for (const abort of this.calls.values()) abort.abort();
    await opening?.then((open) => open.close()).catch(() => {});
    this.releaseLock?.();
    this.releaseLock = undefined;
  }

  private async openNow(model: GenerationModel, scripts: GenerationScripts): Promise<Open> {
    await this.takeLock();
    return model.maker === 'webllm' ? this.openWebllm(model, scripts.webllm) : this.openTransformers(model, scripts.transformers);
  }

  /** Comes free by itself when the worker is gone. */
  private takeLock(): Promise<void> {
    if (!('locks' in navigator)) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const held = navigator.locks.request(lockName, { ifAvailable: true }, (lock) => {
        if (lock === null) throw new EdgeAgentError('model-busy', 'another tab has a language model open');
        resolve();
        return new Promise<void>((release) => {
          this.releaseLock = release;
        });
      });
      held.catch(reject);
    });
  }

  private async openWebllm(model: GenerationModel, script: string): Promise<Open> {
    const { openEngine } = (await importScript(script)) as WebllmRuntime;
    const engine = await openEngine(model, this.store);
    return { id: model.id, generator: new WebllmGenerator(`webllm:${model.id}`, engine), close: () => engine.unload() };
  }

  private async openTransformers(model: GenerationModel, script: string): Promise<Open> {
    const runtime = (await importScript(script)) as HubRuntime;
    const wasm = await fetchChecked(new URL(runtime.onnxWasm.file, script).href, runtime.onnxWasm.sha256);
    const files = new Map<string, Uint8Array<ArrayBuffer>>();
    for (const file of model.files) files.set(file.file, new Uint8Array(await (await this.store.read(file)).arrayBuffer()));
    const write = await runtime.openTextModel({ wasm, files, dtype: (model.dtype ?? 'q8') as HubModel['dtype'] });
    return { id: model.id, generator: new TransformersGenerator(`transformers:${model.id}`, write), close: async () => {} };
  }
}

async function importScript(url: string): Promise<unknown> {
  return import(/* @vite-ignore */ url).catch((cause: unknown) => {
    throw new EdgeAgentError('model-unavailable', `${url} cannot be loaded`, { cause });
  });
}

async function fetchChecked(url: string, sha256: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(url, { credentials: 'omit' }).catch((cause: unknown) => {
    throw new EdgeAgentError('model-unavailable', `${url} cannot be fetched`, { cause });
  });
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (!response.ok || !(await hasSha256(bytes, sha256))) throw new EdgeAgentError('model-unavailable', `${url} is not what it should be`);
  return bytes;
}
