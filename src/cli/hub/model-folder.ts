import { readdir, readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import * as v from 'valibot';
import { fileEnds, isNeeded, knownModel, settingsIn, usualSettings } from '../../../models/hub/models.ts';
import { sha256Hex } from '../../pack/hash.ts';
import { type HubModel, hubModelSchema } from '../../pack/manifest.ts';
import { FailedError } from '../usage-error.ts';

/** What `models.json` in a model's folder says; without one the folder itself tells. */
const listingSchema = v.object({
  id: v.string(),
  /** Commit on the hub. */
  revision: v.optional(v.string()),
  licence: v.optional(v.string()),
  ...v.omit(hubModelSchema, ['url']).entries,
});
export type ModelListing = v.InferOutput<typeof listingSchema>;

export const listingFile = 'models.json';

export interface ModelFolder {
  readonly directory: string;
  readonly id: string;
  readonly model: Omit<HubModel, 'url'>;
  readonly files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
}

/** The listing of a folder, or undefined where there is none. */
export async function readListing(directory: string): Promise<ModelListing | undefined> {
  const text = await readFile(join(directory, listingFile), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    return v.parse(listingSchema, JSON.parse(text));
  } catch (cause) {
    throw new FailedError(`${join(directory, listingFile)} is no list of a model’s files\n    Pull the model again.`, { cause });
  }
}

/** Reads a model's files, each as its hash says. Any folder in the layout of transformers.js will do. */
export async function readModelFolder(directory: string): Promise<ModelFolder> {
  const listing = await readListing(directory);
  if (listing === undefined) return readPlainFolder(directory);
  const { id, dtype, pooling, questionPrefix, passagePrefix } = listing;
  const files = await readFiles(
    directory,
    listing.files.map(({ file }) => file),
  );
  for (const { file, sha256 } of listing.files) {
    if (sha256Hex(files.get(file) as Uint8Array) === sha256) continue;
    throw new FailedError(
      `${join(directory, file)} does not match its hash\n    Pull the model again: edge-agent models pull ${id} --out ${directory}`,
    );
  }
  return { directory, id, model: { dtype, pooling, questionPrefix, passagePrefix, files: listing.files }, files };
}

async function readPlainFolder(directory: string): Promise<ModelFolder> {
  const names = (await readdir(directory, { recursive: true })).map((name) => name.replaceAll('\\', '/'));
  const dtypes = Object.keys(fileEnds) as HubModel['dtype'][];
  const dtype = dtypes.find((each) => names.includes(`onnx/model${fileEnds[each]}.onnx`));
  if (dtype === undefined || !names.includes('tokenizer.json') || !names.includes('config.json')) {
    throw new FailedError(
      `there is no model in "${directory}"\n    It needs config.json, tokenizer.json and onnx/model_quantized.onnx or another of transformers.js’s names.`,
    );
  }
  const files = await readFiles(
    directory,
    names.filter((name) => isNeeded(name, dtype)),
  );
  const id = basename(resolve(directory));
  return { directory, id, model: { ...settingsOf(id, files), dtype, files: listOf(files) }, files };
}

/** How a model wants to be used: as the table says, else as its own files say, else as most do. */
export function settingsOf(id: string, files: ReadonlyMap<string, Uint8Array>): Omit<HubModel, 'url' | 'files'> {
  const { dtype, pooling, questionPrefix, passagePrefix } = knownModel(id) ?? { ...usualSettings, ...settingsIn(files) };
  return { dtype, pooling, questionPrefix, passagePrefix };
}

export function listOf(files: ReadonlyMap<string, Uint8Array>): HubModel['files'] {
  const names = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  return names.map(([file, bytes]) => ({ file, bytes: bytes.length, sha256: sha256Hex(bytes) }));
}

export async function readFiles(directory: string, names: readonly string[]): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const name of names) {
    const bytes = await readFile(join(directory, name)).catch((cause: unknown) => {
      throw new FailedError(`${join(directory, name)} is missing\n    Pull the model again.`, { cause });
    });
    files.set(name, new Uint8Array(bytes));
  }
  return files;
}
