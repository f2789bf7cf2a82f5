import type { RelayParts } from '../relay-parts.ts';
import type { CustomerKey } from '../storage/customer-events.ts';
import { customerChannel } from './hub.ts';
import type { SseStream } from './sse-stream.ts';

const page = 100;

/** Sends a customer's events behind a number down a stream, each once and in order, and then what is told. */
export class CustomerFollower {
  private reading: Promise<void> = Promise.resolve();

  constructor(
    private readonly parts: RelayParts,
    private readonly customer: CustomerKey,
    private last: number,
    private readonly stream: SseStream,
  ) {}

  start(): void {
    this.stream.onEnd(this.parts.hub.subscribe(customerChannel(this.customer.customer), () => this.catchUp()));
    this.catchUp();
  }

  /** Always from the storage, so that nothing comes ahead of its turn. */
  private catchUp(): void {
    this.reading = this.reading
      .then(() => this.read())
      .catch((thrown: unknown) => {
        this.parts.log('warning', 'a stream broke off', { error: thrown instanceof Error ? thrown.message : String(thrown) });
        this.stream.end();
      });
  }

  private async read(): Promise<void> {
    let isMore = true;
    while (isMore && !this.stream.hasEnded) {
      const events = await this.parts.storage.customerEvents.list(this.customer, this.last, this.parts.clock(), page);
      for (const event of events) {
        this.last = event.seq;
        this.stream.send('told', event, event.seq);
      }
      isMore = events.length === page;
    }
  }
}
