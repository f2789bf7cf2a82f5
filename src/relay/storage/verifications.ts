/** One code that was asked for; kept whether there is such a customer or not. */
export interface Challenge {
  /** Of the contact, keyed: nothing tells whose it is. */
  readonly contact: string;
  /** Keyed hash of the code; of nothing while there is no customer. */
  readonly code: string;
  readonly customer: string | null;
  readonly expires: number;
}

/** Which visitors are known to be which customers. A visitor has one challenge at a time. */
export interface Verifications {
  putChallenge(site: string, visitor: string, challenge: Challenge): Promise<void>;
  /** Sets customer and code of a challenge that still stands. */
  armChallenge(site: string, visitor: string, contact: string, customer: string, code: string): Promise<void>;
  /** Counts an attempt, and gives the challenge unless it is over or had `most` attempts. */
  attempt(site: string, visitor: string, most: number, now: number): Promise<Challenge | undefined>;
  verify(site: string, visitor: string, customer: string, until: number): Promise<void>;
  customerOf(site: string, visitor: string, now: number): Promise<string | undefined>;
  eraseVisitor(site: string, visitor: string): Promise<void>;
  eraseExpired(now: number): Promise<void>;
}
