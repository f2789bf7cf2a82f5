import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { fill } from '../../../src/answer/phrases/phrases.ts';
import { type Locale, languages } from '../../../src/language/locale.ts';
import type { Login } from '../../../src/protocol/desk.ts';
import { icons } from '../../view/icons.ts';
import { queueAddress } from '../place.ts';
import type { Kept } from '../state/kept.ts';
import type { OpenCase } from '../state/open-case.ts';
import type { Unsent } from '../state/outbox.ts';
import type { Suggester } from '../state/suggester.ts';
import { controls } from './controls.styles.ts';
import { DeskElement } from './desk-element.ts';
import { DeskEvent, type DeskWish } from './desk-event.ts';
import type { DeskSuggestions } from './desk-suggestions.ts';
import type { DeskTalk } from './desk-talk.ts';

const tabs = ['talk', 'story', 'suggestions'] as const;
type Tab = (typeof tabs)[number];

/** From this width on the conversation stands beside the rest, in CSS pixels. */
const wideFrom = 832;

/** One case: who has it and what can be done, the conversation, the story, and answers to insert. */
export class DeskCase extends DeskElement {
  static override readonly styles = [
    controls,
    css`
      :host { display: block; min-block-size: 0; min-inline-size: 0; }
      .case { display: grid; block-size: 100%; grid-template: 'head' auto 'tabs' auto 'pane' minmax(0, 1fr) / minmax(0, 1fr); }
      .case.wide { grid-template: 'head head' auto 'talk tabs' auto 'talk pane' minmax(0, 1fr) / minmax(0, 1fr) minmax(19rem, 26rem); }
      .head { grid-area: head; display: grid; gap: 0.5rem; padding: 0.75rem 1rem; border-block-end: 1px solid var(--line); }
      .top { display: flex; align-items: center; gap: 0.5rem; }
      .top h2 { flex: 1; min-inline-size: 0; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; overflow-wrap: anywhere; }
      .back { display: none; }
      .actions { margin-inline-start: auto; }
      .tabs { grid-area: tabs; display: flex; gap: 0.25rem; padding: 0.5rem 1rem; border-block-end: 1px solid var(--line); }
      .tabs .button { flex: 1; min-inline-size: 0; min-block-size: 2.25rem; padding-inline: 0.25rem; font-size: 0.875rem; }
      desk-talk, desk-story, desk-suggestions { grid-area: pane; min-block-size: 0; min-inline-size: 0; }
      /* What is hidden but read out stays inside them: else it would make the whole page scroll. */
      desk-story, desk-suggestions { position: relative; overflow-y: auto; scrollbar-width: thin; }
      .wide desk-talk { grid-area: talk; }
      .wide :is(.tabs, desk-story, desk-suggestions) { border-inline-start: 1px solid var(--line); }
      .empty { display: grid; place-content: center; gap: 0.5rem; block-size: 100%; padding: 2rem; text-align: center; }
      @media (max-width: 47.99rem) { .back { display: grid; } }
    `,
  ];
  static override readonly properties = {
    ...DeskElement.properties,
    open: { attribute: false },
    revision: { attribute: false },
    login: { attribute: false },
    unsent: { attribute: false },
    suggester: { attribute: false },
    kept: { attribute: false },
    tab: { state: true },
    isWide: { state: true },
  };

  declare open: OpenCase;
  /** Another number each time that something about the case has changed. */
  declare revision: number;
  declare login: Login;
  /** Messages of this case that wait in the outbox. */
  declare unsent: readonly Unsent[];
  declare suggester: Suggester;
  declare kept: Kept;
  declare private tab: Tab;
  declare private isWide: boolean;
  private readonly measuring = new ResizeObserver(([entry]) => {
    this.isWide = (entry?.contentRect.width ?? 0) >= wideFrom;
  });

  constructor() {
    super();
    this.tab = 'talk';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.measuring.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.measuring.disconnect();
  }

  async focusComposer(): Promise<void> {
    await this.turnTo('talk');
    this.talk?.focusComposer();
  }

  async focusSuggestions(): Promise<void> {
    await this.turnTo('suggestions');
    this.suggestions?.focusQuestion();
  }

  insertNumber(number: number): void {
    this.suggestions?.insertNumber(number);
  }

