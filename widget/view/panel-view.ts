import { html, nothing, type TemplateResult } from 'lit';
import { directionOf, type Locale } from '../../src/language/locale.ts';
import type { TalkView } from '../../src/protocol/answer-worker.ts';
import { longestInput } from '../session.ts';
import type { Strings } from '../strings/strings.ts';
import { icons } from './icons.ts';

export interface PanelModel {
  readonly strings: Strings;
  readonly locale: Locale;
  readonly heading: string;
  readonly placeholder: string;
  /** In the page's flow instead of over it. */
  readonly isInline: boolean;
  readonly isMenuOpen: boolean;
  /** The conversation, or the sheet in its place. */
  readonly content: TemplateResult;
}

export interface PanelActions {
  close(): void;
  toggleMenu(): void;
  askForPerson(): void;
  startOver(): void;
  /** Left out while there are none. */
  showRequests: (() => void) | undefined;
  showStored(): void;
  send(): void;
  /** Something was typed. */
  typed(): void;
}

/** @param talk the one with a person: its answers are told of, and counted on the button, until they are seen */
export function launcherView(strings: Strings, talk: TalkView | undefined, open: () => void): TemplateResult {
  const { unread = 0, words } = talk ?? {};
  const news = unread > 0 && words ? words.answered : '';
  return html`<button type="button" class="launcher" part="launcher" aria-label=${news ? `${strings.open}. ${news}` : strings.open} aria-expanded="false" @click=${open}>
    <slot name="launcher">${icons.help}</slot>${news ? html`<span class="badge" part="badge">${unread}</span>` : nothing}
  </button><div class="hidden" role="status">${news}</div>`;
}

/** The panel with its header, whatever it shows, and the line to write in. */
export function panelView(model: PanelModel, actions: PanelActions): TemplateResult {
  const { strings, locale, heading, placeholder, isInline, content } = model;
  return html`<section class="panel" part="panel" role=${isInline ? 'region' : 'dialog'} aria-labelledby="title" tabindex="-1">
    <div class="content" lang=${locale} dir=${directionOf(locale)}>
      <div class="header" part="header">
        <h2 id="title"><slot name="heading">${heading}</slot></h2>
        ${menuView(model, actions)}
        ${isInline ? nothing : iconButton(strings.close, icons.close, actions.close)}
      </div>
      <div class="scroll" tabindex="-1">${content}</div>
      ${composerView(strings, placeholder, actions)}
      <div class="footer" part="footer"><slot name="footer">${strings.software}</slot></div>
    </div>
  </section>`;
}

function iconButton(label: string, icon: unknown, act: () => void): TemplateResult {
  return html`<button type="button" class="icon" aria-label=${label} @click=${act}>${icon}</button>`;
}

function menuView(
  { strings, isMenuOpen }: PanelModel,
  { toggleMenu, askForPerson, startOver, showRequests, showStored }: PanelActions,
): TemplateResult {
  const item = (label: string, act: () => void) => html`<li><button type="button" @click=${act}>${label}</button></li>`;
  return html`<div class="menu">
    <button type="button" class="icon" aria-label=${strings.menu} aria-expanded=${isMenuOpen} aria-controls="menu" @click=${toggleMenu}>
      ${icons.menu}
    </button>
    <ul id="menu" ?hidden=${!isMenuOpen}>
      ${item(strings.person, askForPerson)} ${showRequests === undefined ? nothing : item(strings.requests, showRequests)} ${item(strings.startOver, startOver)} ${item(strings.stored, showStored)}
    </ul>
  </div>`;
}

/** No form around the input: pages in sandboxed frames may not submit any. */
function composerView(strings: Strings, placeholder: string, { send, typed }: PanelActions): TemplateResult {
  return html`<div class="composer" part="composer">
    <textarea part="input" rows="1" maxlength=${longestInput} aria-label=${strings.question} placeholder=${placeholder} @input=${typed}
      enterkeyhint="send" autocomplete="off" @keydown=${(event: KeyboardEvent) => onInputKeyDown(event, send)}></textarea>
    <button type="button" class="icon send" part="send" aria-label=${strings.send} @click=${send}>${icons.send}</button>
  </div>`;
}

/** Enter sends, Shift+Enter breaks the line; while an input method composes, Enter belongs to it. */
function onInputKeyDown(event: KeyboardEvent, send: () => void): void {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
  event.preventDefault();
  send();
}
