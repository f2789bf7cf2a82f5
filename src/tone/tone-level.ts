import { toneThreshold } from './tone-weights.ts';

export type ToneLevel = 'calm' | 'upset';

/** @param upset how likely it is that the visitor is upset, 0 to 1 */
export function levelOf(upset: number): ToneLevel {
  return upset >= toneThreshold ? 'upset' : 'calm';
}
