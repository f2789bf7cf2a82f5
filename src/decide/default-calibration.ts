/**
 * Weights of the confidence (bias first, then the features of `confidence.ts`) that were learnt on other content: where
 * a pack starts from, and where it stays if nothing can be learnt about it (one phrasing a unit, or words read from a
 * page). Fitted on public question sets, see `models/README.md`.
 */
export const defaultPriors = {
  words: { answer: [-4.2, 1.7, 5.75, -0.15, 2, 0.65, 0, 3.25, 0, 0], offer: [-3.35, 2.45, 1.8, -0.3, 2.9, 0.9, 0, 2.95, 0, 0] },
  vectors: { answer: [-4.7, 0.55, 6.9, 0.35, -0.4, 0.3, 4.7, 1.9, 0, 0], offer: [-4.15, 1.55, 2.05, 0.15, 0.8, 0.2, 5, 1.85, 0, 0] },
  classifier: { answer: [-5.35, 0, 0, 0, 0, 0, 0, 1.2, 9.9, 3.2], offer: [-5.6, 0, 0, 0, 0, 0, 0, 1.1, 13.3, -0.35] },
  /** The classifier's, for questions in another language than the content's. */
  otherLanguage: { answer: [-4.8, 0, 0, 0, 0, 0, 0, 0.5, 10.4, 6.1], offer: [-5.25, 0, 0, 0, 0, 0, 0, 0.8, 13.9, 1.9] },
} as const;
