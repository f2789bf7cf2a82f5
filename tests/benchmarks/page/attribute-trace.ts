/** A complete event of Chromium's trace format; times in microseconds. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** Time that the thread really ran; what other processes take from the machine is not in it. */
  readonly tdur?: number;
  readonly args?: { readonly beginData?: { readonly url?: string } };
}

/** What scripts did on a page's main thread; thread time in milliseconds. */
export interface ScriptWork {
  readonly total: number;
  /** The longest task that ran any script at all, everything in it counted. */
  readonly longestTask: number;
  /** Tasks of over 50 ms that would have been shorter without their scripts. */
  readonly longTasks: number;
}

export const traceCategories = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8'];

/** Where script comes to run: all else that happens in one of these is the script's doing, forced layout too. */
const scriptRoots = new Set([
  'EvaluateScript',
  'v8.compile',
  'v8.compileModule',
  'v8.evaluateModule',
  'v8.callFunction',
  'FunctionCall',
  'RunMicrotasks',
  'TimerFire',
  'FireIdleCallback',
  'FireAnimationFrame',
]);
const longTask = 50;

/** Adds up what scripts did on the main thread of the page with this address. */
export function scriptWorkOf(trace: string, pageUrl: string): ScriptWork {
  const events = (JSON.parse(trace) as { traceEvents: TraceEvent[] }).traceEvents;
  const parsed = events.find(({ name, args }) => name === 'ParseHTML' && args?.beginData?.url === pageUrl);
  if (parsed === undefined) throw new Error(`the trace does not show ${pageUrl}`);
  const own = events
    .filter(({ ph, pid, tid }) => ph === 'X' && pid === parsed.pid && tid === parsed.tid)
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const tasks: { duration: number; script: number }[] = [];
  let taskEnd = 0;
  let scriptEnd = 0;
  for (const { name, ts, dur = 0, tdur = dur } of own) {
    if (name === 'RunTask' && ts >= taskEnd) {
      tasks.push({ duration: tdur / 1000, script: 0 });
      taskEnd = ts + dur;
    } else if (scriptRoots.has(name) && ts >= scriptEnd) {
      const task = tasks.at(-1);
      if (task !== undefined && ts < taskEnd) task.script += tdur / 1000;
      scriptEnd = ts + dur;
    }
  }
  const scripted = tasks.filter(({ script }) => script > 0);
  return {
    total: scripted.reduce((sum, { script }) => sum + script, 0),
    longestTask: Math.max(0, ...scripted.map(({ duration }) => duration)),
    longTasks: scripted.filter(({ duration, script }) => duration > longTask && duration - script <= longTask).length,
  };
}
