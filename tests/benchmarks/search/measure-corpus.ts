import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { median, medianByPlace, percentile, rotated } from '../statistics.ts';
import type { Asked, Built } from './contender-job.ts';
import { type ContenderName, contenderNames, indexOwner } from './contenders.ts';
import type { Corpus } from './corpus.ts';
import type { WorkerBench } from './measure-workers.ts';
import { runContender } from './run-contender.ts';

export type Host = 'Node' | 'Chromium worker';

/** One row: medians over the rounds, the build once, the fastest time to be ready. What only Node's processes tell is left out for the browser. */
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

const roundsOf = (units: number) => (units <= 1000 ? 5 : 3);
/** Above this many units the others take seconds to load and up to a second a question, so they get one round. */
const largestRepeated = 10_000;
/** Above this the page of the browser would wait for them; Node tells as much. */
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
  const { locale, questions, entries } = corpus;
  const folderOf = (name: ContenderName) => `${corpus.name}-${indexOwner(name)}`.replace(/[^a-z0-9]+/gi, '-');
  const built = await build(corpus, directory, folderOf, onProgress);
  const asked = new Map<ContenderName, Asked[]>();
  const askedInBrowser = new Map<ContenderName, Omit<Asked, 'residentBytes'>[]>();
  const rounds = roundsOf(entries.length);
  for (let round = 0; round < rounds; round += 1) {
    const taking = contenderNames.filter((name) => round === 0 || name.startsWith('Edge Agent') || entries.length <= largestRepeated);
    for (const contender of rotated(taking, round)) {
      onProgress(`${corpus.name}: round ${round + 1} of ${rounds}, ${contender}`);
      const indexDirectory = join(directory, folderOf(contender));
      const result = await runContender<'ask'>({ kind: 'ask', contender, locale, questions, indexDirectory });
      asked.set(contender, [...(asked.get(contender) ?? []), result]);
    }
    const inBrowser = contenderNames.filter(
      (name) => name === 'Edge Agent' || (name === 'MiniSearch' && entries.length <= largestPeerInBrowser),
    );
    for (const contender of rotated(inBrowser, round)) {
      onProgress(`${corpus.name}: round ${round + 1} of ${rounds}, ${contender} in Chromium`);
      const result = await bench.round(contender, folderOf(contender), locale, questions);
      askedInBrowser.set(contender, [...(askedInBrowser.get(contender) ?? []), result]);
    }
  }
  return [
    ...Array.from(asked, ([contender, results]): Row => {
      const ofBuild = built.get(contender);
      return {
        ...rowOf(contender, 'Node', results),
        ...(ofBuild !== undefined && { buildMilliseconds: ofBuild.milliseconds, indexBytes: ofBuild.bytes }),
        residentBytes: median(results.map(({ residentBytes }) => residentBytes)),
      };
    }),
    ...Array.from(askedInBrowser, ([contender, results]) => rowOf(contender, 'Chromium worker', results)),
  ];
}

async function build(
  corpus: Corpus,
  directory: string,
  folderOf: (name: ContenderName) => string,
  onProgress: (step: string) => void,
): Promise<Map<ContenderName, Built>> {
  const built = new Map<ContenderName, Built>();
  const corpusFile = join(directory, 'corpus.json');
  await writeFile(corpusFile, JSON.stringify({ locale: corpus.locale, entries: corpus.entries }));
  for (const contender of contenderNames.filter((name) => indexOwner(name) === name)) {
    onProgress(`${corpus.name}: ${contender} builds its index`);
    const indexDirectory = join(directory, folderOf(contender));
    built.set(contender, await runContender<'build'>({ kind: 'build', contender, corpusFile, indexDirectory }));
  }
  return built;
}

function rowOf(contender: ContenderName, host: Host, results: readonly Omit<Asked, 'residentBytes'>[]): Row {
  const times = medianByPlace(results.map(({ times: each }) => each));
  return {
    contender,
    host,
    // It happens once in a process, so there is nothing to even it out: what else the machine does only ever adds to it.
    readyMilliseconds: Math.min(...results.map(({ readyMilliseconds }) => readyMilliseconds)),
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    precision: median(results.map(({ right, times: each }) => right / each.length)),
    asked: times.length,
  };
}
