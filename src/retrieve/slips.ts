/**
 * Slips of the finger between two words: insertions, deletions, substitutions and swaps of neighbours (optimal string
 * alignment distance), or `limit + 1` as soon as it must be above the limit.
 */
export function slipsBetween(a: string, b: string, limit: number): number {
  const distances = slipsOfBeginnings(a, b, limit);
  return distances.length > a.length ? (distances[a.length] as number) : limit + 1;
}

/**
 * The slips between each beginning of a word, the empty one first, and a stem. The list ends early where all further
 * beginnings are above the limit.
 */
export function slipsOfBeginnings(word: string, stem: string, limit: number): number[] {
  const distances = [stem.length];
  let beforeLast: number[] = [];
  let last = Array.from({ length: stem.length + 1 }, (_, column) => column);
  for (let row = 1; row <= word.length; row += 1) {
    const current = [row];
    let smallest = row;
    for (let column = 1; column <= stem.length; column += 1) {
      const substitution = (last[column - 1] as number) + (word[row - 1] === stem[column - 1] ? 0 : 1);
      let distance = Math.min((last[column] as number) + 1, (current[column - 1] as number) + 1, substitution);
      if (row > 1 && column > 1 && word[row - 1] === stem[column - 2] && word[row - 2] === stem[column - 1]) {
        distance = Math.min(distance, (beforeLast[column - 2] as number) + 1);
      }
      current.push(distance);
      smallest = Math.min(smallest, distance);
    }
    if (smallest > limit) break;
    distances.push(current[stem.length] as number);
    beforeLast = last;
    last = current;
  }
  return distances;
}
