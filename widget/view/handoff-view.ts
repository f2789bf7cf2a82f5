import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { directionOf } from '../../src/language/locale.ts';
import type { HandoffDraft, TalkView } from '../../src/protocol/answer-worker.ts';

export interface HandoffActions {
  /** Sends the draft as it stands in the card. */
  handOver(struck: readonly string[], email: string): void;
  endTalk(): void;
}

/** The card that offers to pass the story on: one tap sends it, and before that all of it can be seen and struck out. */
export function handoffCardView({ lines, words }: HandoffDraft, actions: HandoffActions): TemplateResult {
  const send = (event: Event) => {
    const card = (event.currentTarget as HTMLElement).closest('.handoff') as HTMLElement;
    const struck = [...card.querySelectorAll<HTMLInputElement>('input[type=checkbox]')].filter(({ checked }) => !checked);
    const email = card.querySelector<HTMLInputElement>('input[type=email]') as HTMLInputElement;
    if (!email.reportValidity()) return;
    actions.handOver(
      struck.map(({ value }) => value),
      email.value.trim(),
    );
  };
  return html`<div class="handoff" part="handoff" role="group" aria-labelledby="handoff-title">
    <p class="heading" id="handoff-title">${words.title}</p>
    <details part="handoff-lines" @toggle=${inView}>
      <summary>${words.whatIsSent}</summary>
      <p class="note">${words.untick}</p>
      <ul>
        ${lines.map(
          ({ id, label, text }) => html`<li><label><input type="checkbox" value=${id} checked />
            <span><span class="label">${label}</span> <span dir="auto">${text}</span></span></label></li>`,
        )}
      </ul>
    </details>
    <label class="field"><span class="label">${words.emailLabel}</span>
      <input type="email" autocomplete="email" dir="ltr" maxlength="254" /></label>
    <div class="feedback"><button type="button" part="handoff-send" @click=${send}>${words.send}</button></div>
  </div>`;
}

/** What was opened is not left below the edge. */
function inView({ currentTarget }: Event): void {
  (currentTarget as HTMLElement).parentElement?.scrollIntoView({ block: 'nearest' });
}

/** What the visitor and the person have written, and how it stands. */
export function talkView({ lines, status, isOver, words }: TalkView, actions: HandoffActions): TemplateResult {
  return html`${repeat(
    lines,
    ({ id }) => id,
    ({ from, name, text, note, locale }) =>
      html`<div class="message ${from}" part="message ${from}-message" lang=${locale ?? nothing} dir=${locale === undefined ? 'auto' : directionOf(locale)}>
        <span class=${from === 'visitor' ? 'hidden' : 'label'}>${name}</span>
        <span class="words" dir="auto">${text}</span>
        ${note === '' ? nothing : html`<span class="note">${note}</span>`}
      </div>`,
  )}
  <div class="talk" part="talk-status">
    <p class="note" role="status">${status}</p>
    ${isOver ? nothing : html`<button type="button" class="plain" @click=${actions.endTalk}>${words.end}</button>`}
  </div>`;
}
