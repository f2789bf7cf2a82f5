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
  /** The step of a guide that the visitor is at, or was at last. */
  readonly step?: ReplyStep;
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

/** One step of a guide, in the guide's own words. */
export interface ReplyStep {
  readonly guide: string;
  readonly title: string;
  readonly locale: Locale;
  /** What is asked, or what is to be done; left out once it is over. */
  readonly words?: string;
  /** A fix's stop-gap and steps, or how to check where that was asked for. */
  readonly details: readonly { readonly heading: string; readonly document: AnswerDocument }[];
  /** How to check, to be shown on demand. */
  readonly how?: AnswerDocument;
  /** What is known so far, in the order in which it was learnt. */
  readonly known: readonly { readonly question: string; readonly answer: string }[];
  /** Whether there is a step to go back to. */
  readonly hasBack: boolean;
}

export interface ContactWay {
  readonly label: string;
  readonly text: string;
  readonly href?: string;
}
