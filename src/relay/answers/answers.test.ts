import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { AnswerEvent } from '../../protocol/relay.ts';
import { EventReader } from '../events/read-events.fixture.ts';
import { requestOf, testRelay } from '../relay.fixture.ts';
import type { AnswerModel } from './answer-model.ts';
import { OpenAiModel } from './openai-model.ts';
import { readAnswer } from './read-answer.ts';

const request = {
  question: 'How long may I return it?',
  locale: 'en',
  units: [{ id: 'return-how', title: 'Returns', text: 'Within 30 days.' }],
};

async function* pieces(text: string, size: number): AsyncIterable<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

async function read(text: string, size: number): Promise<{ text: string; last: AnswerEvent | undefined }> {
  const events: AnswerEvent[] = [];
  for await (const event of readAnswer(pieces(text, size), ['return-how', 'refund'])) events.push(event);
  return { text: events.map((event) => (event.kind === 'text' ? event.text : '')).join(''), last: events.at(-1) };
}

describe('a model’s answer', () => {
  it.each([1, 2, 3, 7, 1000])('loses its marks and gains its citations, however it is cut (%i)', async (size) => {
    expect(await read('You have 30 days [[return-how]]. The money follows [[refund]] [x].', size)).toEqual({
      text: 'You have 30 days. The money follows [x].',
      last: { kind: 'end', cites: ['return-how', 'refund'] },
    });
    expect((await read('NONE', size)).last).toEqual({ kind: 'none' });
    expect((await read('NONE', size)).text).toBe('');
  });

  it('counts as none where it cites no unit that was sent', async () => {
    expect((await read('Just trust me [[somewhere]].', 5)).last).toEqual({ kind: 'none' });
    expect((await read('Nonetheless, no.', 5)).last).toEqual({ kind: 'none' });
  });
});

describe('answers over the relay', () => {
  it('come from a service that speaks OpenAI’s protocol, and are streamed', async () => {
    let asked = '';
    const server = createServer((incoming, response) => {
      incoming.on('data', (chunk) => {
        asked += chunk;
      });
      incoming.on('end', () => {
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        for (const content of ['Within 30', ' days [[ret', 'urn-how]].']) {
          response.write(`data: ${JSON.stringify({ choices: [{ index: 0, delta: { content } }] })}\n\n`);
        }
        response.end('data: [DONE]\n\n');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
    const model = new OpenAiModel({ baseUrl: `http://localhost:${(server.address() as AddressInfo).port}/v1`, apiKey: 'k', model: 'm' });
    const test = await testRelay((site) => ({ ...site, model }));
    const { session } = await test.visitor();
    const reader = new EventReader(await test.relay(requestOf('POST', '/v1/answers', { session, body: request })));
    expect((await reader.next())?.data).toEqual({ kind: 'text', text: 'Within 30' });
    expect((await reader.nextOf('end'))?.data).toEqual({ kind: 'end', cites: ['return-how'] });
    expect(await reader.next()).toBeUndefined();
    expect(asked).toContain('Within 30 days.');
    server.close();
  });

  it('are not offered unless they are switched on, fail in good order, and are rationed', async () => {
    const off = await testRelay();
    expect((await (await off.visitor()).ask('POST', '/v1/answers', { body: request })).body.error.code).toBe('not-offered');
    const model: AnswerModel = {
      // biome-ignore lint/correctness/useYield: it breaks before it says anything
      async *stream() {
        throw new Error('the key sk-123 is wrong');
      },
    };
    const test = await testRelay((site) => ({ ...site, model }));
    const visitor = await test.visitor();
    const ask = () => test.relay(requestOf('POST', '/v1/answers', { session: visitor.session, body: request }));
    const reader = new EventReader(await ask());
    expect((await reader.next())?.data).toEqual({ kind: 'failed', code: 'model-failed', message: 'the model gave no answer' });
    for (let index = 0; index < 7; index += 1) await (await ask()).body?.cancel();
    expect((await ask()).status).toBe(429);
  });
});
