import { html, nothing } from 'lit';
import type { DeskApi } from '../api/desk-api.ts';
import { DeskFailure } from '../api/desk-failure.ts';
import { DeskElement } from './desk-element.ts';

/** A page of the desk that shows what it reads from the relay when it is opened. */
export abstract class LoadedElement<Data> extends DeskElement {
  static override readonly properties: Record<string, object> = {
    ...DeskElement.properties,
    api: { attribute: false },
    data: { state: true },
    failure: { state: true },
  };

  declare api: DeskApi;
  declare protected data: Data | undefined;
  declare protected failure: DeskFailure | undefined;
  private readonly leaving = new AbortController();

  protected abstract read(signal: AbortSignal): Promise<Data>;

  protected override firstUpdated(): void {
    void this.load();
    this.piece('h1')?.focus({ preventScroll: true });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.leaving.abort();
  }

  protected async load(): Promise<void> {
    try {
      this.data = await this.read(this.leaving.signal);
      this.failure = undefined;
    } catch (thrown) {
      if (!this.leaving.signal.aborted) this.failure = DeskFailure.from(thrown);
    }
  }

  /** What stands in place of the data while there is none, or above them when they could not be read anew. */
  protected standingView(): unknown {
    const { words } = this;
    if (this.failure !== undefined) {
      return html`<div class="failure" role="alert">${this.tongue.failure(this.failure)}
        <button type="button" class="button" @click=${() => void this.load()}>${words.again}</button></div>`;
    }
    return this.data === undefined ? html`<p class="note" role="status"><span class="busy">${words.loading}</span></p>` : nothing;
  }
}
