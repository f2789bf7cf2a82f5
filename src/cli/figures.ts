/** Chance that a random question in scope has a higher confidence than a random one out of scope (Mann–Whitney). */
export function auroc(inside: readonly number[], outside: readonly number[]): number {
  if (inside.length === 0 || outside.length === 0) return Number.NaN;
  const sorted = [...outside].sort((a, b) => a - b);
  let wins = 0;
  for (const value of inside) wins += (countBelow(sorted, value, false) + countBelow(sorted, value, true)) / 2;
  return wins / (inside.length * outside.length);
}

function countBelow(sorted: readonly number[], value: number, orEqual: boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const each = sorted[middle] as number;
    if (each < value || (orEqual && each === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Expected calibration error over ten equal bins of confidence (Guo et al. 2017). */
export function calibrationError(results: readonly { readonly confidence: number; readonly isRight: boolean }[]): number {
  const bins = Array.from({ length: 10 }, () => ({ count: 0, confidence: 0, right: 0 }));
  for (const { confidence, isRight } of results) {
    const bin = bins[Math.min(9, Math.floor(confidence * 10))] as (typeof bins)[number];
    bin.count += 1;
    bin.confidence += confidence;
    bin.right += isRight ? 1 : 0;
  }
  return bins.reduce((sum, bin) => sum + Math.abs(bin.confidence - bin.right), 0) / Math.max(1, results.length);
}
