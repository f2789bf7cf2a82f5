import { tokenize } from '../language/tokens.ts';
import type { Encoder } from './encoder.ts';

const dimensions = 32;

/**
 * An encoder without weights: each word has a fixed vector that its letters decide, a text the sum of its words'. Texts
 * that share words are near one another. A text without words has no vector.
 */
export const hashEncoder: Encoder = {
  id: 'hash-1',
  dimensions,
  sha256: '0'.repeat(64),
  encode: async (texts) => texts.map(vectorOf),
};

function vectorOf(text: string): Float32Array | null {
  const vector = new Float32Array(dimensions);
  const tokens = tokenize(text, 'en');
  for (const { term, weight } of tokens) {
    let state = 2166136261;
    for (const character of term) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 16777619);
    for (let index = 0; index < dimensions; index += 1) {
      state = Math.imul(state ^ (state >>> 15), 2246822519) + index;
      vector[index] = (vector[index] as number) + weight * ((state >>> 0) / 2 ** 31 - 1);
    }
  }
  const length = Math.hypot(...vector);
  return tokens.length === 0 || length === 0 ? null : vector.map((value) => value / length);
}
