import { BuiltinEncoder, sampleOf, weightFiles } from '../../models/encoder/builtin-encoder.ts';
import type { Locale } from '../../src/language/locale.ts';
import type { Manifest } from '../../src/pack/manifest.ts';
import { EdgeAgentError } from '../../src/protocol/errors.ts';
import type { Encoder } from '../../src/retrieve/encoder.ts';
import type { Storage } from './storage.ts';

const fetchTimeout = 60_000;
/** A visitor does not notice a wait of this length, and weights that are nearly there make for a better answer. Milliseconds. */
const patience = 150;

/**
 * The built-in encoder in a worker: weights come from the device where they are kept, else from beside the script. It
 * never makes a visitor wait for long: a text whose weights are still under way has no vector yet, and words answer.
 */
export class EncoderSource implements Encoder {
  private readonly builtin: BuiltinEncoder;
  private readonly fetched = new Map<string, Uint8Array<ArrayBuffer>>();

  constructor(
    private readonly url: string,
    private readonly storage: Storage,
  ) {
    this.builtin = new BuiltinEncoder((file) => this.load(file));
  }

  get id(): string {
    return this.builtin.id;
  }

  get dimensions(): number {
    return this.builtin.dimensions;
  }

  get sha256(): string {
    return this.builtin.sha256;
  }

  /** Whether a pack's vectors were made by this encoder. */
  fits({ encoder }: Manifest): boolean {
    return encoder?.sha256 === this.sha256;
  }

  /** Starts to fetch what questions in a locale need. */
  warmUp(locale: Locale): void {
    void this.fetchFor(sampleOf(locale));
  }

  async encode(texts: readonly string[]): Promise<(Float32Array | null)[]> {
    const vectors = this.builtin.encodeNow(texts);
    const missing = texts.filter((_, index) => vectors[index] === null);
    if (missing.length === 0) return vectors;
    const fetched = Promise.all(missing.map((text) => this.fetchFor(text)));
    await Promise.race([fetched, new Promise((resolve) => setTimeout(resolve, patience))]);
    return this.builtin.encodeNow(texts);
  }

  /** Writes to the device what was fetched before the visitor allowed it. */
  async persist(): Promise<void> {
    if (this.fetched.size === 0) return;
    if ((await this.storage.saveWeights(this.fetched, weightFiles)) === 'stored') this.fetched.clear();
  }

  private async fetchFor(text: string): Promise<void> {
    try {
      await this.builtin.prepare(text);
    } catch {
      // Offline, or damaged on the way: words go on answering, and the next text tries again.
      return;
    }
    void this.persist();
  }

  private async load({ file, sha256 }: { readonly file: string; readonly sha256: string }): Promise<Uint8Array<ArrayBuffer>> {
    const stored = await this.storage.weights(sha256);
    if (stored !== undefined) return stored;
    const response = await fetch(new URL(file, this.url), { credentials: 'omit', signal: AbortSignal.timeout(fetchTimeout) });
    if (!response.ok) throw new EdgeAgentError('encoder-invalid', `${file} answers with status ${response.status}`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    this.fetched.set(sha256, bytes);
    return bytes;
  }
}
