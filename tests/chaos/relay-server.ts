import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { pause } from './flaky-proxy.ts';

const command = fileURLToPath(new URL('../../src/cli/edge-agent.js', import.meta.url));

/** A relay process that can be killed, and comes back on the same port. */
export class RelayServer {
  private child: ChildProcess | undefined;
  /** What it printed on its first start: the first log-in stands there. */
  said = '';
  /** Set where it ended without being told to. */
  fault: string | undefined;

  /** @param program of the relay; left out, the checkout's own */
  constructor(
    private readonly config: string,
    readonly port: number,
    private readonly program = command,
  ) {}

  async start(): Promise<void> {
    const child = spawn(process.execPath, [this.program, 'relay', '--config', this.config, '--port', String(this.port)], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    child.stderr.on('data', (chunk) => {
      this.said += chunk;
    });
    await new Promise<void>((resolve, reject) => {
      child.stdout.once('data', () => resolve());
      child.once('exit', (code, signal) => reject(new Error(`the relay ended with ${code ?? signal}: ${this.said.slice(-500)}`)));
    });
    child.removeAllListeners('exit');
    child.once('exit', (code, signal) => {
      if (this.child === child) this.fault = `a relay ended by itself with ${code ?? signal}: ${this.said.slice(-2000)}`;
    });
  }

  /** SIGKILL: it cannot finish anything. */
  async kill(): Promise<void> {
    const { child } = this;
    this.child = undefined;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill('SIGKILL');
    await ended;
  }

  /** Kills it and starts it again; a database that is just coming back may need some tries. */
  async crash(): Promise<void> {
    await this.kill();
    for (let tries = 0; ; tries += 1) {
      try {
        await this.start();
        return;
      } catch (thrown) {
        if (tries > 10) throw thrown;
        await pause(300);
      }
    }
  }
}
