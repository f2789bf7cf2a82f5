declare global {
  interface HTMLElementEventMap {
    'edge-agent-offer': OfferEvent;
  }
}

/** The visitor took up an offer: put its code to use, where your own rules allow it. */
export class OfferEvent extends Event {
  static readonly type = 'edge-agent-offer';

  constructor(readonly code: string) {
    super(OfferEvent.type, { bubbles: true, composed: true });
  }
}
