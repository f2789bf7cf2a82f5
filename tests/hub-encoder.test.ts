import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ask } from '../src/cli/commands/ask.ts';
import { build } from '../src/cli/commands/build.ts';
import { models } from '../src/cli/commands/models.ts';
import { readModelFolder } from '../src/cli/hub/model-folder.ts';
import { openHubEncoder } from '../src/cli/hub/open-hub-encoder.ts';
import { browserFiles } from '../src/cli/package-files.ts';
import { FailedError } from '../src/cli/usage-error.ts';
import { ensureBuilt } from '../widget/build/build-browser.ts';
import { type HubStandIn, startHub } from './hub-stand-in.ts';
import { run } from './run-command.ts';
import { smallShopTable, tinyMeanings, writeTinyModel } from './tiny-model.ts';

const timeout = 60_000;
let folder = '';
let model = '';
let table = '';

beforeAll(async () => {
  await ensureBuilt();
  folder = await mkdtemp(join(tmpdir(), 'edge-agent-hub-'));
  model = join(folder, 'tiny');
  table = join(folder, 'shop.csv');
  await writeTinyModel(model, tinyMeanings);
  await writeFile(table, smallShopTable);
}, timeout);
afterAll(() => rm(folder, { recursive: true }));

describe('a model run by transformers.js', { timeout }, () => {
  it('gives vectors of length 1, the same ones for words that mean the same, and none for a text that it cannot read', async () => {
    const encoder = await openHubEncoder(await readModelFolder(model));
    const [parking, garage, hours, unknown, empty] = await encoder.encode(['parking', 'Garage!', 'hours', 'xyzzy', ' '], 'question');
    expect(encoder).toMatchObject({ id: 'tiny', dimensions: 32 });
    expect(Math.hypot(...(parking ?? []))).toBeCloseTo(1, 5);
    expect(garage).toEqual(parking);
    expect(cosine(parking, hours)).toBeLessThan(0.5);
    expect([unknown, empty]).toEqual([null, null]);
  });

  it('puts what the model’s card asks for before a text', async () => {
    const prefixed = join(folder, 'prefixed');
    await cp(model, prefixed, { recursive: true });
    await writeFile(
      join(prefixed, 'config_sentence_transformers.json'),
      JSON.stringify({ prompts: { query: 'hours ', document: 'parking ' } }),
    );
    const encoder = await openHubEncoder(await readModelFolder(prefixed));
    const plain = await openHubEncoder(await readModelFolder(model));
    expect(await encoder.encode(['open'], 'question')).toEqual(await plain.encode(['hours open'], 'question'));
    expect(await encoder.encode(['open'], 'passage')).toEqual(await plain.encode(['parking open'], 'passage'));
    expect(encoder.sha256).not.toBe(plain.sha256);
  });

  it('says what a folder without a model lacks', async () => {
    await expect(run(build, table, '--out', join(folder, 'none'), '--encoder', folder)).rejects.toThrow(FailedError);
    await expect(run(build, table, '--out', join(folder, 'none'), '--encoder', 'no such thing')).rejects.toThrow('there is no encoder');
  });
});

describe('a pack made with a model', { timeout }, () => {
  const question = 'Is there a garage?';
  let pack = '';
  beforeEach(async () => {
    pack = await mkdtemp(join(folder, 'pack-'));
    await run(build, table, '--out', pack, '--encoder', model, '--json');
  });

  const asked = async () => {
    const { output, errors } = await run(ask, '--pack', pack, question, '--locale', 'en', '--json');
    return { decision: JSON.parse(output), errors };
  };

  it('names it, carries its files, and answers by meaning', async () => {
    const manifest = JSON.parse(await readFile(join(pack, 'manifest.json'), 'utf8'));
    expect(manifest.encoder).toMatchObject({ id: 'tiny', dimensions: 32, hub: { dtype: 'q8', pooling: 'mean' } });
    for (const { file, sha256 } of manifest.encoder.hub.files) {
      const bytes = await readFile(join(pack, manifest.encoder.hub.url, file));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    }
    const { decision, errors } = await asked();
    expect(decision.candidates[0]).toMatchObject({ unit: 'parking' });
    expect(decision.candidates[0].score).toBeGreaterThan(0.5);
    expect(errors).toBe('');
  });

  it.each([
    ['is missing', (directory: string) => rm(directory, { recursive: true })],
    ['is another', (directory: string) => writeTinyModel(directory, [...tinyMeanings].reverse())],
  ])('says so where the model %s, and words answer', async (_, damage) => {
    const { hub } = JSON.parse(await readFile(join(pack, 'manifest.json'), 'utf8')).encoder;
    await damage(join(pack, hub.url));
    const { decision, errors } = await asked();
    expect(errors).toContain('The pack was made with the encoder tiny, whose files are not here: answers rest on words alone.');
    expect(decision.kind).not.toBe('answer');
  });

  it('keeps the model of the version before, and drops older ones', async () => {
    const second = join(folder, 'second');
    await writeTinyModel(second, [...tinyMeanings, ['second']]);
    await run(build, table, '--out', pack, '--encoder', second);
    const copies = async () => (await readdir(pack)).filter((name) => name.startsWith('encoder-')).length;
    expect(await copies()).toBe(2);
    await run(build, table, '--out', pack, '--encoder', second, '--encoder-url', 'https://models.example/tiny');
    expect(await copies()).toBe(1);
    expect(JSON.parse(await readFile(join(pack, 'manifest.json'), 'utf8')).encoder.hub.url).toBe('https://models.example/tiny/');
  });

  it('has what runs it copied along with the agent’s files, which other packs do not', async () => {
    await run(build, table, '--out', pack, '--encoder', model, '--agent', join(folder, 'with'));
    await run(build, table, '--out', pack, '--encoder', 'none', '--agent', join(folder, 'without'));
    const [version = ''] = await readdir(join(folder, 'with'));
    expect(await readdir(join(folder, 'with', version))).toContain('hub');
    const plain = await readdir(join(folder, 'without', version));
    expect(plain.filter((name) => ['hub', 'webllm', 'desk'].includes(name))).toEqual([]);
    await run(build, table, '--out', pack, '--encoder', 'none', '--agent', join(folder, 'models'), '--language-models');
    expect(await readdir(join(folder, 'models', version))).toEqual(expect.arrayContaining(['hub', 'webllm']));
    expect(await readdir(`${browserFiles()}/hub`)).toContain('LICENSES.txt');
  });
});

