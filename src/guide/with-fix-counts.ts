import type { FixCount } from './fix-count.ts';
import type { Guide } from './guide.ts';

/** So many cases an author's likelihoods are worth together, at the least: a few counts do not outweigh what is known of a product. */
const leastPrior = 20;

/**
 * A guide whose causes are as likely as the author says and as the fixes that helped tell: the mean of a Dirichlet
 * distribution whose pseudo-counts are the author's likelihoods, after as many cases as were mended for good. A fix of several
 * causes is counted for each by its likelihood. A guide without causes, or without counts, comes back as it is.
 */
export function withFixCounts(guide: Guide, counts: readonly FixCount[]): Guide {
  const { causes } = guide;
  const mended = new Map<string, number>();
  for (const { guide: id, fix, worked, returned } of counts)
    if (id === guide.id) mended.set(fix, (mended.get(fix) ?? 0) + Math.max(0, worked - returned));
  if (causes === undefined || !causes.some(({ fix }) => (mended.get(fix) ?? 0) > 0)) return guide;
  const total = causes.reduce((sum, { likelihood }) => sum + likelihood, 0);
  const scale = Math.max(1, leastPrior / total);
  const byFix = new Map<string, number>();
  for (const { fix, likelihood } of causes) byFix.set(fix, (byFix.get(fix) ?? 0) + likelihood);
  return {
    ...guide,
    causes: causes.map((cause) => {
      const share = cause.likelihood / (byFix.get(cause.fix) ?? cause.likelihood);
      return { ...cause, likelihood: scale * cause.likelihood + share * (mended.get(cause.fix) ?? 0) };
    }),
  };
}
