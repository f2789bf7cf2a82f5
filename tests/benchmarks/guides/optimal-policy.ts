import type { Guide } from '../../../src/guide/guide.ts';
import { answerChances } from './truth.ts';

/** Effort of a fix next to a question's, as the engine has it. */
export const effortOfFix = 6;

/**
 * The least effort that a guide of causes can be expected to take, a question being one: the best
 * choice in every state, found from the last states back (Bellman 1957, value iteration; the states have no cycles, so that
 * one sweep is exact). A state is what was answered and which fixes failed.
 */
export function leastEffort(guide: Guide): number {
  const { causes = [], nodes } = guide;
  const total = causes.reduce((sum, { likelihood }) => sum + likelihood, 0);
  const chances = nodes.map((node) => causes.map((cause) => answerChances(node, cause.id)));
  const known = new Map<string, number>();

  /** @param weights unnormalised probabilities of the causes; 0 where the fix failed */
  const effortFrom = (weights: readonly number[], asked: readonly number[]): number => {
    const key = `${asked.join(',')}|${weights.map((weight) => (weight === 0 ? 0 : 1)).join('')}`;
    const seen = known.get(key);
    if (seen !== undefined) return seen;
    const sum = weights.reduce((all, each) => all + each, 0);
    if (sum === 0) return 0;
    let best = Number.POSITIVE_INFINITY;
    weights.forEach((weight, cause) => {
      if (weight === 0) return;
      const rest = weights.map((each, index) => (index === cause ? 0 : each));
      best = Math.min(best, effortOfFix + (1 - weight / sum) * effortFrom(rest, asked));
    });
    nodes.forEach((node, index) => {
      if (asked[index] !== -1) return;
      const expected = node.options.reduce((all, _, option) => {
        const after = weights.map((weight, cause) => weight * (chances[index]?.[cause]?.[option] ?? 0));
        const share = after.reduce((a, b) => a + b, 0) / sum;
        const answered = asked.map((each, place) => (place === index ? option : each));
        return share === 0 ? all : all + share * effortFrom(after, answered);
      }, 0);
      best = Math.min(best, 1 + expected);
    });
    known.set(key, best);
    return best;
  };

  return effortFrom(
    causes.map(({ likelihood }) => likelihood / total),
    nodes.map(() => -1),
  );
}
