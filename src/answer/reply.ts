import type { AnswerDocument } from '../content/answer-document.ts';
import type { Choice } from '../decide/decision.ts';
import type { SlotType } from '../journey/journey.ts';
import type { JourneyDone } from '../journey/journey-state.ts';
import type { Locale } from '../language/locale.ts';
import type { Money } from '../policy/money.ts';

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
  /** The step of a journey that the visitor is at, or was at last. */
  readonly journey?: ReplyJourney;
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

/** One step of a journey. */
export interface ReplyJourney {
  readonly journey: string;
  readonly title: string;
  readonly locale: Locale;
  /** What the visitor is told now, in its order. */
  readonly words: readonly string[];
  /** What is asked, in the words after those. */
  readonly asked?: string;
  /** What the panel may draw for it: fields of an address, boxes for several choices, a line for a code. */
  readonly form?: ReplyForm;
  /** What is about to be done and has to be confirmed, or what was refused; empty where there is nothing of the kind. */
  readonly summary: readonly SummaryLine[];
  /** Products side by side, best first. */
  readonly comparison?: readonly ComparedProduct[];
  /** What is known so far. */
  readonly known: readonly { readonly label: string; readonly value: string }[];
  /** Whether there is a step to go back to. */
  readonly hasBack: boolean;
  readonly done?: JourneyDone;
}

export interface ReplyForm {
  /** The slot that an input `{kind: 'fill'}` names; those of a verification begin with `$`, and take text. */
  readonly slot: string;
  readonly type: SlotType | 'code';
}

/** One line of a summary, in words. */
export interface SummaryLine {
  readonly label: string;
  readonly value: string;
  readonly amount?: Money;
  readonly note?: string;
  /** Where it is sent to. */
  readonly to?: string;
  /** Why it is so, by the site's policy. */
  readonly because?: string;
}

export interface ComparedProduct {
  readonly id: string;
  readonly title: string;
  readonly price?: Money;
  readonly href?: string;
  /** Why it fits, and where it does not. */
  readonly reasons: readonly string[];
  readonly features: readonly { readonly name: string; readonly value: string }[];
}
