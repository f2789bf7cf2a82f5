import type { Calibration } from '../pack/manifest.ts';
import type { Candidate, Evidence } from '../retrieve/evidence.ts';

/** Names of the features, in the order of a calibration's weights (after the bias). */
export const featureNames = ['score', 'margin', 'known', 'phrasing', 'answer', 'meaning', 'length', 'fit', 'lead'] as const;

/** What the probability that the first candidate is right depends on. */
export function confidenceFeatures(candidates: readonly Candidate[], evidence: Pick<Evidence, 'known' | 'topicWords'>): number[] {
  const [first, second] = candidates;
  if (first === undefined) return featureNames.map(() => 0);
  return [
    first.score,
    first.score - (second?.score ?? 0),
    evidence.known,
    first.phrasing,
    first.answer,
    first.meaning,
    Math.min(1, evidence.topicWords / 8),
    fitOf(first),
    leadOf(first, second),
  ];
}

/** Log-odds beyond this many either way say nothing more. */
const mostOdds = 8;

/** Log-odds that the classifier gives the first candidate, brought to 0 … 1; 0 where there is no classifier. */
function fitOf({ fit }: Candidate): number {
  if (fit === 0) return 0;
  const odds = Math.log(fit / Math.max(1e-9, 1 - fit));
  return (Math.max(-mostOdds, Math.min(mostOdds, odds)) + mostOdds) / (2 * mostOdds);
}

/** How many times likelier the first is than the second, as a logarithm brought to 0 … 1. */
function leadOf({ fit }: Candidate, second: Candidate | undefined): number {
  if (fit === 0) return 0;
  return Math.max(0, Math.min(1, Math.log(fit / Math.max(1e-9, second?.fit ?? 0)) / mostOdds));
}

/**
 * Calibrated probability, 0 to 1, that the first of the candidates is what was asked for (Platt 1999, logistic
 * regression on the evidence; the weights are fitted on held-out phrasings when the pack is built).
 */
export function confidenceOf(
  candidates: readonly Candidate[],
  evidence: Pick<Evidence, 'known' | 'topicWords'>,
  calibration: Calibration,
): number {
  const learnt = probability(candidates, evidence, calibration.weights);
  return isVerbatim(candidates) ? Math.max(learnt, verbatimConfidence) : learnt;
}

/** A question in an author's very own words, which stand in one unit only. Held-out phrasings cannot teach what that is worth. */
const verbatimConfidence = 0.98;

/** Whether a question stands in the first candidate word for word, and in no other. */
export function isVerbatim([first, second]: readonly Candidate[]): boolean {
  return first !== undefined && first.phrasing >= 0.995 && first.phrasing - (second?.phrasing ?? 0) > 0.02;
}

/** How many candidates are offered at the most where none is sure. */
export const mostOffered = 3;

/** Calibrated probability, 0 to 1, that what was asked for is among the first `mostOffered` candidates. */
export function offerConfidenceOf(
  candidates: readonly Candidate[],
  evidence: Pick<Evidence, 'known' | 'topicWords'>,
  calibration: Calibration,
): number {
  return probability(candidates, evidence, calibration.offerWeights);
}

function probability(
  candidates: readonly Candidate[],
  evidence: Pick<Evidence, 'known' | 'topicWords'>,
  [bias = 0, ...weights]: readonly number[],
): number {
  if (candidates[0] === undefined) return 0;
  const features = confidenceFeatures(candidates, evidence);
  return sigmoid(features.reduce((sum, feature, index) => sum + feature * (weights[index] ?? 0), bias));
}

export function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value));
}
