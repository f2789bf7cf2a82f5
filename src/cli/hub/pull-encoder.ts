import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isNeeded, knownModel, usualSettings } from '../../../models/hub/models.ts';
import type { HubModel } from '../../pack/manifest.ts';
import { FailedError } from '../usage-error.ts';
import { type DownloadOptions, downloadFiles, readRepository } from './hub.ts';
import { listingFile, listOf, type ModelListing, readFiles, settingsOf } from './model-folder.ts';

export interface EncoderChoice {
  readonly dtype?: HubModel['dtype'];
  readonly revision?: string;
}

/** Downloads what an encoder needs into a folder that any web server can serve, `models.json` last. */
export async function pullEncoder(id: string, directory: string, choice: EncoderChoice, report: DownloadOptions): Promise<ModelListing> {
  const dtype = choice.dtype ?? knownModel(id)?.dtype ?? usualSettings.dtype;
  const { revision, licence, files: all } = await readRepository(id, choice.revision);
  const wanted = all.filter(({ path }) => isNeeded(path, dtype));
  const names = wanted.map(({ path }) => path);
  if (!names.includes('tokenizer.json') || !names.some((name) => name.endsWith('.onnx'))) {
    throw new FailedError(
      `${id} has no tokenizer.json or no ONNX weights as ${dtype}\n    Take a model that has the label transformers.js, or another --dtype.`,
    );
  }
  await downloadFiles(wanted, directory, report);
  const files = await readFiles(directory, names);
  const listing: ModelListing = {
    id,
    revision,
    ...(licence !== undefined && { licence }),
    ...settingsOf(id, files),
    dtype,
    files: listOf(files),
  };
  await writeFile(join(directory, listingFile), `${JSON.stringify(listing, null, 2)}\n`);
  return listing;
}
