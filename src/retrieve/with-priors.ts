import type { Evidence } from './evidence.ts';

/** What is less than this share of its score behind the best is as good as it, as far as the question tells. */
const nearEqual = 0.03;

/**
 * Puts first, among candidates that a question fits equally well, what this visitor likely means. A candidate that is
 * clearly ahead stays there, scores stay with the places, and what is not likely keeps its order.
 * @param likely by unit, 0 to 1; of units that nothing speaks for there is none
 */
export function withPriors(evidence: Evidence, likely: Readonly<Record<string, number>>): Evidence {
  const { candidates } = evidence;
  const best = candidates[0]?.score ?? 0;
  const count = candidates.findIndex(({ score }) => score < best * (1 - nearEqual));
  const equals = count < 0 ? candidates.length : count;
  if (equals < 2) return evidence;
  const likelihood = (id: string) => (Object.hasOwn(likely, id) ? (likely[id] as number) : 0);
  const ordered = candidates.slice(0, equals).sort((a, b) => likelihood(b.unit.id) - likelihood(a.unit.id));
  const placed = ordered.map((candidate, index) => ({ ...candidate, score: candidates[index]?.score ?? candidate.score }));
  return { ...evidence, candidates: [...placed, ...candidates.slice(equals)] };
}
