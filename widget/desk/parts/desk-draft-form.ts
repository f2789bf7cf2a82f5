import { css, html, nothing, type TemplateResult } from 'lit';
import { safeParse } from 'valibot';
import { directionOf, type Locale } from '../../../src/language/locale.ts';
import { type DraftRequest, draftRequestSchema } from '../../../src/protocol/desk.ts';
import type { DeskFailure } from '../api/desk-failure.ts';
import { controls } from './controls.styles.ts';
import { DeskElement } from './desk-element.ts';
import { DeskEvent } from './desk-event.ts';

type FieldName = keyof DraftRequest;
const fieldNames: readonly FieldName[] = ['question', 'phrasings', 'answer', 'unit', 'locale'];

/** A unit out of a case, to be looked over before it goes to whoever writes the site's content. */
export class DeskDraftForm extends DeskElement {
  static override readonly styles = [
    controls,
    css`
      dialog { inline-size: min(42rem, calc(100vw - 1.5rem)); }
      .pair { display: grid; gap: 0.75rem; grid-template-columns: 2fr 1fr; }
      #answer { min-block-size: 9rem; }
    `,
  ];
  static override readonly properties = {
    ...DeskElement.properties,
    draft: { attribute: false },
    locales: { attribute: false },
    failure: { attribute: false },
    isBusy: { attribute: false },
    wrong: { state: true },
  };

  declare draft: DraftRequest;
  /** Languages that it may be in. */
  declare locales: readonly Locale[];
  declare failure: DeskFailure | undefined;
  declare isBusy: boolean;
  declare private wrong: ReadonlySet<string>;

  constructor() {
    super();
    this.wrong = new Set();
  }

  protected override firstUpdated(): void {
    const { question, phrasings, answer, unit } = this.draft;
    const texts = { question, answer, unit, phrasings: phrasings.join('\n') };
    for (const [name, text] of Object.entries(texts)) this.field(name).value = text;
    this.piece<HTMLDialogElement>('dialog')?.showModal();
  }

  protected override render(): unknown {
    const { words, tongue, draft } = this;
    return html`<dialog aria-labelledby="title" @close=${this.end}>
      <form class="stack" novalidate @submit=${this.onSubmit} aria-busy=${this.isBusy}>
        <h2 id="title">${words.makeDraft}</h2>
        <p class="note">${words.draftNote}</p>
        ${this.fieldView('question', words.draftQuestion, html`<textarea id="question" rows="2" maxlength="300"></textarea>`)}
        ${this.fieldView('phrasings', words.draftPhrasings, html`<textarea id="phrasings" rows="3"></textarea>`)}
        ${this.fieldView('answer', words.draftAnswer, html`<textarea id="answer" rows="6" maxlength="8000"></textarea>`)}
        <div class="pair">
          ${this.fieldView('unit', words.draftUnit, html`<input id="unit" type="text" maxlength="80" dir="ltr" spellcheck="false" autocomplete="off" />`)}
          ${this.fieldView(
            'locale',
            words.language,
            html`<select id="locale">${this.locales.map(
              (locale) =>
                html`<option value=${locale} ?selected=${locale === draft.locale} dir=${directionOf(locale)}>${tongue.language(locale)}</option>`,
            )}</select>`,
          )}
        </div>
        ${this.failure === undefined ? nothing : html`<p class="failure" role="alert">${tongue.failure(this.failure)}</p>`}
        <div class="row">
          <button type="submit" class="button primary" ?disabled=${this.isBusy}>${this.isBusy ? html`<span class="busy">${words.saving}</span>` : words.saveDraft}</button>
          <button type="button" class="button" @click=${this.cancel}>${words.cancel}</button>
        </div>
      </form>
    </dialog>`;
  }

  private fieldView(name: FieldName, label: string, control: TemplateResult): TemplateResult {
    const message = this.words.draftWrong[name];
    return html`<div><label class="field"><span class="label">${label}</span>${control}</label>
      <p class="wrong" role="alert">${this.wrong.has(name) ? message : nothing}</p></div>`;
  }

  private field(name: string): HTMLInputElement {
    return this.piece<HTMLInputElement>(`#${name}`) as HTMLInputElement;
  }

  private readonly onSubmit = (event: Event): void => {
    event.preventDefault();
    const phrasings = this.field('phrasings')
      .value.split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    const [question, answer, unit, locale] = ['question', 'answer', 'unit', 'locale'].map((name) => this.field(name).value.trim());
    const result = safeParse(draftRequestSchema, { unit, locale, question, phrasings, answer });
    this.wrong = new Set(result.issues?.map(({ path }) => String(path?.[0]?.key)));
    const first = fieldNames.find((name) => this.wrong.has(name));
    if (result.success) this.dispatchEvent(new DeskEvent({ kind: 'draft', request: result.output }));
    else if (first !== undefined) this.field(first).focus();
  };

  private readonly cancel = (): void => this.piece<HTMLDialogElement>('dialog')?.close();

  private readonly end = (): void => {
    this.dispatchEvent(new DeskEvent({ kind: 'end-dialog' }));
  };
}
