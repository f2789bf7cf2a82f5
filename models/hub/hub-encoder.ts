import { sha256Hex } from '../../src/pack/hash.ts';
import type { HubModel } from '../../src/pack/manifest.ts';
import type { Encoder } from '../../src/retrieve/encoder.ts';
import type { EmbedText } from './runtime.ts';

/** A feature-extraction model of the hub, run by transformers.js. */
export class HubEncoder implements Encoder {
  private constructor(
    readonly id: string,
    readonly dimensions: number,
    readonly sha256: string,
    private readonly model: Omit<HubModel, 'url'>,
    private readonly embed: EmbedText,
  ) {}

  /** Asks the model once, for how many dimensions it has. */
  static async over(id: string, model: Omit<HubModel, 'url'>, embed: EmbedText): Promise<HubEncoder> {
    const { length } = await embed(id);
    return new HubEncoder(id, length, hubSha256(model), model, embed);
  }

  /**
   * One text after the other: in a batch with longer ones a text is padded, and rounding then makes its vector another.
   */
  async encode(texts: readonly string[], role: 'question' | 'passage'): Promise<(Float32Array | null)[]> {
    const prefix = role === 'question' ? this.model.questionPrefix : this.model.passagePrefix;
    const vectors: (Float32Array | null)[] = [];
    for (const text of texts) {
      const vector = text.trim() === '' ? null : await this.embed(prefix + text);
      vectors.push(vector?.every(Number.isFinite) ? vector : null);
    }
    return vectors;
  }
}

/** SHA-256 over all that decides what vectors a model makes: its files, in the order of their names, and how they are used. */
export function hubSha256({ files, dtype, pooling, questionPrefix, passagePrefix }: Omit<HubModel, 'url'>): string {
  const lines = files.map(({ file, sha256 }) => `${sha256}  ${file}`).sort((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1));
  const settings = JSON.stringify([dtype, pooling, questionPrefix, passagePrefix]);
  return sha256Hex(new TextEncoder().encode([settings, ...lines].join('\n')));
}
