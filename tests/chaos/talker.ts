import { createParser } from 'eventsource-parser';
import type { HandoffEvent } from '../../src/protocol/relay.ts';
import { pause } from './flaky-proxy.ts';

/** How one side of a talk reaches the relay. */
export interface Line {
  readonly from: 'visitor' | 'person';
  /** Address of the stream; the number of the last known event is added. */
  readonly events: string;
  readonly messages: string;
  headers(): Record<string, string>;
  /** Mends what the relay refused: a session that is over, a case that went back. */
  mend(status: number): Promise<void>;
}

const patience = 3000;

/**
 * One side of a talk, as the device and the desk do it: what is typed waits until the relay has confirmed it, what happens
 * is followed from the last known event on.
 */
export class Talker {
  readonly typed: string[] = [];
  /** What stands on this side's screen, in its order. */
  readonly shown: Extract<HandoffEvent, { kind: 'message' }>[] = [];
  /** What must never happen. */
  readonly faults: string[] = [];
  last = 0;
  private readonly outbox: { id: string; text: string }[] = [];
  private isStopped = false;
  private readonly loops: Promise<void>[];

  constructor(private readonly line: Line) {
    this.loops = [this.send(), this.follow()];
  }

  type(text: string): void {
    this.typed.push(text);
    this.outbox.push({ id: crypto.randomUUID(), text });
  }

  /** How many messages the relay has not confirmed. */
  get waiting(): number {
    return this.outbox.length;
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    await Promise.all(this.loops);
  }

  private async send(): Promise<void> {
    while (!this.isStopped) {
      const [next] = this.outbox;
      if (next === undefined) {
        await pause(10);
        continue;
      }
      try {
        const response = await fetch(this.line.messages, {
          method: 'POST',
          headers: { ...this.line.headers(), 'content-type': 'application/json', 'idempotency-key': next.id },
          body: JSON.stringify(next),
          signal: AbortSignal.timeout(patience),
        });
        const text = await response.text();
        if (response.status === 200) this.outbox.shift();
        else if (response.status >= 500) await pause(50);
        else if ([401, 409].includes(response.status)) await this.line.mend(response.status);
        else this.faults.push(`refused: ${text}`);
      } catch {
        await pause(30 + Math.random() * 100);
      }
    }
  }

  private async follow(): Promise<void> {
    while (!this.isStopped) {
      const quiet = new AbortController();
      let timer = setTimeout(() => quiet.abort(), patience);
      try {
        const response = await fetch(`${this.line.events}after=${this.last}`, {
          headers: { ...this.line.headers(), accept: 'text/event-stream' },
          signal: quiet.signal,
        });
        if (response.status === 401) await this.line.mend(401);
        if (response.status !== 200 || response.body === null) throw new Error(String(response.status));
        const parser = createParser({ onEvent: ({ event, data }) => this.take(event ?? '', data) });
        const decoder = new TextDecoder();
        const stopping = setInterval(() => this.isStopped && quiet.abort(), 50);
        try {
          for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
            clearTimeout(timer);
            // The relay gives a sign of life every 15 s; a shorter patience here only means more resumes.
            timer = setTimeout(() => quiet.abort(), patience);
            parser.feed(decoder.decode(chunk, { stream: true }));
          }
        } finally {
          clearInterval(stopping);
        }
      } catch {
        await pause(20 + Math.random() * 80);
      } finally {
        clearTimeout(timer);
      }
    }
  }

  private take(kind: string, data: string): void {
    if (kind !== 'message' && kind !== 'status') return;
    const event = JSON.parse(data) as HandoffEvent;
    if (event.seq !== this.last + 1) {
      this.faults.push(`${event.seq} came behind ${this.last}`);
      return;
    }
    this.last = event.seq;
    if (event.kind === 'message') this.shown.push(event);
  }
}
