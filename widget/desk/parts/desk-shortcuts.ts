import { css, html } from 'lit';
import { controls } from './controls.styles.ts';
import { DeskElement } from './desk-element.ts';
import { DeskEvent } from './desk-event.ts';
import { shortcutKeys } from './shortcut-keys.ts';

/** The keys that work at the desk, and the switch for them. */
export class DeskShortcuts extends DeskElement {
  static override readonly styles = [
    controls,
    css`
      dl { display: grid; gap: 0.375rem; }
      dl > div { display: flex; gap: 1rem; justify-content: space-between; }
      dt { order: 1; flex: none; }
      dd { overflow-wrap: anywhere; }
      kbd { font: inherit; font-size: 0.875rem; border: 1px solid var(--muted); border-radius: 0.375rem; padding-inline: 0.5rem; color: var(--text); }
    `,
  ];
  static override readonly properties = { ...DeskElement.properties, areOn: { attribute: false }, switchTo: { attribute: false } };

  declare areOn: boolean;
  declare switchTo: (areOn: boolean) => void;

  protected override firstUpdated(): void {
    this.piece<HTMLDialogElement>('dialog')?.showModal();
  }

  protected override render(): unknown {
    const { words } = this;
    return html`<dialog aria-labelledby="title" @close=${() => this.dispatchEvent(new DeskEvent({ kind: 'end-dialog' }))}>
      <div class="stack">
        <h2 id="title">${words.shortcuts}</h2>
        <dl>${Object.entries(shortcutKeys).map(
          ([name, key]) =>
            html`<div><dt><kbd dir="ltr">${key}</kbd></dt><dd>${words.shortcutNames[name as keyof typeof shortcutKeys]}</dd></div>`,
        )}</dl>
        <p class="note">${words.composerKeys}</p>
        <label class="tick"><input type="checkbox" .checked=${this.areOn} @change=${this.onSwitch} /> ${words.shortcutsOn}</label>
        <div class="row"><button type="button" class="button" @click=${() => this.piece<HTMLDialogElement>('dialog')?.close()}>${words.done}</button></div>
      </div>
    </dialog>`;
  }

  private readonly onSwitch = (event: Event): void => this.switchTo((event.target as HTMLInputElement).checked);
}
