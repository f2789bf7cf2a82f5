declare global {
  interface HTMLElementEventMap {
    'edge-agent-close': CloseEvent;
  }
}

/** The panel was closed. */
export class CloseEvent extends Event {
  static readonly type = 'edge-agent-close';

  constructor() {
    super(CloseEvent.type, { bubbles: true, composed: true });
  }
}
