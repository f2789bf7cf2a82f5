import type { Tone } from './read-tone.ts';
import { levelOf, type ToneLevel } from './tone-level.ts';

/** How upset the visitor is over the conversation, 0 to 1; an upset message is felt for some calm ones after it. */
export type Mood = number;

export const calmMood: Mood = 0;

/** Of the former mood, what a message leaves; one upset at 0.9 is calm again after about two calm ones. */
const lasting = 0.6;

/** Rises at once, falls slowly. */
export function nextMood(mood: Mood, tone: Tone): Mood {
  return Math.max(tone.upset, lasting * mood + (1 - lasting) * tone.upset);
}

export function moodLevel(mood: Mood): ToneLevel {
  return levelOf(mood);
}
