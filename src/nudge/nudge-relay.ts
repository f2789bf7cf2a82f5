import type { ActionResult } from '../journey/actions.ts';
import type { Memory } from './memory.ts';

/** The line from nudges to the site's relay, loaded by itself where the site has one. */
export interface NudgeRelay {
  /** Has the relay decide on an offer and the shop apply it. Never rejects. */
  applyOffer(code: string): Promise<ActionResult>;
}

export interface NudgeRelayAddress {
  /** Absolute, with a slash at its end. */
  readonly url: string;
  /** The site's public key. */
  readonly site: string;
  /** JWT by which the shop says who the customer is. */
  readonly identity?: string;
  readonly locale: string;
}

/** What the line works with on the device: the memory of all tabs, and who hears of events. */
export interface NudgeRelayEnds {
  /** What is kept is kept under this name. */
  readonly site: string;
  /** Changes the memory in one transaction; rejects where nothing can be kept. */
  update(change: (memory: Memory) => Memory): Promise<Memory>;
  tell(name: string, data: unknown): void;
  /** The visitor's day, ISO 8601. */
  today(): string;
}
