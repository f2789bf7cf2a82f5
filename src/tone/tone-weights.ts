import type { ToneFeature } from './tone-features.ts';

/** Written by `models/training/tone/train-tone.ts` from 6144 examples. */
export const toneWeights: Readonly<Record<ToneFeature, number>> = {
  abuse: 1.95,
  fraud: 1.82,
  threat: 2.76,
  outrage: 3.46,
  distress: 2.83,
  counted: 2.12,
  again: 0.49,
  silence: 3.31,
  waiting: 1.59,
  demand: 2.49,
  farewell: 2.17,
  promise: 1.49,
  ease: -1.05,
  ask: -1.04,
  span: 0.58,
  joy: -1.28,
  irony: 0.36,
  breadth: 1.43,
  waitedLong: 0.55,
  exclaims: 1.09,
  doubts: 0.63,
  shouts: 0.34,
  stresses: -0.06,
  question: -0.63,
  angryFace: 3.61,
  sadFace: 0.11,
  gladFace: -2.13,
  repeats: 3.15,
};
export const toneBias = -1.49;
/** From here on somebody counts as upset. */
export const toneThreshold = 0.4;
