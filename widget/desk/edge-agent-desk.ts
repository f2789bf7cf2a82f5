import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { fill } from '../../src/answer/phrases/phrases.ts';
import type { Login } from '../../src/protocol/desk.ts';
import type { Fetch } from './api/desk-api.ts';
import { DeskFailure } from './api/desk-failure.ts';
import { styles } from './edge-agent-desk.styles.ts';
import { type DeskCase, draftLocales } from './parts/desk-case.ts';
import { DeskElement } from './parts/desk-element.ts';
import { DeskEvent, type DeskWish } from './parts/desk-event.ts';
import type { DeskQueue } from './parts/desk-queue.ts';
import { type Shortcut, shortcutOf } from './parts/shortcut-keys.ts';
import { caseAddress, type DeskPage, type Place, pageAddress, pages, placeOf, queueAddress } from './place.ts';
import { DeskSession, type News } from './state/desk-session.ts';
import { draftOf } from './state/draft-of.ts';
import { Kept } from './state/kept.ts';
import type { Suggester } from './state/suggester.ts';
import type { DeskTongue } from './words/desk-tongue.ts';

export interface DeskOptions {
  /** Address of the desk's interface at the relay, with a slash at its end. */
  readonly base: string;
  readonly tongue: DeskTongue;
  readonly suggester: Suggester;
  readonly fetch?: Fetch;
}

type Dialog = 'close' | 'draft' | 'shortcuts';

/** Where the switch for the shortcuts is kept: it is the member's, on this device. */
const shortcutsOff = 'edge-agent-desk:shortcuts-off';

/** The desk: who is logged in, where they are, and what they do with the case before them. */
export class EdgeAgentDesk extends DeskElement {
  static override readonly styles = styles;
  static override readonly properties = {
    ...DeskElement.properties,
    place: { state: true },
    dialog: { state: true },
    said: { state: true },
    notice: { state: true },
    draftFailure: { state: true },
    isDrafting: { state: true },
    areShortcutsOn: { state: true },
  };

  declare private place: Place;
  declare private dialog: Dialog | undefined;
  /** What is said aloud, with a number, so that the same words are said twice. */
  declare private said: { readonly text: string; readonly number: number };
  /** What was done, until the next thing. */
  declare private notice: TemplateResult | undefined;
  declare private draftFailure: DeskFailure | undefined;
  declare private isDrafting: boolean;
  declare private areShortcutsOn: boolean;
  private readonly kept = new Kept();
  private readonly session: DeskSession;
  private readonly suggester: Suggester;
  private revision = 0;

