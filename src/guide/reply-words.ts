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
  /** Starts a correction of what was said before. */
  readonly correction: string;
  readonly solved: string;
  readonly unsolved: string;
  /** Words that say that something is as it should be, and that it is not. */
  readonly good: string;
  readonly bad: string;
  /** Words of which one excludes the other, as "a/b", parted by spaces. */
  readonly opposites: string;
  readonly more: string;
  readonly less: string;
  /** Zero to twelve, parted by spaces. */
  readonly numbers: string;
  readonly filler: string;
  readonly but: string;
}
