declare global {
  interface HTMLElementEventMap {
    'edge-agent-open': OpenEvent;
  }
}

/** The panel is about to open; cancel it to keep it closed. */
export class OpenEvent extends Event {
  static readonly type = 'edge-agent-open';

  constructor() {
    super(OpenEvent.type, { bubbles: true, composed: true, cancelable: true });
  }
}
