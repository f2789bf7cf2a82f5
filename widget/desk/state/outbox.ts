import { array, is, number, object, optional, string } from 'valibot';
import type { DeskMessage } from '../../../src/protocol/desk.ts';
import { DeskFailure, type DeskFailureCode } from '../api/desk-failure.ts';
import type { Kept } from './kept.ts';

const firstWait = 1000;
const longestWait = 20_000;
const keptAs = 'outbox';

/** A message on its way. */
export interface Unsent extends DeskMessage {
  readonly handoff: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Why the relay does not take it, once it has said so. */
  readonly refused?: DeskFailureCode;
}

const keptSchema = array(
  object({ id: string(), text: string(), locale: optional(string()), handoff: string(), at: number(), refused: optional(string()) }),
);

export interface OutboxOptions {
  readonly send: (handoff: string, message: DeskMessage) => Promise<void>;
  readonly kept: Kept;
  /** The relay has it; its event may still be under way. */
  readonly sent: (entry: Unsent) => void;
  readonly changed: () => void;
}

/**
 * What was written and the relay has not taken yet: kept over a reload, sent in its order, tried again until it is taken or
 * refused. Its id makes sure that it stands in the case once, however often it is sent.
 */
export class Outbox {
  private entries: readonly Unsent[];
  private draining: Promise<void> = Promise.resolve();
  private wait = firstWait;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly options: OutboxOptions) {
    const kept = options.kept.value(keptAs);
    this.entries = is(keptSchema, kept) ? (kept as Unsent[]) : [];
  }

  get isEmpty(): boolean {
    return this.entries.length === 0;
  }

  of(handoff: string): readonly Unsent[] {
    return this.entries.filter((entry) => entry.handoff === handoff);
  }

  put(handoff: string, text: string, locale: string | undefined): void {
    const entry = { id: crypto.randomUUID(), handoff, text, at: Date.now(), ...(locale === undefined ? {} : { locale }) };
    this.change([...this.entries, entry]);
    this.wake();
  }

  /** Takes a message back that was refused. */
  withdraw(id: string): void {
    this.change(this.entries.filter((entry) => entry.id !== id));
  }

  /** Sends now what waits: there is a line again, or a log-in. */
  wake(): void {
    clearTimeout(this.timer);
    this.wait = firstWait;
    void this.drain();
  }

  clear(): void {
    clearTimeout(this.timer);
    this.change([]);
  }

  /** Whoever asks while it runs may have added something since. */
  private drain(): Promise<void> {
    this.draining = this.draining.then(() => this.drainNow());
    return this.draining;
  }

  private async drainNow(): Promise<void> {
    for (;;) {
      const next = this.entries.find(({ refused }) => refused === undefined);
      if (next === undefined) return;
      const { handoff, at: _, refused: __, ...message } = next;
      try {
        await this.options.send(handoff, message);
        this.wait = firstWait;
        this.options.sent(next);
        this.change(this.entries.filter(({ id }) => id !== next.id));
      } catch (thrown) {
        const failure = DeskFailure.from(thrown);
        // A log-in wakes it again.
        if (failure.isLoggedOut) return;
        if (failure.mayPass) {
          this.tryLater(failure.retryAfterSeconds);
          return;
        }
        this.change(this.entries.map((entry) => (entry.id === next.id ? { ...entry, refused: failure.code } : entry)));
      }
    }
  }

  private tryLater(seconds = 0): void {
    this.timer = setTimeout(() => void this.drain(), Math.max(this.wait, seconds * 1000));
    this.wait = Math.min(longestWait, 2 * this.wait);
  }

  private change(entries: readonly Unsent[]): void {
    this.entries = entries;
    this.options.kept.keep(keptAs, entries.length === 0 ? '' : JSON.stringify(entries));
    this.options.changed();
  }
}
