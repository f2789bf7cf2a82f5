import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { NextStep } from '../src/nudge/nudge.ts';
import { AnswerBridge } from '../workers/answer/answer-bridge.ts';
import { accentSheet } from './accent.ts';
import { drainQueue } from './command-queue.ts';
import { styles } from './edge-agent.styles.ts';
import { CloseEvent } from './events/close-event.ts';
import { OfferEvent } from './events/offer-event.ts';
import { OpenEvent } from './events/open-event.ts';
import { ReadyEvent } from './events/ready-event.ts';
import { NudgeLoader } from './nudge/nudge-loader.ts';
import { forgetOffline, keepOffline } from './offline.ts';
import { hasTalk, rememberOpen, rememberTalk, wasOpen } from './open-memory.ts';
import { PageHost } from './page-host.ts';
import { Session } from './session.ts';
import type { Strings } from './strings/strings.ts';
import { stringsFor } from './strings/strings-for.ts';
import { launcherView, type PanelActions, type PanelModel, panelView } from './view/panel-view.ts';
import { privacyView, type StoredThings } from './view/privacy-view.ts';
import { requestsView } from './view/requests-view.ts';
import { type TranscriptActions, transcriptView } from './view/transcript-view.ts';
import { answerWorkerMaker } from './worker-maker.ts';

/** Where the answer worker's script lies, relative to this one, and its hash; filled in by the build. */
declare const __ANSWER_WORKER__: { readonly file: string; readonly integrity: string };

/** What covers the conversation. */
type Sheet = ({ readonly kind: 'stored'; readonly models: number } & StoredThings) | { readonly kind: 'requests' };

/** Milliseconds between two signs that the visitor is typing. */
const typingEvery = 3000;

/** What nudges cannot take over while they run. */
const restarting = ['pack', 'locale', 'nudgesSwitch', 'relay', 'siteKey', 'customerToken'] as const;

/** How long a busy page may keep a talk waiting that goes on behind a closed panel, in milliseconds. */
const longestIdleWait = 4000;

/** A question that takes up more of the panel than this scrolls away, so that its answer can be read. */
const longestQuestionShare = 0.3;

