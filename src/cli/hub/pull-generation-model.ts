import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { KnownGenerationModel } from '../../../models/generation/models.ts';
import { isNeededToWrite } from '../../../models/hub/models.ts';
import type { GenerationModel, ModelFile } from '../../protocol/generation-worker.ts';
import { FailedError } from '../usage-error.ts';
import { type DownloadOptions, describeFile, downloadFiles, type RemoteFile, readRepository } from './hub.ts';
import { listingFile } from './model-folder.ts';

/** A model of the table, or one that the caller describes. */
export type GenerationModelToPull = Pick<KnownGenerationModel, 'id' | 'maker' | 'repository' | 'library' | 'dtype'> &
  Partial<Pick<KnownGenerationModel, 'languages' | 'licence' | 'memoryMegabytes' | 'needsF16'>> & { readonly revision?: string };

/** `models.json` as the element's `models` attribute reads it. */
export type GenerationListing = Omit<GenerationModel, 'url'>;

/**
 * Downloads a language model into a folder that any web server can serve, `models.json` last. The hub states the hashes of
 * weights; of web-llm's library, which lies elsewhere, the hash is taken from what came.
 */
export async function pullGenerationModel(
  model: GenerationModelToPull,
  directory: string,
  report: DownloadOptions,
): Promise<GenerationListing> {
  const { id, maker, repository, dtype = 'q8' } = model;
  const { files, licence } = await readRepository(repository, model.revision);
  const wanted = maker === 'webllm' ? files.filter(({ path }) => isOfMlc(path)) : files.filter(({ path }) => isNeededToWrite(path, dtype));
  const lacks = maker === 'webllm' ? lacksOfMlc(wanted) : lacksOfOnnx(wanted, dtype);
  if (lacks !== undefined) throw new FailedError(`${repository} has ${lacks}`);
  const library = await libraryOf(model);
  const all = library === undefined ? wanted : [...wanted, library];
  await downloadFiles(all, directory, report);
  const listing: GenerationListing = {
    id,
    maker,
    ...(maker === 'transformers' && { dtype }),
    ...(library !== undefined && { library: library.path }),
    ...(model.languages && { languages: model.languages }),
    ...((model.licence ?? licence) !== undefined && { licence: model.licence ?? licence }),
    ...(model.memoryMegabytes !== undefined && { memory: model.memoryMegabytes * 1e6 }),
    ...(model.needsF16 !== undefined && { needsF16: model.needsF16 }),
    files: await Promise.all(all.map(({ path }) => listedFile(directory, path))),
  };
  await writeFile(join(directory, listingFile), `${JSON.stringify(listing, null, 2)}\n`);
  return listing;
}

/** What MLC's folders hold besides notes for people. */
function isOfMlc(path: string): boolean {
  return /^(?:mlc-chat-config|ndarray-cache|tensor-cache|tokenizer|tokenizer_config|vocab|added_tokens)\.json$|^merges\.txt$|^params_shard_\d+\.bin$|\.model$/.test(
    path,
  );
}

function lacksOfMlc(files: readonly RemoteFile[]): string | undefined {
  const has = (pattern: RegExp) => files.some(({ path }) => pattern.test(path));
  if (has(/^mlc-chat-config/) && has(/-cache\.json$/) && has(/^params_shard/)) return undefined;
  return 'no mlc-chat-config.json or no weights in MLC’s layout\n    Take a model whose name ends in -MLC.';
}

function lacksOfOnnx(files: readonly RemoteFile[], dtype: string): string | undefined {
  const has = (pattern: RegExp) => files.some(({ path }) => pattern.test(path));
  if (has(/^tokenizer\.json$/) && has(/\.onnx$/)) return undefined;
  return `no tokenizer.json or no ONNX weights as ${dtype}\n    Take a model that has the label transformers.js, or another --dtype.`;
}

async function libraryOf({ id, maker, library }: GenerationModelToPull): Promise<RemoteFile | undefined> {
  if (maker !== 'webllm') return undefined;
  if (library === undefined) {
    throw new FailedError(
      `web-llm needs a compiled library for ${id}\n    Name its address with --library; web-llm’s list of models has it as model_lib.`,
    );
  }
  return describeFile('model.wasm', library);
}

async function listedFile(directory: string, file: string): Promise<ModelFile> {
  const path = join(directory, file);
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
  return { file, bytes: (await stat(path)).size, sha256: hash.digest('hex') };
}
