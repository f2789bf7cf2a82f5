import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prebuiltAppConfig } from '@mlc-ai/web-llm';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { knownGenerationModels } from '../models/generation/models.ts';
import { TransformersGenerator } from '../models/generation/transformers-generator.ts';
import type { WriteText } from '../models/hub/runtime.ts';
import { build } from '../src/cli/commands/build.ts';
import { evaluate } from '../src/cli/commands/eval.ts';
import { models } from '../src/cli/commands/models.ts';
import { openHubRuntime } from '../src/cli/hub/open-hub-runtime.ts';
import { ensureBuilt } from '../widget/build/build-browser.ts';
import { type HubStandIn, startHub } from './hub-stand-in.ts';
import { run } from './run-command.ts';
import { writeTinyTextModel } from './tiny-model.ts';

const timeout = 60_000;
let folder = '';
let hub: HubStandIn | undefined;
/** The files of a model that writes one sentence. */
let tiny: (readonly [string, Uint8Array<ArrayBuffer>])[] = [];
const sentence = 'Wipe the lamp with a dry cloth [1].';

beforeAll(async () => {
  await ensureBuilt();
  folder = await mkdtemp(join(tmpdir(), 'edge-agent-language-models-'));
  const directory = join(folder, 'tiny');
  await writeTinyTextModel(directory, sentence);
  const names = (await readdir(directory, { recursive: true })).filter((file) => /\.(?:json|onnx)$/.test(file));
  tiny = await Promise.all(names.map(async (file) => [file, new Uint8Array(await readFile(join(directory, file)))] as const));
}, timeout);
afterEach(() => {
  vi.unstubAllEnvs();
  hub?.close();
  hub = undefined;
});
afterAll(() => rm(folder, { recursive: true }));

/** A hub with this repository, which `HF_ENDPOINT` names. */
async function hubWith(id: string, files: Readonly<Record<string, string | Uint8Array>>, elsewhere: Readonly<Record<string, string>> = {}) {
  const bytes = (record: Readonly<Record<string, string | Uint8Array>>) =>
    new Map(
      Object.entries(record).map(
        ([name, content]) => [name, typeof content === 'string' ? new TextEncoder().encode(content) : content] as const,
      ),
    );
  hub = await startHub(id, bytes(files), bytes(elsewhere));
  vi.stubEnv('HF_ENDPOINT', hub.address);
  return hub;
}

async function listingIn(directory: string) {
  const listing = JSON.parse(await readFile(join(directory, 'models.json'), 'utf8'));
  for (const { file, bytes, sha256 } of listing.files) {
    const content = await readFile(join(directory, file));
    expect([content.length, createHash('sha256').update(content).digest('hex')]).toEqual([bytes, sha256]);
  }
  return { ...listing, files: listing.files.map(({ file }: { file: string }) => file) };
}

const mlc = {
  'README.md': '# A model',
  'mlc-chat-config.json': '{}',
  'tensor-cache.json': '{}',
  'params_shard_0.bin': 'weights',
  'tokenizer.json': '{}',
};

