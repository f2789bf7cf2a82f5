import { type Locale, languageOf } from '../../src/language/locale.ts';
import { hasSha256 } from '../../src/pack/hash.ts';
import { EdgeAgentError } from '../../src/protocol/errors.ts';
import type { Encoder } from '../../src/retrieve/encoder.ts';
import { featuresOf, normalizeForEncoder, type ShardName, shardsNeeded, type Word, wordsOf } from './features.ts';
import manifest from './weights/manifest.json' with { type: 'json' };
import { type Core, type Rows, readCore, readRows, rowOf } from './weights.ts';

export type WeightFile = 'core' | ShardName;

/** How weights come in: from disk, from the network, from the device's storage. Given bytes are checked against their hash. */
export type LoadWeights = (file: {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
}) => Promise<Uint8Array<ArrayBuffer>>;

/** SHA-256 of all weight files of this release. */
export const weightFiles: ReadonlySet<string> = new Set(manifest.files.map(({ sha256 }) => sha256));

const samples: Readonly<Record<string, string>> = { zh: '一', ja: '一の', ar: 'ا', ru: 'и' };

/** A text that needs just the weights that questions in a locale need. */
export function sampleOf(locale: Locale): string {
  return samples[languageOf(locale)] ?? 'a';
}

/** Words seen lately keep their vectors; this many of them, about 2 kB each. */
const mostCachedWords = 4000;
const nothing = 1e-9;

/**
 * The encoder that ships with the package: static vectors of words, character n-grams and ideographs, added up and
 * brought to length 1. How it was trained and what it is worth: `models/encoder/MODEL_CARD.md`.
 *
 * Weights come in by script, as texts need them. A text is encoded only when all its scripts are there.
 */
export class BuiltinEncoder implements Encoder {
  readonly id = `builtin-${manifest.version}`;
  readonly dimensions = manifest.dimension;
  readonly sha256 = manifest.id;
  private core: Core | undefined;
  private readonly rows = new Map<ShardName, Rows>();
  private readonly loading = new Map<WeightFile, Promise<void>>();
  private words = new Map<string, WordVector>();

  constructor(private readonly load: LoadWeights) {}

  /** Loads what texts such as this one need. Rejects as `encoder-invalid` or with whatever the loader throws. */
  async prepare(text: string): Promise<void> {
    const needed = [...shardsNeeded(normalizeForEncoder(text))];
    await this.loadFile('core');
    await Promise.all(needed.map((name) => this.loadFile(name)));
  }

  /** Vectors of the texts whose weights are there already; those of the others are null, and nothing is loaded. */
  encodeNow(texts: readonly string[]): (Float32Array | null)[] {
    return texts.map((text) => this.vectorOf(text));
  }

  /** Waits for the weights that the texts need. */
  async encode(texts: readonly string[]): Promise<(Float32Array | null)[]> {
    const scripts = new Set(texts.flatMap((text) => [...shardsNeeded(normalizeForEncoder(text))]));
    await this.loadFile('core');
    await Promise.all([...scripts].map((name) => this.loadFile(name)));
    return this.encodeNow(texts);
  }

  private loadFile(name: WeightFile): Promise<void> {
    let loading = this.loading.get(name);
    if (loading === undefined) {
      loading = this.readFile(name);
      this.loading.set(name, loading);
      // Forgotten, so that the next text tries again.
      loading.catch(() => this.loading.delete(name));
    }
    return loading;
  }

  private async readFile(name: WeightFile): Promise<void> {
    const file = manifest.files.find((each) => each.name === name);
    if (file === undefined) throw new EdgeAgentError('encoder-invalid', `there are no weights for ${name}`);
    const bytes = await this.load(file);
    if (bytes.length !== file.bytes || !(await hasSha256(bytes, file.sha256)))
      throw new EdgeAgentError('encoder-invalid', `${file.file} does not match its hash`);
    if (name === 'core') {
      this.core = readCore(bytes);
    } else {
      await this.loadFile('core');
      this.rows.set(name, readRows(bytes, name, this.core as Core));
    }
  }

  private vectorOf(text: string): Float32Array | null {
    const { core } = this;
    const normalized = normalizeForEncoder(text);
    if (core === undefined) return null;
    for (const name of shardsNeeded(normalized)) if (!this.rows.has(name)) return null;
    const sum = new Float64Array(core.dimensions);
    let found = 0;
    for (const word of wordsOf(normalized)) {
      const vector = this.wordVector(word, core);
      found += vector.found;
      for (let index = 0; index < sum.length; index += 1) sum[index] = (sum[index] as number) + (vector.values[index] as number);
    }
    let squares = 0;
    for (const value of sum) squares += value * value;
    const length = Math.sqrt(squares);
    return found === 0 || length < nothing ? null : Float32Array.from(sum, (value) => value / length);
  }

  /** The sum of a word's features, over the square root of their number. */
  private wordVector(word: Word, core: Core): WordVector {
    const known = this.words.get(word.text);
    if (known !== undefined) return known;
    const values = new Float64Array(core.dimensions);
    let found = 0;
    for (const { hash, shard } of featuresOf(word)) {
      const rows = this.rows.get(shard);
      const row = rows === undefined ? -1 : rowOf(rows, hash);
      if (rows === undefined || row < 0) continue;
      found += 1;
      addRow(values, rows, row, core);
    }
    if (found > 1) {
      const share = 1 / Math.sqrt(found);
      for (let index = 0; index < values.length; index += 1) values[index] = (values[index] as number) * share;
    }
    if (this.words.size >= mostCachedWords) this.words = new Map();
    const vector = { values, found };
    this.words.set(word.text, vector);
    return vector;
  }
}

interface WordVector {
  readonly values: Float64Array;
  /** Features of the word that have a row. */
  readonly found: number;
}

function addRow(values: Float64Array, { levels, codes }: Rows, row: number, { parts, codebook, norms }: Core): void {
  const norm = norms[levels[row] as number] as number;
  const size = values.length / parts;
  for (let part = 0; part < parts; part += 1) {
    const start = (part * 256 + (codes[row * parts + part] as number)) * size;
    const offset = part * size;
    for (let index = 0; index < size; index += 1) {
      values[offset + index] = (values[offset + index] as number) + norm * (codebook[start + index] as number);
    }
  }
}