/**
 * A customer-service agent: a launcher and a panel, or the panel alone inside a page.
 *
 * @attr pack - Address of the pack's manifest. Without one the agent answers from the page's own words.
 * @attr locale - The visitor's locale; left out, the page's language counts, then the browser's.
 * @attr heading - Title of the panel.
 * @attr greeting - First words in an empty conversation.
 * @attr suggestions - Questions to suggest, separated by `|`.
 * @attr product - Id of the product that the page is about; several are separated by spaces.
 * @attr market - Code of the visitor's market, such as `EU` or `US`.
 * @attr audience - What the visitor is known to be, such as `business`; several are separated by spaces.
 * @attr accent - The site's colour, any CSS colour.
 * @attr theme - `light`, `dark` or `auto` (as the visitor's system).
 * @attr position - Corner of the launcher: `end` or `start` of the line.
 * @attr mode - `inline` puts the panel into the page's flow, without a launcher.
 * @attr without-launcher - No launcher: the page opens the panel itself.
 * @attr relay - Address of the site's relay: cases that need a person go there, and actions are done by it.
 * @attr site-key - The site's public key at its relay.
 * @attr customer-token - JWT by which the shop's server says who is signed in; goes to the relay alone.
 * @attr redact - `addresses`: postal addresses, too, are taken out of what leaves the device.
 * @attr consent - `denied` keeps everything in memory, `granted` allows nudges; left out, things are stored on the device once the visitor acts.
 * @attr nudges - `off`: the pack's nudges stay silent here.
 * @attr llm - Language models: `off`, `auto` (what is on the device already), `ask` (offers a download), `builtin`, `webgpu` or `relay`.
 * @attr models - Addresses of the `models.json` of the site's language models, separated by spaces.
 * @attr offline - Address of the offline worker on the page's own origin, or `off`; left out, the one beside the script.
 * @attr open - Whether the panel is open.
 *
 * @event edge-agent-ready - The element works.
 * @event edge-agent-open - The panel is about to open; cancelable.
 * @event edge-agent-close - The panel was closed.
 * @event edge-agent-question - The visitor asks; cancelable.
 * @event edge-agent-answer - A question was replied to.
 * @event edge-agent-escalate - A person is wanted; cancelable.
 * @event edge-agent-outcome - A need ended.
 * @event edge-agent-nudge - A nudge is about to show (cancelable), or has ended.
 * @event edge-agent-offer - The visitor took up an offer; put its code to use.
 *
 * @slot launcher - Content of the launcher's button.
 * @slot heading - Title of the panel.
 * @slot greeting - First words in an empty conversation.
 * @slot footer - Below the input.
 *
 * @csspart launcher - The button that opens the panel.
 * @csspart badge - On the launcher: how many answers of a person wait.
 * @csspart panel - The panel.
 * @csspart header - Its top line.
 * @csspart greeting - First words and suggestions.
 * @csspart suggestions - List of suggested questions.
 * @csspart suggestion - One suggested question.
 * @csspart transcript - The conversation.
 * @csspart message - One message.
 * @csspart visitor-message - A message of the visitor.
 * @csspart agent-message - A message of the agent.
 * @csspart answer - The unit's own words.
 * @csspart step - One step of a guide.
 * @csspart progress - What is known so far in a guide.
 * @csspart how - How to check what a guide asks.
 * @csspart step-actions - Back, skip and stop.
 * @csspart journey - One step of a journey.
 * @csspart summary - What is about to be done.
 * @csspart comparison - Products side by side.
 * @csspart form - What can be filled in.
 * @csspart form-send - The button that hands it in.
 * @csspart requests - The visitor's own requests.
 * @csspart choices - Choices to pick from.
 * @csspart choice - One choice.
 * @csspart contact - Ways to reach a person.
 * @csspart better - What a language model said from several units.
 * @csspart model - What is said about language models: the offer, progress, failures.
 * @csspart reason - "Why this answer?"
 * @csspart source - Link to where an answer comes from.
 * @csspart feedback - "That solved it / not yet".
 * @csspart handoff - The card that offers to pass the story on to a person.
 * @csspart handoff-lines - What would be sent.
 * @csspart handoff-send - The button that sends it.
 * @csspart person-message - A message of a person.
 * @csspart talk-status - How it stands with the person.
 * @csspart failure - What went wrong, with the button to try again.
 * @csspart composer - The line with input and send button.
 * @csspart input - The input.
 * @csspart send - The send button.
 * @csspart sheet - "What is stored here?"
 * @csspart delete - The button that deletes what is stored.
 * @csspart footer - The line below the input.
 * @csspart nudge - A nudge by the launcher.
 * @csspart nudge-message - What it says.
 * @csspart nudge-action - Its next step.
 * @csspart nudge-close - "Not now".
 *
 * @cssproperty --edge-agent-accent - Colour of the launcher, the visitor's messages and focus.
 * @cssproperty --edge-agent-on-accent - Text on the accent colour.
 * @cssproperty --edge-agent-link - Colour of links.
 * @cssproperty --edge-agent-surface - Background.
 * @cssproperty --edge-agent-raised - Background of messages.
 * @cssproperty --edge-agent-text - Text.
 * @cssproperty --edge-agent-muted - Less important text.
 * @cssproperty --edge-agent-line - Lines.
 * @cssproperty --edge-agent-font - Font family.
 * @cssproperty --edge-agent-radius - Corner radius of the panel.
 * @cssproperty --edge-agent-width - Width of the panel.
 * @cssproperty --edge-agent-height - Height of the panel.
 * @cssproperty --edge-agent-z-index - Stacking order.
 */
