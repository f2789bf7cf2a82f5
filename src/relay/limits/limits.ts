/** A token bucket: it holds `burst` tokens and gains `perSecond` of them. */
export interface Bucket {
  readonly burst: number;
  readonly perSecond: number;
}

/** What is left of buckets, by key. Kept in memory by each instance, or in the storage by all of them together. */
export interface Limits {
  /** Takes a token. Resolves to 0 where there was one, else to the seconds until there is. */
  take(key: string, bucket: Bucket, now: number): Promise<number>;
}

/** The state of one bucket: tokens in it at a moment. */
export interface BucketState {
  readonly tokens: number;
  readonly at: number;
}

/** Takes a token out of a bucket's last state; a bucket without one is full. */
export function takeToken(last: BucketState | undefined, { burst, perSecond }: Bucket, now: number): { next: BucketState; wait: number } {
  const gained = last === undefined ? burst : Math.min(burst, last.tokens + (Math.max(0, now - last.at) / 1000) * perSecond);
  if (gained >= 1) return { next: { tokens: gained - 1, at: now }, wait: 0 };
  return { next: { tokens: gained, at: now }, wait: Math.max(1, Math.ceil((1 - gained) / perSecond)) };
}
