import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { build } from './commands/build.ts';

let directory: string;
let server: Server;
let asked: { question: string; model: string }[];
/** What the service answers to the n-th request; a number is a status. */
let answer: (n: number, question: string) => string | number;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'edge-agent-paraphrase-'));
  await writeFile(join(directory, 'edge-agent.yaml'), 'site: {id: shop, name: Shop}\nlocales: [en]\n');
  const rows = ['returns,en,How do I return something?,Send it back.', 'delivery,en,How long does delivery take?,Two days.'];
  await writeFile(join(directory, 'faq.csv'), `unit,locale,question,answer\n${rows.join('\n')}\n`);
  asked = [];
  answer = (_, question) => JSON.stringify([`${question} please`, 'in other words', question]);
  server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const { model, messages } = JSON.parse(body);
    const { question } = JSON.parse(messages[1].content);
    asked.push({ question, model });
    const content = answer(asked.length, question);
    response.writeHead(typeof content === 'number' ? content : 200, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify({ choices: [{ message: { content } }] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterEach(async () => {
  server.close();
  await rm(directory, { recursive: true, force: true });
});

const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
const out = () => join(directory, '.pack');
const run = (paraphrase?: string) =>
  build.run({
    positionals: [directory],
    values: { out: out(), encoder: 'none', 'paraphrase-model': 'tiny', json: true, ...(paraphrase && { paraphrase }) },
  });
const kept = () => readFile(join(directory, 'paraphrases.csv'), 'utf8');
const version = async () => JSON.parse(await readFile(join(out(), 'manifest.json'), 'utf8')).version as string;

test('paraphrases are made once, kept beside the content, and part of every later build', async () => {
  await run();
  const plain = await version();
  await run(url());
  const enriched = await version();
  expect(enriched).not.toBe(plain);
  expect(await kept()).toBe(
    'unit,locale,question,paraphrase\n' +
      'delivery,en,How long does delivery take?,How long does delivery take? please\n' +
      'delivery,en,How long does delivery take?,in other words\n' +
      'returns,en,How do I return something?,How do I return something? please\n' +
      'returns,en,How do I return something?,in other words\n',
  );
  expect(asked.map(({ model }) => model)).toEqual(['tiny', 'tiny']);
  await run(url());
  await run();
  expect(asked).toHaveLength(2);
  expect(await version()).toBe(enriched);
});

test.each([
  ['refuses', () => 500, 'status 500'],
  ['answers with no list', () => 'As a language model, I cannot.', 'no JSON array'],
  ['answers with half a list', () => '["a", ]', 'JSON'],
])('a service that %s ends the build with a word on it, and what it made before stays', async (_, bad, message) => {
  answer = (n, question) => (n === 1 ? JSON.stringify([`${question} please`]) : bad());
  await expect(run(url())).rejects.toThrow(message);
  expect((await kept()).trim().split('\n')).toHaveLength(2);
  answer = (_n, question) => JSON.stringify([`${question} please`]);
  await run(url());
  expect((await kept()).trim().split('\n')).toHaveLength(3);
});

test('where a question was rewritten, its paraphrases are not the unit’s any more', async () => {
  await run(url());
  const faq = await readFile(join(directory, 'faq.csv'), 'utf8');
  await writeFile(join(directory, 'faq.csv'), faq.replace('How do I return something?', 'Can I send things back?'));
  await run(url());
  expect(asked.map(({ question }) => question).at(-1)).toBe('Can I send things back?');
  expect(asked).toHaveLength(3);
});
