/**
 * Weights of the confidence (bias first, then the features of `confidence.ts`) that were learnt on other content: where
 * a pack starts from, and where it stays if nothing can be learnt about it (one phrasing a unit, or words read from a
 * page). Fitted on public question sets, see `models/README.md`.
 */
export const defaultPriors = {
  words: { answer: [-4, 4, 4, 2, 2, 1, 0, 0, 0, 0], offer: [-2.5, 4, 1, 2, 2, 1, 0, 0, 0, 0] },
  vectors: { answer: [-5, 4, 4, 1, 2, 1, 3, 0, 0, 0], offer: [-3.5, 4, 1, 1, 2, 1, 3, 0, 0, 0] },
  classifier: { answer: [-5, 0, 0, 0, 0, 0, 0, 0, 6, 4], offer: [-5, 0, 0, 0, 0, 0, 0, 0, 10, 0] },
} as const;
