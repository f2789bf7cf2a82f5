import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { fill } from '../../../src/answer/phrases/phrases.ts';
import type { Login, Queued } from '../../../src/protocol/desk.ts';
import { DeskFailure } from '../api/desk-failure.ts';
import { caseAddress } from '../place.ts';
import type { Kept } from '../state/kept.ts';
import { controls } from './controls.styles.ts';
import { DeskElement } from './desk-element.ts';

export const queueFilters = ['all', 'waiting', 'mine', 'closed'] as const;
export type QueueFilter = (typeof queueFilters)[number];

/** How often ages are written anew, in milliseconds. */
const tick = 15_000;

/** Who waits, who is being helped, and on demand who was. */
export class DeskQueue extends DeskElement {
  static override readonly styles = [
    controls,
    css`
      :host { display: flex; flex-direction: column; min-block-size: 0; background: var(--surface); }
      .filters { padding: 0.75rem; border-block-end: 1px solid var(--line); }
      .filters .row { gap: 0.25rem; }
      .filters .button { min-block-size: 2.25rem; padding-inline: 0.5rem; font-size: 0.9375rem; }
      .list { position: relative; flex: 1; overflow-y: auto; scrollbar-width: thin; }
      li { border-block-end: 1px solid var(--line); }
      .case { display: grid; gap: 0.25rem; padding: 0.75rem 1rem; color: var(--text); text-decoration: none; border-inline-start: 4px solid transparent; }
      .case:hover { background: var(--raised); }
      .case[aria-current] { background: var(--raised); border-inline-start-color: var(--accent); }
      .case:focus-visible { outline-offset: -2px; }
      .summary { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: hidden; overflow-wrap: anywhere; }
      .waiting .summary { font-weight: 600; }
      .meta { display: flex; flex-wrap: wrap; gap: 0.25rem 0.5rem; align-items: center; font-size: 0.875rem; color: var(--muted); }
      .meta .end { margin-inline-start: auto; }
      .empty { padding: 2rem 1rem; text-align: center; }
      .failure { margin: 0.75rem; }
    `,
  ];
  static override readonly properties = {
    ...DeskElement.properties,
    handoffs: { attribute: false },
    failure: { attribute: false },
    login: { attribute: false },
    selected: { attribute: false },
    kept: { attribute: false },
    loadClosed: { attribute: false },
    retry: { attribute: false },
    filter: { state: true },
    site: { state: true },
    closed: { state: true },
    closedFailure: { state: true },
    now: { state: true },
  };

  declare handoffs: readonly Queued[] | undefined;
  declare failure: DeskFailure | undefined;
  declare login: Login;
  /** Id of the case that is open. */
  declare selected: string | undefined;
  declare kept: Kept;
  declare loadClosed: (signal: AbortSignal) => Promise<readonly Queued[]>;
  declare retry: () => void;
  declare private filter: QueueFilter;
  declare private site: string;
  declare private closed: readonly Queued[] | undefined;
  declare private closedFailure: DeskFailure | undefined;
  declare private now: number;
  private ticking: ReturnType<typeof setInterval> | undefined;
  private loading: AbortController | undefined;

  constructor() {
    super();
    this.now = Date.now();
    this.filter = 'all';
    this.site = '';
  }

  /** Puts the focus on a case: the one before or behind the one that has it, or the first. */
  move(by: 1 | -1): void {
    const links = [...this.renderRoot.querySelectorAll<HTMLElement>('.case')];
    const at = links.findIndex((link) => link.matches(':focus, [aria-current]'));
    const focused = links.findIndex((link) => link.matches(':focus'));
    const from = focused >= 0 ? focused : at;
    links[from < 0 ? 0 : Math.max(0, Math.min(links.length - 1, from + by))]?.focus();
  }

