import { createParser } from 'eventsource-parser';
import { eitherSignal } from './either-signal.ts';
import type { RelaySession } from './relay-session.ts';

/** A stream that says nothing at all for this long is dead, in milliseconds; the relay sends a sign of life more often. */
const silence = 45_000;
/** A proxy that holds a stream back shows in that not even the first sign of life comes, in milliseconds. */
const firstWord = 6_000;

/**
 * Reads server-sent events behind a number until the stream ends or breaks.
 * @param take gets each event's kind and its data, parsed; what was cut off comes again after the resume
 * @returns true where anything came; rejects with a RelayFailure where the relay refuses or cannot be reached
 */
export async function readStream(
  session: RelaySession,
  path: string,
  last: number,
  take: (kind: string | undefined, data: unknown) => void,
  signal: AbortSignal,
): Promise<boolean> {
  const quiet = new AbortController();
  const either = eitherSignal(signal, quiet.signal);
  let timer = setTimeout(() => quiet.abort(), firstWord);
  let heard = false;
  try {
    const headers = { Accept: 'text/event-stream', 'Last-Event-ID': String(last) };
    const response = await session.request(path, { headers, signal: either }, 24 * 3_600_000);
    const parser = createParser({
      onEvent: ({ event, data }) => {
        const value = parsed(data);
        if (value !== undefined) take(event, value);
      },
    });
    const reader = (response.body as ReadableStream<BufferSource>).pipeThrough(new TextDecoderStream()).getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return heard;
      heard = true;
      clearTimeout(timer);
      timer = setTimeout(() => quiet.abort(), silence);
      parser.feed(value);
    }
  } catch (thrown) {
    if (quiet.signal.aborted || signal.aborted) return heard;
    if (heard) return true;
    throw thrown;
  } finally {
    clearTimeout(timer);
  }
}

function parsed(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}