export class EdgeAgentElement extends LitElement {
  static override readonly styles = styles;
  static override readonly properties = {
    pack: {},
    locale: {},
    heading: {},
    greeting: {},
    suggestions: {},
    product: {},
    market: {},
    audience: {},
    accent: {},
    theme: {},
    position: {},
    mode: {},
    withoutLauncher: { type: Boolean, attribute: 'without-launcher' },
    relay: {},
    siteKey: { attribute: 'site-key' },
    customerToken: { attribute: 'customer-token' },
    redact: {},
    consent: {},
    nudgesSwitch: { attribute: 'nudges' },
    nudgeView: { state: true },
    offline: {},
    llm: {},
    models: {},
    isOpen: { type: Boolean, attribute: 'open', reflect: true },
    isMenuOpen: { state: true },
    sheet: { state: true },
  };

  declare pack: string | null;
  declare locale: string | null;
  declare heading: string | null;
  declare greeting: string | null;
  declare suggestions: string | null;
  declare product: string | null;
  declare market: string | null;
  declare audience: string | null;
  declare accent: string | null;
  declare theme: string | null;
  declare position: string | null;
  declare mode: string | null;
  declare withoutLauncher: boolean;
  declare relay: string | null;
  declare siteKey: string | null;
  declare customerToken: string | null;
  declare redact: string | null;
  declare consent: string | null;
  declare nudgesSwitch: string | null;
  /** A nudge that stands by the launcher. @internal */
  declare nudgeView: HTMLElement | undefined;
  declare offline: string | null;
  declare llm: string | null;
  declare models: string | null;
  declare isOpen: boolean;
  declare private isMenuOpen: boolean;
  declare private sheet: Sheet | undefined;

  private readonly bridge = new AnswerBridge(
    answerWorkerMaker({ url: new URL(__ANSWER_WORKER__.file, import.meta.url).href, integrity: __ANSWER_WORKER__.integrity }),
  );
  private readonly host = new PageHost(this, this.bridge);
  /** @internal */
  readonly nudges = new NudgeLoader(this.host);
  private readonly session = new Session(this.bridge, this.host);
  private focusBefore: HTMLElement | undefined;
  private accentStyle: CSSStyleSheet | undefined;
  private focusWithin: Element | null = null;
  private lastShown = '';
  private lastTyped = 0;

  constructor() {
    super();
    this.isOpen = false;
    this.withoutLauncher = false;
    this.isMenuOpen = false;
  }

  /** Opens the panel. */
  open(): void {
    if (this.isOpen || this.isInline || !this.dispatchEvent(new OpenEvent())) return;
    this.isOpen = true;
    if (navigator.userActivation?.isActive) this.visitorActed();
    this.focusBefore = activeElement();
    void this.updateComplete.then(() => this.focusPanel());
  }