  /** Puts the focus on the filters. */
  focusFilters(): void {
    this.piece('.filters [aria-pressed=true]')?.focus();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.ticking = setInterval(() => {
      this.now = Date.now();
    }, tick);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.ticking);
    this.loading?.abort();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('kept')) this.recallFilters();
    if (changed.has('handoffs')) {
      this.now = Date.now();
      // A case that left the queue is among the closed ones now.
      if (this.filter === 'closed') void this.readClosed();
    }
  }

  protected override render(): unknown {
    const { words, shown } = this;
    const failure = this.filter === 'closed' ? this.closedFailure : this.failure;
    return html`
      <h2 class="hidden" id="heading">${words.queue}</h2>
      ${this.filtersView()}
      ${
        failure === undefined
          ? nothing
          : html`<div class="failure" role="alert">${this.tongue.failure(failure)} <button type="button" class="button" @click=${this.again}>${words.again}</button></div>`
      }
      <div class="list" role="region" aria-labelledby="heading" tabindex="-1">
        ${shown === undefined ? (failure === undefined ? html`<p class="empty note"><span class="busy">${words.loading}</span></p>` : nothing) : this.listView(shown)}
      </div>`;
  }

  private get shown(): readonly Queued[] | undefined {
    const list = this.filter === 'closed' ? this.closed : this.handoffs;
    return list?.filter((queued) => this.site === '' || queued.site === this.site).filter((queued) => this.fits(queued, this.filter));
  }

  private fits({ status, person }: Queued, filter: QueueFilter): boolean {
    if (filter === 'waiting') return status === 'waiting';
    if (filter === 'mine') return status === 'taken' && person?.id === this.login.member.id;
    return true;
  }

  private filtersView(): TemplateResult {
    const { words, login, tongue } = this;
    const ofSite = this.handoffs?.filter(({ site }) => this.site === '' || site === this.site) ?? [];
    const count = (filter: QueueFilter) =>
      filter === 'closed' ? '' : tongue.number(ofSite.filter((each) => this.fits(each, filter)).length);
    return html`<div class="filters stack">
      <div class="row" role="group" aria-label=${words.show}>
        ${queueFilters.map(
          (filter) =>
            html`<button type="button" class="button" aria-pressed=${this.filter === filter} @click=${() => this.setFilter(filter)}>${words.filters[filter]} ${count(filter)}</button>`,
        )}
      </div>
      ${
        login.sites.length < 2
          ? nothing
          : html`<select aria-label=${words.site} @change=${(event: Event) => this.setSite((event.target as HTMLSelectElement).value)}>
              <option value="" ?selected=${this.site === ''}>${words.allSites}</option>
              ${login.sites.map(({ id, name }) => html`<option value=${id} ?selected=${this.site === id}>${name}</option>`)}
            </select>`
      }
    </div>`;
  }

  private listView(shown: readonly Queued[]): TemplateResult {
    if (shown.length === 0) return this.emptyView();
    return html`<ul>
      ${repeat(
        shown,
        ({ handoff }) => handoff,
        (queued) => html`<li>${this.caseView(queued)}</li>`,
      )}
    </ul>`;
  }

  private caseView(queued: Queued): TemplateResult {
    const { words, tongue, login } = this;
    const { handoff, status, person, unseen, mood, reason } = queued;
    const isMine = person?.id === login.member.id;
    const age = tongue.age(status === 'closed' ? queued.opened : queued.waitingSince, this.now);
    const standing =
      status === 'waiting' ? words.waitsFor : status === 'closed' ? words.closedCase : isMine ? words.withYou : words.withOther;
    const site = login.sites.find(({ id }) => id === queued.site);
    return html`<a class="case ${status}" href=${caseAddress(handoff)} aria-current=${this.selected === handoff ? 'true' : nothing}>
      <span class="meta">
        <span>${fill(standing, { time: age, name: person?.name ?? '' })}</span>
        ${status === 'waiting' ? html`<span class="end">${fill(words.priority, { number: tongue.number(Math.round(queued.priority)) })}</span>` : nothing}
        ${unseen > 0 && isMine ? html`<span class="chip count end"><span aria-hidden="true">${tongue.number(unseen)}</span><span class="hidden">${fill(words.unseen, { count: tongue.number(unseen) })}</span></span>` : nothing}
      </span>
      <span class="summary" dir="auto">${queued.summary}</span>
      <span class="meta">
        ${mood === 'upset' && reason !== 'upset' ? html`<span class="chip upset">${words.moods.upset}</span>` : nothing}
        <span class="chip ${reason === 'upset' ? 'upset' : ''}">${words.reasons[reason]}</span>
        <span class="chip">${tongue.language(queued.locale)}</span>
        ${queued.product === undefined ? nothing : html`<span class="chip" dir="auto">${queued.product}</span>`}
        ${login.sites.length < 2 || this.site !== '' ? nothing : html`<span class="end">${site?.name ?? queued.site}</span>`}
      </span>
    </a>`;
  }

  private emptyView(): TemplateResult {
    const { words } = this;
    const isNarrowed = this.site !== '' || this.filter !== 'all';
    return html`<div class="empty stack">
      <p>${isNarrowed ? words.noneFits : words.noneWaits}</p>
      ${
        isNarrowed
          ? html`<p><button type="button" class="button" @click=${this.showAll}>${words.showAll}</button></p>`
          : html`<p class="note">${words.noneWaitsHint}</p>`
      }
    </div>`;
  }

  private readonly again = (): void => {
    if (this.filter === 'closed') void this.readClosed();
    else this.retry();
  };

  private readonly showAll = (): void => {
    this.setSite('');
    this.setFilter('all');
  };

  private setFilter(filter: QueueFilter): void {
    this.filter = filter;
    this.kept.keep('filter', filter);
    if (filter === 'closed') void this.readClosed();
  }

  private setSite(site: string): void {
    this.site = site;
    this.kept.keep('site', site);
  }

  private recallFilters(): void {
    this.filter = queueFilters.find((filter) => filter === this.kept.text('filter')) ?? 'all';
    const site = this.kept.text('site');
    this.site = this.login.sites.some(({ id }) => id === site) ? site : '';
    if (this.filter === 'closed') void this.readClosed();
  }

  private async readClosed(): Promise<void> {
    this.loading?.abort();
    const loading = new AbortController();
    this.loading = loading;
    try {
      this.closed = await this.loadClosed(loading.signal);
      this.closedFailure = undefined;
    } catch (thrown) {
      if (!loading.signal.aborted) this.closedFailure = DeskFailure.from(thrown);
    }
  }
}
