import { createParser } from 'eventsource-parser';
import { is, parse } from 'valibot';
import {
  type HandoffEvent,
  type HandoffSignal,
  handoffEventSchema,
  handoffPollSchema,
  handoffSignalSchema,
} from '../../src/protocol/relay.ts';
import { eitherSignal } from './either-signal.ts';
import type { RelaySession } from './relay-session.ts';

/** A stream that says nothing at all for this long is dead, in milliseconds; the relay sends a sign of life more often. */
const silence = 45_000;
/** A proxy that holds a stream back shows in that not even the first event comes, in milliseconds. */
const firstWord = 6_000;
/** How long a poll may wait for something to happen, in seconds. */
const pollWait = 20;

export interface EventSink {
  /** Number of the last event that is known. */
  last(): number;
  event(event: HandoffEvent): void;
  signal(signal: HandoffSignal): void;
}

/**
 * Follows a handoff's events until the stream ends or breaks: server-sent events, or long polls where nothing comes
 * through a stream. Rejects with a RelayFailure where the relay refuses or cannot be reached.
 */
export async function followEvents(session: RelaySession, handoff: string, sink: EventSink, signal: AbortSignal): Promise<void> {
  const heard = await stream(session, handoff, sink, signal);
  if (!heard && !signal.aborted) await poll(session, handoff, sink, signal);
}

/** True where anything came. */
async function stream(session: RelaySession, handoff: string, sink: EventSink, signal: AbortSignal): Promise<boolean> {
  const quiet = new AbortController();
  const either = eitherSignal(signal, quiet.signal);
  let timer = setTimeout(() => quiet.abort(), firstWord);
  let heard = false;
  try {
    const headers = { Accept: 'text/event-stream', 'Last-Event-ID': String(sink.last()) };
    const response = await session.request(pathOf(handoff), { headers, signal: either }, 24 * 3_600_000);
    const parser = createParser({ onEvent: ({ event, data }) => take(event, data, sink) });
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

function take(event: string | undefined, data: string, sink: EventSink): void {
  let value: unknown;
  try {
    value = JSON.parse(data);
  } catch {
    // Cut in the middle; it comes again after the resume.
    return;
  }
  if (event === 'message' || event === 'status') {
    if (is(handoffEventSchema, value)) sink.event(value);
  } else if (is(handoffSignalSchema, value)) sink.signal(value);
}

async function poll(session: RelaySession, handoff: string, sink: EventSink, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const path = `${pathOf(handoff)}?after=${sink.last()}&wait=${pollWait}`;
    const response = await session.request(path, { headers: { Accept: 'application/json' }, signal }, (pollWait + 15) * 1000);
    const { state, events } = parse(handoffPollSchema, await response.json());
    for (const event of events) sink.event(event);
    sink.signal({ kind: 'state', state });
    if (state.status === 'closed' && sink.last() >= state.last) return;
  }
}

function pathOf(handoff: string): string {
  return `v1/handoffs/${encodeURIComponent(handoff)}/events`;
}
