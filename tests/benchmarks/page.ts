import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { progressLine } from '../../src/cli/progress.ts';
import { startStaticServer } from '../../src/cli/static-server.ts';
import { chromiumPath } from '../browser/chromium-path.ts';
import { type Goal, reportGoals } from './goals.ts';
import { type Load, measureLoad } from './page/measure-load.ts';
import { serveCompressed } from './page/serve-compressed.ts';
import { pagePath, readFiles, type Variant, variants } from './page/variants.ts';
import { median, rotated } from './statistics.ts';
import { figure, formatTable } from './table.ts';

/** At full speed for the goals, at a quarter as on a cheap phone for information. */
const passes = [
  { slowdown: 1, loads: 7 },
  { slowdown: 4, loads: 3 },
];
const mostScript = 15;
const own: Variant = 'Edge Agent';

/** Medians over a variant's loads. */
interface Summary extends Omit<Load, 'script'> {
  readonly script: number;
  readonly longestTask: number;
  readonly longTasks: number;
}

function summaryOf(loads: readonly Load[]): Summary {
  const of = (value: (load: Load) => number) => median(loads.map(value));
  return {
    script: of(({ script }) => script.total),
    longestTask: of(({ script }) => script.longestTask),
    longTasks: of(({ script }) => script.longTasks),
    task: of(({ task }) => task),
    layout: of(({ layout }) => layout),
    style: of(({ style }) => style),
    // A page may shift by itself while it is still coming in; what we caused would be there in every load.
    shift: of(({ shift }) => shift),
    requests: of(({ requests }) => requests),
    bytes: of(({ bytes }) => bytes),
  };
}

/** What a variant adds to the plain page; a load is never quicker for more on it, so less than nothing is noise. */
function added(summary: Summary, plain: Summary): { script: number; rendering: number; all: number } {
  const script = Math.max(0, summary.script - plain.script);
  const rendering = Math.max(0, summary.layout + summary.style - plain.layout - plain.style);
  return { script, rendering, all: script + rendering };
}

function tableOf(summaries: ReadonlyMap<Variant, Summary>): string {
  const plain = summaries.get('without') as Summary;
  const rows = Array.from(summaries, ([variant, summary]) => {
    const more = added(summary, plain);
    return [
      variant,
      figure(summary.task),
      ...[more.script, more.rendering, more.all].map((value) => (variant === 'without' ? '' : figure(value))),
      variant === 'without' ? '' : figure(summary.longestTask),
      String(summary.longTasks),
      summary.shift.toFixed(3),
      String(summary.requests),
      figure(summary.bytes / 1000),
    ];
  });
  const header = ['', 'main thread ms', '+ script', '+ style, layout', '= added', 'longest task', 'over 50 ms', 'CLS', 'requests', 'kB'];
  return formatTable(header, rows);
}

function goalsOf(summaries: ReadonlyMap<Variant, Summary>): Goal[] {
  const plain = summaries.get('without') as Summary;
  const summary = summaries.get(own) as Summary;
  return [
    { name: 'tasks over 50 ms caused by us', value: summary.longTasks, limit: 0, unit: 'tasks' },
    { name: 'main-thread time before the visitor acts', value: added(summary, plain).all, limit: mostScript, unit: 'ms' },
    { name: 'layout shift', value: Math.max(0, summary.shift - plain.shift), limit: 0, unit: 'CLS' },
  ];
}

const { values } = parseArgs({ options: { loads: { type: 'string' } } });
const server = await startStaticServer({ mounts: [], port: 0, intercept: serveCompressed(await readFiles()) });
const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });
const line = progressLine();
try {
  const goals: Goal[] = [];
  let summary = '';
  for (const { slowdown, loads } of passes) {
    const measured = new Map<Variant, Load[]>(variants.map((variant) => [variant, []]));
    const count = values.loads === undefined ? loads : Number(values.loads);
    // The first round warms the browser up and is not counted.
    for (let round = 0; round <= count; round += 1) {
      for (const variant of rotated(variants, round)) {
        line.show(`processor at 1/${slowdown}: load ${round} of ${count}, ${variant}`);
        const load = await measureLoad(browser, new URL(pagePath(variant), server.url).href, slowdown);
        if (round > 0) measured.get(variant)?.push(load);
      }
    }
    line.end();
    const summaries = new Map(Array.from(measured, ([variant, list]) => [variant, summaryOf(list)]));
    console.log(`Processor at 1/${slowdown} of its speed, medians of ${count} loads, five seconds from the load event on, thread time:\n`);
    console.log(`${tableOf(summaries)}\n`);
    if (slowdown === 1) {
      goals.push(...goalsOf(summaries));
      const both = (['Edge Agent', 'Deep Chat'] as const).map(
        (variant) => `${variant} adds ${figure(added(summaries.get(variant) as Summary, summaries.get('without') as Summary).all)} ms`,
      );
      summary = both.join(', ');
    }
  }
  reportGoals('bench:page', goals, summary);
} finally {
  line.end();
  await browser.close();
  await server.close();
}
