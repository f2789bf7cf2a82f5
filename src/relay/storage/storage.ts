import type { Limits } from '../limits/limits.ts';
import type { ActionRecords } from './action-records.ts';
import type { AuditTrail } from './audit-trail.ts';
import type { CustomerEvents } from './customer-events.ts';
import type { Deliveries } from './deliveries.ts';
import type { DeskRecords } from './desk-records.ts';
import type { Handoffs } from './handoffs.ts';
import type { OutcomeCounts } from './outcome-counts.ts';
import type { Verifications } from './verifications.ts';

/** All that the relay keeps. Whatever implements it does each call wholly or not at all, also between instances. */
export interface RelayStorage {
  readonly actions: ActionRecords;
  readonly verifications: Verifications;
  readonly handoffs: Handoffs;
  readonly deliveries: Deliveries;
  readonly outcomes: OutcomeCounts;
  readonly customerEvents: CustomerEvents;
  readonly desk: DeskRecords;
  readonly audit: AuditTrail;
  /** Buckets that all instances share: for what must not be tried more often by asking another instance. */
  readonly limits: Limits & { eraseUnused(now: number): Promise<void> };
  readonly locks: Locks;
  /** Rejects where the storage cannot be reached. */
  check(): Promise<void>;
  /** Whether something that was thrown means that the storage cannot be reached. */
  isUnreachable(thrown: unknown): boolean;
  close(): Promise<void>;
}

export interface Locks {
  /**
   * Runs `work` while nobody else in any instance runs anything under the same key.
   * Resolves to undefined where the lock did not come free within `wait` milliseconds.
   */
  withLock<T>(key: string, wait: number, work: () => Promise<T>): Promise<T | undefined>;
}
