import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { fill } from '../../../src/answer/phrases/phrases.ts';
import type { Locale } from '../../../src/language/locale.ts';
import type { Case } from '../../../src/protocol/desk.ts';
import type { SuggestedText, Suggester, Suggestion } from '../state/suggester.ts';
import { controls } from './controls.styles.ts';
import { DeskElement } from './desk-element.ts';
import { DeskEvent } from './desk-event.ts';

const longestQuestion = 1000;

type Found = 'looking' | 'failed' | readonly Suggestion[];

/** Answers of the site's own pack to what the visitor asked last, or to what the member asks instead. */
export class DeskSuggestions extends DeskElement {
  static override readonly styles = [
    controls,
    css`
      :host { display: grid; gap: 0.75rem; padding: 0.75rem 1rem; align-content: start; }
      .ask { display: flex; gap: 0.5rem; }
      .ask input { min-inline-size: 0; flex: 1; }
      ol { display: grid; gap: 0.75rem; }
      li { border: 1px solid var(--line); border-radius: 0.75rem; padding: 0.625rem 0.75rem; display: grid; gap: 0.5rem; }
      .variants { display: grid; gap: 0.75rem; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); }
      .variant { display: grid; gap: 0.25rem; align-content: start; min-inline-size: 0; }
      .title { font-weight: 600; overflow-wrap: anywhere; }
      details summary { font-size: 0.9375rem; }
      .text { font-size: 0.9375rem; max-block-size: 9rem; overflow-y: auto; }
      .variant .button { justify-self: start; min-block-size: 2.25rem; }
      kbd { font: inherit; font-size: 0.8125rem; border: 1px solid currentColor; border-radius: 0.375rem; padding-inline: 0.375rem; }
    `,
  ];
  static override readonly properties = {
    ...DeskElement.properties,
    suggester: { attribute: false },
    case: { attribute: false },
    asked: { attribute: false },
    pack: { attribute: false },
    deskLocale: { attribute: false },
    mayInsert: { attribute: false },
    found: { state: true },
  };

  declare suggester: Suggester;
  declare case: Case;
  /** What the visitor asked last. */
  declare asked: string;
  /** Address of the pack's manifest; undefined where the site has none. */
  declare pack: string | undefined;
  declare deskLocale: Locale;
  /** Whether there is somewhere to insert an answer. */
  declare mayInsert: boolean;
  declare private found: Found;
  private looking = new AbortController();

  constructor() {
    super();
    this.found = [];
  }

  /** Inserts a suggestion by its number, from 1. */
  insertNumber(number: number): void {
    const first = Array.isArray(this.found) ? (this.found as readonly Suggestion[])[number - 1]?.variants[0] : undefined;
    if (first !== undefined) this.insert(first);
  }

  focusQuestion(): void {
    this.piece<HTMLInputElement>('input')?.select();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.looking.abort();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('asked') && !changed.has('pack')) return;
    const input = this.piece<HTMLInputElement>('input');
    if (input !== null) input.value = this.asked;
    void this.look(this.asked);
  }

  protected override render(): unknown {
    const { words } = this;
    if (this.pack === undefined) return html`<h3>${words.suggestions}</h3><p class="note">${words.noPack}</p>`;
    return html`<h3>${words.suggestions}</h3>
      <div class="ask">
        <input type="search" maxlength=${longestQuestion} aria-label=${words.suggestionsFor} dir="auto" @keydown=${this.onKeyDown} />
        <button type="button" class="button" @click=${this.ask}>${words.look}</button>
      </div>
      <div role="status">${this.statusView()}</div>
      ${typeof this.found === 'string' ? nothing : html`<ol>${this.found.map((each, index) => this.suggestionView(each, index))}</ol>`}`;
  }

  private statusView(): unknown {
    const { words, found } = this;
    if (found === 'looking') return html`<span class="note busy">${words.looking}</span>`;
    if (found === 'failed')
      return html`<div class="failure">${words.suggestionsFailed} <button type="button" class="button" @click=${this.ask}>${words.again}</button></div>`;
    return found.length === 0
      ? html`<p class="note">${words.noSuggestions}</p>`
      : html`<span class="hidden">${fill(words.found, { count: this.tongue.number(found.length) })}</span>`;
  }

  private suggestionView({ variants }: Suggestion, index: number): TemplateResult {
    const [first] = variants;
    return html`<li>
      <p class="title" lang=${first?.locale ?? nothing} dir="auto"><kbd>${index + 1}</kbd> ${first?.title}</p>
      <div class="variants">${variants.map((variant) => this.variantView(variant, variants.length > 1))}</div>
    </li>`;
  }

  private variantView(variant: SuggestedText, isOneOfTwo: boolean): TemplateResult {
    const { words, tongue } = this;
    return html`<div class="variant">
      ${isOneOfTwo ? html`<span class="label">${tongue.language(variant.locale)}</span>` : nothing}
      <p class="words text" lang=${variant.locale} dir="auto" tabindex="0">${variant.text}</p>
      <button type="button" class="button" ?disabled=${!this.mayInsert} @click=${() => this.insert(variant)}>
        ${words.insert}<span class="hidden">: ${variant.title}, ${tongue.language(variant.locale)}</span></button>
    </div>`;
  }

  private readonly onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && !event.isComposing) this.ask();
  };

  private readonly ask = (): void => {
    void this.look(this.piece<HTMLInputElement>('input')?.value ?? '');
  };

  private insert({ text, locale }: SuggestedText): void {
    if (this.mayInsert) this.dispatchEvent(new DeskEvent({ kind: 'insert', text, locale }));
  }

  private async look(question: string): Promise<void> {
    this.looking.abort();
    const looking = new AbortController();
    this.looking = looking;
    const {
      pack,
      deskLocale,
      case: { handoff },
    } = this;
    if (pack === undefined || question.trim() === '') return;
    this.found = 'looking';
    const { product } = handoff;
    const wish = {
      pack: new URL(pack, document.baseURI).href,
      question: question.trim(),
      visitor: handoff.locale,
      desk: deskLocale,
      ...(product && { product }),
      ...pageOf(handoff.page.url),
    };
    try {
      const found = await this.suggester.suggest(wish, looking.signal);
      if (!looking.signal.aborted) this.found = found;
    } catch {
      if (!looking.signal.aborted) this.found = 'failed';
    }
  }
}

function pageOf(url: string): { page?: string } {
  return URL.canParse(url) ? { page: new URL(url).pathname } : {};
}
