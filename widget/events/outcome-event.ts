import type { Need } from '../../src/outcome/need.ts';

declare global {
  interface HTMLElementEventMap {
    'edge-agent-outcome': OutcomeEvent;
  }
}

/** A need ended: confirmed, assumed, abandoned or handed over. It stays on the device unless the page sends it. */
export class OutcomeEvent extends Event {
  static readonly type = 'edge-agent-outcome';

  constructor(readonly need: Need) {
    super(OutcomeEvent.type, { bubbles: true, composed: true });
  }
}
