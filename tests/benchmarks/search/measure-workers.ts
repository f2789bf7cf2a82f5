import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { startStaticServer } from '../../../src/cli/static-server.ts';
import { buildBrowser } from '../../../widget/build/build-browser.ts';
import { chromiumPath } from '../../browser/chromium-path.ts';
import { bundleFile } from '../bundle.ts';
import type { WorkerMeasures, WorkerRound } from './browser/worker-page.ts';
import type { ContenderName } from './contenders.ts';
import type { Question } from './questions.ts';

/** What `worker-page.ts` puts on its page. */
declare const workerMeasures: WorkerMeasures;

export interface WorkerBench {
  /** One round in a fresh context: a worker is started, made ready and asked. */
  round(contender: ContenderName, indexPath: string, locale: string, questions: readonly Question[]): Promise<WorkerRound>;
  close(): Promise<void>;
}

// Isolated pages have a clock of 5 µs; others one of 100 µs.
const headers = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' };
const answerEntry = 'answer-entry.js';

/**
 * Puts the answer worker as it ships, MiniSearch in a worker, and the page that asks them on a local server.
 * @param directory is served; the indexes lie in it already
 */
export async function openWorkerBench(directory: string): Promise<WorkerBench> {
  const { answer } = await buildBrowser();
  for (const name of ['memory-fetch', 'bytes-are-there', 'worker-page', 'minisearch.worker']) {
    const { code } = await bundleFile(new URL(`browser/${name}.ts`, import.meta.url));
    await writeFile(join(directory, `${name}.js`), code);
  }
  await writeFile(
    join(directory, answerEntry),
    ['memory-fetch.js', answer.file, 'bytes-are-there.js'].map((file) => `import './${file}';`).join('\n'),
  );
  await writeFile(
    join(directory, 'index.html'),
    '<!doctype html><title>Workers</title><script type="module" src="worker-page.js"></script>',
  );
  const browserFiles = fileURLToPath(new URL('../../../dist/browser', import.meta.url));
  const mounts = [directory, browserFiles].map((each) => ({ path: '/', directory: each }));
  const server = await startStaticServer({ mounts, port: 0, headers, isChanging: true });
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });
  return {
    round: (...request) => round(browser, server.url, ...request),
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

async function round(
  browser: Browser,
  url: string,
  contender: ContenderName,
  indexPath: string,
  locale: string,
  questions: readonly Question[],
): Promise<WorkerRound> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(url, { waitUntil: 'load' });
    if (contender === 'MiniSearch') {
      const worker = workerUrl('minisearch.worker.js', { index: `${url}${indexPath}/index.json`, locale });
      return await page.evaluate(([worker, questions]) => workerMeasures.measureMiniSearchWorker(worker, questions), [
        worker,
        questions,
      ] as const);
    }
    const setup = { packUrl: `${url}${indexPath}/manifest.json`, encoderUrl: `${url}encoder/`, locale };
    const worker = workerUrl(answerEntry, { pack: setup.packUrl, encoder: setup.encoderUrl });
    return await page.evaluate(([worker, setup, questions]) => workerMeasures.measureAnswerWorker(worker, setup, questions), [
      worker,
      setup,
      questions,
    ] as const);
  } finally {
    await context.close();
  }
}

function workerUrl(file: string, parameters: Record<string, string>): string {
  return `${file}?${new URLSearchParams(parameters)}`;
}
