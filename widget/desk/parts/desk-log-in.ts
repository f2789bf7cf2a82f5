import { css, html, nothing } from 'lit';
import { DeskFailure } from '../api/desk-failure.ts';
import type { Standing } from '../state/desk-session.ts';
import { controls } from './controls.styles.ts';
import { DeskElement } from './desk-element.ts';

/** Where a member says who they are; also when a log-in ran out in the middle of the work. */
export class DeskLogIn extends DeskElement {
  static override readonly styles = [
    controls,
    css`
      :host { display: grid; place-items: center; min-block-size: 100%; padding: 1rem; }
      form { inline-size: min(24rem, 100%); padding: 1.5rem; border: 1px solid var(--line); border-radius: 16px; background: var(--surface); }
      h1 { font-size: 1.35rem; }
    `,
  ];
  static override readonly properties = {
    ...DeskElement.properties,
    standing: { attribute: false },
    email: { attribute: false },
    logIn: { attribute: false },
    isBusy: { state: true },
    failure: { state: true },
  };

  declare standing: Standing;
  /** Who worked here until now. */
  declare email: string;
  /** Rejects with a DeskFailure. */
  declare logIn: (email: string, password: string) => Promise<void>;
  declare private isBusy: boolean;
  declare private failure: DeskFailure | undefined;

  protected override firstUpdated(): void {
    this.piece<HTMLInputElement>(this.email === '' ? '#email' : '#password')?.focus();
  }

  protected override render(): unknown {
    const { words, failure, isBusy } = this;
    return html`<form class="stack" @submit=${this.onSubmit} aria-labelledby="title" aria-busy=${isBusy}>
      <h1 id="title">${words.desk}</h1>
      ${this.standing === 'expired' ? html`<p class="note" role="status">${words.expired}</p>` : nothing}
      <label class="field"><span class="label">${words.email}</span>
        <input id="email" type="email" autocomplete="username" dir="ltr" maxlength="254" required .value=${this.email} /></label>
      <label class="field"><span class="label">${words.password}</span>
        <input id="password" type="password" autocomplete="current-password" dir="ltr" maxlength="200" required /></label>
      <p class="wrong" role="alert">${failure === undefined ? nothing : this.tongue.failure(failure)}</p>
      <button class="button primary" type="submit" ?disabled=${isBusy}>
        ${isBusy ? html`<span class="busy">${words.loggingIn}</span>` : words.logIn}
      </button>
      <p class="note">${words.noPassword}</p>
    </form>`;
  }

  private readonly onSubmit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const email = this.piece<HTMLInputElement>('#email');
    const password = this.piece<HTMLInputElement>('#password');
    if (email === null || password === null || this.isBusy) return;
    this.isBusy = true;
    this.failure = undefined;
    try {
      await this.logIn(email.value.trim(), password.value);
    } catch (thrown) {
      this.failure = DeskFailure.from(thrown);
      password.select();
    } finally {
      this.isBusy = false;
    }
  };
}
