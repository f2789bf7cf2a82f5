import { type ChildProcess, spawn } from 'node:child_process';

/** A server that ends this soon after its first start, in milliseconds, never ran: a port is taken, or a setting is wrong. */
const neverRan = 5000;
/** Pauses before it starts again grow from the first to the last, in milliseconds; they begin anew once it ran for a minute. */
const firstPause = 1000;
const longestPause = 30_000;
const ranWell = 60_000;

export interface KeptServer {
  /** Ends it for good. */
  stop(): void;
}

export interface KeepRunning {
  /** What it is called, for lines that are said. */
  readonly name: string;
  readonly args: readonly string[];
  readonly environment?: NodeJS.ProcessEnv;
  readonly say: (line: string) => void;
  /** It ended before it ever ran. */
  readonly failed: (code: number) => void;
  /** Milliseconds; for tests. */
  readonly pause?: number;
  readonly ranAfter?: number;
}

/** Runs a server in a Node process of its own, and starts it again, later and later, when it is killed or breaks. */
export function keepRunning({
  name,
  args,
  environment,
  say,
  failed,
  pause: first = firstPause,
  ranAfter = neverRan,
}: KeepRunning): KeptServer {
  let child: ChildProcess;
  let isStopped = false;
  let hasRun = false;
  let pause = first;
  let timer: NodeJS.Timeout | undefined;
  const start = () => {
    const started = Date.now();
    child = spawn(process.execPath, args, { stdio: 'inherit', env: { ...process.env, ...environment } });
    child.once('exit', (code, signal) => {
      if (isStopped) return;
      const lasted = Date.now() - started;
      hasRun ||= lasted >= ranAfter || signal !== null;
      if (!hasRun) return failed(code ?? 1);
      if (lasted >= ranWell) pause = first;
      say(`${name} ended (${signal ?? `exit code ${code}`}); it starts again in ${pause / 1000} s`);
      timer = setTimeout(start, pause);
      pause = Math.min(longestPause, 2 * pause);
    });
  };
  start();
  return {
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
      child.kill('SIGTERM');
    },
  };
}
