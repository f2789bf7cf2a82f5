/**
 * Weights of the confidence (bias first, then the features of `confidence.ts`) for content about which nothing can be
 * learnt: one phrasing a unit, or words read from a page. Fitted on public question sets, see `models/README.md`.
 */
export const defaultWeights = {
  words: [-4, 4, 4, 2, 2, 1, 0, 0],
  wordsOffer: [-2.5, 4, 1, 2, 2, 1, 0, 0],
  vectors: [-5, 4, 4, 1, 2, 1, 3, 0],
  vectorsOffer: [-3.5, 4, 1, 1, 2, 1, 3, 0],
} as const;
