/**
 * Every error that a person or another thread can meet, by name, with what to do next.
 * Errors cross threads and the network as `{code, message}`; the code is always one of these names.
 */
export const errorAdvice = {
  'content-invalid': 'Mend the line that is named and run the command again; nothing was written.',
  'content-empty': 'Add at least one unit with a question and an answer.',
  'pack-unreachable': 'Check the pack address, the network and the connect-src directive of the page.',
  'pack-invalid': 'Rebuild the pack with `edge-agent build` and publish all of its files together.',
  'pack-corrupt': 'A file does not match its hash; publish the pack again. The version in use is kept.',
  'pack-version': 'The pack was made by another version of edge-agent; rebuild it with this one.',
  'encoder-mismatch': 'The pack was built with another encoder; rebuild it, or answers rest on words alone.',
  'encoder-unreachable':
    'Publish the pack with its encoder’s folder, and allow its address in connect-src and ’wasm-unsafe-eval’ in script-src; until then words answer.',
  'encoder-invalid': 'The encoder’s weights are damaged or of another release; publish the agent’s files again together.',
  'storage-unavailable': 'The browser refuses storage; answers work, but not offline or after a reload.',
  'relay-unreachable': 'Check the relay’s address, the network and the connect-src directive of the page; nothing was sent.',
  'model-unavailable': 'The language model or what runs it is not there; found units answer. Check the models attribute and connect-src.',
  'model-failed': 'The language model failed; found units answer.',
  'model-busy': 'Another tab uses the language model; found units answer here.',
  'model-hidden': 'The page was hidden while the language model wrote; the found unit stands.',
  'gpu-lost': 'The graphics device was lost; found units answer until the page is loaded again.',
  'out-of-memory': 'The language model does not fit into memory; choose a smaller one.',
  'worker-dead': 'The worker stopped and was started again; ask once more.',
  timeout: 'The step took too long and was given up; ask once more.',
  cancelled: 'The step was cancelled.',
  'bad-request': 'The message does not fit the protocol; both sides must come from one release.',
} as const;

export type ErrorCode = keyof typeof errorAdvice;

export interface WireError {
  readonly code: ErrorCode;
  readonly message: string;
}

export class EdgeAgentError extends Error {
  override readonly name = 'EdgeAgentError';

  constructor(
    readonly code: ErrorCode,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }

  toWire(): WireError {
    return { code: this.code, message: this.message };
  }

  /** Turns anything thrown into a named error; what has no name becomes `fallback`. */
  static from(thrown: unknown, fallback: ErrorCode): EdgeAgentError {
    if (thrown instanceof EdgeAgentError) return thrown;
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    return new EdgeAgentError(fallback, message, { cause: thrown });
  }

  static fromWire(wire: WireError): EdgeAgentError {
    return new EdgeAgentError(wire.code, wire.message);
  }
}
