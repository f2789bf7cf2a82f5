import { createParser } from 'eventsource-parser';
import { is } from 'valibot';
import { type DeskSignal, deskSignalSchema } from '../../../src/protocol/desk.ts';
import { type HandoffEvent, handoffEventSchema } from '../../../src/protocol/relay.ts';

/** A stream that says nothing at all for this long is dead, in milliseconds; the relay sends a sign of life more often. */
const silence = 45_000;

export interface DeskSink {
  event(event: HandoffEvent): void;
  signal(signal: DeskSignal): void;
}

/** Reads one stream to its end: the relay's, the network's, or the signal's. Resolves in each case; true where anything came. */
export async function readStream(response: Response, sink: DeskSink, signal: AbortSignal): Promise<boolean> {
  const parser = createParser({ onEvent: ({ event, data }) => take(event, data, sink) });
  const reader = (response.body as ReadableStream<BufferSource>).pipeThrough(new TextDecoderStream()).getReader();
  const stop = () => void reader.cancel().catch(() => {});
  let timer = setTimeout(stop, silence);
  let heard = false;
  signal.addEventListener('abort', stop, { once: true });
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done || signal.aborted) return heard;
      heard = true;
      clearTimeout(timer);
      timer = setTimeout(stop, silence);
      parser.feed(value);
    }
  } catch {
    return heard;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}

function take(event: string | undefined, data: string, sink: DeskSink): void {
  let value: unknown;
  try {
    value = JSON.parse(data);
  } catch {
    // Cut in the middle; it comes again after the resume.
    return;
  }
  if (event === 'message' || event === 'status' || event === 'action') {
    if (is(handoffEventSchema, value)) sink.event(value);
  } else if (is(deskSignalSchema, value)) sink.signal(value);
}
