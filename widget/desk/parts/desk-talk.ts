import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { fill } from '../../../src/answer/phrases/phrases.ts';
import { type Locale, languageOf } from '../../../src/language/locale.ts';
import { isBlank } from '../../../src/language/normalize.ts';
import type { Case } from '../../../src/protocol/desk.ts';
import type { HandoffEvent } from '../../../src/protocol/relay.ts';
import { icons } from '../../view/icons.ts';
import { DeskFailure } from '../api/desk-failure.ts';
import type { Kept } from '../state/kept.ts';
import type { Unsent } from '../state/outbox.ts';
import type { Thread } from '../state/thread.ts';
import { controls } from './controls.styles.ts';
import { DeskElement } from './desk-element.ts';
import { DeskEvent, type DeskWish } from './desk-event.ts';

/** Longest message that the relay takes, in UTF-16 units. */
const longestMessage = 8000;
/** Who is this close to the end of the conversation follows it, in pixels. */
const nearEnd = 80;

/**
 * The conversation: what the visitor and the agent said before, what the visitor and a person say now, and where to write.
 * New messages are said aloud by the desk around it, since this may be out of sight.
 */
export class DeskTalk extends DeskElement {
  static override readonly styles = [
    controls,
    css`
      :host { display: flex; flex-direction: column; min-block-size: 0; }
      .log { flex: 1; min-block-size: 8rem; overflow-y: auto; overscroll-behavior: contain; padding: 1rem; display: flex; flex-direction: column; gap: 0.625rem; scrollbar-width: thin; }
      .message { max-inline-size: min(40rem, 88%); padding: 0.5rem 0.875rem; border-radius: 1.125rem; overflow-wrap: anywhere; }
      .visitor { align-self: start; background: var(--raised); border-end-start-radius: 0.375rem; }
      .agent { align-self: end; border: 1px dashed var(--line); border-end-end-radius: 0.375rem; }
      .person { align-self: end; background: var(--accent); color: var(--on-accent); border-end-end-radius: 0.375rem; }
      .from { display: flex; flex-wrap: wrap; gap: 0 0.5rem; font-size: 0.8125rem; color: var(--muted); }
      .person .from { color: inherit; }
      .from b { font-weight: 600; }
      .words { display: block; }
      .unsent { background: var(--surface); color: var(--text); border: 1px solid var(--accent); }
      .refused { border-color: var(--danger); }
      .unsent .button { min-block-size: 2.25rem; margin-block-start: 0.375rem; }
      .happened { align-self: center; font-size: 0.875rem; color: var(--muted); text-align: center; }
      .before { display: flex; align-items: center; gap: 0.75rem; color: var(--muted); font-size: 0.875rem; }
      .before::before, .before::after { content: ''; flex: 1; border-block-start: 1px solid var(--line); }
      .typing { min-block-size: 1.5rem; padding-inline: 1rem; font-size: 0.9375rem; color: var(--muted); }
      .composer { display: grid; gap: 0.5rem; padding: 0.75rem; border-block-start: 1px solid var(--line); }
      .line { display: flex; align-items: flex-end; gap: 0.5rem; }
      textarea { flex: 1; min-inline-size: 0; min-block-size: 2.75rem; max-block-size: 12rem; resize: none; border-radius: 1.375rem; line-height: 1.5; padding: 0.5625rem 0.875rem; }
      textarea::placeholder { color: var(--muted); opacity: 1; }
      .send { inline-size: 2.75rem; block-size: 2.75rem; background: var(--accent); color: var(--on-accent); }
      .send:hover { background: var(--accent); filter: brightness(1.08); }
      select { inline-size: auto; min-block-size: 2.25rem; }
      @media (forced-colors: active) { .message { border: 1px solid CanvasText; } }
    `,
  ];
  static override readonly properties = {
    ...DeskElement.properties,
    case: { attribute: false },
    thread: { attribute: false },
    unsent: { attribute: false },
    isMine: { attribute: false },
    isTaking: { attribute: false },
    isVisitorTyping: { attribute: false },
    deskLocale: { attribute: false },
    kept: { attribute: false },
    writtenIn: { state: true },
  };

  declare case: Case;
  declare thread: Thread;
  /** Messages on their way. */
  declare unsent: readonly Unsent[];
  declare isMine: boolean;
  declare isTaking: boolean;
  declare isVisitorTyping: boolean;
  declare deskLocale: Locale;
  declare kept: Kept;
  declare private writtenIn: Locale;
  private isAtEnd = true;

