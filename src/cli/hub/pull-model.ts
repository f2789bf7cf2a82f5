import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import * as v from 'valibot';
import { isNeeded, knownModel, usualSettings } from '../../../models/hub/models.ts';
import type { HubModel } from '../../pack/manifest.ts';
import { FailedError } from '../usage-error.ts';
import { listingFile, listOf, type ModelListing, readFiles, settingsOf } from './model-folder.ts';

/** How long a server may take to begin an answer, in milliseconds. */
const answerTimeout = 30_000;

const revisionSchema = v.object({ sha: v.string(), cardData: v.nullish(v.looseObject({ license: v.nullish(v.unknown()) })) });
const treeSchema = v.array(
  v.looseObject({
    type: v.string(),
    path: v.string(),
    size: v.number(),
    /** SHA-1 that git knows the file by. */
    oid: v.string(),
    /** For large files: SHA-256 of the content. */
    lfs: v.nullish(v.looseObject({ oid: v.string() })),
  }),
);
type RemoteFile = v.InferOutput<typeof treeSchema>[number];

export interface PullOptions {
  readonly dtype?: HubModel['dtype'];
  readonly revision?: string;
  /** Called before anything is downloaded, with all that is to come. */
  readonly onPlan: (files: readonly { readonly path: string; readonly size: number }[]) => void;
  readonly onProgress: (file: string, done: number, total: number) => void;
}

/** The hub's address; mirrors are named as its other tools have it. */
function hubAddress(): string {
  return (process.env.HF_ENDPOINT || 'https://huggingface.co').replace(/\/+$/, '');
}

/**
 * Downloads the files of a model that an encoder needs into a folder that any web server can serve, `models.json` last.
 * What is there already is kept if its hash is right; a download that was cut off goes on where it ended.
 */
export async function pullModel(id: string, directory: string, options: PullOptions): Promise<ModelListing> {
  const dtype = options.dtype ?? knownModel(id)?.dtype ?? usualSettings.dtype;
  const api = `${hubAddress()}/api/models/${id}`;
  const { sha, cardData } = await getJson(`${api}/revision/${encodeURIComponent(options.revision ?? 'main')}`, revisionSchema);
  const tree = await getJson(`${api}/tree/${sha}?recursive=true`, treeSchema);
  const wanted = tree.filter(({ type, path }) => type === 'file' && isNeeded(path, dtype));
  const names = wanted.map(({ path }) => path);
  if (!names.includes('tokenizer.json') || !names.some((name) => name.endsWith('.onnx'))) {
    throw new FailedError(
      `${id} has no tokenizer.json or no ONNX weights as ${dtype}\n    Take a model that has the label transformers.js, or another --dtype.`,
    );
  }
  options.onPlan(wanted);
  for (const file of wanted) {
    await download(`${hubAddress()}/${id}/resolve/${sha}/${file.path}`, file, join(directory, file.path), options.onProgress);
  }
  const files = await readFiles(directory, names);
  const licence = cardData?.license;
  const listing: ModelListing = {
    id,
    revision: sha,
    ...(typeof licence === 'string' && { licence }),
    ...settingsOf(id, files),
    dtype,
    files: listOf(files),
  };
  await writeFile(join(directory, listingFile), `${JSON.stringify(listing, null, 2)}\n`);
  return listing;
}

async function download(url: string, remote: RemoteFile, target: string, onProgress: PullOptions['onProgress']): Promise<void> {
  if (await isRight(target, remote)) return;
  await mkdir(dirname(target), { recursive: true });
  const part = `${target}.part`;
  const have = await stat(part).then(
    ({ size }) => (size < remote.size ? size : 0),
    () => 0,
  );
  const response = await get(url, have === 0 ? {} : { Range: `bytes=${have}-` });
  const isRest = response.status === 206;
  let done = isRest ? have : 0;
  const count = new Transform({
    transform(chunk: Uint8Array, _encoding, next) {
      done += chunk.length;
      onProgress(remote.path, done, remote.size);
      next(null, chunk);
    },
  });
  const body = Readable.fromWeb(response.body as import('node:stream/web').ReadableStream);
  await pipeline(body, count, createWriteStream(part, { flags: isRest ? 'a' : 'w' })).catch((cause: unknown) => {
    throw new FailedError(`${url} was cut off after ${done} of ${remote.size} bytes\n    Run the command again: it goes on from there.`, {
      cause,
    });
  });
  if (!(await isRight(part, remote))) {
    await rm(part);
    throw new FailedError(`${url} does not match its hash\n    Run the command again; if it stays so, the server is not to be trusted.`);
  }
  await rename(part, target);
}

/** Large files are known by the SHA-256 of their content, small ones by git's name for them. */
async function isRight(path: string, { size, oid, lfs }: RemoteFile): Promise<boolean> {
  const isThere = await stat(path).then(
    (found) => found.size === size,
    () => false,
  );
  if (!isThere) return false;
  if (lfs == null)
    return (
      createHash('sha1')
        .update(`blob ${size}\0`)
        .update(await readFile(path))
        .digest('hex') === oid
    );
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
  return hash.digest('hex') === lfs.oid;
}

async function get(url: string, headers: Record<string, string> = {}): Promise<Response> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), answerTimeout);
  const response = await fetch(url, { headers, signal: abort.signal }).catch((cause: unknown) => {
    throw new FailedError(`${url} cannot be reached\n    Check the network, or name a mirror of the hub with HF_ENDPOINT.`, { cause });
  });
  clearTimeout(timer);
  if (!response.ok) throw new FailedError(`${url} answers with status ${response.status}\n    Check the model’s id on the hub.`);
  return response;
}

async function getJson<Schema extends v.GenericSchema>(url: string, schema: Schema): Promise<v.InferOutput<Schema>> {
  const response = await get(url);
  const parsed = v.safeParse(schema, await response.json().catch(() => undefined));
  if (!parsed.success) throw new FailedError(`${url} does not answer as the hub does`);
  return parsed.output;
}
