import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BuiltinEncoder } from '../../models/encoder/builtin-encoder.ts';
import { hubSha256 } from '../../models/hub/hub-encoder.ts';
import { knownModel, knownModels } from '../../models/hub/models.ts';
import type { HubModel, Manifest } from '../pack/manifest.ts';
import type { Encoder } from '../retrieve/encoder.ts';
import { cachedModels, modelCache } from './hub/model-cache.ts';
import { type ModelFolder, readModelFolder } from './hub/model-folder.ts';
import { openHubEncoder } from './hub/open-hub-encoder.ts';
import { pullEncoder } from './hub/pull-encoder.ts';
import { withProgress } from './hub/with-progress.ts';
import { copiedFolder } from './pack-files.ts';
import { encoderFiles } from './package-files.ts';
import { UsageError } from './usage-error.ts';

export function builtinEncoder(): Encoder {
  return new BuiltinEncoder(async ({ file }) => new Uint8Array(await readFile(`${encoderFiles()}/${file}`)));
}

export interface NamedEncoder {
  readonly encoder?: Encoder;
  /** The folder of a hub encoder's model. */
  readonly folder?: ModelFolder;
}

/** The encoder that `--encoder` names; `none` is none. A model of the hub that is not on this machine yet is pulled. */
export async function encoderNamed(name: string): Promise<NamedEncoder> {
  if (name === 'none') return {};
  if (name === 'builtin') return { encoder: builtinEncoder() };
  const folder = await readModelFolder(await folderNamed(name));
  return { encoder: await openHubEncoder(folder), folder };
}

async function folderNamed(name: string): Promise<string> {
  if (existsSync(name) && statSync(name).isDirectory()) return name;
  const id = hubIdOf(name);
  const cached = (await cachedModels()).find(({ listing }) => listing.id === id);
  if (cached !== undefined) return cached.directory;
  const directory = join(modelCache(), id);
  await withProgress(id, directory, (report) => pullEncoder(id, directory, {}, report));
  return directory;
}

/** The id that a name on the command line stands for. */
export function hubIdOf(name: string): string {
  const id = knownModel(name)?.id ?? name;
  if (/^[\w-][\w.-]*\/[\w-][\w.-]*$/.test(id)) return id;
  throw new UsageError(`there is no encoder "${name}"; write builtin, none, a folder, or a model of the hub such as ${knownModels[0]?.id}`);
}

/**
 * What a pack says of its hub encoder.
 * @param url of the model's folder, relative to the pack's manifest; left out, `writePack` copies the folder there
 */
export function hubOf({ model }: ModelFolder, url = copiedFolder(hubSha256(model))): HubModel {
  return { url: url.endsWith('/') ? url : `${url}/`, ...model };
}

/** The encoder that a pack was made with; a warning and undefined (words alone) where it is not to be had. */
export async function encoderOf({ encoder }: Manifest, packDirectory: string): Promise<Encoder | undefined> {
  if (encoder === null) return undefined;
  const own = builtinEncoder();
  if (own.sha256 === encoder.sha256) return own;
  if (encoder.hub === undefined) {
    warn(`The pack was made with the encoder ${encoder.id}, this release has ${own.id}: answers rest on words alone. Rebuild the pack.`);
    return undefined;
  }
  const cached = (await cachedModels()).filter(({ listing }) => listing.id === encoder.id).map(({ directory }) => directory);
  const beside = URL.canParse(encoder.hub.url) ? [] : [join(packDirectory, encoder.hub.url)];
  for (const directory of [...beside, ...cached].filter(existsSync)) {
    const folder = await readModelFolder(directory);
    // The pack says how the model is used; a folder beside it need not say it once more.
    const model = { ...encoder.hub, files: folder.model.files };
    if (hubSha256(model) === encoder.sha256) return openHubEncoder({ ...folder, id: encoder.id, model });
  }
  warn(`The pack was made with the encoder ${encoder.id}, whose files are not here: answers rest on words alone. Rebuild the pack.`);
  return undefined;
}

function warn(text: string): void {
  process.stderr.write(`${text}\n`);
}
