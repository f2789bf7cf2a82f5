import type { Json } from '../../journey/actions.ts';

export interface AuditEntry {
  readonly at: number;
  readonly site: string;
  /** `visitor:…`, `member:…` or `relay`. */
  readonly actor: string;
  /** What was done, as in `decision`, `handoff.read`, `login.failed`. */
  readonly what: string;
  /** What it was done to: an action, a handoff, a member. */
  readonly subject: string;
  readonly data: { readonly [name: string]: Json };
  /** The storage itself refuses to let go of it before, and to change it ever. */
  readonly keepUntil: number;
}

/** Append-only. No words of visitors stand in it, so that it outlives the erasure of their data. */
export interface AuditTrail {
  append(entry: AuditEntry): Promise<void>;
  /** Newest first, `before` an id. */
  list(sites: readonly string[], limit: number, before?: number): Promise<(AuditEntry & { readonly id: number })[]>;
  eraseExpired(now: number): Promise<number>;
}
