import { is, parse } from 'valibot';
import {
  type HandoffEvent,
  type HandoffSignal,
  handoffEventSchema,
  handoffPollSchema,
  handoffSignalSchema,
} from '../../src/protocol/relay.ts';
import { readStream } from './read-stream.ts';
import type { RelaySession } from './relay-session.ts';

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
  const heard = await readStream(session, pathOf(handoff), sink.last(), (kind, value) => take(kind, value, sink), signal);
  if (!heard && !signal.aborted) await poll(session, handoff, sink, signal);
}

function take(kind: string | undefined, value: unknown, sink: EventSink): void {
  if (kind === 'message' || kind === 'status' || kind === 'action') {
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
