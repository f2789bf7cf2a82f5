import { type Generated, type GenerateRequest, type Generator, timed } from '../../src/generate/generator.ts';
import { EdgeAgentError } from '../../src/protocol/errors.ts';
import { eventData } from './event-stream.ts';
import { modelError } from './model-errors.ts';

export interface Endpoint {
  /** Of the server, up to and without `/chat/completions`. */
  readonly url: string;
  readonly model: string;
  readonly key?: string;
}

interface Chunk {
  readonly choices?: readonly { readonly delta?: { readonly content?: string | null } }[];
  readonly usage?: { readonly prompt_tokens: number; readonly completion_tokens: number } | null;
}

/** A model behind a server that speaks the chat completions of OpenAI, as most do. */
export class OpenaiGenerator implements Generator {
  readonly tier = 'relay';
  readonly id: string;

  constructor(private readonly endpoint: Endpoint) {
    this.id = `server:${endpoint.model}`;
  }

  async generate({ messages, mostTokens, schema, signal, onText }: GenerateRequest): Promise<Generated> {
    const { url, model, key } = this.endpoint;
    const timer = timed(onText);
    let counts: Pick<Generated, 'promptTokens' | 'tokens'> = {};
    try {
      const response = await fetch(`${url.replace(/\/+$/, '')}/chat/completions`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...(key !== undefined && { Authorization: `Bearer ${key}` }) },
        body: JSON.stringify({
          model,
          messages,
          max_tokens: mostTokens,
          temperature: 0,
          stream: true,
          stream_options: { include_usage: true },
          ...(schema && { response_format: { type: 'json_schema', json_schema: { name: 'answer', schema } } }),
        }),
        ...(signal && { signal }),
      });
      if (!response.ok) throw new EdgeAgentError('model-unavailable', `${url} answers with status ${response.status}`);
      for await (const data of eventData(response)) {
        if (data === '[DONE]') break;
        const { choices, usage } = JSON.parse(data) as Chunk;
        timer.piece(choices?.[0]?.delta?.content ?? '');
        if (usage) counts = { promptTokens: usage.prompt_tokens, tokens: usage.completion_tokens };
      }
    } catch (thrown) {
      throw thrown instanceof TypeError
        ? new EdgeAgentError('model-unavailable', `${url} cannot be reached`, { cause: thrown })
        : modelError(thrown, signal);
    }
    return timer.finish(counts);
  }
}
