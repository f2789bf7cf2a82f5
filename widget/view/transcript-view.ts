import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Reply } from '../../src/answer/reply.ts';
import { safeHref } from '../../src/content/answer-document.ts';
import { directionOf } from '../../src/language/locale.ts';
import type { BetterReply, Message } from '../../src/memory/conversation.ts';
import type { SessionView } from '../session.ts';
import type { Strings } from '../strings/strings.ts';
import { documentView } from './document-view.ts';
import { type HandoffActions, handoffCardView, talkView } from './handoff-view.ts';
import { icons } from './icons.ts';
import { holdsChoices, type JourneyActions, journeyFormView, journeyView } from './journey-view.ts';
import { type GuideCommand, stepActionsView, stepView } from './step-view.ts';

export interface TranscriptActions extends HandoffActions, JourneyActions {
  choose(id: string, label: string): void;
  solved(message: number): void;
  notSolved(message: number): void;
  ask(text: string): void;
  /** Steers the guide under way. */
  steer(command: GuideCommand, words: string): void;
  retry(): void;
  /** A link was followed; the page may want to come into view. */
  followed(event: Event): void;
}

export interface TranscriptOptions {
  readonly strings: Strings;
  readonly greeting: string;
  readonly suggestions: readonly string[];
}

/** The conversation: greeting and suggestions while it is empty, then message by message. */
export function transcriptView(
  view: SessionView,
  { strings, greeting, suggestions }: TranscriptOptions,
  actions: TranscriptActions,
): TemplateResult {
  const { messages } = view.conversation;
  const last = messages.at(-1);
  const { talk, draft } = view;
  return html`
    ${messages.length === 0 ? welcomeView(strings, greeting, suggestions, actions) : nothing}
    <div class="log" part="transcript" role="log" aria-label=${strings.transcript} aria-live="polite">
      ${repeat(
        messages,
        ({ id }) => id,
        (message) => html`${messageView(message, message === last, strings, actions)}
          ${talk?.after === message.id ? talkView(talk, actions) : nothing}`,
      )}
      ${draft === undefined ? nothing : handoffCardView(draft, actions)}
    </div>
    <div class="status" role="status">${statusView(view, strings)}</div>
    ${view.failure === undefined ? nothing : failureView(strings, actions)}
  `;
}

function welcomeView(strings: Strings, greeting: string, suggestions: readonly string[], actions: TranscriptActions): TemplateResult {
  return html`<div class="welcome" part="greeting">
    <slot name="greeting"><p>${greeting}</p></slot>
    ${
      suggestions.length === 0
        ? nothing
        : html`<p class="label" id="often">${strings.oftenAsked}</p>
          <ul class="choices" part="suggestions" aria-labelledby="often">
            ${suggestions.map((text) => html`<li><button type="button" part="suggestion" @click=${() => actions.ask(text)}>${text}</button></li>`)}
          </ul>`
    }
  </div>`;
}

function messageView(message: Message, isLast: boolean, strings: Strings, actions: TranscriptActions): TemplateResult {
  if (message.from === 'visitor') {
    return html`<div class="message visitor" part="message visitor-message" lang=${message.locale} dir="auto">
      <span class="hidden">${strings.youSaid}</span><span class="words">${message.text}</span>
    </div>`;
  }
  const { reply } = message;
  return html`<div class="message agent" part="message agent-message" lang=${reply.locale} dir=${directionOf(reply.locale)}>
    <span class="hidden">${strings.agentSaid}</span>
    ${reply.lead === '' ? nothing : html`<p>${reply.lead}</p>`}
    ${reply.answer === undefined ? nothing : answerView(reply.answer)}
    ${reply.step === undefined ? nothing : stepView(reply.step, strings)}
    ${reply.journey === undefined ? nothing : journeyView(reply.journey, strings)}
    ${reply.notes.map((note) => html`<p class="note">${note}</p>`)}
    ${contactView(reply)}
    ${isLast && reply.journey?.form !== undefined ? journeyFormView(reply.journey.form, reply.choices, reply.locale, strings, actions) : nothing}
    ${isLast && !holdsChoices(reply.journey?.form) ? choicesView(reply.choices, actions) : nothing}
    ${isLast ? stepActionsView(reply.step ?? reply.journey, strings, actions.steer) : nothing}
    ${message.better === undefined ? nothing : betterView(message.better, isLast, actions)}
    ${reply.answer === undefined ? nothing : afterAnswer(message, isLast, strings, actions)}
  </div>`;
}

