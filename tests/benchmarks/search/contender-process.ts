import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Contender } from './contender.ts';
import type { Asked, Built, Job } from './contender-job.ts';
import { contenders } from './contenders.ts';

/** Asking stops after this long, in milliseconds, so that a slow contender does not hold up the others; but not before this many. */
const longestPass = 2000;
const fewestQuestions = 10;
const longestWarmUp = 500;

type BuildJob = Extract<Job, { kind: 'build' }>;
type AskJob = Extract<Job, { kind: 'ask' }>;

process.once('message', async (job: Job) => {
  process.send?.(job.kind === 'build' ? await build(job) : await ask(job), () => process.disconnect());
});

async function build(job: BuildJob): Promise<Built> {
  const contender: Contender = await contenders[job.contender]();
  if (contender.build === undefined) throw new Error(`${job.contender} makes no index`);
  const corpus = JSON.parse(await readFile(job.corpusFile, 'utf8'));
  const started = performance.now();
  const files = await contender.build(corpus);
  const milliseconds = performance.now() - started;
  await mkdir(job.indexDirectory, { recursive: true });
  let bytes = 0;
  for (const [name, content] of files) {
    bytes += content.length;
    await writeFile(join(job.indexDirectory, name), content);
  }
  return { milliseconds, bytes };
}

async function ask(job: AskJob): Promise<Asked> {
  const contender: Contender = await contenders[job.contender]();
  const before = await residentBytes();
  const { answer, readyMilliseconds } = await open();
  const resident = (await residentBytes()) - before;
  await warmUp();
  const times: number[] = [];
  let right = 0;
  const started = performance.now();
  for (const { text, entry } of job.questions) {
    if (times.length >= fewestQuestions && performance.now() - started > longestPass) break;
    const asked = process.cpuUsage();
    const first = await answer(text);
    const { user, system } = process.cpuUsage(asked);
    times.push((user + system) / 1000);
    if (first === entry) right += 1;
  }
  return { readyMilliseconds, residentBytes: resident, times, right };

  /** Apart, so that the bytes are free to go where the contender does not hold on to them. */
  async function open() {
    const files = await readFiles(job.indexDirectory);
    const begun = performance.now();
    const opened = await contender.open(files, job.locale);
    await opened(job.questions[0]?.text ?? '');
    return { answer: opened, readyMilliseconds: performance.now() - begun };
  }

  async function warmUp(): Promise<void> {
    const begun = performance.now();
    for (const { text } of job.questions) {
      if (performance.now() - begun > longestWarmUp) return;
      await answer(text);
    }
  }
}

async function readFiles(directory: string): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const name of await readdir(directory)) files.set(name, new Uint8Array(await readFile(join(directory, name))));
  return files;
}

/** Twice, with a pause: what the first collection frees goes back to the system only some time after. */
async function residentBytes(): Promise<number> {
  for (let round = 0; round < 2; round += 1) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return process.memoryUsage.rss();
}
