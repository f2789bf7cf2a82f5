import { stem } from './stem.ts';

const shortestPart = 4;
const shortestCompound = 9;
const linkingElements = ['', 's', 'es', 'n', 'en', 'er', 'e'];

/**
 * The parts of a German compound, as stems that occur in the given vocabulary, or an empty list. Splits by corpus
 * frequency (Koehn & Knight 2003, "Empirical methods for compound splitting"): of all ways into two parts, the one with
 * the highest geometric mean of the parts' frequencies; the right part may be split again.
 * @param word folded, unstemmed
 * @param frequency how often a stem occurs in the vocabulary; 0 where it does not
 */
export function compoundParts(word: string, frequency: (stem: string) => number): string[] {
  const split = bestSplit(word, frequency);
  if (split === undefined) return [];
  const parts = compoundParts(split.rest, frequency);
  return [split.left, ...(parts.length > 0 ? parts : [stem(split.rest, 'de')])];
}

function bestSplit(word: string, frequency: (stem: string) => number): { left: string; rest: string } | undefined {
  if (word.length < shortestCompound || !/^\p{Script=Latin}+$/u.test(word)) return undefined;
  let best: { left: string; rest: string } | undefined;
  let bestScore = 0;
  for (let cut = shortestPart; cut <= word.length - shortestPart; cut += 1) {
    const rest = word.slice(cut);
    const restCount = frequency(stem(rest, 'de'));
    if (restCount === 0) continue;
    for (const link of linkingElements) {
      const end = cut - link.length;
      if (end < shortestPart || word.slice(end, cut) !== link) continue;
      const left = stem(word.slice(0, end), 'de');
      const score = Math.sqrt(frequency(left) * restCount);
      if (score > bestScore) {
        bestScore = score;
        best = { left, rest };
      }
    }
  }
  return best;
}
