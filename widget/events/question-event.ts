declare global {
  interface HTMLElementEventMap {
    'edge-agent-question': QuestionEvent;
  }
}

/** The visitor asks something; cancel it to deal with the question yourself. */
export class QuestionEvent extends Event {
  static readonly type = 'edge-agent-question';

  constructor(
    /** The visitor's words. */
    readonly text: string,
  ) {
    super(QuestionEvent.type, { bubbles: true, composed: true, cancelable: true });
  }
}
