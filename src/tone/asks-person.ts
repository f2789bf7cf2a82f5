import type { Cue } from './cues/cue-words.ts';
import { type Cues, foldText } from './cues.ts';

/** In characters; what is longer tells a story in which anybody may be spoken of. */
const longestWish = 300;

/**
 * Whether a message wishes for a person in words of its language that mean nothing else: "no bots", "is anybody there".
 * The cues of a pack that an earlier version built hold no such words; then it is not heard here.
 */
export function asksPerson(text: string, { person }: Partial<Cues>): boolean {
  return person !== undefined && text.length <= longestWish && foldText(text).search(person) >= 0;
}

const feelings = ['abuse', 'fraud', 'threat', 'outrage', 'distress', 'counted', 'farewell'] as const satisfies readonly Cue[];
/** In characters; what is longer says more than the wish. */
const longestPlain = 60;

/** Whether a wish for a person tells of no feelings: what `readTone` would hear in it is the wish itself. */
export function isPlainWish(text: string, cues: Cues): boolean {
  const folded = foldText(text);
  return text.length <= longestPlain && feelings.every((cue) => folded.search(cues[cue]) < 0);
}
