/** How often a fix did what, on this device: figures alone, without words or times. They leave the device for nowhere. */
export interface FixCount {
  readonly guide: string;
  readonly fix: string;
  /** The fault was gone at once. */
  readonly worked: number;
  readonly failed: number;
  /** What was gone at once was still gone on a later visit, or had come back. */
  readonly held: number;
  readonly returned: number;
}

export type FixResult = 'worked' | 'failed' | 'held' | 'returned';

export function countFix(counts: readonly FixCount[], guide: string, fix: string, result: FixResult): FixCount[] {
  const isOwn = (each: FixCount) => each.guide === guide && each.fix === fix;
  const own = counts.find(isOwn) ?? { guide, fix, worked: 0, failed: 0, held: 0, returned: 0 };
  return [...counts.filter((each) => !isOwn(each)), { ...own, [result]: own[result] + 1 }];
}
