declare global {
  interface HTMLElementEventMap {
    'edge-agent-nudge': NudgeEvent;
  }
}

/** A nudge is about to show, or has ended. Cancel it where it is about to show, and it does not. */
export class NudgeEvent extends Event {
  static readonly type = 'edge-agent-nudge';

  constructor(
    readonly nudge: string,
    /** Id of the wording that this visitor has. */
    readonly variant: string,
    /** What happens: it is shown, or the visitor took the step, dismissed it, or let it pass. */
    readonly what: 'shown' | 'taken' | 'dismissed' | 'passed',
  ) {
    super(NudgeEvent.type, { bubbles: true, composed: true, cancelable: what === 'shown' });
  }
}
