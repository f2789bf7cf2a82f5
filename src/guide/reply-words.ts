/**
 * How people reply in one language. Each text is alternatives of a regular expression over folded, lower-case words
 * (no accents, one form of alef). General language only: nothing here knows what a guide is about.
 */
export interface ReplyWords {
  /** A reply that starts so says yes. */
  readonly yes: string;
  /** A reply that starts so says no. */
  readonly no: string;
  /** A whole short clause that says yes without the word: "it does", "I have". */
  readonly affirms: string;
  /** Turns a clause into its contrary. */
  readonly not: string;
  /** Holds one of `not`, and is none. */
  readonly notNot: string;
  readonly unsure: string;
  /** Asks how to check, or what is meant. */
  readonly how: string;
  readonly why: string;
  readonly back: string;
  readonly restart: string;
  readonly skip: string;
  readonly stop: string;
  readonly tried: string;
  /** In a question: asks what the visitor has done, so that "already tried" says yes to it. */
  readonly asksDone: string;
  /** Starts a correction of what was said before. */
  readonly correction: string;
  readonly solved: string;
  /** Says that the fault is gone, whatever was asked: "it is fixed", "problem solved". */
  readonly mended: string;
  /** Says that it works once more, which may also answer a question: "it works now". */
  readonly worksAgain: string;
  readonly unsolved: string;
  /** Words that say that something is as it should be, and that it is not. */
  readonly good: string;
  readonly bad: string;
  /**
   * Words of which those on one side exclude those on the other, as "a,b/c,d", parted by spaces; "_" stands for a space. The
   * words of one side mean nearly the same.
   */
  readonly opposites: string;
  readonly more: string;
  readonly less: string;
  /** Number words as "value:word|word", parted by spaces; "_" stands for a space. Chinese numerals need none. */
  readonly numbers: string;
  /** How units of measurement are written beside their signs, as "name:word|word" of the names in units.ts, parted by spaces; "_" is a space. */
  readonly units: string;
  /** Joins the parts of one number: "thirty *and* five". */
  readonly numberJoint: string;
  /** What ends a word that is put together of numbers: "zwei*mal*". */
  readonly numberEnd: string;
  /** Parts a number from its decimals: "one *point* five". */
  readonly decimalPoint: string;
  /** Before a number below zero. */
  readonly minus: string;
  /** Words whose dual says "two of", each as "stem/single", parted by spaces. */
  readonly duals?: string;
  /** First to fifth, and last, parted by "/". */
  readonly ordinals: string;
  /** What may stand beside an ordinal that picks an answer: "the … one". */
  readonly aroundOrdinal: string;
  readonly half: string;
  readonly quarter: string;
  readonly oneAndHalf: string;
  /** After a number: "and a half". */
  readonly andHalf: string;
  /** One of a unit: "an" hour. */
  readonly single: string;
  /** Says that the last answer was wrong. */
  readonly mistake: string;
  /** Names what was answered before: "my last answer". */
  readonly before: string;
  /** A whole reply that says that something will be done, or has been heard; it tells no outcome. */
  readonly acknowledges: string;
  /** What is dangerous whatever it is about: fire, smoke, gas, electric shock, swollen batteries. */
  readonly danger: string;
  readonly filler: string;
  readonly but: string;
}
