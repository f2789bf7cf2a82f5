import type { Locale } from '../language/locale.ts';
import { tokenize } from '../language/tokens.ts';

const wordsInCluster = 3;

/**
 * What a question that nothing fitted was about: its longest topic words, sorted, so that "do you sell drones?" and "any
 * drones for sale" fall together while nothing of the wording itself is kept. Empty where no topic word is left.
 */
export function clusterOf(question: string, locale: Locale): string {
  const topics = tokenize(question, locale).filter(({ weight, word }) => weight >= 0.9 && !/\p{N}/u.test(word));
  const longest = [...new Set(topics.map(({ term }) => term))]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .slice(0, wordsInCluster);
  return longest.sort().join(' ');
}
