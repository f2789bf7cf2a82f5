import { join } from 'node:path';
import { knownGenerationModel, knownGenerationModels } from '../../../models/generation/models.ts';
import { fileEnds, knownModels } from '../../../models/hub/models.ts';
import type { HubModel } from '../../pack/manifest.ts';
import type { Arguments, Command } from '../command.ts';
import { hubIdOf } from '../encoders.ts';
import { cachedModels, clearModels, modelCache } from '../hub/model-cache.ts';
import { listingFile, type ModelListing } from '../hub/model-folder.ts';
import { type EncoderChoice, pullEncoder } from '../hub/pull-encoder.ts';
import { type GenerationListing, type GenerationModelToPull, pullGenerationModel } from '../hub/pull-generation-model.ts';
import { megabytes, withProgress } from '../hub/with-progress.ts';
import { UsageError } from '../usage-error.ts';

export const models: Command = {
  summary: 'pull, list or clear the files of hub encoders and language models',
  usage: `edge-agent models pull <id> [--out <dir>] [--dtype q8] [--revision main] [--json]
edge-agent models pull <hub-id> --maker <webllm | transformers> --out <dir> [--library <url>]
edge-agent models list [--json]
edge-agent models clear [<hub-id>]

pull downloads a feature-extraction model for \`edge-agent build --encoder\`, or a language model for the element's \`models\`
attribute: what it needs, how many bytes each file has, every file checked against its hash; what is there already is kept,
and a download that was cut off goes on.
  --out <dir>        into this folder, which you can serve yourself; left out, an encoder comes into this user's cache
  --dtype <type>     precision of the weights: ${Object.keys(fileEnds).join(', ')}
  --maker <maker>    for a language model that is not known beforehand: what is to run it
  --library <url>    for web-llm: the compiled library that fits the model
  --revision <name>  branch, tag or commit on the hub
  --json             print one JSON object
HF_ENDPOINT names a mirror of the hub.

Encoders known beforehand: ${knownModels.map(({ id }) => id).join(', ')}.
Language models known beforehand: ${knownGenerationModels.map(({ id }) => id).join(', ')}.`,
  options: {
    out: { type: 'string' },
    maker: { type: 'string' },
    library: { type: 'string' },
    dtype: { type: 'string' },
    revision: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
  async run(args) {
    const [verb, name] = args.positionals;
    if (args.positionals.length > 2) throw new UsageError('name one model');
    if (verb === 'pull' && name !== undefined) {
      const model = languageModelNamed(name, args);
      return model === undefined ? pull(hubIdOf(name), args) : pullLanguageModel(model, args);
    }
    if (verb === 'list' && name === undefined) return list(args);
    if (verb === 'clear') return clear(name === undefined ? undefined : hubIdOf(name));
    throw new UsageError('say what to do: pull <hub-id>, list, or clear');
  },
};

/** The language model that is meant, or undefined where it is an encoder. */
function languageModelNamed(name: string, { values }: Arguments): GenerationModelToPull | undefined {
  const { maker, library } = values;
  const known = knownGenerationModel(name);
  if (maker !== undefined && maker !== 'webllm' && maker !== 'transformers') throw new UsageError(`there is no maker "${maker}"`);
  if (known === undefined && maker === undefined) return undefined;
  return {
    ...(known ?? { id: name, repository: hubIdOf(name), maker: maker as 'webllm' | 'transformers' }),
    ...choiceOf(values),
    ...(typeof library === 'string' && { library }),
  };
}

function choiceOf({ dtype, revision }: Arguments['values']): EncoderChoice {
  if (typeof dtype === 'string' && !Object.hasOwn(fileEnds, dtype)) throw new UsageError(`there is no dtype "${dtype}"`);
  return {
    ...(typeof dtype === 'string' && { dtype: dtype as HubModel['dtype'] }),
    ...(typeof revision === 'string' && { revision }),
  };
}

async function pullLanguageModel(model: GenerationModelToPull, { values }: Arguments): Promise<number> {
  const { out, json } = values;
  if (typeof out !== 'string') throw new UsageError('name the folder that your site serves with --out <dir>');
  const listing = await withProgress(model.id, out, (report) => pullGenerationModel(model, out, report));
  process.stdout.write(json === true ? `${JSON.stringify({ ...listing, directory: out })}\n` : `${describeLanguageModel(listing, out)}\n`);
  return 0;
}

function describeLanguageModel({ id, maker, licence = 'licence not stated', files }: GenerationListing, directory: string): string {
  const rows = files.map(({ file, bytes, sha256 }) => `  ${megabytes(bytes).padStart(10)}  ${sha256}  ${file}`);
  return [
    `${id} (${maker}, ${licence}), ${megabytes(sizeOf({ files }))} in ${directory}`,
    ...rows,
    `Serve the folder and name it on the element: models="<its address>/${listingFile}"`,
  ].join('\n');
}

async function pull(id: string, { values }: Arguments): Promise<number> {
  const { out } = values;
  const choice = choiceOf(values);
  const directory = typeof out === 'string' ? out : join(modelCache(), id);
  const listing = await withProgress(id, directory, (report) => pullEncoder(id, directory, choice, report));
  process.stdout.write(values.json === true ? `${JSON.stringify({ ...listing, directory })}\n` : `${describe(listing, directory)}\n`);
  return 0;
}

async function list({ values }: Arguments): Promise<number> {
  const cached = await cachedModels();
  const known = knownModels.filter(({ id }) => !cached.some(({ listing }) => listing.id === id));
  if (values.json === true) {
    const found = cached.map(({ directory, listing }) => ({ ...listing, directory }));
    process.stdout.write(`${JSON.stringify({ cached: found, known, languageModels: knownGenerationModels })}\n`);
    return 0;
  }
  const lines = cached.map(({ directory, listing }) => describe(listing, directory));
  const rows = known.map(({ id, languages, licence, megabytes: size }) => `  ${id.padEnd(46)} about ${size} MB, ${languages}, ${licence}`);
  const written = knownGenerationModels.map(
    ({ id, maker, languages, licence, megabytes: size }) =>
      `  ${id.padEnd(46)} about ${size} MB, ${maker}, ${languages.join(' ')}, ${licence}`,
  );
  const sections = [...lines, ...(rows.length > 0 ? ['encoders, not pulled yet:', ...rows] : []), 'language models:', ...written];
  process.stdout.write(`${sections.join('\n')}\n`);
  return 0;
}

async function clear(id: string | undefined): Promise<number> {
  const going = (await cachedModels()).filter(({ listing }) => id === undefined || listing.id === id);
  await clearModels(id);
  const bytes = going.reduce((sum, { listing }) => sum + sizeOf(listing), 0);
  process.stdout.write(`${going.length} model${going.length === 1 ? '' : 's'} removed, ${megabytes(bytes)}\n`);
  return 0;
}

function sizeOf({ files }: { readonly files: readonly { readonly bytes: number }[] }): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}

function describe(listing: ModelListing, directory: string): string {
  const { id, dtype, pooling, licence = 'licence not stated', files } = listing;
  const rows = files.map(({ file, bytes, sha256 }) => `  ${megabytes(bytes).padStart(10)}  ${sha256}  ${file}`);
  return [`${id} (${dtype}, ${pooling}, ${licence}), ${megabytes(sizeOf(listing))} in ${directory}`, ...rows].join('\n');
}
