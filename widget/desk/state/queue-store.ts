import type { Queued } from '../../../src/protocol/desk.ts';
import type { DeskApi } from '../api/desk-api.ts';
import { DeskFailure } from '../api/desk-failure.ts';

/** Several signs within this time are one reading, in milliseconds. */
const settle = 150;

/** What waits and what is taken, read again whenever the relay says that it changed. */
export class QueueStore {
  /** Undefined until it was read once. */
  handoffs: readonly Queued[] | undefined;
  failure: DeskFailure | undefined;
  private reading: AbortController | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly api: DeskApi,
    private readonly changed: (before: readonly Queued[] | undefined) => void,
  ) {}

  /** Reads it soon. */
  touch(): void {
    this.timer ??= setTimeout(() => void this.read(), settle);
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.reading?.abort();
    this.handoffs = undefined;
  }

  async read(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.reading?.abort();
    const reading = new AbortController();
    this.reading = reading;
    const before = this.handoffs;
    try {
      this.handoffs = await this.api.queue(reading.signal);
      this.failure = undefined;
    } catch (thrown) {
      if (reading.signal.aborted) return;
      this.failure = DeskFailure.from(thrown);
    }
    this.changed(before);
  }
}
