import type { Generated, GenerateRequest } from '../generate/generator.ts';

/** What a generation needs to cross to the worker; the signal stays on the page and `cancel` is called instead. */
export type WireRequest = Omit<GenerateRequest, 'signal' | 'onText'>;

/** A file of a model; the store keeps it by its hash. */
export interface ModelFile {
  /** Relative to the model's listing. */
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** A model as its `models.json` lists it, with its files' address made absolute. */
export interface GenerationModel {
  readonly id: string;
  readonly maker: 'webllm' | 'transformers';
  /** Precision of the weights, as transformers.js names it. */
  readonly dtype?: string;
  /** For web-llm: the compiled model library among the files. */
  readonly library?: string;
  /** Absolute address of the folder of its files. */
  readonly url: string;
  readonly files: readonly ModelFile[];
  readonly languages?: readonly string[];
  readonly licence?: string;
  /** Bytes of graphics or main memory that it takes while it runs. */
  readonly memory?: number;
  readonly needsF16?: boolean;
  /** Tokens that question, units and reply may take together. */
  readonly context?: number;
}

/** Where the scripts that run models lie; absolute. */
export interface GenerationScripts {
  readonly webllm: string;
  readonly transformers: string;
}

/** The boundary between the page and the generation worker: one model, one generation at a time. */
export interface GenerationService {
  /**
   * Opens a model from the files kept on the device; what is open stays open. Rejects as `model-busy` where another tab
   * has one open, as `gpu-lost`, `out-of-memory`, `model-unavailable` or `model-failed`.
   */
  open(model: GenerationModel, scripts: GenerationScripts): Promise<void>;
  /** @param call chosen by the page, so that it can cancel; `onText` is called with each piece of text */
  generate(call: number, request: WireRequest, onText: (piece: string) => void): Promise<Generated>;
  /** Stops a call at once; it rejects as `cancelled`. The model stays open. */
  cancel(call: number): Promise<void>;
  /** Closes the model and lets go of its memory and its lock. */
  close(): Promise<void>;
}
