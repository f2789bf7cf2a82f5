import { hasSha256 } from '../../src/pack/hash.ts';
import { EdgeAgentError } from '../../src/protocol/errors.ts';
import type { GenerationModel, ModelFile } from '../../src/protocol/generation-worker.ts';

const cacheName = 'edge-agent-models';
/** Files come in pieces of this many bytes, so that a download that was paused or cut off goes on where it ended. */
const pieceBytes = 8 * 1024 * 1024;

export interface DownloadOptions {
  readonly signal?: AbortSignal;
  /** Bytes that are on the device, of all files together. */
  readonly onProgress?: (done: number) => void;
}

/** The files of language models on this device, by their hashes; no file is there that does not match its hash. */
export class ModelStore {
  /** Whether all files of a model are here. */
  async has({ files }: GenerationModel): Promise<boolean> {
    const cache = await this.cache();
    for (const { sha256 } of files) if ((await cache?.match(keyOf(sha256))) === undefined) return false;
    return cache !== undefined;
  }

  async read({ sha256, file }: ModelFile): Promise<Response> {
    const found = await (await this.cache())?.match(keyOf(sha256));
    if (found === undefined) throw new EdgeAgentError('model-unavailable', `${file} is not on this device`);
    return found;
  }

  /** Bytes of a model that are here already, pieces of files included. */
  async progress({ files }: GenerationModel): Promise<number> {
    const cache = await this.cache();
    if (cache === undefined) return 0;
    let done = 0;
    for (const file of files) done += (await cache.match(keyOf(file.sha256))) === undefined ? await piecesDone(cache, file) : file.bytes;
    return done;
  }

  /**
   * Fetches what is missing. Raising the signal pauses: what came so far is kept. Rejects as `cancelled`,
   * `model-unavailable` (the network, or a file that is another one) or `storage-unavailable`.
   */
  async download(model: GenerationModel, { signal, onProgress }: DownloadOptions = {}): Promise<void> {
    const cache = await this.cache();
    if (cache === undefined) throw new EdgeAgentError('storage-unavailable', 'this browser keeps no files for the page');
    let done = await this.progress(model);
    onProgress?.(done);
    for (const file of model.files) {
      if ((await cache.match(keyOf(file.sha256))) !== undefined) continue;
      await this.downloadFile(cache, file, new URL(file.file, model.url).href, signal, (bytes) => {
        done += bytes;
        onProgress?.(done);
      });
    }
  }

  /** Removes a model's files, whole and in pieces. */
  async remove({ files }: GenerationModel): Promise<void> {
    const cache = await this.cache();
    if (cache === undefined) return;
    for (const { sha256 } of files) {
      await cache.delete(keyOf(sha256));
      await dropPieces(cache, sha256);
    }
  }

  /** Removes all models. */
  async clear(): Promise<void> {
    await caches.delete(cacheName).catch(() => false);
  }

  private async downloadFile(
    cache: Cache,
    file: ModelFile,
    url: string,
    signal: AbortSignal | undefined,
    count: (bytes: number) => void,
  ): Promise<void> {
    let have = await piecesDone(cache, file);
    while (have < file.bytes) {
      const end = Math.min(file.bytes, have + pieceBytes);
      const response = await get(url, { Range: `bytes=${have}-${end - 1}` }, signal);
      const bytes = await bodyOf(response, url);
      // A server that knows no ranges sends it all.
      const piece = response.status === 206 ? bytes : bytes.slice(have);
      if (piece.length === 0) throw new EdgeAgentError('model-unavailable', `${url} ends after ${have} of ${file.bytes} bytes`);
      await put(cache, pieceOf(file.sha256, have), piece);
      have += piece.length;
      count(piece.length);
    }
    const whole = await joined(cache, file);
    const isRight = whole.length === file.bytes && (await hasSha256(whole, file.sha256));
    if (isRight) await put(cache, keyOf(file.sha256), whole);
    await dropPieces(cache, file.sha256);
    if (!isRight) throw new EdgeAgentError('model-unavailable', `${url} does not match its hash`);
  }

  /** Undefined where the browser forbids it, as in sandboxed frames. */
  private async cache(): Promise<Cache | undefined> {
    try {
      return await caches.open(cacheName);
    } catch {
      return undefined;
    }
  }
}

/** Never fetched: only a name in the cache. */
const base = 'https://edge-agent.invalid/models/';
const keyOf = (sha256: string) => `${base}${sha256}`;
const pieceOf = (sha256: string, from: number) => `${base}${sha256}/${from}`;

async function pieces(cache: Cache, sha256: string): Promise<number[]> {
  const prefix = `${keyOf(sha256)}/`;
  const keys = (await cache.keys()).map(({ url }) => url).filter((url) => url.startsWith(prefix));
  return keys.map((url) => Number(url.slice(prefix.length))).sort((a, b) => a - b);
}

/** Bytes without a gap from the start. */
async function piecesDone(cache: Cache, { sha256 }: ModelFile): Promise<number> {
  let done = 0;
  for (const from of await pieces(cache, sha256)) {
    if (from !== done) break;
    done += Number((await cache.match(pieceOf(sha256, from)))?.headers.get('Content-Length') ?? 0);
  }
  return done;
}

async function joined(cache: Cache, { sha256, bytes }: ModelFile): Promise<Uint8Array<ArrayBuffer>> {
  const whole = new Uint8Array(bytes);
  for (const from of await pieces(cache, sha256)) {
    const piece = new Uint8Array((await (await cache.match(pieceOf(sha256, from)))?.arrayBuffer()) ?? new ArrayBuffer(0));
    if (from + piece.length <= bytes) whole.set(piece, from);
  }
  return whole;
}

async function dropPieces(cache: Cache, sha256: string): Promise<void> {
  for (const from of await pieces(cache, sha256)) await cache.delete(pieceOf(sha256, from));
}

async function put(cache: Cache, key: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  try {
    await cache.put(key, new Response(bytes, { headers: { 'Content-Length': String(bytes.length) } }));
  } catch (cause) {
    throw new EdgeAgentError('storage-unavailable', 'there is no room for the model on this device', { cause });
  }
}

async function get(url: string, headers: Record<string, string>, signal: AbortSignal | undefined): Promise<Response> {
  const response = await fetch(url, { headers, credentials: 'omit', ...(signal && { signal }) }).catch((thrown: unknown) =>
    Promise.reject(failed(thrown, url)),
  );
  if (!response.ok) throw new EdgeAgentError('model-unavailable', `${url} answers with status ${response.status}`);
  return response;
}

async function bodyOf(response: Response, url: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await response.arrayBuffer());
  } catch (thrown) {
    throw failed(thrown, url);
  }
}

function failed(thrown: unknown, url: string): EdgeAgentError {
  const isPaused = thrown instanceof DOMException && thrown.name === 'AbortError';
  return new EdgeAgentError(
    isPaused ? 'cancelled' : 'model-unavailable',
    isPaused ? 'the download was paused' : `${url} cannot be fetched`,
    {
      cause: thrown,
    },
  );
}
