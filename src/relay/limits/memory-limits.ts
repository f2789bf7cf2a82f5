import { type Bucket, type BucketState, type Limits, takeToken } from './limits.ts';

/** Buckets of this instance alone; those longest unused are forgotten first, which an attacker gains nothing from. */
export class MemoryLimits implements Limits {
  private readonly states = new Map<string, BucketState>();

  constructor(private readonly most = 50_000) {}

  async take(key: string, bucket: Bucket, now: number): Promise<number> {
    const { next, wait } = takeToken(this.states.get(key), bucket, now);
    this.states.delete(key);
    this.states.set(key, next);
    if (this.states.size > this.most)
      for (const oldest of this.states.keys()) {
        this.states.delete(oldest);
        break;
      }
    return wait;
  }
}
