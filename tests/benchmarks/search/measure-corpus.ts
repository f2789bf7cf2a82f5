import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { median, medianByPlace, percentile, rotated } from '../statistics.ts';
import type { Asked, Built } from './contender-job.ts';
import { type ContenderName, contendersFor } from './contenders.ts';
import type { Corpus } from './corpus.ts';
import type { WorkerBench } from './measure-workers.ts';
import { runContender } from './run-contender.ts';

export type Host = 'Node' | 'Chromium worker';

/** One row: medians over the rounds. What only Node's processes tell is left out for the browser. */
export interface Row {
  readonly contender: ContenderName;
  readonly host: Host;
  readonly buildMilliseconds?: number;
  readonly indexBytes?: number;
  readonly readyMilliseconds: number;
  readonly p50: number;
  readonly p95: number;
  readonly residentBytes?: number;
  /** Share of questions with the right entry first. */
  readonly precision: number;
  readonly asked: number;
}

/** Small corpora are quick, so they get more rounds; building a large one takes a minute, so it is done once. */
const askRounds = (size: number) => (size <= 1000 ? 5 : 3);
const buildRounds = (size: number) => (size <= 10_000 ? 3 : 1);
/** Above this MiniSearch's questions take a second each in the browser too; Node tells as much. */
const largestPeerInBrowser = 1000;

/**
 * Measures all contenders on one corpus. In every round each has a fresh process (or a fresh browser context), and who
 * comes first goes round, so that a busy spell of the machine strikes all alike.
 * @param directory for the indexes; the bench's server serves it
 */
export async function measureCorpus(
  corpus: Corpus,
  bench: WorkerBench,
  directory: string,
  onProgress: (step: string) => void,
): Promise<Row[]> {
  const names = await contendersFor(corpus.locale);
  const folderOf = (name: ContenderName) => `${corpus.name}-${name}`.replace(/[^a-z0-9]+/gi, '-');
  const built = await build(corpus, names, (name) => join(directory, folderOf(name)), onProgress);
  const asked = new Map<ContenderName, Asked[]>(names.map((name) => [name, []]));
  const inBrowser = names.filter((name) => isInBrowser(name, corpus));
  const askedInBrowser = new Map<ContenderName, Omit<Asked, 'residentBytes'>[]>(inBrowser.map((name) => [name, []]));
  const { locale, questions } = corpus;
  for (let round = 0; round < askRounds(corpus.entries.length); round += 1) {
    for (const contender of rotated(names, round)) {
      onProgress(`${corpus.name}: round ${round + 1}, ${contender}`);
      const indexDirectory = join(directory, folderOf(contender));
      asked.get(contender)?.push(await runContender<'ask'>({ kind: 'ask', contender, locale, questions, indexDirectory }));
    }
    for (const contender of rotated(inBrowser, round)) {
      onProgress(`${corpus.name}: round ${round + 1}, ${contender} in Chromium`);
      askedInBrowser.get(contender)?.push(await bench.round(contender, folderOf(contender), locale, questions));
    }
  }
  return [
    ...names.map((contender): Row => {
      const rounds = asked.get(contender) ?? [];
      const ofBuild = built.get(contender) ?? [];
      return {
        ...rowOf(contender, 'Node', rounds),
        buildMilliseconds: median(ofBuild.map(({ milliseconds }) => milliseconds)),
        indexBytes: ofBuild[0]?.bytes ?? 0,
        residentBytes: median(rounds.map(({ residentBytes }) => residentBytes)),
      };
    }),
    ...inBrowser.map((contender) => rowOf(contender, 'Chromium worker', askedInBrowser.get(contender) ?? [])),
  ];
}

function isInBrowser(name: ContenderName, { entries, locale }: Corpus): boolean {
  if (name.startsWith('Edge Agent')) return true;
  if (name === 'Orama' || entries.length > largestPeerInBrowser) return false;
  return locale === 'ja' || locale === 'zh' ? name === 'MiniSearch, segmented' : true;
}

async function build(
  corpus: Corpus,
  names: readonly ContenderName[],
  directoryOf: (name: ContenderName) => string,
  onProgress: (step: string) => void,
): Promise<Map<ContenderName, Built[]>> {
  const built = new Map<ContenderName, Built[]>(names.map((name) => [name, []]));
  for (const name of names) await mkdir(directoryOf(name), { recursive: true });
  const corpusFile = join(directoryOf(names[0] as ContenderName), '..', 'corpus.json');
  await writeFile(corpusFile, JSON.stringify({ locale: corpus.locale, entries: corpus.entries }));
  for (let round = 0; round < buildRounds(corpus.entries.length); round += 1) {
    for (const contender of rotated(names, round)) {
      onProgress(`${corpus.name}: build ${round + 1}, ${contender}`);
      const indexDirectory = directoryOf(contender);
      built.get(contender)?.push(await runContender<'build'>({ kind: 'build', contender, corpusFile, indexDirectory }));
    }
  }
  return built;
}

function rowOf(contender: ContenderName, host: Host, rounds: readonly Omit<Asked, 'residentBytes'>[]): Row {
  const times = medianByPlace(rounds.map(({ times: each }) => each));
  return {
    contender,
    host,
    readyMilliseconds: median(rounds.map(({ readyMilliseconds }) => readyMilliseconds)),
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    precision: median(rounds.map(({ right, times: each }) => right / each.length)),
    asked: times.length,
  };
}
