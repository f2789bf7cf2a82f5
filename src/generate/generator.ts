/** One message of a prompt, as chat models take it. */
export interface PromptMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

export interface GenerateRequest {
  readonly messages: readonly PromptMessage[];
  /** Most tokens of the answer. */
  readonly mostTokens: number;
  /** JSON Schema that the answer has to meet; makers that cannot hold a model to it ignore it, and the reader checks. */
  readonly schema?: Readonly<Record<string, unknown>>;
  /** Raised, it stops the model at once; the call then rejects as `cancelled`. */
  readonly signal?: AbortSignal;
  /** Called with each piece of text as it comes. */
  readonly onText?: (piece: string) => void;
}

export interface Generated {
  readonly text: string;
  /** Left out where the maker does not count. */
  readonly promptTokens?: number;
  readonly tokens?: number;
  /** Milliseconds from the call to the first piece of text. */
  readonly firstText: number;
  /** Milliseconds of the whole call. */
  readonly milliseconds: number;
}

/**
 * A language model, whoever runs it: web-llm or transformers.js in the generation worker, the browser's own, the
 * relay's. Rejects with an EdgeAgentError: `cancelled`, `model-unavailable`, `model-failed`, `gpu-lost`, `out-of-memory`
 * or `timeout`; after any of them but `cancelled` the caller goes on with the next tier.
 */
export interface Generator {
  /** Maker and model, such as `webllm:Qwen2.5-1.5B-Instruct-q4f16_1`. */
  readonly id: string;
  readonly tier: 'device' | 'relay';
  generate(request: GenerateRequest): Promise<Generated>;
}

/** Measures a call: pieces go through it, and at the end it tells how long they took. */
export function timed(onText: GenerateRequest['onText'], now: () => number = () => performance.now()) {
  const started = now();
  let first: number | undefined;
  let text = '';
  return {
    piece: (piece: string): void => {
      if (piece === '') return;
      first ??= now() - started;
      text += piece;
      onText?.(piece);
    },
    finish: (counts: Pick<Generated, 'promptTokens' | 'tokens'> = {}): Generated => {
      const milliseconds = now() - started;
      return { text, firstText: first ?? milliseconds, milliseconds, ...counts };
    },
  };
}
