declare global {
  interface HTMLElementEventMap {
    'edge-agent-ready': ReadyEvent;
  }
}

/** The element is on the page and its methods work; fired once for each element. */
export class ReadyEvent extends Event {
  static readonly type = 'edge-agent-ready';

  constructor() {
    super(ReadyEvent.type, { bubbles: true, composed: true });
  }
}
