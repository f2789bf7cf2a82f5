import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { guideEngine } from '../guide/guide-engine.ts';
import type { TongueData } from '../guide/tongues/tongue-data.ts';
import { journeyEngine } from '../journey/journey-engine.ts';
import { type Language, spokenLanguage } from '../language/locale.ts';
import { Terms } from '../language/terms.ts';
import type { BuiltPack } from '../pack/build-pack.ts';
import { readCues } from '../pack/cues-shard.ts';
import { sha256Hex } from '../pack/hash.ts';
import { allShards, type Manifest, policyOf, readManifest, type ShardEntry, tonguesFor } from '../pack/manifest.ts';
import { openBase } from '../pack/open-base.ts';
import { readTongue } from '../pack/tongue-shard.ts';
import { EdgeAgentError } from '../protocol/errors.ts';
import type { Encoder } from '../retrieve/encoder.ts';
import type { Knowledge, KnowledgeBase } from '../retrieve/knowledge.ts';
import { type Cues, compileCues } from '../tone/cues.ts';
import type { Agent } from '../turn.ts';
import type { ModelFolder } from './hub/model-folder.ts';

/**
 * Writes a pack so that a server never shows half of it: shards first, the manifest last and by rename. Shards that
 * neither this version nor the one before it uses are removed.
 * @param encoder hub encoder whose files are to lie beside the pack
 */
export async function writePack(pack: BuiltPack, directory: string, encoder?: ModelFolder): Promise<void> {
  await mkdir(directory, { recursive: true });
  const before = await readFile(join(directory, 'manifest.json'), 'utf8')
    .then(readManifest)
    .catch(() => undefined);
  for (const [name, bytes] of pack.files) {
    if (name !== 'manifest.json') await writeFile(join(directory, name), bytes);
  }
  if (encoder !== undefined) await copyEncoder(encoder, pack.manifest, directory);
  const manifest = pack.files.get('manifest.json') as Uint8Array;
  await writeFile(join(directory, 'manifest.json.new'), manifest);
  await rename(join(directory, 'manifest.json.new'), join(directory, 'manifest.json'));
  const kept = new Set([...pack.files.keys(), ...(before === undefined ? [] : shardFiles(before))]);
  const encoders = new Set([pack.manifest, before].map((each) => each?.encoder && copiedFolder(each.encoder.sha256)));
  for (const name of await readdir(directory)) {
    if (name.endsWith('.bin') && !kept.has(name)) await rm(join(directory, name));
    if (copied.test(name) && !encoders.has(name)) await rm(join(directory, name), { recursive: true });
  }
}

const copied = /^encoder-[0-9a-f]{16}$/;

/** Name of the folder beside a pack that holds the files of the hub encoder with this hash. */
export function copiedFolder(sha256: string): string {
  return `encoder-${sha256.slice(0, 16)}`;
}

async function copyEncoder({ files }: ModelFolder, { encoder }: Manifest, directory: string): Promise<void> {
  for (const [name, bytes] of files) {
    const target = join(directory, copiedFolder(encoder?.sha256 ?? ''), name);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, bytes);
  }
}

function shardFiles(manifest: Manifest): string[] {
  return allShards(manifest).map(({ file }) => file);
}

/** Opens a pack from disk; every locale is read when it is first asked for, as a visitor's browser does. */
export async function openPackDirectory(
  directory: string,
  encoderFor: (manifest: Manifest, directory: string) => Promise<Encoder | undefined>,
) {
  const text = await readFile(join(directory, 'manifest.json'), 'utf8').catch((cause: unknown) => {
    throw new EdgeAgentError('pack-unreachable', `there is no pack in "${directory}"`, { cause });
  });
  const manifest = readManifest(text);
  const encoder = await encoderFor(manifest, directory);
  const bases = new Map<string, Promise<KnowledgeBase>>();
  const base = (locale: string) => {
    let opened = bases.get(locale);
    if (opened === undefined) {
      opened = openLocale(directory, manifest, locale, encoder !== undefined);
      bases.set(locale, opened);
    }
    return opened;
  };
  return {
    manifest,
    /** @param visitor locale of the visitor, which the pack need not have */
    async agent(locales: readonly string[], visitor: string): Promise<Agent> {
      const bases = await Promise.all(locales.map(base));
      const tongues = await openTongues(directory, manifest, tonguesFor(manifest, visitor, locales));
      const cues = await openCues(directory, manifest, spokenLanguage(visitor));
      const knowledge: Knowledge = {
        bases,
        guides: { engine: guideEngine, tongues },
        journeys: { engine: journeyEngine, tongues },
        ...(cues && { cues }),
        ...(encoder === undefined ? {} : { encoder }),
      };
      return { knowledge, policy: policyOf(manifest), siteName: manifest.site.name };
    },
  };
}

const openedTongues = new Map<string, TongueData>();

async function openTongues(directory: string, { tongues = {} }: Manifest, languages: readonly Language[]) {
  const opened = new Map<Language, TongueData>();
  for (const language of languages) {
    const shard = tongues[language] as ShardEntry;
    const tongue = openedTongues.get(shard.sha256) ?? readTongue(await readShard(directory, shard));
    openedTongues.set(shard.sha256, tongue);
    opened.set(language, tongue);
  }
  return opened;
}

const openedCues = new Map<string, Cues>();

async function openCues(directory: string, { cues = {} }: Manifest, language: Language): Promise<Cues | undefined> {
  const shard = cues[language];
  if (shard === undefined) return undefined;
  const opened = openedCues.get(shard.sha256) ?? compileCues(readCues(await readShard(directory, shard)), language);
  openedCues.set(shard.sha256, opened);
  return opened;
}

async function readShard(directory: string, shard: ShardEntry): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(
    await readFile(join(directory, shard.file)).catch((cause: unknown) => {
      throw new EdgeAgentError('pack-unreachable', `the pack's file ${shard.file} is missing`, { cause });
    }),
  );
  if (sha256Hex(bytes) !== shard.sha256) throw new EdgeAgentError('pack-corrupt', `${shard.file} does not match its hash`);
  return bytes;
}

async function openLocale(directory: string, manifest: Manifest, locale: string, withVectors: boolean): Promise<KnowledgeBase> {
  const entry = manifest.locales[locale];
  if (entry === undefined) throw new EdgeAgentError('pack-invalid', `the pack has no ${locale}`);
  const read = (shard: ShardEntry) => readShard(directory, shard);
  const vectors = withVectors && entry.vectors !== undefined ? await read(entry.vectors) : undefined;
  const classifier = vectors !== undefined && entry.classifier !== undefined ? await read(entry.classifier) : undefined;
  const guides = entry.guides === undefined ? undefined : await read(entry.guides);
  const journeys = entry.journeys === undefined ? undefined : await read(entry.journeys);
  const products = entry.products === undefined ? undefined : await read(entry.products);
  return openBase(
    locale,
    'pack',
    { units: await read(entry.units), words: await read(entry.words), vectors, classifier, guides, journeys, products },
    entry.calibration,
    new Terms(manifest.terms, locale),
  );
}
