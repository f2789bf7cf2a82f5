/** What the answer's words add to the phrasings'. */
const answerShare = 0.3;

/**
 * One figure out of the evidence, 0 to 1. Words weigh as far as the content knows the question's words at all;
 * vectors fill in where wording differs.
 * @param meaning undefined where the base has no vectors
 * @param known share of the question's weight that the content knows
 */
export function mixScore(phrasing: number, answer: number, meaning: number | undefined, known: number): number {
  const words = (phrasing + answerShare * answer) / (1 + answerShare);
  if (meaning === undefined) return words;
  const wordShare = 0.5 * known;
  return wordShare * words + (1 - wordShare) * meaning;
}
