import type { Decision } from '../../src/decide/decision.ts';
import type { Conversation } from '../../src/memory/conversation.ts';
import type { Signal } from '../page-host.ts';

declare global {
  interface HTMLElementEventMap {
    'edge-agent-escalate': EscalateEvent;
  }
}

/** A person is wanted. Cancel it to take over with a help desk of your own; else the site's contact is shown. */
export class EscalateEvent extends Event {
  static readonly type = 'edge-agent-escalate';

  constructor(
    readonly decision: Decision,
    /** The conversation so far. It stays on the page unless you send it. */
    readonly conversation: Conversation,
    /** What the shop told through `track` on this page. */
    readonly signals: readonly Signal[],
  ) {
    super(EscalateEvent.type, { bubbles: true, composed: true, cancelable: true });
  }
}
