import { RelayError } from '../http/relay-error.ts';
import type { Rates } from '../options.ts';

/** How many streams are open here, so that nobody takes them all. */
export class OpenStreams {
  private readonly counts = new Map<string, number>();

  constructor(private readonly most: Rates['streams']) {}

  /** Throws `slow-down` where there are too many; else returns how to let go, which may be called once. */
  take(owner: string, address: string): () => void {
    const keys = [
      ['all', this.most.all],
      [`owner:${owner}`, this.most.visitor],
      [`address:${address}`, this.most.address],
    ] as const;
    for (const [key, most] of keys) {
      if ((this.counts.get(key) ?? 0) >= most) throw new RelayError('slow-down', 'too many streams are open', { 'retry-after': '5' });
    }
    for (const [key] of keys) this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
    return () => {
      for (const [key] of keys) {
        const left = (this.counts.get(key) ?? 1) - 1;
        if (left === 0) this.counts.delete(key);
        else this.counts.set(key, left);
      }
    };
  }
}
