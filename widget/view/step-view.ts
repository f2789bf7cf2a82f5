import { html, nothing, type TemplateResult } from 'lit';
import type { ReplyJourney, ReplyStep } from '../../src/answer/reply.ts';
import { directionOf } from '../../src/language/locale.ts';
import type { Strings } from '../strings/strings.ts';
import { documentView } from './document-view.ts';

/** What a visitor can do in a guide besides answering. */
export type GuideCommand = 'back' | 'skip' | 'stop';

/** One step of a guide: what is known so far, the question or fix, and how to check it for those who want to see. */
export function stepView(step: ReplyStep, strings: Strings): TemplateResult {
  return html`<div class="step answer" part="step" lang=${step.locale} dir=${directionOf(step.locale)}>
    ${knownView(step, strings)}
    ${step.words === undefined ? nothing : html`<p class="heading">${step.words}</p>`}
    ${step.details.map(({ heading, document }) => html`${heading === '' ? nothing : html`<p class="label">${heading}</p>`}${documentView(document)}`)}
    ${step.how === undefined ? nothing : html`<details part="how"><summary>${strings.howToCheck}</summary>${documentView(step.how)}</details>`}
  </div>`;
}

function knownView({ title, known }: ReplyStep, strings: Strings): TemplateResult {
  if (known.length === 0) return html`<p class="label" part="progress">${title}</p>`;
  return html`<details part="progress">
    <summary>${title} · ${strings.known.replace('{count}', String(known.length))}</summary>
    <ol>${known.map(({ question, answer }) => html`<li>${question} <strong>${answer}</strong></li>`)}</ol>
  </details>`;
}

/** Buttons below the latest step, as long as it waits for an answer. */
export function stepActionsView(
  step: ReplyStep | ReplyJourney | undefined,
  strings: Strings,
  act: (command: GuideCommand, words: string) => void,
): unknown {
  const isWaiting = step !== undefined && ('journey' in step ? step.done === undefined : step.words !== undefined);
  if (!isWaiting) return nothing;
  const button = (command: GuideCommand, label: string) =>
    html`<button type="button" @click=${() => act(command, label)}>${label}</button>`;
  return html`<div class="feedback" part="step-actions">
    ${step.hasBack ? button('back', strings.back) : nothing} ${button('skip', strings.skip)} ${button('stop', strings.stopGuide)}
  </div>`;
}
