/** A language model that is known beforehand; any other of its maker's format works too. */
export interface KnownGenerationModel {
  readonly id: string;
  readonly maker: 'webllm' | 'transformers';
  /** As its card names them. */
  readonly languages: readonly string[];
  readonly licence: string;
  /** All files together, rounded; `models.json` has the exact bytes of each. */
  readonly megabytes: number;
  /** Of graphics or main memory while it runs, as its maker states it. */
  readonly memoryMegabytes: number;
  /** Needs a graphics device that computes in 16 bits (`shader-f16`). */
  readonly needsF16: boolean;
}

/** Figures are those of the makers' own lists and cards; none of them was measured here. */
export const knownGenerationModels: readonly KnownGenerationModel[] = [
  {
    id: 'Qwen2.5-0.5B-Instruct-q4f16_1-MLC',
    maker: 'webllm',
    languages: ['en', 'zh', 'es', 'de', 'fr', 'pt', 'ar', 'ru', 'ja'],
    licence: 'Apache-2.0',
    megabytes: 290,
    memoryMegabytes: 945,
    needsF16: true,
  },
  {
    id: 'Qwen2.5-1.5B-Instruct-q4f16_1-MLC',
    maker: 'webllm',
    languages: ['en', 'zh', 'es', 'de', 'fr', 'pt', 'ar', 'ru', 'ja'],
    licence: 'Apache-2.0',
    megabytes: 880,
    memoryMegabytes: 1630,
    needsF16: true,
  },
  {
    id: 'Qwen2.5-1.5B-Instruct-q4f32_1-MLC',
    maker: 'webllm',
    languages: ['en', 'zh', 'es', 'de', 'fr', 'pt', 'ar', 'ru', 'ja'],
    licence: 'Apache-2.0',
    megabytes: 880,
    memoryMegabytes: 1889,
    needsF16: false,
  },
  {
    id: 'onnx-community/Qwen2.5-0.5B-Instruct',
    maker: 'transformers',
    languages: ['en', 'zh', 'es', 'de', 'fr', 'pt', 'ar', 'ru', 'ja'],
    licence: 'Apache-2.0',
    megabytes: 510,
    memoryMegabytes: 1000,
    needsF16: false,
  },
];
