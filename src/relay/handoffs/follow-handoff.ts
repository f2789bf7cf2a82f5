import type { HandoffEvent, HandoffSignal } from '../../protocol/relay.ts';
import { type HubMessage, handoffChannel } from '../events/hub.ts';
import type { SseStream } from '../events/sse-stream.ts';
import type { RelayParts } from '../relay-parts.ts';
import type { Site } from '../site.ts';
import { stateOf } from './state-of.ts';

const page = 100;

/**
 * Sends a handoff's events behind a number down a stream, each once and in order, and then what happens. What is told
 * ahead of its turn, or was missed, is read from the storage; whatever goes wrong ends the stream, and it is resumed.
 */
export class HandoffFollower {
  private isReading = false;
  private isBehind = false;

  constructor(
    private readonly parts: RelayParts,
    private readonly site: Site,
    private readonly handoff: string,
    private last: number,
    private readonly stream: SseStream,
  ) {}

  start(): void {
    this.stream.onEnd(this.parts.hub.subscribe(handoffChannel(this.handoff), (message) => this.take(message)));
    this.guard(() => this.readAnew());
  }

  private async readAnew(): Promise<void> {
    await this.sendState();
    await this.catchUp();
  }

  private take(message: HubMessage): void {
    if (message.kind === 'typing' || message.kind === 'seen') this.signal(message);
    else if (message.kind === 'gap') this.guard(() => this.readAnew());
    else if (message.kind === 'event' && message.seq > this.last) {
      if (!this.isReading && message.event !== undefined && message.seq === this.last + 1) this.send(message.event);
      else this.guard(() => this.catchUp());
    }
  }

  private async catchUp(): Promise<void> {
    this.isBehind = true;
    if (this.isReading) return;
    this.isReading = true;
    try {
      while (this.isBehind && !this.stream.hasEnded) {
        this.isBehind = false;
        const events = await this.parts.storage.handoffs.events(this.handoff, this.last, page);
        for (const event of events) this.send(event);
        if (events.length === page) this.isBehind = true;
      }
    } finally {
      this.isReading = false;
    }
  }

  private send(event: HandoffEvent): void {
    if (event.seq <= this.last) return;
    this.last = event.seq;
    this.stream.send(event.kind, event, event.seq);
    // Who answers, and when, may have changed with it.
    if (event.kind === 'status') this.guard(() => this.sendState());
  }

  private async sendState(): Promise<void> {
    const record = await this.parts.storage.handoffs.get(this.handoff);
    if (record === undefined) this.stream.end();
    else this.signal({ kind: 'state', state: await stateOf(this.parts, this.site, record) });
  }

  private signal(signal: HandoffSignal): void {
    this.stream.send(signal.kind, signal);
  }

  private guard(work: () => Promise<void>): void {
    work().catch((thrown: unknown) => {
      this.parts.log('warning', 'a stream broke off', { error: thrown instanceof Error ? thrown.message : String(thrown) });
      this.stream.end();
    });
  }
}
