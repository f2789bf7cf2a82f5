import { createParser } from 'eventsource-parser';

export interface ReadEvent {
  readonly event: string;
  readonly id?: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests read whatever was sent
  readonly data: any;
}

/** A stream of server-sent events, read one by one. */
export class EventReader {
  private readonly reader: ReadableStreamDefaultReader<Uint8Array>;
  private readonly decoder = new TextDecoder();
  private readonly waiting: ReadEvent[] = [];
  private readonly parser = createParser({
    onEvent: ({ event = 'message', id, data }) => {
      this.waiting.push({ event, ...(id === undefined ? {} : { id }), data: JSON.parse(data) });
    },
  });

  constructor(response: Response) {
    if (response.status !== 200 || response.body === null) throw new Error(`no stream: ${response.status}`);
    this.reader = response.body.getReader();
  }

  /** The next event; undefined where the stream has ended. */
  async next(): Promise<ReadEvent | undefined> {
    while (this.waiting.length === 0) {
      const { done, value } = await this.reader.read();
      if (done) return undefined;
      this.parser.feed(this.decoder.decode(value, { stream: true }));
    }
    return this.waiting.shift();
  }

  /** The next event of a kind, past all others. */
  async nextOf(kind: string): Promise<ReadEvent | undefined> {
    for (;;) {
      const event = await this.next();
      if (event === undefined || event.event === kind) return event;
    }
  }

  async close(): Promise<void> {
    await this.reader.cancel();
  }
}
