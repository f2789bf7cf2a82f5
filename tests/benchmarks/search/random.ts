/** Numbers that look random and are the same in every run (mulberry32, Ettinger 2017). */
export class Random {
  constructor(private seed: number) {}

  /** 0 to just below 1. */
  next(): number {
    this.seed = (this.seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.seed ^ (this.seed >>> 15), 1 | this.seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number, 0 to `end - 1`. */
  below(end: number): number {
    return Math.floor(this.next() * end);
  }

  /** The items in another order (Fisher–Yates). */
  shuffled<Item>(items: readonly Item[]): Item[] {
    const list = [...items];
    for (let index = list.length - 1; index > 0; index -= 1) {
      const other = this.below(index + 1);
      [list[index], list[other]] = [list[other] as Item, list[index] as Item];
    }
    return list;
  }
}
