import type { Handoff, HandoffEvent, HandoffReason, HandoffStatus } from '../../protocol/relay.ts';

export type HandoffEnding = 'solved' | 'unsolved' | 'left';

/** A handoff without what was said in it. Moments are milliseconds since 1970. */
export interface HandoffRecord {
  readonly id: string;
  readonly site: string;
  readonly visitor: string;
  readonly status: HandoffStatus;
  readonly ending: HandoffEnding | null;
  readonly reason: HandoffReason;
  readonly priority: number;
  readonly opened: number;
  readonly waitingSince: number;
  /** Who has it. */
  readonly member: { readonly id: string; readonly name: string } | null;
  /** Number of the last event. */
  readonly last: number;
  readonly seenByVisitor: number;
  readonly seenByPerson: number;
  readonly handoff: Handoff;
  /** Whom the shop knows the visitor as, where that was certain when it was opened. */
  readonly customer: string | null;
}

export interface NewHandoff {
  readonly id: string;
  readonly site: string;
  readonly visitor: string;
  /** Idempotency key, and the hash of what was sent under it. */
  readonly key: string;
  readonly hash: string;
  readonly priority: number;
  readonly now: number;
  readonly handoff: Handoff;
  readonly customer: string | null;
}

export interface NewMessage {
  readonly from: 'visitor' | 'person';
  /** The sender's own id of it. */
  readonly id: string;
  readonly text: string;
  readonly locale?: string;
  readonly person?: string;
  readonly now: number;
}

/** What a person had done; once for each id. */
export interface NewAction {
  readonly id: string;
  readonly action: string;
  readonly title: string;
  readonly number?: string;
  readonly person: string;
  readonly now: number;
}

/** `other`: the id stands for another message. */
export type Appended =
  | { readonly state: 'new' | 'known'; readonly event: HandoffEvent }
  | { readonly state: 'other' }
  | { readonly state: 'closed' }
  | { readonly state: 'missing' };

/** A case as a week's figures need it. Moments are milliseconds since 1970, null where it did not come to that. */
export interface WorkedCase {
  readonly id: string;
  readonly reason: HandoffReason;
  readonly opened: number;
  /** When a person first answered. */
  readonly answered: number | null;
  readonly ended: number | null;
  readonly ending: HandoffEnding | null;
  /** Why, as the member said. */
  readonly endingReason: string | null;
  readonly summary: string;
}

export interface Change {
  readonly record: HandoffRecord;
  readonly event: HandoffEvent;
}

/** Handoffs and what happened in them. Each change numbers its event in the same step, without gaps or doubles. */
export interface Handoffs {
  /** The same key gives the same handoff; undefined where it was used for something else. */
  open(handoff: NewHandoff): Promise<{ readonly record: HandoffRecord; readonly isNew: boolean } | undefined>;
  get(id: string): Promise<HandoffRecord | undefined>;
  /** Newest first. */
  ofVisitor(site: string, visitor: string): Promise<HandoffRecord[]>;
  events(id: string, after: number, limit: number): Promise<HandoffEvent[]>;
  append(id: string, message: NewMessage): Promise<Appended>;
  noteAction(id: string, action: NewAction): Promise<Appended>;
  /** Gives a waiting handoff to a member; undefined where it is another's, or closed. */
  take(id: string, member: { readonly id: string; readonly name: string }, now: number): Promise<Change | undefined>;
  /** Puts a taken handoff back into the queue; undefined where it is not that member's. */
  release(id: string, member: string, now: number): Promise<Change | undefined>;
  close(id: string, ending: HandoffEnding, reason: string, now: number): Promise<Change | undefined>;
  /** Never goes back. Resolves to the number as it stands. */
  seen(id: string, side: 'visitor' | 'person', seq: number): Promise<number>;
  setContact(id: string, contact: Handoff['contact']): Promise<void>;
  /** By priority, then by wait; closed ones by when they were opened, newest first. */
  queue(sites: readonly string[], statuses: readonly HandoffStatus[], limit: number): Promise<HandoffRecord[]>;
  /** Opened since then, newest first. */
  workedSince(sites: readonly string[], time: number, limit: number): Promise<WorkedCase[]>;
  /** How many wait before this one. */
  ahead(record: HandoffRecord): Promise<number>;
  /** Taken ones whose member has shown no sign since. */
  abandonedSince(time: number): Promise<HandoffRecord[]>;
  eraseVisitor(site: string, visitor: string): Promise<number>;
  /** Closed ones that were opened before, and such as nobody ever took. */
  eraseBefore(site: string, time: number): Promise<number>;
}
