import { type FlakyProxy, pause } from './flaky-proxy.ts';
import type { RelayServer } from './relay-server.ts';

/** What stands between two people who write to each other, and can fail. */
export interface Breakable {
  readonly visitor: FlakyProxy;
  readonly desk: FlakyProxy;
  readonly relays: readonly RelayServer[];
  readonly postgres?: { restart(): Promise<void> } | undefined;
}

/** A kind of failure by its name; each resolves when it is over. */
export type Failures = Readonly<Record<string, () => unknown>>;

export function failuresOf({ visitor, desk, relays, postgres }: Breakable): Failures {
  return {
    'visitor cut': () => visitor.cut(),
    'desk cut': () => desk.cut(),
    'visitor refused': () => visitor.refuse(300),
    'desk refused': () => desk.refuse(300),
    'visitor stalled': () => visitor.stall(400),
    'desk stalled': () => desk.stall(400),
    'both delayed': () => Promise.all([visitor.delay(200), desk.delay(300)]),
    'relay killed': () => some(relays).crash(),
    ...(postgres === undefined ? {} : { 'database crashed': () => postgres.restart() }),
  };
}

export interface FailOptions {
  /** How many; each kind at least once where there are enough. */
  readonly count: number;
  /** Shortest time between two, in milliseconds; the longest is four times that. */
  readonly pace: number;
  readonly onFailure: (count: number, what: string) => void;
}

/** One failure after another, each kind as often as it falls. Resolves to how often each happened. */
export async function fail(kinds: Failures, { count, pace, onFailure }: FailOptions): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  const names = Object.keys(kinds);
  const planned = [...names, ...Array.from({ length: count }, () => some(names))].slice(0, count);
  for (const [index, what] of planned.entries()) {
    await pause(pace * (1 + 3 * Math.random()));
    onFailure(index + 1, what);
    await kinds[what]?.();
    counts[what] = (counts[what] ?? 0) + 1;
  }
  return counts;
}

function some<T>(list: readonly T[]): T {
  return list[Math.floor(Math.random() * list.length)] as T;
}
