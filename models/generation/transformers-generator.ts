import { type Generated, type GenerateRequest, type Generator, timed } from '../../src/generate/generator.ts';
import { EdgeAgentError } from '../../src/protocol/errors.ts';
import type { WriteText } from '../hub/runtime.ts';
import { modelError } from './model-errors.ts';

/** A model that transformers.js runs in WebAssembly. It cannot be held to a schema. */
export class TransformersGenerator implements Generator {
  readonly tier = 'device';

  constructor(
    readonly id: string,
    private readonly write: WriteText,
  ) {}

  async generate({ messages, mostTokens, signal, onText }: GenerateRequest): Promise<Generated> {
    const timer = timed(onText);
    try {
      signal?.throwIfAborted();
      const counts = await this.write(messages, mostTokens, timer.piece, () => signal?.aborted === true);
      if (signal?.aborted) throw new EdgeAgentError('cancelled', 'the generation was cancelled');
      return timer.finish(counts);
    } catch (thrown) {
      throw modelError(thrown, signal);
    }
  }
}
