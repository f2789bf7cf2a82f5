import type { Cue } from './cues/cue-words.ts';
import { type Cues, foldText } from './cues.ts';

/** What tells how somebody feels, and nothing of what it is about. */
const feelings = ['abuse', 'outrage', 'distress', 'counted', 'farewell'] as const satisfies readonly Cue[];

/**
 * What an upset message is about, in folded spelling, without what only tells how its writer feels: a unit's phrasings are
 * written calmly. The message as it is where it says nothing else.
 */
export function matterOf(text: string, cues: Cues): string {
  const rest = feelings.reduce((left, cue) => left.replace(cues[cue], ' '), foldText(text)).replace(/[!！]+/gu, '. ');
  const letters = (words: string) => words.match(/\p{L}/gu)?.length ?? 0;
  return letters(rest) >= leastLetters ? rest.replace(/\s+/gu, ' ').trim() : text;
}

/** Fewer letters are left of a mere outburst. */
const leastLetters = 4;
