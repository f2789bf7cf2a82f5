import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { progressLine } from '../../src/cli/progress.ts';
import { type Goal, reportGoals } from './goals.ts';
import type { Corpus } from './search/corpus.ts';
import { readDemoCorpora } from './search/demo-corpora.ts';
import { findTraining, largeLocales, readLargeCorpora } from './search/large-corpora.ts';
import { measureCorpus, type Row } from './search/measure-corpus.ts';
import { openWorkerBench } from './search/measure-workers.ts';
import { searchGoals } from './search/search-goals.ts';
import { figure, formatTable } from './table.ts';

const usage = `npm run bench:search [-- --data <dir>] [--sizes 100,1000,10000,100000] [--locales en,ja]

  --data <dir>   the training data with qa.jsonl.gz, titledesc.jsonl.gz, parallel.tsv.gz and parallel_noen.tsv.gz, in the
                 folder itself or in its train/; left out, the demo’s content is measured alone
  --sizes        how many units; only with --data; otherwise en at all four sizes and ja at 1,000
  --locales      which languages; only with --data`;

/** Japanese, which puts no spaces between words, is as heavy per unit; one size tells. */
const defaultSizes = { en: [100, 1000, 10_000, 100_000], ja: [1000] };

const notes = `Edge Agent: a whole turn (question split, encoded, searched by words and vectors, decided, put into words). Bare search: the
part of it that the others do, by words alone, over the same pack. MiniSearch: fuzzy 0.2, prefix. Orama: tolerance 1. All
index question and answer, the question counting three times (Edge Agent has its own weights), and hold both texts; all
forgive slips of the finger. Japanese goes through Intl.Segmenter in each.
build: once; Edge Agent’s reads the answers’ Markdown and fits the confidence besides. ready: from the bytes in memory to
the first answer, in a fresh process or context, the fastest round. p50, p95: over questions, each the median of five rounds
(three above 1,000 units, one for the others above 10,000); in Node processor time, in Chromium by the clock. memory: what
an open index adds to a process of its own. P@1: the unit that a question was made from comes first (for information).
asked: fewer than all where a pass took over two seconds.\n`;

async function corpora(): Promise<Corpus[]> {
  const { values } = parseArgs({ options: { data: { type: 'string' }, sizes: { type: 'string' }, locales: { type: 'string' } } });
  if (values.data === undefined) {
    console.log(
      'Only the demo’s content is measured. The large corpora (100 to 100,000 units) are not in the repository; name their folder:',
    );
    console.log(`${usage}\n`);
    return readDemoCorpora();
  }
  const training = findTraining(values.data);
  if (training === undefined) throw new Error(`there is no parallel.tsv.gz in "${values.data}" or its train/\n${usage}`);
  const sizes = values.sizes?.split(',').map(Number);
  const locales = largeLocales.filter((locale) => values.locales === undefined || values.locales.split(',').includes(locale));
  return (await Promise.all(locales.map((locale) => readLargeCorpora(training, locale, sizes ?? defaultSizes[locale])))).flat();
}

function tableOf(rows: readonly Row[]): string {
  const megabytes = (bytes: number | undefined) => (bytes === undefined ? '' : figure(bytes / 1e6));
  return formatTable(
    ['', 'on', 'build s', 'index MB', 'ready ms', 'p50 ms', 'p95 ms', 'memory MB', 'P@1', 'asked'],
    rows.map((row) => [
      row.contender,
      row.host,
      row.buildMilliseconds === undefined ? '' : figure(row.buildMilliseconds / 1000),
      megabytes(row.indexBytes),
      figure(row.readyMilliseconds),
      figure(row.p50),
      figure(row.p95),
      megabytes(row.residentBytes),
      row.precision.toFixed(2),
      String(row.asked),
    ]),
  );
}

const directory = await mkdtemp(join(tmpdir(), 'edge-agent-bench-'));
const line = progressLine();
try {
  const measured = await corpora();
  const bench = await openWorkerBench(directory);
  const goals: Goal[] = [];
  let summary = '';
  try {
    console.log(notes);
    for (const corpus of measured) {
      const rows = await measureCorpus(corpus, bench, directory, line.show);
      line.end();
      console.log(`${corpus.name}\n\n${tableOf(rows)}\n`);
      goals.push(...searchGoals(corpus, rows));
      summary = `${corpus.name}: p50 ${figure(rows[0]?.p50 ?? 0)} ms, p95 ${figure(rows[0]?.p95 ?? 0)} ms in Node`;
    }
  } finally {
    await bench.close();
  }
  reportGoals('bench:search', goals, summary);
} finally {
  line.end();
  await rm(directory, { recursive: true, force: true });
}