  constructor({ base, tongue, suggester, fetch }: DeskOptions) {
    super();
    this.tongue = tongue;
    this.suggester = suggester;
    this.place = placeOf(location.hash);
    this.said = { text: '', number: 0 };
    this.areShortcutsOn = localStorageItem(shortcutsOff) === undefined;
    this.session = new DeskSession({
      base,
      kept: this.kept,
      ...(fetch && { fetch }),
      changed: () => this.changed(),
      tell: (news) => this.tell(news),
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.documentElement.lang = this.tongue.locale;
    document.documentElement.dir = this.tongue.direction;
    window.addEventListener('hashchange', this.onPlace);
    window.addEventListener('online', this.onOnline);
    window.addEventListener('beforeunload', this.onLeaving);
    document.addEventListener('visibilitychange', this.onSight);
    document.addEventListener('keydown', this.onKeyDown);
    this.addEventListener(DeskEvent.type, this.onWish);
    this.onPlace();
    void this.session.begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.onPlace);
    window.removeEventListener('online', this.onOnline);
    window.removeEventListener('beforeunload', this.onLeaving);
    document.removeEventListener('visibilitychange', this.onSight);
    document.removeEventListener('keydown', this.onKeyDown);
    this.session.stop();
    this.suggester.stop();
  }

  protected override updated(): void {
    const waiting = this.session.queue.handoffs?.filter(({ status }) => status === 'waiting').length ?? 0;
    document.title = waiting === 0 ? this.words.desk : `(${waiting}) ${this.words.desk}`;
    const expired = this.piece<HTMLDialogElement>('#expired');
    if (expired !== null && !expired.open) expired.showModal();
    this.onSight();
  }

  protected override render(): unknown {
    const { standing, login } = this.session;
    return html`<div class="desk" data-place=${this.place.kind}>
      ${login === undefined || standing === 'out' ? this.outsideView() : this.insideView(login)}
      <div class="hidden" role="status">${keyed(this.said.number, html`<p>${this.said.text}</p>`)}</div>
    </div>`;
  }

  private outsideView(): TemplateResult {
    const { words, session } = this;
    if (session.standing === 'unknown')
      return html`<main class="outside"><p class="note" role="status"><span class="busy">${words.loading}</span></p></main>`;
    if (session.standing === 'unreachable') {
      return html`<main class="outside"><p class="failure" role="alert">${words.failures.unreachable}
        <button type="button" class="button" @click=${() => session.retry()}>${words.again}</button></p></main>`;
    }
    return html`<main class="outside">${this.logInView('')}</main>`;
  }

  private logInView(email: string): TemplateResult {
    return html`<desk-log-in .tongue=${this.tongue} .standing=${this.session.standing} .email=${email}
      .logIn=${(address: string, password: string) => this.session.logIn(address, password)}></desk-log-in>`;
  }

  private insideView(login: Login): TemplateResult {
    const { session, words } = this;
    return html`${this.headerView(login)}
      ${
        session.isConnected
          ? nothing
          : html`<div class="banner" role="status">${words.noLine} <button type="button" class="button" @click=${() => session.retry()}>${words.tryNow}</button></div>`
      }
      ${this.notice === undefined ? nothing : html`<div class="banner good" role="status">${this.notice} <button type="button" class="button" @click=${this.dropNotice}>${words.understood}</button></div>`}
      <main>${this.placeView(login)}</main>
      ${this.dialogView(login)}
      ${session.standing === 'expired' ? html`<dialog id="expired" aria-label=${words.logIn} @cancel=${(event: Event) => event.preventDefault()}>${this.logInView(login.member.email)}</dialog>` : nothing}`;
  }

  private headerView(login: Login): TemplateResult {
    const { words, place } = this;
    const { role, name } = login.member;
    const mayOpen: Record<DeskPage, boolean> = { week: role !== 'agent', drafts: true, members: role === 'admin', audit: role !== 'agent' };
    const link = (address: string, label: string, isHere: boolean) =>
      html`<li><a class="button" href=${address} aria-current=${isHere ? 'page' : nothing}>${label}</a></li>`;
    return html`<header>
      <h1>${words.desk}</h1>
      <nav aria-label=${words.desk}><ul class="row">
        ${link(queueAddress, words.cases, place.kind === 'queue' || place.kind === 'case')}
        ${pages.map((page) => (mayOpen[page] ? link(pageAddress(page), words[page], place.kind === page) : nothing))}
      </ul></nav>
      <span class="who" dir="auto">${name}</span>
      <button type="button" class="button" aria-label=${words.shortcuts} @click=${() => this.openDialog('shortcuts')}>?</button>
      <button type="button" class="button" @click=${() => this.logOut()}>${words.logOut}</button>
    </header>`;
  }

  private placeView(login: Login): TemplateResult {
    const { place, tongue, session } = this;
    const { api } = session;
    if (place.kind === 'week') return html`<desk-week .tongue=${tongue} .api=${api}></desk-week>`;
    if (place.kind === 'drafts') return html`<desk-drafts .tongue=${tongue} .api=${api}></desk-drafts>`;
    if (place.kind === 'members') return html`<desk-members .tongue=${tongue} .api=${api} .login=${login}></desk-members>`;
    if (place.kind === 'audit') return html`<desk-audit .tongue=${tongue} .api=${api}></desk-audit>`;
    return html`<desk-queue .tongue=${tongue} .handoffs=${session.queue.handoffs} .failure=${session.queue.failure} .login=${login} .kept=${this.kept}
        .selected=${place.kind === 'case' ? place.handoff : undefined} .loadClosed=${this.loadClosed} .retry=${this.readQueue}></desk-queue>
      ${this.caseView(login)}`;
  }

  private caseView(login: Login): TemplateResult {
    const { open, outbox } = this.session;
    if (open === undefined) return html`<p class="choose note">${this.words.chooseCase}</p>`;
    return html`<desk-case .tongue=${this.tongue} .open=${open} .revision=${this.revision} .login=${login} .unsent=${outbox.of(open.handoff)}
      .suggester=${this.suggester} .kept=${this.kept}></desk-case>`;
  }

  private dialogView(login: Login): unknown {
    const { tongue, dialog } = this;
    const { open } = this.session;
    if (dialog === 'shortcuts')
      return html`<desk-shortcuts .tongue=${tongue} .areOn=${this.areShortcutsOn} .switchTo=${this.switchShortcuts}></desk-shortcuts>`;
    if (open?.case === undefined || open.thread === undefined) return nothing;
    if (dialog === 'close') return html`<desk-close .tongue=${tongue}></desk-close>`;
    if (dialog !== 'draft') return nothing;
    const deskLocale = login.sites.find(({ id }) => id === open.case?.queued.site)?.locale ?? tongue.locale;
    return html`<desk-draft-form .tongue=${tongue} .draft=${draftOf(open.case, open.thread)} .isBusy=${this.isDrafting}
      .failure=${this.draftFailure} .locales=${draftLocales(open.case.handoff.locale, deskLocale)}></desk-draft-form>`;
  }

  private readonly loadClosed = (signal: AbortSignal) => this.session.api.closedCases(signal);
  private readonly readQueue = () => void this.session.queue.read();

  private readonly switchShortcuts = (areOn: boolean): void => {
    this.areShortcutsOn = areOn;
    try {
      if (areOn) localStorage.removeItem(shortcutsOff);
      else localStorage.setItem(shortcutsOff, '1');
    } catch {
      // It holds until the page goes, then.
    }
  };

  private readonly dropNotice = (): void => {
    this.notice = undefined;
  };

  private changed(): void {
    this.revision += 1;
    this.requestUpdate();
  }

  private openDialog(dialog: Dialog | undefined): void {
    this.dialog = dialog;
    this.draftFailure = undefined;
  }

  private async logOut(): Promise<void> {
    if (!this.session.outbox.isEmpty && !confirm(this.words.unsentAtLogOut)) return;
    location.hash = queueAddress;
    await this.session.logOut();
  }

  private readonly onPlace = (): void => {
    this.place = placeOf(location.hash);
    this.openDialog(undefined);
    this.session.show(this.place.kind === 'case' ? this.place.handoff : undefined);
  };

  private readonly onOnline = (): void => this.session.retry();

  private readonly onLeaving = (event: BeforeUnloadEvent): void => {
    if (!this.session.outbox.isEmpty) event.preventDefault();
  };

  private readonly onSight = (): void => {
    if (document.visibilityState === 'visible') this.session.open?.look();
  };

  private readonly onWish = (event: Event): void => void this.grant((event as DeskEvent).wish);

  private async grant(wish: DeskWish): Promise<void> {
    const { open, outbox } = this.session;
    if (wish.kind === 'end-dialog') this.openDialog(undefined);
    if (open === undefined) return;
    switch (wish.kind) {
      case 'take':
        if (await open.step('take')) await this.desk<DeskCase>('desk-case')?.focusComposer();
        return;
      case 'release':
        await open.step('release');
        return;
      case 'typed':
        open.typed();
        return;
      case 'forget-failure':
        open.forgetFailure();
        return;
      case 'do-proposal':
        await open.doProposal();
        return;
      case 'reload':
        await open.load();
        return;
      case 'ask-close':
      case 'ask-draft':
        this.openDialog(wish.kind === 'ask-close' ? 'close' : 'draft');
        return;
      case 'close':
        this.openDialog(undefined);
        await open.close(wish.request);
        return;
      case 'draft':
        await this.saveDraft(open.handoff, wish.request);
        return;
      case 'say':
        outbox.put(open.handoff, wish.text, wish.locale);
        return;
      case 'withdraw':
        outbox.withdraw(wish.id);
        return;
      case 'insert':
        await this.desk<DeskCase>('desk-case')?.insert(wish.text, wish.locale);
    }
  }

  private async saveDraft(handoff: string, request: Extract<DeskWish, { kind: 'draft' }>['request']): Promise<void> {
    this.isDrafting = true;
    this.draftFailure = undefined;
    try {
      await this.session.api.draft(handoff, request);
      this.openDialog(undefined);
      this.notice = html`${this.words.draftSaved} <a href=${pageAddress('drafts')}>${this.words.drafts}</a>`;
    } catch (thrown) {
      this.draftFailure = DeskFailure.from(thrown);
    } finally {
      this.isDrafting = false;
    }
  }

  private tell(news: News): void {
    const { words } = this;
    this.say(
      news.kind === 'case'
        ? fill(words.saysCase, { summary: news.queued.summary })
        : news.kind === 'message'
          ? fill(words.saysMessage, { text: news.text })
          : news.kind === 'elsewhere'
            ? fill(words.saysElsewhere, { summary: news.queued.summary })
            : news.isConnected
              ? words.saysLine
              : words.saysNoLine,
    );
  }

  private say(text: string): void {
    this.said = { text, number: this.said.number + 1 };
  }

  private readonly onKeyDown = (event: KeyboardEvent): void => {
    const pressed = shortcutOf(event);
    const isElsewhere =
      this.dialog !== undefined || this.session.standing !== 'in' || this.renderRoot.querySelector('dialog[open]') !== null;
    if (pressed === undefined || isElsewhere || !this.areShortcutsOn) return;
    event.preventDefault();
    void this.press(pressed.shortcut, pressed.number);
  };

  private async press(shortcut: Shortcut, number: number): Promise<void> {
    const { open, queue } = this.session;
    const shown = this.desk<DeskCase>('desk-case');
    const list = this.desk<DeskQueue>('desk-queue');
    const isMine = open?.isMine === true;
    switch (shortcut) {
      case 'help':
        return this.openDialog('shortcuts');
      case 'next':
      case 'previous':
        return list?.move(shortcut === 'next' ? 1 : -1);
      case 'filter':
        return list?.focusFilters();
      case 'queue':
        location.hash = queueAddress;
        return;
      case 'top': {
        const first = queue.handoffs?.find(({ status }) => status === 'waiting');
        if (first !== undefined) location.hash = caseAddress(first.handoff);
        return;
      }
      case 'take':
        return open?.thread?.state.status === 'waiting' ? this.grant({ kind: 'take' }) : undefined;
      case 'write':
        return shown?.focusComposer();
      case 'suggest':
        return shown?.focusSuggestions();
      case 'insert':
        return shown?.insertNumber(number);
      case 'close':
        return isMine ? this.openDialog('close') : undefined;
      case 'release':
        return isMine ? this.grant({ kind: 'release' }) : undefined;
      case 'draft':
        return isMine || open?.thread?.state.status === 'closed' ? this.openDialog('draft') : undefined;
    }
  }

  private desk<Found extends HTMLElement>(tag: string): Found | undefined {
    return this.piece<Found>(tag) ?? undefined;
  }
}

function localStorageItem(name: string): string | undefined {
  try {
    return localStorage.getItem(name) ?? undefined;
  } catch {
    return undefined;
  }
}
