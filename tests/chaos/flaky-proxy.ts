import { connect, createServer, type Server, type Socket } from 'node:net';

/** A TCP proxy in front of one or several servers, in turn, that fails as networks do. */
export class FlakyProxy {
  private readonly pairs = new Set<readonly [Socket, Socket]>();
  private readonly server: Server;
  private turn = 0;
  private isRefusing = false;
  private isStalled = false;

  private constructor(private readonly targets: readonly number[]) {
    this.server = createServer((from) => this.forward(from));
  }

  static async start(targets: readonly number[]): Promise<{ proxy: FlakyProxy; url: string }> {
    const proxy = new FlakyProxy(targets);
    await new Promise<void>((resolve) => proxy.server.listen(0, 'localhost', resolve));
    const address = proxy.server.address();
    return { proxy, url: `http://localhost:${typeof address === 'object' && address !== null ? address.port : 0}` };
  }

  /** Breaks every connection, whatever is under way on it. */
  cut(): void {
    for (const [from, to] of this.pairs) {
      from.resetAndDestroy();
      to.resetAndDestroy();
    }
  }

  /** Accepts nobody for a while. */
  async refuse(time: number): Promise<void> {
    this.isRefusing = true;
    this.cut();
    await pause(time);
    this.isRefusing = false;
  }

  /** Passes nothing on for a while, and then breaks: neither side is told, as in a tunnel. */
  async stall(time: number): Promise<void> {
    this.isStalled = true;
    for (const [from, to] of this.pairs) {
      from.pause();
      to.pause();
    }
    await pause(time);
    this.isStalled = false;
    this.cut();
  }

  /** Half of what is under way arrives late. */
  async delay(time: number): Promise<void> {
    const chosen = [...this.pairs].filter(() => Math.random() < 0.5).flat();
    for (const socket of chosen) socket.pause();
    await pause(time);
    for (const socket of chosen) if (!this.isStalled) socket.resume();
  }

  stop(): void {
    this.server.close();
    this.cut();
  }

  private forward(from: Socket): void {
    const port = this.targets[this.turn++ % this.targets.length] as number;
    if (this.isRefusing) {
      from.resetAndDestroy();
      return;
    }
    const to = connect(port, 'localhost');
    const pair = [from, to] as const;
    this.pairs.add(pair);
    const end = () => {
      this.pairs.delete(pair);
      from.destroy();
      to.destroy();
    };
    for (const socket of pair) {
      socket.on('error', end);
      socket.on('close', end);
    }
    from.pipe(to);
    to.pipe(from);
    if (this.isStalled) {
      from.pause();
      to.pause();
    }
  }
}

export function pause(time: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, time));
}