  /** Puts the focus where one writes. */
  focusComposer(): void {
    (this.piece('textarea') ?? this.piece('.composer button'))?.focus();
  }

  /** Writes a text behind what is written already. */
  insert(text: string, locale: Locale): void {
    const before = this.kept.text(this.draftName).trimEnd();
    const after = before === '' ? text : `${before}\n\n${text}`;
    this.keepDraft(after);
    if (this.isForeign) this.writtenIn = locale;
    const input = this.piece<HTMLTextAreaElement>('textarea');
    if (input === null) return;
    input.value = after;
    input.focus();
    input.setSelectionRange(after.length, after.length);
    input.scrollTop = input.scrollHeight;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('case') && changed.get('case')?.queued.handoff !== this.handoff) {
      this.isAtEnd = true;
      this.writtenIn = this.deskLocale;
    }
  }

  protected override updated(changed: PropertyValues<this>): void {
    const log = this.piece('.log');
    if (log !== null && this.isAtEnd) log.scrollTop = log.scrollHeight;
    const input = this.piece<HTMLTextAreaElement>('textarea');
    const isOther = changed.has('case') && changed.get('case')?.queued.handoff !== this.handoff;
    if (input !== null && (isOther || changed.has('isMine'))) input.value = this.kept.text(this.draftName);
  }

  protected override render(): unknown {
    const { words } = this;
    const { transcript } = this.case.handoff;
    return html`<div class="log" role="log" aria-live="off" aria-label=${words.conversation} tabindex="0" dir=${this.tongue.direction} @scroll=${this.onScroll}>
        ${transcript.map((line) => this.spokenView(line))}
        ${transcript.length === 0 ? nothing : html`<p class="before">${fill(words.handedOver, { time: this.tongue.time(this.thread.state.opened) })}</p>`}
        ${repeat(
          this.thread.events,
          ({ seq }) => seq,
          (event) => this.eventView(event),
        )}
        ${repeat(
          this.unsent,
          ({ id }) => id,
          (unsent) => this.unsentView(unsent),
        )}
      </div>
      <p class="typing">${this.isVisitorTyping ? words.visitorTypes : nothing}</p>
      ${this.composerView()}`;
  }

  private get handoff(): string {
    return this.case.queued.handoff;
  }

  private get draftName(): string {
    return `draft:${this.handoff}`;
  }

  /** Whether the visitor's language is not the desk's. */
  private get isForeign(): boolean {
    return languageOf(this.case.handoff.locale) !== languageOf(this.deskLocale);
  }

  private spokenView({ from, text, at }: Case['handoff']['transcript'][number]): TemplateResult {
    const { words, tongue } = this;
    return html`<div class="message ${from}">
      <span class="from"><b>${from === 'visitor' ? words.visitor : words.agent}</b> <time datetime=${at}>${tongue.time(at)}</time></span>
      <span class="words" lang=${this.case.handoff.locale} dir="auto">${text}</span>
    </div>`;
  }

  private eventView(event: HandoffEvent): TemplateResult {
    const { words, tongue } = this;
    // That it was handed over stands above already.
    if (event.kind === 'status' && event.seq === 1) return html``;
    if (event.kind === 'status')
      return html`<p class="happened">${this.happened(event)} · <time datetime=${event.at}>${tongue.time(event.at)}</time></p>`;
    if (event.kind === 'action')
      return html`<p class="happened">${fill(words.didIt, { name: event.person.name, action: [event.title, event.number].filter(Boolean).join(' · ') })} · <time datetime=${event.at}>${tongue.time(event.at)}</time></p>`;
    const isRead = event.from === 'person' && event.seq <= this.thread.state.seen.visitor;
    return html`<div class="message ${event.from}">
      <span class="from"><b>${event.from === 'visitor' ? words.visitor : (event.person?.name ?? words.you)}</b>
        <time datetime=${event.at}>${tongue.time(event.at)}</time>${isRead ? html`<span>✓ ${words.read}</span>` : nothing}</span>
      <span class="words" lang=${event.locale ?? nothing} dir="auto">${event.text}</span>
    </div>`;
  }

  private happened({ status, person, ending }: HandoffEvent & { kind: 'status' }): string {
    const { words } = this;
    if (status === 'taken') return fill(words.tookIt, { name: person?.name ?? words.somebody });
    if (status === 'waiting') return words.waitsAgain;
    return words.endings[ending ?? 'left'];
  }

  private unsentView({ id, text, locale, refused }: Unsent): TemplateResult {
    const { words, tongue } = this;
    return html`<div class="message person unsent ${refused === undefined ? '' : 'refused'}">
      <span class="from">${refused === undefined ? words.sending : html`<span class="wrong">${words.notSent} ${tongue.failure(new DeskFailure(refused, ''))}</span>`}</span>
      <span class="words" lang=${locale ?? nothing} dir="auto">${text}</span>
      ${refused === undefined ? nothing : html`<button type="button" class="button" @click=${() => this.takeBack(id, text)}>${words.writeAgain}</button>`}
    </div>`;
  }

  private composerView(): TemplateResult {
    const { words, isMine, thread } = this;
    if (thread.state.status === 'closed') return html`<div class="composer"><p class="note">${words.closedNote}</p></div>`;
    if (!isMine) return this.takeFirstView();
    return html`<div class="composer">
      ${this.languageView()}
      <div class="line" dir=${this.tongue.direction}>
        <textarea rows="1" maxlength=${longestMessage} aria-label=${words.message} placeholder=${words.messageHint} autocomplete="off"
          @keydown=${this.onKeyDown} @input=${this.onInput}></textarea>
        <button type="button" class="icon send" aria-label=${words.send} @click=${this.send}>${icons.send}</button>
      </div>
    </div>`;
  }

  private takeFirstView(): TemplateResult {
    const { words, thread } = this;
    if (thread.state.status === 'taken') {
      const name = thread.state.person?.name ?? words.somebody;
      return html`<div class="composer"><p class="note">${fill(words.hasIt, { name })}</p></div>`;
    }
    return html`<div class="composer"><div class="row">
      <button type="button" class="button primary" ?disabled=${this.isTaking} @click=${() => this.wish({ kind: 'take' })}>
        ${this.isTaking ? html`<span class="busy">${words.taking}</span>` : words.take}</button>
      <span class="note">${words.takeFirst}</span>
    </div></div>`;
  }

  private languageView(): unknown {
    const { words, tongue, deskLocale, isForeign } = this;
    if (!isForeign) return nothing;
    const { locale } = this.case.handoff;
    return html`<div class="row">
      <p class="note">${fill(words.translationNote, { language: tongue.language(locale) })}</p>
      <label class="row"><span class="label">${words.writtenIn}</span>
        <select @change=${this.onLanguage}>
          ${[deskLocale, locale].map((each) => html`<option value=${each} ?selected=${each === this.writtenIn}>${tongue.language(each)}</option>`)}
        </select></label>
    </div>`;
  }

  private readonly onLanguage = (event: Event): void => {
    this.writtenIn = (event.target as HTMLSelectElement).value;
  };

  private readonly onScroll = (event: Event): void => {
    const { scrollHeight, scrollTop, clientHeight } = event.currentTarget as HTMLElement;
    this.isAtEnd = scrollHeight - scrollTop - clientHeight < nearEnd;
  };

  private readonly onInput = (event: Event): void => {
    this.keepDraft((event.target as HTMLTextAreaElement).value);
    this.wish({ kind: 'typed' });
  };

  /** Enter sends, Shift+Enter breaks the line, Escape leaves the field; while an input method composes, they belong to it. */
  private readonly onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === 'Escape') this.piece('.log')?.focus();
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    this.send();
  };

  private readonly send = (): void => {
    const input = this.piece<HTMLTextAreaElement>('textarea');
    const text = input?.value.trim() ?? '';
    if (input === null || isBlank(text)) return;
    input.value = '';
    this.keepDraft('');
    this.isAtEnd = true;
    this.wish({ kind: 'say', text, locale: this.isForeign ? this.writtenIn : this.deskLocale });
    input.focus();
  };

  private takeBack(id: string, text: string): void {
    this.wish({ kind: 'withdraw', id });
    this.insert(text, this.writtenIn);
  }

  private keepDraft(text: string): void {
    this.kept.keep(this.draftName, text);
  }

  private wish(wish: DeskWish): void {
    this.dispatchEvent(new DeskEvent(wish));
  }
}
