import type { HubModel } from '../../src/pack/manifest.ts';

/** A language model that is known beforehand; any other of its maker's format works too. */
export interface KnownGenerationModel {
  readonly id: string;
  readonly maker: 'webllm' | 'transformers';
  /** Owner and name on the Hugging Face hub. */
  readonly repository: string;
  /** For web-llm: address of the compiled library that fits this project's web-llm. */
  readonly library?: string;
  /** For transformers.js: precision of the weights. */
  readonly dtype?: HubModel['dtype'];
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

/** Where the makers of web-llm publish the libraries of its version. */
const libraries = 'https://raw.githubusercontent.com/mlc-ai/binary-mlc-llm-libs/main/web-llm-models/v0_2_86/base/';

/** Figures are those of the makers' own lists and cards; none of them was measured here. */
export const knownGenerationModels: readonly KnownGenerationModel[] = [
  {
    id: 'Qwen2.5-0.5B-Instruct-q4f16_1-MLC',
    maker: 'webllm',
    repository: 'mlc-ai/Qwen2.5-0.5B-Instruct-q4f16_1-MLC',
    library: `${libraries}Qwen2-0.5B-Instruct-q4f16_1_cs1k-webgpu.wasm`,
    languages: ['en', 'zh', 'es', 'de', 'fr', 'pt', 'ar', 'ru', 'ja'],
    licence: 'Apache-2.0',
    megabytes: 290,
    memoryMegabytes: 945,
    needsF16: true,
  },
  {
    id: 'Qwen2.5-1.5B-Instruct-q4f16_1-MLC',
    maker: 'webllm',
    repository: 'mlc-ai/Qwen2.5-1.5B-Instruct-q4f16_1-MLC',
    library: `${libraries}Qwen2-1.5B-Instruct-q4f16_1_cs1k-webgpu.wasm`,
    languages: ['en', 'zh', 'es', 'de', 'fr', 'pt', 'ar', 'ru', 'ja'],
    licence: 'Apache-2.0',
    megabytes: 880,
    memoryMegabytes: 1630,
    needsF16: true,
  },
  {
    id: 'Qwen2.5-1.5B-Instruct-q4f32_1-MLC',
    maker: 'webllm',
    repository: 'mlc-ai/Qwen2.5-1.5B-Instruct-q4f32_1-MLC',
    library: `${libraries}Qwen2-1.5B-Instruct-q4f32_1_cs1k-webgpu.wasm`,
    languages: ['en', 'zh', 'es', 'de', 'fr', 'pt', 'ar', 'ru', 'ja'],
    licence: 'Apache-2.0',
    megabytes: 880,
    memoryMegabytes: 1889,
    needsF16: false,
  },
  {
    id: 'onnx-community/Qwen2.5-0.5B-Instruct',
    maker: 'transformers',
    repository: 'onnx-community/Qwen2.5-0.5B-Instruct',
    dtype: 'q8',
    languages: ['en', 'zh', 'es', 'de', 'fr', 'pt', 'ar', 'ru', 'ja'],
    licence: 'Apache-2.0',
    megabytes: 510,
    memoryMegabytes: 1000,
    needsF16: false,
  },
];

/** The model of the table with this id, or with this name or repository on the hub. */
export function knownGenerationModel(name: string): KnownGenerationModel | undefined {
  return knownGenerationModels.find(({ id, repository }) => id === name || repository === name || id.endsWith(`/${name}`));
}