describe('edge-agent models pull', () => {
  it('brings a model of web-llm with its library, and lists every file with its hash', async () => {
    const { address } = await hubWith('someone/Small-MLC', mlc, { '/libraries/small.wasm': 'library' });
    const out = join(folder, 'webllm');
    const { output, errors } = await run(
      models,
      ...['pull', 'someone/Small-MLC', '--maker', 'webllm', '--library', `${address}/libraries/small.wasm`, '--out', out],
    );
    expect(errors).toContain('someone/Small-MLC: 0.000 MB to');
    expect(output).toContain('models="<its address>/models.json"');
    expect(await listingIn(out)).toEqual({
      id: 'someone/Small-MLC',
      maker: 'webllm',
      library: 'model.wasm',
      licence: 'mit',
      files: ['mlc-chat-config.json', 'tensor-cache.json', 'params_shard_0.bin', 'tokenizer.json', 'model.wasm'],
    });
  });

  it('knows the table’s models by name, with languages, licence and memory', async () => {
    await hubWith('onnx-community/Qwen2.5-0.5B-Instruct', {
      'config.json': '{}',
      'generation_config.json': '{}',
      'tokenizer.json': '{}',
      'onnx/model_quantized.onnx': 'weights',
      'onnx/model.onnx': 'other weights',
    });
    const out = join(folder, 'transformers');
    await run(models, 'pull', 'onnx-community/Qwen2.5-0.5B-Instruct', '--out', out);
    expect(await listingIn(out)).toMatchObject({
      maker: 'transformers',
      dtype: 'q8',
      licence: 'Apache-2.0',
      memory: 1e9,
      languages: expect.arrayContaining(['ar', 'ja']),
      files: ['config.json', 'generation_config.json', 'tokenizer.json', 'onnx/model_quantized.onnx'],
    });
    expect((await run(models, 'list')).output).toMatch(/language models:\n.*about 290 MB, webllm/);
  });

  it('says what is missing', async () => {
    await hubWith('someone/Small-MLC', mlc);
    const pull = (...args: string[]) => run(models, 'pull', 'someone/Small-MLC', ...args);
    const out = join(folder, 'none');
    await expect(pull('--maker', 'webllm')).rejects.toThrow('name the folder that your site serves with --out');
    await expect(pull('--maker', 'other', '--out', out)).rejects.toThrow('there is no maker "other"');
    await expect(pull('--maker', 'webllm', '--out', out)).rejects.toThrow('Name its address with --library');
    await expect(pull('--maker', 'transformers', '--out', out)).rejects.toThrow('no ONNX weights as q8');
  });

  it('pulls the libraries that fit this project’s web-llm', () => {
    const own = knownGenerationModels.filter(({ maker }) => maker === 'webllm');
    expect(own.map(({ id, library }) => [id, library])).toEqual(
      own.map(({ id }) => [id, prebuiltAppConfig.model_list.find(({ model_id }) => model_id === id)?.model_lib]),
    );
  });
});

describe('a model that transformers.js runs', { timeout }, () => {
  let write: WriteText;

  beforeAll(async () => {
    const { runtime, wasm } = await openHubRuntime();
    write = await runtime.openTextModel({ wasm, files: new Map(tiny), dtype: 'q8' });
  }, timeout);

  const messages = [{ role: 'user' as const, content: 'How do I clean the lamp?' }];

  it('writes in pieces, counts tokens and times the first', async () => {
    const pieces: string[] = [];
    const generated = await new TransformersGenerator('tiny', write).generate({
      messages,
      mostTokens: 50,
      onText: (piece) => pieces.push(piece),
    });
    expect(generated.text.trim()).toBe(sentence);
    expect(pieces.length).toBeGreaterThan(3);
    expect(generated).toMatchObject({ promptTokens: 7, tokens: 9 });
    expect(generated.firstText).toBeGreaterThanOrEqual(0);
  });

  it('stops at as many tokens as asked, and at once when cancelled', async () => {
    const generator = new TransformersGenerator('tiny', write);
    const short = await generator.generate({ messages, mostTokens: 3, onText: () => {} });
    expect(short.tokens).toBe(3);
    const abort = new AbortController();
    const cancelled = generator.generate({ messages, mostTokens: 50, signal: abort.signal, onText: () => abort.abort() });
    await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' });
  });
});

