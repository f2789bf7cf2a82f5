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

/** How far nearness to single phrasings corrects the classifier, in log-odds. */
const nearnessShare = 3;

/**
 * The classifier's opinion and what `mixScore` says, as probabilities: a log-linear pool, "none" counted in.
 * @param logits of each unit, then of "none"
 * @param scores of each unit by `mixScore`
 * @param without a unit that is to count for nothing, or -1
 */
export function poolProbabilities(logits: Float32Array, scores: Float32Array, without: number): Float32Array {
  const pooled = logits.map((logit, unit) => (unit === without ? Number.NEGATIVE_INFINITY : logit + nearnessShare * (scores[unit] ?? 0)));
  const highest = pooled.reduce((most, each) => Math.max(most, each), Number.NEGATIVE_INFINITY);
  let sum = 0;
  for (const each of pooled) sum += Math.exp(each - highest);
  return pooled.map((each) => Math.exp(each - highest) / sum);
}
