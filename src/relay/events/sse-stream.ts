import type { RelayParts } from '../relay-parts.ts';

const text = new TextEncoder();
/** A sign of life, so that proxies and clients know that the stream lives; in milliseconds. */
const beat = 15_000;
/** In bytes that nobody has read: whoever is that far behind is cut off, and resumes where it was. */
const mostUnread = 256 * 1024;
/** Browsers resume after so many milliseconds. */
const retryAfter = 2000;

export interface SseOptions {
  readonly side: 'visitor' | 'desk';
  /** When it ends at the latest, in milliseconds since 1970: with the session. */
  readonly until: number;
  readonly signal: AbortSignal;
  readonly onBeat?: () => void;
}

/** One stream of server-sent events. It ends by itself when nobody reads any more, or the session is over. */
export class SseStream {
  readonly body: ReadableStream<Uint8Array>;
  private controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  private readonly endings: (() => void)[] = [];
  private readonly timer: ReturnType<typeof setInterval>;

  constructor(
    private readonly parts: RelayParts,
    { side, until, signal, onBeat }: SseOptions,
  ) {
    this.body = new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          this.controller = controller;
        },
        cancel: () => this.end(),
      },
      { highWaterMark: 16 * 1024, size: (chunk) => chunk?.byteLength ?? 0 },
    );
    parts.metrics.stream(side, 1);
    this.onEnd(() => parts.metrics.stream(side, -1));
    this.timer = setInterval(() => {
      if (parts.clock() >= until) this.end();
      else {
        this.write(': \n\n');
        onBeat?.();
      }
    }, beat);
    signal.addEventListener('abort', () => this.end(), { once: true });
    this.write(`retry: ${retryAfter}\n\n`);
  }

  get hasEnded(): boolean {
    return this.controller === undefined;
  }

  /** @param id resumes behind it; left out for what is never sent again */
  send(event: string, data: object, id?: number): void {
    // JSON has no line breaks of its own, so one line of data holds it, whatever anybody typed.
    this.write(`${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  onEnd(ending: () => void): void {
    this.endings.push(ending);
  }

  end(): void {
    const { controller } = this;
    if (controller === undefined) return;
    this.controller = undefined;
    clearInterval(this.timer);
    try {
      controller.close();
    } catch {
      // It was cancelled from the other side.
    }
    for (const ending of this.endings) ending();
  }

  response(headers: Readonly<Record<string, string>>): Response {
    return new Response(this.body, {
      headers: {
        ...headers,
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store, no-transform',
        'x-accel-buffering': 'no',
      },
    });
  }

  private write(chunk: string): void {
    const { controller } = this;
    if (controller === undefined) return;
    controller.enqueue(text.encode(chunk));
    if ((controller.desiredSize ?? 0) < -mostUnread) {
      this.parts.log('info', 'a stream that nobody read was cut off');
      this.end();
    }
  }
}