function betterView({ text, locale, from, choice }: BetterReply, isLast: boolean, actions: TranscriptActions): TemplateResult {
  return html`<div class="answer better" part="better" lang=${locale} dir=${directionOf(locale)}>
    <p>${text}</p><p class="label">${from.join(' · ')}</p>
    ${choice === undefined || !isLast ? nothing : choicesView([choice], actions)}
  </div>`;
}

function answerView(answer: NonNullable<Reply['answer']>): TemplateResult {
  return html`<div class="answer" part="answer" lang=${answer.locale} dir=${directionOf(answer.locale)}>${documentView(answer.document)}</div>`;
}

function contactView({ contact }: Reply): unknown {
  if (contact.length === 0) return nothing;
  return html`<dl class="contact" part="contact">
    ${contact.map(({ label, text, href }) => {
      const address = href === undefined ? undefined : safeHref(href);
      return html`<div><dt>${label}</dt><dd>${address === undefined ? text : html`<a href=${address} dir="ltr">${text}</a>`}</dd></div>`;
    })}
  </dl>`;
}

function choicesView(choices: Reply['choices'], actions: TranscriptActions): unknown {
  if (choices.length === 0) return nothing;
  return html`<ul class="choices" part="choices">
    ${choices.map(
      ({ id, label, locale }) =>
        html`<li><button type="button" part="choice" lang=${locale} dir="auto" @click=${() => actions.choose(id, label)}>${label}</button></li>`,
    )}
  </ul>`;
}

function afterAnswer(message: Message & { from: 'agent' }, isLast: boolean, strings: Strings, actions: TranscriptActions): TemplateResult {
  const source = message.reply.answer?.source === undefined ? undefined : safeHref(message.reply.answer.source);
  const isAddress = source !== undefined && /^https?:/.test(source);
  return html`
    <div class="after">
      <details part="reason"><summary>${strings.why}</summary><p>${message.reply.reason}</p></details>
      ${isAddress ? html`<a class="source" part="source" href=${source} @click=${actions.followed}>${strings.source}</a>` : nothing}
    </div>
    ${feedbackView(message, isLast, strings, actions)}
  `;
}

function feedbackView(
  { id, feedback }: Message & { from: 'agent' },
  isLast: boolean,
  strings: Strings,
  actions: TranscriptActions,
): unknown {
  if (feedback === 'solved') return html`<p class="thanks" part="feedback">${icons.done} ${strings.solvedThanks}</p>`;
  if (feedback !== undefined || !isLast) return nothing;
  return html`<div class="feedback" part="feedback">
    <button type="button" @click=${() => actions.solved(id)}>${strings.solved}</button>
    <button type="button" @click=${() => actions.notSolved(id)}>${strings.notYet}</button>
  </div>`;
}

function statusView({ activity, pack }: SessionView, strings: Strings): unknown {
  if (activity === 'loading') return html`<span class="busy">${strings.loading}</span>`;
  if (activity === 'looking') return html`<span class="busy">${strings.looking}</span>`;
  return pack.state === 'failed' ? strings.packFailed : nothing;
}

function failureView(strings: Strings, actions: TranscriptActions): TemplateResult {
  return html`<div class="failure" part="failure" role="alert">
    ${strings.failed} <button type="button" @click=${actions.retry}>${strings.retry}</button>
  </div>`;
}
