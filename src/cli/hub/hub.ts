import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import * as v from 'valibot';
import { FailedError } from '../usage-error.ts';

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

/** A file on the hub, or anywhere else if neither hash is known. */
export interface RemoteFile {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  readonly url: string;
  /** SHA-1 that git knows the file by. */
  readonly oid?: string;
  readonly sha256?: string;
}

/** A model's repository as it is at one commit. */
export interface Repository {
  readonly id: string;
  /** Commit. */
  readonly revision: string;
  readonly licence?: string;
  readonly files: readonly RemoteFile[];
}

export interface DownloadOptions {
  /** Called before anything is downloaded, with all that is to come. */
  readonly onPlan: (files: readonly { readonly path: string; readonly size: number }[]) => void;
  readonly onProgress: (file: string, done: number, total: number) => void;
}

/** The hub's address; mirrors are named as its other tools have it. */
function hubAddress(): string {
  return (process.env.HF_ENDPOINT || 'https://huggingface.co').replace(/\/+$/, '');
}

/** What lies in a repository. @param revision branch, tag or commit */
export async function readRepository(id: string, revision = 'main'): Promise<Repository> {
  const api = `${hubAddress()}/api/models/${id}`;
  const { sha, cardData } = await getJson(`${api}/revision/${encodeURIComponent(revision)}`, revisionSchema);
  const tree = await getJson(`${api}/tree/${sha}?recursive=true`, treeSchema);
  const licence = cardData?.license;
  return {
    id,
    revision: sha,
    ...(typeof licence === 'string' && { licence }),
    files: tree
      .filter(({ type }) => type === 'file')
      .map(({ path, size, oid, lfs }) => ({
        path,
        size,
        url: `${hubAddress()}/${id}/resolve/${sha}/${path}`,
        ...(lfs == null ? { oid } : { sha256: lfs.oid }),
      })),
  };
}

/** A file that no hub lists: its size is what its server says, and nobody says its hash. */
export async function describeFile(path: string, url: string): Promise<RemoteFile> {
  const response = await get(url, { method: 'HEAD' });
  return { path, url, size: Number(response.headers.get('Content-Length') ?? 0) };
}

/**
 * Downloads files into a folder. What is there already is kept if its hash is right; a download that was cut off goes on
 * where it ended.
 */
export async function downloadFiles(files: readonly RemoteFile[], directory: string, options: DownloadOptions): Promise<void> {
  options.onPlan(files);
  for (const file of files) await download(file, join(directory, file.path), options.onProgress);
}

async function download(remote: RemoteFile, target: string, onProgress: DownloadOptions['onProgress']): Promise<void> {
  if (await isRight(target, remote)) return;
  await mkdir(dirname(target), { recursive: true });
  const part = `${target}.part`;
  const have = await stat(part).then(
    ({ size }) => (size < remote.size ? size : 0),
    () => 0,
  );
  const response = await get(remote.url, have === 0 ? {} : { headers: { Range: `bytes=${have}-` } });
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
    throw new FailedError(
      `${remote.url} was cut off after ${done} of ${remote.size} bytes\n    Run the command again: it goes on from there.`,
      {
        cause,
      },
    );
  });
  if (!(await isRight(part, remote))) {
    await rm(part);
    throw new FailedError(
      `${remote.url} does not match its hash\n    Run the command again; if it stays so, the server is not to be trusted.`,
    );
  }
  await rename(part, target);
}

/** Large files are known by the SHA-256 of their content, small ones by git's name for them. */
async function isRight(path: string, { size, oid, sha256 }: RemoteFile): Promise<boolean> {
  const isThere = await stat(path).then(
    (found) => found.size === size,
    () => false,
  );
  if (!isThere) return false;
  if (sha256 !== undefined) {
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
    return hash.digest('hex') === sha256;
  }
  if (oid === undefined) return true;
  const hash = createHash('sha1').update(`blob ${size}\0`);
  return hash.update(await readFile(path)).digest('hex') === oid;
}

async function get(url: string, init: RequestInit = {}): Promise<Response> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), answerTimeout);
  const response = await fetch(url, { ...init, signal: abort.signal }).catch((cause: unknown) => {
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
