import { MLCEngine, type MLCEngineInterface } from '@mlc-ai/web-llm';
import type { GenerationModel } from '../../src/protocol/generation-worker.ts';
import type { ModelStore } from './model-store.ts';

export interface WebllmRuntime {
  readonly openEngine: typeof openEngine;
}

/**
 * web-llm with a model loaded: a script of its own, since it weighs over 2 MB. It keeps files in the Cache API by their
 * addresses and fetches what is not there; here it finds what the store holds, each file checked against its hash, and can
 * fetch nothing.
 */
export async function openEngine(model: GenerationModel, store: ModelStore): Promise<MLCEngineInterface> {
  const paths = new Map(model.files.map((file) => [new URL(file.file, model.url).href, file]));
  const known = (request: RequestInfo | URL) => {
    const { pathname, origin } = new URL(request instanceof Request ? request.url : String(request));
    // It asks for files as the hub has them, below `resolve/main`.
    return paths.get(`${origin}${pathname.replace('/resolve/main/', '/')}`);
  };
  const cache = {
    match: async (request: RequestInfo | URL) => {
      const file = known(request);
      return file === undefined ? undefined : store.read(file);
    },
    add: async (request: RequestInfo | URL) => {
      if (known(request) === undefined)
        throw new Error(`${request instanceof Request ? request.url : request} is not among the model’s files`);
    },
    put: async () => {},
    delete: async () => false,
    keys: async () => [...paths.keys()].map((url) => new Request(url)),
  };
  const own = Object.getOwnPropertyDescriptor(globalThis, 'caches');
  Object.defineProperty(globalThis, 'caches', { configurable: true, value: { open: async () => cache, has: async () => true } });
  try {
    const engine = new MLCEngine({
      appConfig: {
        cacheBackend: 'cache',
        model_list: [{ model: model.url, model_id: model.id, model_lib: new URL(model.library ?? '', model.url).href }],
      },
    });
    await engine.reload(model.id, model.context === undefined ? {} : { context_window_size: model.context });
    return engine;
  } finally {
    if (own === undefined) delete (globalThis as { caches?: unknown }).caches;
    else Object.defineProperty(globalThis, 'caches', own);
  }
}
