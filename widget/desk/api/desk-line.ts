import type { DeskApi } from './desk-api.ts';
import { DeskFailure } from './desk-failure.ts';
import { type DeskSink, readStream } from './desk-stream.ts';

/** Between two tries, in milliseconds: doubled each time up to the longest, and never the same for two members. */
const firstWait = 1000;
const longestWait = 20_000;

export interface LineSink extends DeskSink {
  /** Whether the desk hears its relay; told when it changes, and each time that it hears it again. */
  connected(isConnected: boolean): void;
}

/** The case that is followed besides the queue. */
export interface Followed {
  readonly handoff: string;
  /** Number of the last event that is known. */
  last(): number;
}

/** Keeps one stream of events open, resumes it where it broke, and turns to another case on demand. */
export class DeskLine {
  private followed: Followed | undefined;
  private running: AbortController | undefined;
  private reopening = new AbortController();
  private wait = firstWait;
  private wake = () => {};

  constructor(
    private readonly api: DeskApi,
    private readonly sink: LineSink,
  ) {}

  start(): void {
    if (this.running !== undefined) return;
    this.running = new AbortController();
    void this.run(this.running.signal);
  }

  stop(): void {
    this.running?.abort();
    this.running = undefined;
    this.reopen();
  }

  follow(followed: Followed | undefined): void {
    this.followed = followed;
    this.reopen();
  }

  /** Tries at once: the network is back, somebody asks for it, or an event was missed. */
  reopen(): void {
    this.wait = firstWait;
    this.reopening.abort();
    this.wake();
  }

  private async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      this.reopening = new AbortController();
      const { signal: thisTime } = this.reopening;
      const isRefused = await this.listen(thisTime);
      // Another case is turned to: that is no break.
      if (thisTime.aborted) continue;
      this.sink.connected(false);
      if (isRefused) this.running = undefined;
      if (this.running?.signal !== signal) return;
      await this.pause(this.wait * (0.5 + Math.random() / 2));
      this.wait = Math.min(longestWait, 2 * this.wait);
    }
  }

  /** True where the relay refuses, so that trying again is of no use. */
  private async listen(signal: AbortSignal): Promise<boolean> {
    const { followed } = this;
    const follow = followed && { handoff: followed.handoff, after: followed.last() };
    try {
      const response = await this.api.events(follow, signal);
      this.wait = firstWait;
      this.sink.connected(true);
      await readStream(response, this.sink, signal);
    } catch (thrown) {
      const failure = DeskFailure.from(thrown);
      if (failure.code === 'not-found' && followed !== undefined) this.followed = undefined;
      return failure.isLoggedOut;
    }
    return false;
  }

  private pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
