import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Job, JobResult } from './contender-job.ts';

const script = fileURLToPath(new URL('contender-process.ts', import.meta.url));
const megabytes = 8192;

/** Runs a job in a process of its own. Rejects where the process fails. */
export function runContender<Kind extends Job['kind']>(job: Extract<Job, { kind: Kind }>): Promise<JobResult<Kind>> {
  return new Promise((resolve, reject) => {
    const child = fork(script, { execArgv: ['--expose-gc', `--max-old-space-size=${megabytes}`, '--import', 'tsx'] });
    let result: JobResult<Kind> | undefined;
    child.once('message', (message) => {
      result = message as JobResult<Kind>;
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      if (result !== undefined) resolve(result);
      else reject(new Error(`${job.contender} ended with code ${code} (${job.kind})`));
    });
    child.send(job);
  });
}
