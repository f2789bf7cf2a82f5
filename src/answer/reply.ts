import type { AnswerDocument } from '../content/answer-document.ts';
import type { Choice } from '../decide/decision.ts';
import type { Locale } from '../language/locale.ts';

/** What the visitor sees of one decision. */
export interface Reply {
  /** Locale of the agent's own words; the answer has its own. */
  readonly locale: Locale;
  /** The agent's own words before the answer or the choices; empty where the answer speaks for itself. */
  readonly lead: string;
  /** The unit's own words. */
  readonly answer?: {
    readonly unit: string;
    readonly title: string;
    readonly locale: Locale;
    readonly document: AnswerDocument;
    readonly source?: string;
  };
  /** Restrictions that the visitor has to know, in the agent's words. */
  readonly notes: readonly string[];
  readonly choices: readonly Choice[];
  /** How to reach a person; empty where none is offered. */
  readonly contact: readonly ContactWay[];
  /** "Why did I get this?" */
  readonly reason: string;
  /** All of it as plain text. */
  readonly text: string;
}

export interface ContactWay {
  readonly label: string;
  readonly text: string;
  readonly href?: string;
}
