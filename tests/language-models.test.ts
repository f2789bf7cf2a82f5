import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { prebuiltAppConfig } from '@mlc-ai/web-llm';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { knownGenerationModels } from '../models/generation/models.ts';
import { TransformersGenerator } from '../models/generation/transformers-generator.ts';
import type { HubRuntime, WriteText } from '../models/hub/runtime.ts';
import { models } from '../src/cli/commands/models.ts';
import { browserFiles } from '../src/cli/package-files.ts';
import { ensureBuilt } from '../widget/build/build-browser.ts';
import { type HubStandIn, startHub } from './hub-stand-in.ts';
import { run } from './run-command.ts';
import { writeTinyTextModel } from './tiny-model.ts';

const timeout = 60_000;
let folder = '';
let hub: HubStandIn | undefined;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'edge-agent-language-models-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  hub?.close();
  hub = undefined;
});
afterAll(() => rm(folder, { recursive: true }));

/** A hub with this repository, which `HF_ENDPOINT` names. */
async function hubWith(id: string, files: Readonly<Record<string, string>>, elsewhere: Readonly<Record<string, string>> = {}) {
  const bytes = (record: Readonly<Record<string, string>>) =>
    new Map(Object.entries(record).map(([name, text]) => [name, new TextEncoder().encode(text)] as const));
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
  const sentence = 'Wipe the lamp with a dry cloth [1].';
  let write: WriteText;

  beforeAll(async () => {
    await ensureBuilt();
    const directory = join(folder, 'tiny');
    await writeTinyTextModel(directory, sentence);
    const hubFiles = `${browserFiles()}/hub`;
    const name = (await readdir(hubFiles)).find((file) => /^runtime-.*\.js$/.test(file));
    const runtime = (await import(pathToFileURL(`${hubFiles}/${name}`).href)) as HubRuntime;
    const names = (await readdir(directory, { recursive: true })).filter((file) => /\.(?:json|onnx)$/.test(file));
    const files = new Map(
      await Promise.all(names.map(async (file) => [file, new Uint8Array(await readFile(join(directory, file)))] as const)),
    );
    const wasm = new Uint8Array(await readFile(`${hubFiles}/${runtime.onnxWasm.file}`));
    write = await runtime.openTextModel({ wasm, files, dtype: 'q8' });
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
