import type { Locale } from '../language/locale.ts';
import type { HandoffEvent, HandoffSignal, HandoffState, HandoffStatus, ReplyPromise } from '../protocol/relay.ts';

/** One message between the visitor and a person, as the relay has numbered it. */
export interface TalkLine {
  /** The sender's own id of it. */
  readonly id: string;
  readonly seq: number;
  readonly from: 'visitor' | 'person';
  readonly text: string;
  readonly at: string;
  readonly locale?: Locale;
  /** Name of the person who wrote it. */
  readonly person?: string;
  /** What the person had done, in place of words. */
  readonly done?: { readonly title: string; readonly number?: string };
}

/** A handoff as the device knows it: plain data, saved and restored as it is. What still waits to be sent stands in the outbox. */
export interface Talk {
  /** The device's own id: the idempotency key of its opening. */
  readonly id: string;
  /** Number of the message in the transcript that it follows. */
  readonly after: number;
  /** The relay's id, once it has arrived there. */
  readonly handoff?: string;
  readonly status: 'sending' | HandoffStatus;
  readonly ending?: HandoffState['ending'];
  readonly person?: string;
  readonly promise?: ReplyPromise;
  /** Number of the last event that is known. */
  readonly last: number;
  /** Number of the last event that the person has seen. */
  readonly seen: number;
  /** The same of the visitor. */
  readonly read: number;
  readonly lines: readonly TalkLine[];
}

export function startTalk(id: string, after: number): Talk {
  return { id, after, status: 'sending', last: 0, seen: 0, read: 0, lines: [] };
}

/** Takes over how a handoff stands. Its events come by themselves, so `last` stays. */
export function withState(talk: Talk, state: HandoffState): Talk {
  const { person: _, ...rest } = talk;
  return {
    ...rest,
    handoff: state.handoff,
    status: state.status,
    ...(state.ending && { ending: state.ending }),
    ...(state.person && { person: state.person.name }),
    promise: state.promise,
    seen: Math.max(talk.seen, state.seen.person),
    read: Math.max(talk.read, state.seen.visitor),
  };
}

/** Takes one event in. The same event twice changes nothing; one that comes too early is left for the next resume. */
export function withEvent(talk: Talk, event: HandoffEvent): Talk {
  if (event.seq !== talk.last + 1) return talk;
  const next = { ...talk, last: event.seq };
  if (event.kind === 'status') {
    const { person: _, ...rest } = next;
    return {
      ...rest,
      status: event.status,
      ...(event.ending && { ending: event.ending }),
      ...(event.person && { person: event.person.name }),
    };
  }
  if (event.kind === 'action') {
    const { seq, at, title, number, person } = event;
    const done = { title, ...(number && { number }) };
    return { ...next, lines: [...next.lines, { id: `action-${seq}`, seq, from: 'person', text: '', at, person: person.name, done }] };
  }
  const line: TalkLine = {
    id: event.id,
    seq: event.seq,
    from: event.from,
    text: event.text,
    at: event.at,
    ...(event.locale && { locale: event.locale }),
    ...(event.person && { person: event.person.name }),
  };
  return { ...next, lines: [...next.lines, line] };
}

/** Takes in what is only worth knowing now. */
export function withSignal(talk: Talk, signal: HandoffSignal): Talk {
  if (signal.kind === 'state') return withState(talk, signal.state);
  if (signal.kind !== 'seen') return talk;
  const side = signal.from === 'person' ? 'seen' : 'read';
  return { ...talk, [side]: Math.max(talk[side], signal.seq) };
}

/** How many answers the visitor has not seen. */
export function unreadIn({ lines, read }: Talk): number {
  return lines.filter(({ from, seq }) => from === 'person' && seq > read).length;
}

export function isOver({ status }: Talk): boolean {
  return status === 'closed';
}
