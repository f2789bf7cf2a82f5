/** One thing to be sent by a connector. */
export interface Delivery {
  /** The same for the same thing: it is put once. */
  readonly id: string;
  readonly site: string;
  readonly connector: string;
  readonly kind: 'opened' | 'answered';
  readonly handoff: string;
  /** Number of the event that it is about. */
  readonly seq: number;
  readonly attempts: number;
}

/** What is still to be sent. It holds no words: these are read when it goes out, and gone where they were erased. */
export interface Deliveries {
  /** @param due milliseconds since 1970 */
  put(delivery: Omit<Delivery, 'attempts'>, due: number): Promise<void>;
  /** Takes what is due, so that no other instance sends it for `hold` milliseconds. */
  claim(now: number, hold: number, limit: number): Promise<Delivery[]>;
  /** It has arrived, or will not be tried again. */
  finish(id: string): Promise<void>;
  retryAt(id: string, time: number): Promise<void>;
}
