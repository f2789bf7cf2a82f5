import { holdOut, type Memory } from './memory.ts';

/** Fewer showings than this say nothing. */
const fewShowings = 3;

/**
 * The guard-rail: whether a nudge is dismissed too often to go on. On one device the share itself decides, from a few
 * showings on; over many, `report` asks for the lower bound of its interval.
 */
export function isPaused(arms: Memory['counts'][string], mostDismissals: number): boolean {
  const shown = Object.entries(arms).filter(([arm]) => arm !== holdOut);
  const exposed = shown.reduce((sum, [, counts]) => sum + counts.exposed, 0);
  const dismissed = shown.reduce((sum, [, counts]) => sum + counts.dismissed, 0);
  return exposed >= fewShowings && dismissed / exposed > mostDismissals;
}
