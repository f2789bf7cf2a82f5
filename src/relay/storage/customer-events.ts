import type { CustomerEvent } from '../../protocol/relay.ts';

/** Whose events: a site, and the keyed hash of its customer. */
export interface CustomerKey {
  readonly site: string;
  readonly customer: string;
}

/** What shops told of their customers, until the customers' devices have heard of it. */
export interface CustomerEvents {
  /** Gives the event its number, or undefined where its id was told before. Times are milliseconds since 1970. */
  add(key: CustomerKey, event: Omit<CustomerEvent, 'seq' | 'at'> & { id: string }, now: number, until: number): Promise<number | undefined>;
  /** Those behind a number that still stand, oldest first. */
  list(key: CustomerKey, after: number, now: number, limit: number): Promise<CustomerEvent[]>;
  erase(key: CustomerKey): Promise<void>;
  eraseExpired(now: number): Promise<void>;
}
