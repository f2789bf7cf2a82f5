import type { ActionResult } from '../../journey/actions.ts';

/** Whose request it is, and its idempotency key. */
export interface ActionKey {
  readonly site: string;
  readonly visitor: string;
  readonly id: string;
}

export interface ActionStart {
  readonly action: string;
  /** Of what was asked for, so that one key is not used for two things. */
  readonly hash: string;
  /** Keyed hash of whom limits count for. */
  readonly customer: string;
  readonly now: number;
}

export interface ActionRecord {
  readonly id: string;
  readonly action: string;
  readonly at: number;
  readonly result: ActionResult;
}

/** What was done for whom: the same request gets the same result, and limits count what was done before. */
export interface ActionRecords {
  /** `new`: it is this caller's to do. `busy`: another one does it now. `other`: the key stands for something else. */
  begin(key: ActionKey, start: ActionStart): Promise<{ state: 'new' | 'busy' | 'other' } | { state: 'done'; result: ActionResult }>;
  finish(key: ActionKey, result: ActionResult, now: number): Promise<void>;
  /** Nothing was done: the key is free again. */
  abandon(key: ActionKey): Promise<void>;
  /** When the action was done for a customer, ISO 8601, oldest first. */
  timesOf(site: string, customer: string, action: string): Promise<string[]>;
  ofVisitor(site: string, visitor: string): Promise<ActionRecord[]>;
  /** What was asked for and came of it is deleted; that it was done stays counted. Resolves to how many. */
  eraseVisitor(site: string, visitor: string): Promise<number>;
  /** The same for all that was begun before. */
  eraseBefore(site: string, time: number): Promise<number>;
  /** Forgets that it was done, too. */
  forgetBefore(site: string, time: number): Promise<void>;
}