describe('edge-agent models', { timeout }, () => {
  const id = 'someone/tiny';
  let hub: HubStandIn;

  beforeAll(async () => {
    const names = ['config.json', 'tokenizer.json', 'tokenizer_config.json', 'onnx/model_quantized.onnx'];
    hub = await startHub(id, new Map(await Promise.all(names.map(async (name) => [name, await readFile(join(model, name))] as const))));
    vi.stubEnv('HF_ENDPOINT', hub.address);
  });
  afterAll(() => {
    vi.unstubAllEnvs();
    hub.close();
  });
  beforeEach(async () => {
    vi.stubEnv('XDG_CACHE_HOME', await mkdtemp(join(folder, 'cache-')));
    hub.requests.length = 0;
    hub.damaged = '';
  });

  it('pulls what an encoder needs, says how much it is, and a build uses it', async () => {
    const { output, errors } = await run(models, 'pull', id);
    expect(errors).toContain(`${id}: 0.0`);
    expect(output).toContain('(q8, mean, mit)');
    expect((await run(models, 'list')).output).toContain('onnx/model_quantized.onnx');
    const pack = join(folder, 'pulled');
    await run(build, table, '--out', pack, '--encoder', id, '--json');
    expect(JSON.parse(await readFile(join(pack, 'manifest.json'), 'utf8')).encoder.id).toBe(id);
    expect((await run(models, 'clear')).output).toMatch(/^1 model removed/);
    expect(JSON.parse((await run(models, 'list', '--json')).output).cached).toEqual([]);
  });

  it('keeps what is there, and goes on where a download was cut off', async () => {
    const out = join(folder, 'self-hosted');
    await run(models, 'pull', id, '--out', out);
    await rm(join(out, 'tokenizer.json'));
    await writeFile(join(out, 'tokenizer.json.part'), (await readFile(join(model, 'tokenizer.json'))).subarray(0, 100));
    hub.requests.length = 0;
    await run(models, 'pull', id, '--out', out);
    expect(hub.requests.filter(({ url }) => url.includes('/resolve/'))).toEqual([
      { url: `/${id}/resolve/abc/tokenizer.json`, range: 'bytes=100-' },
    ]);
    expect((await readModelFolder(out)).id).toBe(id);
  });

  it('takes no file that does not match its hash, on the way or later', async () => {
    hub.damaged = 'onnx/model_quantized.onnx';
    await expect(run(models, 'pull', id)).rejects.toThrow('does not match its hash');
    hub.damaged = '';
    const out = join(folder, 'touched');
    await run(models, 'pull', id, '--out', out);
    await writeFile(join(out, 'config.json'), '{}');
    await expect(run(build, table, '--out', join(folder, 'none'), '--encoder', out)).rejects.toThrow('does not match its hash');
  });

  it('says what is wrong with a model that is not there, or not for this', async () => {
    await expect(run(models, 'pull', 'someone/else')).rejects.toThrow('answers with status 404');
    await expect(run(models, 'pull', id, '--dtype', 'fp16')).rejects.toThrow('no ONNX weights as fp16');
    await expect(run(models, 'pull')).rejects.toThrow('say what to do');
  });
});

function cosine(a: Float32Array | null | undefined, b: Float32Array | null | undefined): number {
  return a?.reduce((sum, value, index) => sum + value * (b?.[index] ?? 0), 0) ?? Number.NaN;
}
