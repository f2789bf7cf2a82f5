import type { Question } from './questions.ts';

/** One thing that can be asked for: what every contender indexes. */
export interface Entry {
  readonly id: string;
  /** All ways to ask, the title first. */
  readonly phrasings: readonly [string, ...string[]];
  readonly answer: string;
}

/** What all contenders are measured on. */
export interface Corpus {
  /** For the tables: language and number of units. */
  readonly name: string;
  readonly locale: string;
  readonly entries: readonly Entry[];
  readonly questions: readonly Question[];
}
