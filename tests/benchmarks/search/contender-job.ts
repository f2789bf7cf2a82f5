import type { ContenderName } from './contenders.ts';
import type { Question } from './questions.ts';

/** What a process of one contender is asked to do. */
export type Job =
  | { readonly kind: 'build'; readonly contender: ContenderName; readonly corpusFile: string; readonly indexDirectory: string }
  | {
      readonly kind: 'ask';
      readonly contender: ContenderName;
      readonly locale: string;
      readonly questions: readonly Question[];
      readonly indexDirectory: string;
    };

export interface Built {
  readonly milliseconds: number;
  /** Of all files. */
  readonly bytes: number;
}

export interface Asked {
  /** From the bytes in memory to the first answer, in a fresh process. */
  readonly readyMilliseconds: number;
  /** What the loaded index adds to the process. */
  readonly residentBytes: number;
  /**
   * Of each question, in milliseconds; fewer than all questions where those took too long. In Node the processor time of
   * the whole process, compiler and collector included: what other programs take from the machine is not in it.
   */
  readonly times: readonly number[];
  /** Of those asked, how many had the right entry first. */
  readonly right: number;
}

export type JobResult<Kind extends Job['kind']> = Kind extends 'build' ? Built : Asked;
