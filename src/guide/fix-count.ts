/** How often a fix did what: figures alone, without words or times. A device's own join the site's sums where consent lets it keep things. */
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

const figures = ['worked', 'failed', 'held', 'returned'] as const;

/** What the counts have more than those before. */
export function newFixes(counts: readonly FixCount[], before: readonly FixCount[]): FixCount[] {
  return counts.flatMap((count) => {
    const known = before.find(({ guide, fix }) => guide === count.guide && fix === count.fix);
    const [worked = 0, failed = 0, held = 0, returned = 0] = figures.map((figure) => Math.max(0, count[figure] - (known?.[figure] ?? 0)));
    return worked + failed + held + returned === 0 ? [] : [{ ...count, worked, failed, held, returned }];
  });
}

export type FixResult = 'worked' | 'failed' | 'held' | 'returned';

export function countFix(counts: readonly FixCount[], guide: string, fix: string, result: FixResult): FixCount[] {
  const isOwn = (each: FixCount) => each.guide === guide && each.fix === fix;
  const own = counts.find(isOwn) ?? { guide, fix, worked: 0, failed: 0, held: 0, returned: 0 };
  return [...counts.filter((each) => !isOwn(each)), { ...own, [result]: own[result] + 1 }];
}
