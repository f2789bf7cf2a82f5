import type { Calibration } from './checker.ts';

/** Written by `tests/benchmarks/checker/calibrate.ts`, from the calibration set beside it; not to be edited by hand. */
export const calibration: Readonly<Record<'vectors' | 'words', Calibration>> = {
  vectors: {
    clause: { bias: 8.342, weights: { uncovered: -5.726, distance: -6.037, size: -1.406 } },
    turn: { bias: 1.181, weights: { denial: -3.016, denied: -5.004 } },
    whole: { bias: 2.095, weights: { uncoveredNear: -3.128, nameGap: -2.304, numberGap: -0.291 } },
  },
  words: {
    clause: { bias: 8.009, weights: { uncovered: -7.928, distance: -0.002, size: -0.422 } },
    turn: { bias: 1.115, weights: { denial: -2.763, denied: -5.083 } },
    whole: { bias: 1.924, weights: { uncoveredNear: -2.871, nameGap: -2.042, numberGap: -0.01 } },
  },
};
