import OpenAI from 'openai';
import type { AnswerRequest } from '../../protocol/relay.ts';
import { type AnswerModel, instructionsFor } from './answer-model.ts';

export interface OpenAiModelOptions {
  /** Any service that speaks the same protocol, as in http://localhost:11434/v1 */
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly model: string;
  /** Longest answer. */
  readonly maxTokens?: number;
  /** Until the answer begins, in milliseconds. */
  readonly timeout?: number;
}

/** A model behind any OpenAI-compatible address, by the official client. */
export class OpenAiModel implements AnswerModel {
  private readonly client: OpenAI;
  private readonly model: string;
  private readonly maxTokens: number;

  constructor({ baseUrl, apiKey, model, maxTokens = 500, timeout = 20_000 }: OpenAiModelOptions) {
    this.client = new OpenAI({ baseURL: baseUrl, apiKey, timeout, maxRetries: 1 });
    this.model = model;
    this.maxTokens = maxTokens;
  }

  async *stream(request: AnswerRequest, signal: AbortSignal): AsyncIterable<string> {
    const { question, units, before = [] } = request;
    const chunks = await this.client.chat.completions.create(
      {
        model: this.model,
        stream: true,
        temperature: 0,
        max_tokens: this.maxTokens,
        messages: [
          { role: 'system', content: instructionsFor(request) },
          { role: 'user', content: JSON.stringify({ units, before, question }) },
        ],
      },
      { signal },
    );
    for await (const { choices } of chunks) {
      const text = choices[0]?.delta?.content;
      if (typeof text === 'string' && text !== '') yield text;
    }
  }
}
