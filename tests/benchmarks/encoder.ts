import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import manifest from '../../models/encoder/weights/manifest.json' with { type: 'json' };
import { readContentOrFail } from '../../src/cli/read-sources.ts';
import { startStaticServer } from '../../src/cli/static-server.ts';
import { plainText } from '../../src/content/answer-document.ts';
import { languages } from '../../src/language/locale.ts';
import { chromiumPath } from '../browser/chromium-path.ts';
import { bundleFile } from './bundle.ts';
import type { EncoderRequest, EncoderTimes } from './encoder/encoder.worker.ts';
import { type Goal, reportGoals } from './goals.ts';
import { median, medianByPlace, percentile } from './statistics.ts';
import { figure, formatTable } from './table.ts';

// The built-in encoder in a worker in Chromium: how soon it is ready and how long a question of 20 words takes.

const weights = fileURLToPath(new URL('../../models/encoder/weights', import.meta.url));
const rounds = 5;
const warmUp = 20;
const measured = 80;
const words = 20;
// Isolated pages have a clock of 5 µs; others one of 100 µs.
const headers = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' };
const mebibyte = 1024 * 1024;
/** Scripts besides Latin that a language's texts need. */
const scripts: Readonly<Record<string, readonly string[]>> = { zh: ['han'], ja: ['han', 'kana'], ar: ['arabic'], ru: ['cyrillic'] };

const content = await readContentOrFail(fileURLToPath(new URL('../../demo/content', import.meta.url)));

/** The demo's content in a language, run together and cut anew every 20 words. */
function textsIn(locale: string): string[] {
  const segmenter = new Intl.Segmenter(locale, { granularity: 'word' });
  const told = content.units.flatMap(({ variants }) => variants.get(locale) ?? []);
  const all = told.flatMap(({ question, phrasings, answer }) => [
    ...segmenter.segment(`${[question, ...phrasings, plainText(answer)].join(' ')} `),
  ]);
  const texts: string[] = [];
  let text = '';
  let count = 0;
  for (const { segment, isWordLike } of all) {
    text += segment;
    if (isWordLike) count += 1;
    if (count < words) continue;
    texts.push(text);
    text = '';
    count = 0;
  }
  return texts.slice(0, warmUp + measured);
}

const directory = await mkdtemp(join(tmpdir(), 'edge-agent-encoder-'));
await writeFile(join(directory, 'encoder.worker.js'), (await bundleFile(new URL('encoder/encoder.worker.ts', import.meta.url))).code);
await writeFile(join(directory, 'index.html'), '<!doctype html><title>Encoder</title>');
const mounts = [
  { path: '/weights/', directory: weights },
  { path: '/', directory },
];
const server = await startStaticServer({ mounts, port: 0, headers, isChanging: true });
const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });

async function measure(locale: string): Promise<EncoderTimes> {
  const page = await browser.newPage();
  await page.goto(server.url);
  const request: EncoderRequest = { weights: `${server.url}weights/`, locale, texts: textsIn(locale) };
  const times = await page.evaluate(
    (data) =>
      new Promise<EncoderTimes>((resolve, reject) => {
        const worker = new Worker('encoder.worker.js', { type: 'module' });
        worker.onmessage = (event) => resolve(event.data);
        worker.onerror = (event) => reject(new Error(event.message));
        worker.postMessage(data);
      }),
    request,
  );
  await page.close();
  return times;
}

const rows: string[][] = [];
const goals: Goal[] = [];
const worst = { p95: 0, ready: 0 };
for (const locale of languages) {
  const times: EncoderTimes[] = [];
  for (let round = 0; round < rounds; round += 1) times.push(await measure(locale));
  const ready = median(times.map((each) => each.ready));
  const encode = medianByPlace(times.map((each) => each.encode.slice(warmUp)));
  const p50 = median(encode);
  const p95 = percentile(encode, 0.95);
  const needed = ['core', 'common', ...(scripts[locale] ?? []), ...(scripts[locale] === undefined ? ['latin'] : [])];
  const bytes = manifest.files.filter(({ name }) => needed.includes(name)).reduce((sum, file) => sum + file.bytes, 0);
  rows.push([locale, figure(bytes / mebibyte), figure(ready), figure(p50), figure(p95)]);
  goals.push({ name: `${locale}, weights`, value: bytes / mebibyte, limit: 1.5, unit: 'MiB' });
  worst.p95 = Math.max(worst.p95, p95);
  worst.ready = Math.max(worst.ready, ready);
}
await browser.close();
await server.close();
await rm(directory, { recursive: true });

let total = (await stat(join(weights, 'manifest.json'))).size;
for (const { bytes } of manifest.files) total += bytes;
console.log(
  `In a worker in Chromium, medians of ${rounds} rounds; ${measured} texts of ${words} words a language, after ${warmUp} others.\n`,
);
console.log(formatTable(['language', 'weights MiB', 'ready ms', 'p50 ms', 'p95 ms'], rows));
console.log();
goals.push(
  { name: 'weights in all', value: total / mebibyte, limit: 4, unit: 'MiB' },
  { name: 'slowest p95', value: worst.p95, limit: 1, unit: 'ms' },
  { name: 'slowest to be ready', value: worst.ready, limit: 60, unit: 'ms' },
);
reportGoals('bench:encoder', goals, `p95 ${figure(worst.p95)} ms, ready ${figure(worst.ready)} ms, ${figure(total / mebibyte)} MiB`);
