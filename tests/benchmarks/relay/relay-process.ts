import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const mebibyte = 1024 * 1024;

export const siteKey = 'pk_bench';
export const pageOrigin = 'https://shop.example';

/** Compiles the command as it is published: how a checkout runs TypeScript is not what is measured. */
export function buildCommand(): void {
  execFileSync(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'error'], {
    cwd: root,
    stdio: 'inherit',
  });
}

/** A relay in a process of its own. */
export class RelayProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
    /** From the start of the process until it says where it listens, in milliseconds. */
    readonly startTime: number,
  ) {}

  /** @param database `postgres://…`, or a file's name in the directory */
  static async start(directory: string, database: string): Promise<RelayProcess> {
    const config = join(directory, 'relay.yaml');
    const rate = '{ burst: 1000000, perSecond: 1000000 }';
    await writeFile(
      config,
      `database: ${database}\nrates: { address: ${rate}, session: ${rate}, site: ${rate}, streams: { visitor: 10, address: 100000, all: 100000 } }\n` +
        `sites:\n  - { id: bench, name: Bench, publicKeys: [${siteKey}], origins: ["${pageOrigin}"] }\n`,
    );
    const started = performance.now();
    const child = spawn(process.execPath, [join(root, 'dist/cli/main.js'), 'relay', '--config', config, '--port', '0'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const url = await new Promise<string>((resolve, reject) => {
      child.stdout.once('data', (chunk) => resolve(String(chunk).trim()));
      child.once('exit', (code) => reject(new Error(`the relay ended with ${code}`)));
    });
    return new RelayProcess(child, url, performance.now() - started);
  }

  /** What the process ever had in memory at once, in MiB (Linux). */
  get peakMemory(): number {
    const status = readFileSync(`/proc/${this.child.pid}/status`, 'utf8');
    return (Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) * 1024) / mebibyte;
  }

  /** Processor time that it has used, in seconds (Linux). */
  get processorTime(): number {
    const fields = readFileSync(`/proc/${this.child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) / 100;
  }

  async stop(): Promise<void> {
    const ended = new Promise<void>((resolve) => this.child.once('exit', () => resolve()));
    this.child.kill('SIGTERM');
    await ended;
  }
}
