import type { AnswerService } from '../src/protocol/answer-worker.ts';
import type { WorkerMaker } from '../workers/worker-bridge.ts';
import { trustedScriptUrl } from './trusted-types.ts';

export interface ScriptFile {
  /** Absolute address. */
  readonly url: string;
  /** Subresource integrity, `sha256-…`. */
  readonly integrity: string;
}

const fetchTimeout = 15_000;

/** Starts the answer worker. */
export function answerWorkerMaker(script: ScriptFile): WorkerMaker<AnswerService> {
  return {
    start: (name) => startWorker(script, name),
    withoutWorker: async () => {
      const module = (await import(/* @vite-ignore */ script.url)) as { DeviceAnswerService: new () => AnswerService };
      return new module.DeviceAnswerService();
    },
  };
}

/**
 * Starts a worker. A page may not construct one from another origin's address: then the script is fetched, checked against
 * its hash, and started from a blob.
 */
export async function startWorker({ url, integrity }: ScriptFile, name: string): Promise<Worker> {
  // Not location.origin: in a sandboxed frame that still names the address, but the origin is nobody's.
  if (new URL(url).origin === self.origin) return new Worker(trustedScriptUrl(url), { type: 'module', name });
  const response = await fetch(url, { integrity, credentials: 'omit', signal: AbortSignal.timeout(fetchTimeout) });
  if (!response.ok) throw new Error(`${url} answers with status ${response.status}`);
  const blob = new Blob([await response.arrayBuffer()], { type: 'text/javascript' });
  const blobUrl = URL.createObjectURL(blob);
  try {
    return new Worker(trustedScriptUrl(blobUrl), { type: 'module', name });
  } finally {
    // The worker has begun to load by then in every engine; a moment later the address is not needed any more.
    setTimeout(() => URL.revokeObjectURL(blobUrl), 60_000);
  }
}
