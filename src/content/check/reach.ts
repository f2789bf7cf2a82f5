/** All that can be got to from some starts, by what leads where. */
export function reach(starts: readonly string[], ways: ReadonlyMap<string, readonly string[]>): Set<string> {
  const reached = new Set<string>();
  const waiting = [...starts];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    waiting.push(...(ways.get(id) ?? []));
  }
  return reached;
}

/** The same ways, walked from their ends. */
export function reversed(ways: ReadonlyMap<string, readonly string[]>): Map<string, string[]> {
  const back = new Map<string, string[]>();
  for (const [from, targets] of ways) for (const to of targets) back.set(to, [...(back.get(to) ?? []), from]);
  return back;
}