  /** Closes the panel and gives the focus back to where it was. */
  close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.isMenuOpen = false;
    this.rememberOpen(false);
    const before = this.focusBefore;
    const isElsewhere = before?.isConnected && before !== this && before !== document.body;
    void this.updateComplete.then(() => (isElsewhere ? before : this.piece('launcher'))?.focus());
    this.dispatchEvent(new CloseEvent());
  }

  /** Opens the panel and asks in the visitor's name. Resolves when the reply is there. */
  async ask(text: string): Promise<void> {
    this.open();
    await this.session.ask(String(text));
  }

  /** Tells of something that happened in the shop (`order.delayed`, …): nudges hear of it, and it goes along when a person takes over. */
  track(name: string, data?: unknown): void {
    this.host.track(String(name), data);
  }

  /** Says what the visitor has allowed: `granted` or `denied`, as the attribute does. */
  setConsent(state: string): void {
    this.consent = String(state);
    this.nudges.setConsent(this.consent);
  }

  /** Takes the next step of a nudge in the visitor's name. @internal */
  take(step: NextStep): void {
    if (step.to === 'link') return;
    if (step.to === 'offer') this.dispatchEvent(new OfferEvent(step.code));
    const id = step.to === 'offer' ? step.unit : step.to === 'unit' ? step.id : 'id' in step ? `${step.to}:${step.id}` : undefined;
    if (step.to === 'offer' && id === undefined) return;
    this.open();
    if (step.to === 'question') this.act(() => this.session.ask(step.text));
    else if (id !== undefined) this.act(() => this.session.choose(id, 'title' in step ? (step.title ?? id) : id));
  }

  /** Forgets the conversation and starts another. */
  async reset(): Promise<void> {
    await this.session.reset();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('keydown', this.onKeyDown);
    this.nudges.listen(this.consent);
    if (wasOpen(this.pack) && !this.isInline) {
      this.host.hasActed = true;
      this.isOpen = true;
    } else if (this.relay && !this.isInline && this.consent !== 'denied' && hasTalk(this.pack)) {
      // The visitor did act, on an earlier page or visit: what was written then goes out, and an answer is told of.
      this.host.hasActed = true;
      whenIdle(() => void this.session.resumeTalk().catch(() => {}));
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('keydown', this.onKeyDown);
    // Pages that swap their body take the element out and put it in again at once; only a lasting absence stops the worker.
    setTimeout(() => {
      if (this.isConnected) return;
      this.session.stop();
      this.nudges.stop();
    }, 1000);
  }

  protected override firstUpdated(): void {
    drainQueue({
      open: () => this.open(),
      close: () => this.close(),
      ask: (text: string) => this.ask(text),
      track: (name: string, data: unknown) => this.track(name, data),
      reset: () => this.reset(),
      setConsent: (state: string) => this.setConsent(state),
    });
    this.dispatchEvent(new ReadyEvent());
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.focusWithin = (this.renderRoot as ShadowRoot | undefined)?.activeElement ?? null;
    for (const name of ['pack', 'locale', 'product', 'consent', 'redact', 'relay', 'siteKey', 'customerToken'] as const)
      if (changed.has(name)) this.host.isStale = true;
    if (changed.has('consent')) this.nudges.setConsent(this.consent);
    if (this.hasUpdated && restarting.some((name) => changed.has(name))) this.nudges.restart();
    if ((changed.has('isOpen') && this.isOpen) || (changed.has('mode') && this.isInline)) {
      void this.session.prepare();
      this.session.look();
    }
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('accent')) this.wearAccent();
    this.showNewest();
    // A choice goes when it is taken, and would take the keyboard's place in the page with it.
    if (this.focusWithin?.isConnected === false) this.focusPanel();
  }

  protected override render(): unknown {
    const strings = stringsFor(this.host.locale);
    const { talk } = this.session.view;
    if (!this.isOpen && !this.isInline)
      return [this.withoutLauncher ? nothing : launcherView(strings, talk, () => this.open()), this.nudgeView ?? nothing];
    const model: PanelModel = {
      strings,
      locale: this.host.locale,
      heading: this.heading ?? strings.title,
      placeholder: talk !== undefined && !talk.isOver ? talk.words.placeholder : strings.placeholder,
      isInline: this.isInline,
      isMenuOpen: this.isMenuOpen,
      content: this.sheet === undefined ? this.talkView(strings) : this.sheetView(this.sheet, strings),
    };
    return panelView(model, this.panelActions(strings));
  }

  private panelActions(strings: Strings): PanelActions {
    const fromMenu = (act: () => unknown) => () => {
      this.isMenuOpen = false;
      act();
    };
    return {
      close: () => this.close(),
      toggleMenu: () => {
        this.isMenuOpen = !this.isMenuOpen;
      },
      askForPerson: fromMenu(() => this.act(() => this.session.askForPerson(strings.person))),
      startOver: fromMenu(() => this.startOver()),
      showRequests: this.session.requests.length === 0 ? undefined : fromMenu(() => this.showRequests()),
      showStored: fromMenu(() => this.showStored()),
      send: () => this.send(),
      typed: () => this.typed(),
    };
  }

  private talkView(strings: Strings): TemplateResult {
    const { view } = this.session;
    const own = this.suggestions
      ?.split('|')
      .map((text) => text.trim())
      .filter((text) => text !== '');
    const usual = [...new Set([...view.hot, ...(own ?? view.suggestions)])];
    const suggestions = this.nudges.running?.suggestions(usual) ?? usual;
    const options = { strings, greeting: this.greeting ?? strings.greeting, suggestions };
    return html`${transcriptView(view, options, this.transcriptActions(strings))} ${this.modelView() ?? nothing}`;
  }

  private modelView(): TemplateResult | undefined {
    const { loadedAssistant: loaded, locale } = this.host;
    if (loaded === undefined) return undefined;
    const { assistant, script } = loaded;
    return script.assistantView(html, assistant.state, locale, {
      fetchOffer: () => void assistant.fetchOffer(),
      pause: () => assistant.pause(),
    });
  }

  private transcriptActions(strings: Strings): TranscriptActions {
    return {
      ask: (text) => this.act(() => this.session.ask(text)),
      steer: (command, words) => this.act(() => this.session.steer(command, words)),
      choose: (id, label) => this.act(() => this.session.choose(id, label)),
      solved: (message) => this.act(() => this.session.solved(message)),
      notSolved: (message) => this.act(() => this.session.notSolved(message, strings.notYet)),
      retry: () => this.act(() => this.session.retry()),
      followed: (event) => this.onFollowed(event),
      fill: (slot, value, words) => this.act(() => this.session.fill(slot, value, words)),
      handOver: (struck, email) => this.act(() => this.session.handOver(struck, email)),
      endTalk: () => this.act(() => this.session.endTalk()),
    };
  }

  private sheetView(sheet: Sheet, strings: Strings): TemplateResult {
    const back = () => {
      this.sheet = undefined;
    };
    if (sheet.kind === 'requests') {
      return requestsView(this.session.requests, this.host.locale, strings, back, (request) => {
        back();
        void this.session.goOn(request);
      });
    }
    const { loadedAssistant: loaded, locale } = this.host;
    const kept = loaded?.script.keptView(html, sheet.models, locale, () => void loaded.assistant.remove().then(() => this.showStored()));
    return html`${privacyView(sheet, this.host.locale, strings, {
      back,
      deleteAll: () => void this.deleteAll(),
      toggleTips: () => void this.toggleTips(),
    })} ${kept ?? nothing}`;
  }

  private send(): void {
    const input = this.piece('input') as HTMLTextAreaElement | undefined;
    const text = input?.value.trim() ?? '';
    if (input === undefined || text === '') return;
    input.value = '';
    this.sheet = undefined;
    this.act(() => this.session.ask(text));
  }

  /** A sign for the person at the other end, every few seconds at most. */
  private typed(): void {
    if (this.session.view.talk?.isOver !== false || Date.now() - this.lastTyped < typingEvery) return;
    this.lastTyped = Date.now();
    void this.session.signal('typing');
  }

  private readonly onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.isComposing) return;
    if (this.isMenuOpen) this.isMenuOpen = false;
    else if (this.sheet !== undefined) this.sheet = undefined;
    else if (!this.isInline) this.close();
    event.stopPropagation();
  };

  /** A link to a place on this very page leads there; on a phone the panel gets out of the way. */
  private onFollowed(event: Event): void {
    const link = event.currentTarget as HTMLAnchorElement;
    const target = new URL(link.href);
    if (target.origin + target.pathname !== location.origin + location.pathname || target.hash === '') return;
    if (matchMedia('(max-width: 30rem)').matches) this.close();
  }

  private act(does: () => Promise<void>): void {
    this.visitorActed();
    void does();
  }

  private visitorActed(): void {
    const isFirst = !this.host.hasActed;
    this.host.hasActed = true;
    this.rememberOpen(true);
    const { offlineWorker, mayStore } = this.host;
    if (isFirst && mayStore && offlineWorker !== undefined)
      // Only then is all loaded that it takes to answer.
      void this.updateComplete
        .then(() => this.session.settled())
        .then(() => keepOffline(offlineWorker))
        .catch(() => {});
  }

  private async startOver(): Promise<void> {
    this.sheet = undefined;
    await this.session.reset();
    this.piece('input')?.focus();
  }

  private async showStored(): Promise<void> {
    this.sheet = { kind: 'stored', models: 0, isDeleted: false };
    this.sheet = await this.stored(false);
    await this.focusSheet();
  }

  private async showRequests(): Promise<void> {
    this.sheet = { kind: 'requests' };
    await this.focusSheet();
  }

  private async focusSheet(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#sheet-title')?.focus();
  }

  private async deleteAll(): Promise<void> {
    const { offlineWorker } = this.host;
    const loaded = await this.host.loadAssistant().catch(() => undefined);
    await Promise.all([
      this.session.erase(),
      this.nudges.erase(),
      loaded?.assistant.remove(),
      offlineWorker === undefined ? undefined : forgetOffline(offlineWorker),
    ]);
    this.rememberOpen(false);
    rememberTalk(this.pack, false);
    this.host.hasActed = false;
    this.sheet = await this.stored(true);
  }

  private async stored(isDeleted: boolean): Promise<Sheet> {
    const tips = await this.nudges.running?.report().catch(() => undefined);
    const loaded = await this.host.loadAssistant().catch(() => undefined);
    const models = (await loaded?.assistant.kept()) ?? 0;
    return { kind: 'stored', inventory: await this.session.inventory(), ...(tips && { tips }), models, isDeleted };
  }

  private async toggleTips(): Promise<void> {
    const { running } = this.nudges;
    await running?.setOff(!(await running.report()).isOff);
    this.sheet = await this.stored(false);
  }

  private rememberOpen(isOpen: boolean): void {
    if (!this.isInline && this.host.mayStore) rememberOpen(this.pack, isOpen);
  }

  private wearAccent(): void {
    const sheets = (this.renderRoot as ShadowRoot).adoptedStyleSheets.filter((sheet) => sheet !== this.accentStyle);
    this.accentStyle = this.accent === null ? undefined : accentSheet(this.accent, this);
    (this.renderRoot as ShadowRoot).adoptedStyleSheets = this.accentStyle === undefined ? sheets : [...sheets, this.accentStyle];
  }

  /** Brings the newest message into view from its first line on, under the question that it answers. */
  private showNewest(): void {
    const { conversation, talk, draft } = this.session.view;
    const newest = `${conversation.messages.at(-1)?.id} ${talk?.lines.length} ${talk?.status} ${draft === undefined}`;
    if (newest === this.lastShown) return;
    this.lastShown = newest;
    const scroll = this.renderRoot.querySelector<HTMLElement>('.scroll');
    const message = this.renderRoot.querySelector<HTMLElement>('.log > :last-child');
    if (scroll === null || message === null) return;
    const question = message.previousElementSibling as HTMLElement | null;
    const isShort = question?.matches('.visitor') === true && question.offsetHeight < scroll.clientHeight * longestQuestionShare;
    scroll.scrollTop = (isShort && question !== null ? question : message).offsetTop - 12;
  }

  private focusPanel(): void {
    // On touch screens the keyboard would cover half of what was just opened.
    const target = matchMedia('(pointer: coarse)').matches ? 'panel' : 'input';
    this.piece(target)?.focus();
  }

  private get isInline(): boolean {
    return this.mode === 'inline';
  }

  private piece(name: string): HTMLElement | undefined {
    return this.renderRoot.querySelector<HTMLElement>(`[part~='${name}']`) ?? undefined;
  }
}

/** After all that the page itself has to do. */
function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(work, { timeout: longestIdleWait });
  else setTimeout(work, longestIdleWait / 4);
}

function activeElement(): HTMLElement | undefined {
  return document.activeElement instanceof HTMLElement ? document.activeElement : undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    'edge-agent': EdgeAgentElement;
  }
}

if (customElements.get('edge-agent') === undefined) customElements.define('edge-agent', EdgeAgentElement);