describe('edge-agent eval --answers', { timeout }, () => {
  const question = 'How do I clean the lamp?';
  let pack = '';
  let labelled = '';

  beforeAll(async () => {
    const table = join(folder, 'lamps.csv');
    await writeFile(
      table,
      [
        'unit,locale,question,answer',
        `care,en,${question},Wipe the lamp with a dry cloth. Do not use water.`,
        'bulb,en,How do I change the bulb of the lamp?,Unscrew the bulb and put in one of 5 watts.',
      ].join('\r\n'),
    );
    pack = join(folder, 'pack');
    await run(build, table, '--out', pack);
    labelled = join(folder, 'labelled.csv');
    await writeFile(labelled, `question,unit,locale\n${question},care,en\nWho won the football match?,,en\n`);
  }, timeout);

  const scores = async (...args: string[]) =>
    JSON.parse((await run(evaluate, labelled, '--pack', pack, '--answers', '--json', ...args)).output);
  const replies = async (text: string) => {
    const file = join(folder, `replies-${createHash('sha256').update(text).digest('hex').slice(0, 8)}.jsonl`);
    await writeFile(file, `${JSON.stringify({ question, text })}\n`);
    return `replies:${file}`;
  };

  it('gives the units’ own words full marks', async () => {
    const [{ figures }] = await scores('--maker', 'units');
    expect(figures).toMatchObject({
      questions: 2,
      briefed: 1,
      written: 1,
      supported: 1,
      citedRight: 1,
      refused: 1,
      numbersRight: 1,
      languageRight: 1,
    });
  });

  it('tells a reply that invents, or is in another language, from one that does not', async () => {
    const invented = await replies('Wipe the lamp with a dry cloth [1]. Use 20 drops of oil every week [1].');
    const foreign = await replies('Wischen Sie die Lampe mit einem trockenen Tuch ab und nehmen Sie kein Wasser [1].');
    const [first, second] = await scores('--maker', invented, '--against', foreign);
    expect(first.figures).toMatchObject({ supported: 0.5, numbersRight: 0, languageRight: 1 });
    expect(second.figures).toMatchObject({ written: 0, languageRight: 0 });
  });

  it('runs a pulled model, and shows two prompts side by side', async () => {
    await hubWith('someone/tiny', Object.fromEntries(tiny.map(([file, bytes]) => [file, bytes])));
    const out = join(folder, 'pulled');
    await run(models, 'pull', 'someone/tiny', '--maker', 'transformers', '--out', out);
    const rules = join(folder, 'rules.txt');
    await writeFile(rules, 'Answer in one sentence.\n');
    const { output } = await run(evaluate, labelled, '--pack', pack, '--answers', '--maker', `folder:${out}`, '--against-rules', rules);
    expect(output).toMatch(/sentences that the units bear out\s+100.0 %\s+100.0 %/);
  });

  it('puts questions to a server that speaks chat completions, with its key and the rules', async () => {
    const asked: { authorization?: string | undefined; body: string }[] = [];
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => {
        body += chunk;
      });
      request.on('end', () => {
        asked.push({ authorization: request.headers.authorization, body });
        response.writeHead(200, { 'Content-Type': 'text/event-stream' });
        response.end(
          `data: ${JSON.stringify({ choices: [{ delta: { content: 'Wipe the lamp with a dry cloth [1].' } }] })}\n\ndata: [DONE]\n\n`,
        );
      });
    });
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
    vi.stubEnv('EDGE_AGENT_MODEL_KEY', 'secret');
    const [{ figures }] = await scores('--maker', `server:http://localhost:${(server.address() as AddressInfo).port}/v1#small`);
    server.close();
    expect(figures).toMatchObject({ written: 1, citedRight: 1 });
    expect(asked).toHaveLength(1);
    expect(asked[0]?.authorization).toBe('Bearer secret');
    expect(JSON.parse(asked[0]?.body ?? '')).toMatchObject({ model: 'small', stream: true });
  });

  it('says what it lacks', async () => {
    await expect(scores()).rejects.toThrow('name what writes the answers with --maker');
    await expect(scores('--maker', 'magic')).rejects.toThrow('there is no maker "magic"');
    await expect(scores('--maker', `folder:${folder}`)).rejects.toThrow('edge-agent models pull writes it');
    await expect(scores('--maker', await replies('Wipe it [1].'), '--rules', join(folder, 'none.txt'))).rejects.toThrow('cannot be read');
  });
});
