import type { AnswerDocument } from '../answer-document.ts';

/** One thing that the markup says of a product: how it is asked for, and the answer. */
export interface Topic {
  /** Last part of the unit's id. */
  readonly id: string;
  /** What it is called; topics of several products with one label are alike. */
  readonly label: string;
  /** What it is asked for with, besides the label. */
  readonly ways: readonly string[];
  readonly answer: AnswerDocument;
  /** Whether the answer itself says which product it is about. */
  readonly isNamed: boolean;
}
