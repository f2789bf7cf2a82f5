import { holdOut } from './memory.ts';
import type { Nudge, Variant } from './nudge.ts';

/**
 * The arm of a visitor for a nudge: the same for the same seed, always. Whether a visitor is held out and which variant
 * they see come from two independent draws, so that a larger hold-out only adds to the smaller one.
 * @returns a variant, or `hold-out`
 */
export function armOf(
  { id, holdOut: share, variants }: Pick<Nudge, 'id' | 'holdOut' | 'variants'>,
  seed: string,
): Variant | typeof holdOut {
  if (draw(`${seed} hold-out ${id}`) < share) return holdOut;
  return variants[Math.floor(draw(`${seed} variant ${id}`) * variants.length)] ?? variants[0];
}

/**
 * A number from 0 to below 1 that looks random and is the same for the same text: FNV-1a (Fowler, Noll and Vo), then the
 * finalizer of MurmurHash3 (Appleby), without which texts that differ in their last letter come out close together.
 */
export function draw(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
