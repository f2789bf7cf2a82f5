/**
 * Words of one language that tell how somebody feels, each list a regular expression over folded, lower-case text
 * (`foldTone`), matched at the start of a word and to its end; `~` stands for the rest of a word.
 */
export interface CueWords {
  /** Swearwords and insults. */
  readonly abuse: string;
  /** Being cheated. */
  readonly fraud: string;
  /** Courts, banks, authorities, the public. */
  readonly threat: string;
  /** Judgements of the shop: a joke, unacceptable. */
  readonly outrage: string;
  /** What the visitor feels: disappointed, desperate, fed up. */
  readonly distress: string;
  /** The third time, four people, over and over. */
  readonly counted: string;
  /** Once more. */
  readonly again: string;
  /** Nobody answers, or only a machine. */
  readonly silence: string;
  /** Still not there, still not done. */
  readonly waiting: string;
  /** A length of time. */
  readonly span: string;
  /** Money back, at last, at once. */
  readonly demand: string;
  /** Never again. */
  readonly farewell: string;
  /** What was promised, paid for or expected. */
  readonly promise: string;
  /** Thanks and delight, and praise that may be meant otherwise. */
  readonly joy: string;
  /** "No hurry", "I am not angry": what it covers is read by no other list. */
  readonly ease: string;
  /** Beginnings of plain questions. */
  readonly ask: string;
  /** Wishes for a person in other words than `socialOf` knows: no machine, being put through, whether anybody is there, a superior. */
  readonly person: string;
}

export type Cue = keyof CueWords;
