import { css, html, nothing } from 'lit';
import { controls } from './controls.styles.ts';
import { DeskElement } from './desk-element.ts';
import { DeskEvent } from './desk-event.ts';

const longestReason = 500;

/** Asks how a case ended, and why. */
export class DeskClose extends DeskElement {
  static override readonly styles = [
    controls,
    css`
      .endings { display: grid; gap: 0.25rem; margin-block-start: 0.375rem; }
      .reasons { margin-block-start: 0.375rem; }
      .reasons .button { min-block-size: 2.25rem; font-size: 0.9375rem; }
    `,
  ];
  static override readonly properties = { ...DeskElement.properties, ending: { state: true }, isReasonMissing: { state: true } };

  declare private ending: 'solved' | 'unsolved';
  declare private isReasonMissing: boolean;

  constructor() {
    super();
    this.ending = 'solved';
  }

  protected override firstUpdated(): void {
    this.piece<HTMLDialogElement>('dialog')?.showModal();
  }

  protected override render(): unknown {
    const { words, ending } = this;
    const choice = (value: 'solved' | 'unsolved') => html`<label class="tick">
      <input type="radio" name="ending" value=${value} .checked=${ending === value} ?autofocus=${value === 'solved'} @change=${() => this.choose(value)} />
      ${words.endings[value]}</label>`;
    return html`<dialog aria-labelledby="title" @close=${this.end}>
      <form class="stack" novalidate @submit=${this.onSubmit}>
        <h2 id="title">${words.close}</h2>
        <fieldset><legend>${words.howItEnded}</legend><div class="endings">${choice('solved')} ${choice('unsolved')}</div></fieldset>
        <div>
          <label class="field"><span class="label">${words.why}</span>
            <textarea id="reason" maxlength=${longestReason} required aria-invalid=${this.isReasonMissing === true ? 'true' : nothing}
              aria-describedby="missing" @keydown=${this.onKeyDown}></textarea></label>
          <p id="missing" class="wrong" role="alert">${this.isReasonMissing ? words.whyMissing : nothing}</p>
          <div class="row reasons" role="group" aria-label=${words.oftenWhy}>
            ${words.oftenReasons[ending].map((reason) => html`<button type="button" class="button" @click=${() => this.fill(reason)}>${reason}</button>`)}
          </div>
        </div>
        <div class="row">
          <button type="submit" class="button primary">${words.close}</button>
          <button type="button" class="button" @click=${this.cancel}>${words.cancel}</button>
        </div>
      </form>
    </dialog>`;
  }

  private choose(ending: 'solved' | 'unsolved'): void {
    this.ending = ending;
  }

  private fill(reason: string): void {
    const field = this.piece<HTMLTextAreaElement>('#reason');
    if (field === null) return;
    field.value = reason;
    this.isReasonMissing = false;
    field.focus();
  }

  private readonly onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) this.onSubmit(event);
  };

  private readonly onSubmit = (event: Event): void => {
    event.preventDefault();
    const field = this.piece<HTMLTextAreaElement>('#reason');
    const reason = field?.value.trim() ?? '';
    this.isReasonMissing = reason === '';
    if (reason === '') {
      field?.focus();
      return;
    }
    this.dispatchEvent(new DeskEvent({ kind: 'close', request: { ending: this.ending, reason } }));
  };

  private readonly cancel = (): void => this.piece<HTMLDialogElement>('dialog')?.close();

  private readonly end = (): void => {
    this.dispatchEvent(new DeskEvent({ kind: 'end-dialog' }));
  };
}
