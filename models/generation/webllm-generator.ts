import type { MLCEngineInterface } from '@mlc-ai/web-llm';
import { type Generated, type GenerateRequest, type Generator, timed } from '../../src/generate/generator.ts';
import { EdgeAgentError } from '../../src/protocol/errors.ts';
import { modelError } from './model-errors.ts';

/** A model that web-llm runs on the graphics device. The engine has its model loaded. */
export class WebllmGenerator implements Generator {
  readonly tier = 'device';

  constructor(
    readonly id: string,
    private readonly engine: MLCEngineInterface,
  ) {}

  async generate({ messages, mostTokens, schema, signal, onText }: GenerateRequest): Promise<Generated> {
    if (signal?.aborted) throw modelError(new DOMException('', 'AbortError'), signal);
    const stop = () => this.engine.interruptGenerate();
    signal?.addEventListener('abort', stop, { once: true });
    const timer = timed(onText);
    let counts: Pick<Generated, 'promptTokens' | 'tokens'> = {};
    try {
      const chunks = await this.engine.chat.completions.create({
        messages: [...messages],
        stream: true,
        stream_options: { include_usage: true },
        temperature: 0,
        max_tokens: mostTokens,
        ...(schema && { response_format: { type: 'json_object' as const, schema: JSON.stringify(schema) } }),
      });
      for await (const { choices, usage } of chunks) {
        if (signal?.aborted) break;
        timer.piece(choices[0]?.delta.content ?? '');
        if (usage) counts = { promptTokens: usage.prompt_tokens, tokens: usage.completion_tokens };
      }
    } catch (thrown) {
      throw modelError(thrown, signal);
    } finally {
      signal?.removeEventListener('abort', stop);
    }
    if (signal?.aborted) throw new EdgeAgentError('cancelled', 'the generation was cancelled');
    return timer.finish(counts);
  }
}
