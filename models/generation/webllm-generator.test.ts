import type { MLCEngineInterface } from '@mlc-ai/web-llm';
import { describe, expect, it } from 'vitest';
import { WebllmGenerator } from './webllm-generator.ts';

const messages = [{ role: 'user' as const, content: 'Hello' }];

/** web-llm's engine as its interface has it, with a script in the model's place. */
function scripted(pieces: readonly string[], fails?: Error): { engine: MLCEngineInterface; stopped: () => boolean } {
  let isStopped = false;
  const create = async () => {
    if (fails !== undefined) throw fails;
    return (async function* () {
      for (const content of pieces) {
        if (isStopped) return;
        yield { choices: [{ delta: { content } }] };
        await new Promise((resolve) => setTimeout(resolve));
      }
      yield { choices: [], usage: { prompt_tokens: 7, completion_tokens: pieces.length } };
    })();
  };
  const engine = {
    chat: { completions: { create } },
    interruptGenerate: () => {
      isStopped = true;
    },
  } as unknown as MLCEngineInterface;
  return { engine, stopped: () => isStopped };
}

describe('WebllmGenerator', () => {
  it('streams, counts tokens and tells when the first text came', async () => {
    const pieces: string[] = [];
    const made = await new WebllmGenerator('m', scripted(['a', 'b']).engine).generate({
      messages,
      mostTokens: 9,
      onText: (piece) => pieces.push(piece),
    });
    expect(made).toMatchObject({ text: 'ab', promptTokens: 7, tokens: 2 });
    expect(made.firstText).toBeLessThanOrEqual(made.milliseconds);
    expect(pieces).toEqual(['a', 'b']);
  });

  it('stops at once when cancelled', async () => {
    const { engine, stopped } = scripted(['a', 'b', 'c']);
    const abort = new AbortController();
    const call = new WebllmGenerator('m', engine).generate({ messages, mostTokens: 9, signal: abort.signal, onText: () => abort.abort() });
    await expect(call).rejects.toMatchObject({ code: 'cancelled' });
    expect(stopped()).toBe(true);
  });

  it.each([
    [new Error('DeviceLostError: the WebGPU device was lost while loading'), 'gpu-lost'],
    [new RangeError('WebAssembly.Memory(): out of memory'), 'out-of-memory'],
    [new Error('bad weather'), 'model-failed'],
  ])('names what went wrong: %s', async (thrown, code) => {
    await expect(new WebllmGenerator('m', scripted([], thrown).engine).generate({ messages, mostTokens: 9 })).rejects.toMatchObject({
      code,
    });
  });
});
