import { HubEncoder } from '../../models/hub/hub-encoder.ts';
import type { HubRuntime } from '../../models/hub/runtime.ts';
import { hasSha256 } from '../../src/pack/hash.ts';
import type { HubModel, Manifest } from '../../src/pack/manifest.ts';
import { EdgeAgentError, type WireError } from '../../src/protocol/errors.ts';
import type { Encoder } from '../../src/retrieve/encoder.ts';
import type { Storage } from './storage.ts';

/** A model may be a hundred megabytes, and the line slow; words answer in the meantime. */
const fetchTimeout = 10 * 60_000;
/** How long a model that did not load is left alone, in milliseconds. */
const retryAfter = 60_000;

interface HashedFile {
  readonly file: string;
  readonly sha256: string;
}

/**
 * A pack's hub encoder in a worker. What runs the model comes from beside the script, the model from where the pack
 * says, each from the device where it is kept. It never makes a visitor wait: until all is there, and where something is
 * missing or is not what its hash says, no text has a vector, and words answer.
 */
export class HubEncoderSource implements Encoder {
  readonly id: string;
  readonly dimensions: number;
  readonly sha256: string;
  private readonly fetched = new Map<string, Uint8Array<ArrayBuffer>>();
  private readonly used = new Set<string>();
  private loading: Promise<void> | undefined;
  private encoder: HubEncoder | undefined;
  private error: EdgeAgentError | undefined;

  constructor(
    { id, dimensions, sha256 }: NonNullable<Manifest['encoder']>,
    private readonly model: HubModel,
    private readonly packUrl: string,
    private readonly runtimeUrl: string,
    private readonly storage: Storage,
  ) {
    this.id = id;
    this.dimensions = dimensions;
    this.sha256 = sha256;
  }

  /** Why there are no vectors, if it is not only that the model is still under way. */
  get failure(): WireError | undefined {
    return this.error?.toWire();
  }

  /** Starts to load the model, once, and again some time after it failed. */
  warmUp(): void {
    this.loading ??= this.load().then(
      () => this.persist(),
      (thrown: unknown) => {
        this.error = EdgeAgentError.from(thrown, 'encoder-unreachable');
        setTimeout(() => {
          this.loading = undefined;
        }, retryAfter);
      },
    );
  }

  async encode(texts: readonly string[], role: 'question' | 'passage'): Promise<(Float32Array | null)[]> {
    return this.encoder?.encode(texts, role) ?? texts.map(() => null);
  }

  /** Writes to the device what was fetched before the visitor allowed it. */
  async persist(): Promise<void> {
    if (this.encoder === undefined || this.fetched.size === 0) return;
    if ((await this.storage.saveWeights(this.fetched, this.used)) === 'stored') this.fetched.clear();
  }

  private async load(): Promise<void> {
    const runtime = (await import(/* @vite-ignore */ this.runtimeUrl)) as HubRuntime;
    const folder = new URL(this.model.url, this.packUrl).href;
    const wasm = await this.file(runtime.onnxWasm, this.runtimeUrl);
    const files = new Map<string, Uint8Array<ArrayBuffer>>();
    for (const file of this.model.files) files.set(file.file, await this.file(file, folder));
    const encoder = await HubEncoder.over(this.id, this.model, await runtime.openModel({ ...this.model, wasm, files }));
    if (encoder.sha256 !== this.sha256 || encoder.dimensions !== this.dimensions)
      throw new EdgeAgentError(
        'encoder-mismatch',
        `the pack was made with ${this.id} as ${this.sha256}, and ${encoder.sha256} lies in ${folder}`,
      );
    this.encoder = encoder;
    this.error = undefined;
  }

  /** From the device, else from the network; bytes with a wrong hash are fetched anew once, past every cache. */
  private async file({ file, sha256 }: HashedFile, base: string): Promise<Uint8Array<ArrayBuffer>> {
    this.used.add(sha256);
    const known = this.fetched.get(sha256) ?? (await this.storage.weights(sha256));
    if (known !== undefined) return known;
    for (const cache of ['default', 'reload'] as const) {
      const bytes = await fetchBytes(new URL(file, base).href, cache);
      if (!(await hasSha256(bytes, sha256))) continue;
      this.fetched.set(sha256, bytes);
      return bytes;
    }
    throw new EdgeAgentError('encoder-mismatch', `${file} of ${this.id} is not the one that the pack was made with`);
  }
}

async function fetchBytes(url: string, cache: RequestCache): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(url, { cache, credentials: 'omit', signal: AbortSignal.timeout(fetchTimeout) }).catch((cause: unknown) => {
    throw new EdgeAgentError('encoder-unreachable', `${url} cannot be fetched`, { cause });
  });
  if (!response.ok) throw new EdgeAgentError('encoder-unreachable', `${url} answers with status ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
