/** What the agent says around a handoff, in one language. Words in braces are filled in. */
export interface HandoffWords {
  /** Title of the card, its button, and what stands under it. */
  readonly title: string;
  readonly send: string;
  readonly whatIsSent: string;
  readonly untick: string;
  readonly emailLabel: string;
  /** Kinds of lines that are sent. */
  readonly problem: string;
  readonly fact: string;
  readonly tried: string;
  readonly page: string;
  readonly you: string;
  readonly agent: string;
  readonly proposal: string;
  readonly openQuestion: string;
  /** The story as a language model tells it. */
  readonly told: string;
  readonly device: string;
  readonly mood: string;
  readonly upset: string;
  /** Language, product, consent, and what answered. */
  readonly also: string;
  /** How it stands. */
  readonly sending: string;
  readonly waiting: string;
  readonly ahead: string;
  readonly within: string;
  readonly opens: string;
  readonly away: string;
  readonly taken: string;
  readonly typing: string;
  readonly closed: string;
  readonly offline: string;
  readonly team: string;
  readonly end: string;
  readonly unsent: string;
  readonly read: string;
  readonly placeholder: string;
  readonly answered: string;
  /** {action} */
  readonly did: string;
  readonly refused: string;
  /** The summary. */
  readonly asks: string;
  readonly didTry: string;
  readonly nothingTried: string;
  readonly stuckAt: string;
  readonly struck: string;
  readonly worked: string;
  readonly failed: string;
}
