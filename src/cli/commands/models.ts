import { join } from 'node:path';
import { fileEnds, knownModels } from '../../../models/hub/models.ts';
import type { HubModel } from '../../pack/manifest.ts';
import type { Arguments, Command } from '../command.ts';
import { hubIdOf } from '../encoders.ts';
import { cachedModels, clearModels, modelCache } from '../hub/model-cache.ts';
import type { ModelListing } from '../hub/model-folder.ts';
import { megabytes, pullWithProgress } from '../hub/pull-with-progress.ts';
import { UsageError } from '../usage-error.ts';

export const models: Command = {
  summary: 'pull, list or clear the files of hub encoders',
  usage: `edge-agent models pull <hub-id> [--out <dir>] [--dtype q8] [--revision main] [--json]
edge-agent models list [--json]
edge-agent models clear [<hub-id>]

pull downloads a feature-extraction model for \`edge-agent build --encoder\`: what it needs, how many bytes each file has,
every file checked against its hash; what is there already is kept, and a download that was cut off goes on.
  --out <dir>        into this folder, which you can serve yourself; left out, into this user's cache
  --dtype <type>     precision of the weights: ${Object.keys(fileEnds).join(', ')}
  --revision <name>  branch, tag or commit on the hub
  --json             print one JSON object
HF_ENDPOINT names a mirror of the hub.

Known beforehand: ${knownModels.map(({ id }) => id).join(', ')}.`,
  options: { out: { type: 'string' }, dtype: { type: 'string' }, revision: { type: 'string' }, json: { type: 'boolean', default: false } },
  async run(args) {
    const [verb, name] = args.positionals;
    if (args.positionals.length > 2) throw new UsageError('name one model');
    if (verb === 'pull' && name !== undefined) return pull(hubIdOf(name), args);
    if (verb === 'list' && name === undefined) return list(args);
    if (verb === 'clear') return clear(name === undefined ? undefined : hubIdOf(name));
    throw new UsageError('say what to do: pull <hub-id>, list, or clear');
  },
};

async function pull(id: string, { values }: Arguments): Promise<number> {
  const { out, dtype, revision } = values;
  if (typeof dtype === 'string' && !Object.hasOwn(fileEnds, dtype)) throw new UsageError(`there is no dtype "${dtype}"`);
  const directory = typeof out === 'string' ? out : join(modelCache(), id);
  const listing = await pullWithProgress(id, directory, {
    ...(typeof dtype === 'string' && { dtype: dtype as HubModel['dtype'] }),
    ...(typeof revision === 'string' && { revision }),
  });
  process.stdout.write(values.json === true ? `${JSON.stringify({ ...listing, directory })}\n` : `${describe(listing, directory)}\n`);
  return 0;
}

async function list({ values }: Arguments): Promise<number> {
  const cached = await cachedModels();
  const known = knownModels.filter(({ id }) => !cached.some(({ listing }) => listing.id === id));
  if (values.json === true) {
    const found = cached.map(({ directory, listing }) => ({ ...listing, directory }));
    process.stdout.write(`${JSON.stringify({ cached: found, known })}\n`);
    return 0;
  }
  const lines = cached.map(({ directory, listing }) => describe(listing, directory));
  const rows = known.map(({ id, languages, licence, megabytes: size }) => `  ${id.padEnd(46)} about ${size} MB, ${languages}, ${licence}`);
  process.stdout.write(`${[...lines, ...(rows.length > 0 ? ['not pulled yet:', ...rows] : [])].join('\n')}\n`);
  return 0;
}

async function clear(id: string | undefined): Promise<number> {
  const going = (await cachedModels()).filter(({ listing }) => id === undefined || listing.id === id);
  await clearModels(id);
  const bytes = going.reduce((sum, { listing }) => sum + sizeOf(listing), 0);
  process.stdout.write(`${going.length} model${going.length === 1 ? '' : 's'} removed, ${megabytes(bytes)}\n`);
  return 0;
}

function sizeOf({ files }: ModelListing): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}

function describe(listing: ModelListing, directory: string): string {
  const { id, dtype, pooling, licence = 'licence not stated', files } = listing;
  const rows = files.map(({ file, bytes, sha256 }) => `  ${megabytes(bytes).padStart(10)}  ${sha256}  ${file}`);
  return [`${id} (${dtype}, ${pooling}, ${licence}), ${megabytes(sizeOf(listing))} in ${directory}`, ...rows].join('\n');
}
