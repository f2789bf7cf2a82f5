/** What the site's visitors have allowed; `unknown` where nobody has said anything, which allows nothing. */
export type Consent = 'granted' | 'denied' | 'unknown';

type Command = ArrayLike<unknown>;
type Tcf = (command: string, version: number, callback: (data: TcfData, isSuccess: boolean) => void, parameter?: unknown) => void;
interface TcfData {
  readonly gdprApplies?: boolean;
  readonly eventStatus?: string;
  readonly listenerId?: number;
  readonly purpose?: { readonly consents?: Readonly<Record<string, boolean>> };
}
type ConsentPage = Window & { dataLayer?: unknown; __tcfapi?: Tcf };

/** IAB TCF 2.2: store on the device, create a profile to personalise content, use it. */
const tcfPurposes = ['1', '5', '6'];
/** Google Consent Mode's name for what nudges do. */
const googleName = 'personalization_storage';

/**
 * Listens to all who can speak for a visitor's consent: the element's attribute (or method), Google Consent Mode, and
 * IAB TCF. One that says no outweighs any that say yes.
 */
export class ConsentWatch {
  private attribute: Consent = 'unknown';
  private google: Consent = 'unknown';
  private tcf: Consent = 'unknown';
  private before: Consent = 'unknown';
  private stopListening: (() => void)[] = [];
  private tcfListener: number | undefined;
  private hasWarned = false;

  constructor(private readonly changed: (consent: Consent) => void) {}

  get state(): Consent {
    const voices = [this.attribute, this.google, this.tcf];
    return voices.includes('denied') ? 'denied' : voices.includes('granted') ? 'granted' : 'unknown';
  }

  /** @param attribute the element's, nothing where left out: what is neither `granted` nor `denied` says nothing, and the console says so once */
  setAttribute(attribute: string | null): void {
    const isKnown = attribute === 'granted' || attribute === 'denied';
    this.attribute = isKnown ? attribute : 'unknown';
    if (!isKnown && attribute && !this.hasWarned) {
      this.hasWarned = true;
      console.warn(`edge-agent: consent is "granted" or "denied", not "${attribute}"`);
    }
    this.tell();
  }

  listen(): void {
    this.unlisten();
    this.listenToGoogle();
    this.listenToTcf();
  }

  stop(): void {
    this.unlisten();
    this.before = 'unknown';
  }

  private unlisten(): void {
    for (const stop of this.stopListening) stop();
    this.stopListening = [];
    this.tcfListener = undefined;
  }

  private tell(): void {
    const { state } = this;
    if (state === this.before) return;
    this.before = state;
    this.changed(state);
  }

  /** Tag managers make `dataLayer` when they come; what is pushed to it is looked at, and goes on unchanged. */
  private listenToGoogle(): void {
    const page = window as ConsentPage;
    if (!Array.isArray(page.dataLayer)) return;
    const layer = page.dataLayer as unknown[];
    for (const entry of layer) this.hearGoogle(entry);
    const push = layer.push;
    const own = (...entries: unknown[]): number => {
      const length = push.apply(layer, entries);
      for (const entry of entries) this.hearGoogle(entry);
      return length;
    };
    layer.push = own;
    this.stopListening.push(() => {
      // Whoever has wrapped it since goes on through ours.
      if (layer.push === own) layer.push = push;
    });
  }

  private hearGoogle(entry: unknown): void {
    if (typeof entry !== 'object' || entry === null || !('length' in entry)) return;
    const [name, what, states] = Array.from(entry as Command);
    if (name !== 'consent' || (what !== 'default' && what !== 'update') || typeof states !== 'object' || states === null) return;
    const state = (states as Record<string, unknown>)[googleName];
    if (state !== 'granted' && state !== 'denied') return;
    this.google = state;
    this.tell();
  }

  private listenToTcf(): void {
    const { __tcfapi: tcf } = window as ConsentPage;
    if (typeof tcf !== 'function') return;
    tcf('addEventListener', 2, (data, isSuccess) => {
      if (!isSuccess) return;
      const { listenerId } = data;
      if (listenerId !== undefined && listenerId !== this.tcfListener) {
        this.tcfListener = listenerId;
        this.stopListening.push(() => tcf('removeEventListener', 2, () => {}, listenerId));
      }
      // Until the visitor has chosen nobody has said anything.
      if (data.gdprApplies === false) this.tcf = 'unknown';
      else if (data.eventStatus === 'tcloaded' || data.eventStatus === 'useractioncomplete')
        this.tcf = tcfPurposes.every((purpose) => data.purpose?.consents?.[purpose] === true) ? 'granted' : 'denied';
      this.tell();
    });
  }
}
