import type { Reply } from '../../src/answer/reply.ts';
import type { Decision } from '../../src/decide/decision.ts';

declare global {
  interface HTMLElementEventMap {
    'edge-agent-answer': AnswerEvent;
  }
}

/** A question was decided and replied to: answered, clarified, declined or handed over. */
export class AnswerEvent extends Event {
  static readonly type = 'edge-agent-answer';

  constructor(
    readonly decision: Decision,
    /** What the visitor sees; `text` holds all of it. */
    readonly reply: Reply,
    /** Time of the turn in milliseconds. */
    readonly milliseconds: number,
  ) {
    super(AnswerEvent.type, { bubbles: true, composed: true });
  }
}