  async insert(text: string, locale: Locale): Promise<void> {
    await this.turnTo('talk');
    this.talk?.insert(text, locale);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('open')) this.tab = 'talk';
  }

  protected override updated(changed: PropertyValues<this>): void {
    // Whoever opens a case is told which one it is.
    if (changed.has('open')) this.piece('h2')?.focus({ preventScroll: true });
  }

  protected override render(): unknown {
    const { words, open } = this;
    if (open.case === undefined) return this.unreadView();
    return html`<article class="case ${this.isWide ? 'wide' : ''}" aria-labelledby="title" dir=${this.tongue.direction}>
      ${this.headView()}
      <div class="tabs" role="group" aria-label=${words.parts}>
        ${tabs.map(
          (tab) =>
            html`<button type="button" class="button" aria-pressed=${this.isShown(tab)} ?hidden=${this.isWide && tab === 'talk'} @click=${() => this.turnTo(tab)}>${words.tabs[tab]}</button>`,
        )}
      </div>
      ${this.panesView()}
    </article>`;
  }

  /** Where there is room, the conversation is always shown, and beside it the story or the answers. */
  private isShown(tab: Tab): boolean {
    const side = this.tab === 'talk' ? 'story' : this.tab;
    return this.isWide ? tab === 'talk' || tab === side : tab === this.tab;
  }

  private get talk(): DeskTalk | null {
    return this.piece<DeskTalk>('desk-talk');
  }

  private get suggestions(): DeskSuggestions | null {
    return this.piece<DeskSuggestions>('desk-suggestions');
  }

  private get site(): Login['sites'][number] | undefined {
    return this.login.sites.find(({ id }) => id === this.open.case?.queued.site);
  }

  private unreadView(): TemplateResult {
    const { words, open } = this;
    const back = html`<a class="button" href=${queueAddress}>${words.toQueue}</a>`;
    if (open.failure === undefined)
      return html`<div class="empty"><p class="note"><span class="busy">${words.loading}</span></p><p>${back}</p></div>`;
    return html`<div class="empty"><p class="failure" role="alert">${this.tongue.failure(open.failure)}</p>
      <p class="row"><button type="button" class="button" @click=${() => this.wish({ kind: 'reload' })}>${words.again}</button> ${back}</p></div>`;
  }

  private headView(): unknown {
    const { words, open } = this;
    const { case: shown, thread, isMine, busy } = open;
    if (shown === undefined || thread === undefined) return nothing;
    const { status } = thread.state;
    const button = (label: string, wish: DeskWish, look = '') =>
      html`<button type="button" class="button ${look}" ?disabled=${busy !== undefined} @click=${() => this.wish(wish)}>${label}</button>`;
    return html`<div class="head">
      <div class="top">
        <a class="icon back" href=${queueAddress} aria-label=${words.toQueue}>${icons.back}</a>
        <h2 id="title" tabindex="-1" dir="auto">${shown.queued.summary}</h2>
      </div>
      <div class="row">
        <span class="chip" role="status">${this.standing()}</span>
        ${shown.handoff.mood === 'upset' ? html`<span class="chip upset">${words.moods.upset}</span>` : nothing}
        <span class="chip">${this.tongue.language(shown.handoff.locale)}</span>
        <span class="row actions">
        ${status === 'waiting' ? button(busy === 'take' ? words.taking : words.take, { kind: 'take' }, 'primary') : nothing}
        ${isMine ? button(words.closeCase, { kind: 'ask-close' }) : nothing}
        ${isMine || (status === 'taken' && this.login.member.role !== 'agent') ? button(words.release, { kind: 'release' }) : nothing}
        ${status === 'closed' ? button(words.makeDraft, { kind: 'ask-draft' }, 'primary') : nothing}
        </span>
      </div>
      ${
        open.failure === undefined
          ? nothing
          : html`<p class="failure" role="alert">${this.tongue.failure(open.failure)} <button type="button" class="button" @click=${() => this.wish({ kind: 'forget-failure' })}>${words.understood}</button></p>`
      }
    </div>`;
  }

  private standing(): string {
    const { words, tongue, open } = this;
    const { queued } = open.case ?? {};
    const { state } = open.thread ?? {};
    if (queued === undefined || state === undefined) return '';
    if (state.status === 'waiting') return fill(words.waitsFor, { time: tongue.age(queued.waitingSince) });
    if (state.status === 'closed') return words.endings[state.ending ?? 'left'];
    return open.isMine ? words.withYou : fill(words.withOther, { name: state.person?.name ?? words.somebody });
  }

  private panesView(): unknown {
    const { open, tongue, kept } = this;
    const { case: shown, thread } = open;
    if (shown === undefined || thread === undefined) return nothing;
    const deskLocale = this.site?.locale ?? tongue.locale;
    const asked = thread.events.findLast((event) => event.kind === 'message' && event.from === 'visitor');
    // Its event may come before the answer to what sent it, or in its place.
    const arrived = new Set(thread.events.flatMap((event) => (event.kind === 'message' ? [event.id] : [])));
    const unsent = [...open.onTheirWay, ...this.unsent].filter(({ id }) => !arrived.has(id));
    const question = asked?.kind === 'message' ? asked.text : shown.handoff.problem;
    return html`<desk-talk ?hidden=${!this.isShown('talk')} .tongue=${tongue} .case=${shown} .thread=${thread} .unsent=${unsent}
        .isMine=${open.isMine} .isTaking=${open.busy === 'take'} .isVisitorTyping=${open.isVisitorTyping} .deskLocale=${deskLocale} .kept=${kept}></desk-talk>
      <desk-story ?hidden=${!this.isShown('story')} .tongue=${tongue} .case=${shown} .deskLocale=${deskLocale} .siteName=${this.site?.name ?? shown.queued.site}
        .proposed=${{ mayDo: open.isMine, isDoing: open.busy === 'proposal', isDone: open.isProposalDone, result: open.proposalResult }}></desk-story>
      <desk-suggestions ?hidden=${!this.isShown('suggestions')} .tongue=${tongue} .suggester=${this.suggester} .case=${shown} .pack=${this.site?.pack}
        .deskLocale=${deskLocale} .asked=${question} .mayInsert=${open.isMine}></desk-suggestions>`;
  }

  private async turnTo(tab: Tab): Promise<void> {
    this.tab = tab;
    await this.updateComplete;
  }

  private wish(wish: DeskWish): void {
    this.dispatchEvent(new DeskEvent(wish));
  }
}

/** Languages that a draft of a case may be in: the ones that it was held in, then what the agent speaks. */
export function draftLocales(visitor: Locale, desk: Locale): Locale[] {
  return [...new Set([visitor, desk, ...languages])];
}
