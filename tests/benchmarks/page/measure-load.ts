import type { Browser, CDPSession, Page } from 'playwright-core';
import { type ScriptWork, scriptWorkOf, traceCategories } from './attribute-trace.ts';

/** One load of a page, up to a while after it, with nobody touching it. Times are main-thread times in milliseconds. */
export interface Load {
  readonly script: ScriptWork;
  readonly task: number;
  readonly layout: number;
  readonly style: number;
  /** Cumulative layout shift. */
  readonly shift: number;
  readonly requests: number;
  /** As they came over the network, compressed, headers included. */
  readonly bytes: number;
}

/**
 * How long the visitor is taken to look at the page before doing anything, in milliseconds after its load event: longer
 * than the loader waits for an idle moment.
 */
const watched = 5000;

/** @param slowdown how many times slower than this machine the browser's processor is made */
export async function measureLoad(browser: Browser, url: string, slowdown: number): Promise<Load> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const traffic = await watchTraffic(session);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    // Thread time: what other programs take from the machine is not counted.
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.addInitScript(observeShift);
    await browser.startTracing(page, { categories: traceCategories });
    await page.goto(url, { waitUntil: 'load' });
    await page.waitForTimeout(watched);
    const trace = (await browser.stopTracing()).toString();
    const metrics = await readMetrics(session);
    return { script: scriptWorkOf(trace, url), ...metrics, shift: await readShift(page), ...traffic };
  } finally {
    await context.close();
  }
}

async function watchTraffic(session: CDPSession): Promise<{ requests: number; bytes: number }> {
  const traffic = { requests: 0, bytes: 0 };
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    traffic.requests += 1;
    traffic.bytes += encodedDataLength;
  });
  await session.send('Network.enable');
  return traffic;
}

async function readMetrics(session: CDPSession): Promise<{ task: number; layout: number; style: number }> {
  const { metrics } = await session.send('Performance.getMetrics');
  const milliseconds = (wanted: string) => 1000 * (metrics.find(({ name }) => name === wanted)?.value ?? 0);
  return { task: milliseconds('TaskDuration'), layout: milliseconds('LayoutDuration'), style: milliseconds('RecalcStyleDuration') };
}

type WithShift = typeof globalThis & { cumulativeShift?: number };

function observeShift(): void {
  const page = globalThis as WithShift;
  page.cumulativeShift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      page.cumulativeShift = (page.cumulativeShift ?? 0) + (entry as PerformanceEntry & { value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
}

function readShift(page: Page): Promise<number> {
  return page.evaluate(() => (globalThis as WithShift).cumulativeShift ?? 0);
}
