import { html, nothing, type TemplateResult } from 'lit';
import { fill } from '../../src/answer/phrases/phrases.ts';
import type { Inventory } from '../../src/protocol/answer-worker.ts';
import type { TipsReport } from '../nudge/nudge-port.ts';
import type { Strings } from '../strings/strings.ts';
import { icons } from './icons.ts';

export interface PrivacyActions {
  back(): void;
  deleteAll(): void;
  /** Turns nudges off, or on again. */
  toggleTips(): void;
}

export interface StoredThings {
  readonly inventory?: Inventory;
  /** What is kept for nudges, where they run. */
  readonly tips?: TipsReport;
  readonly isDeleted: boolean;
}

/** "What is stored here?", with the button that deletes it. */
export function privacyView(
  { inventory, tips, isDeleted }: StoredThings,
  locale: string,
  strings: Strings,
  actions: PrivacyActions,
): TemplateResult {
  return html`<section class="sheet" part="sheet" aria-labelledby="sheet-title">
    <button type="button" class="plain" @click=${actions.back}>${icons.back} ${strings.back}</button>
    <h3 id="sheet-title" tabindex="-1">${strings.stored}</h3>
    <p>${strings.storedPrivate}</p>
    ${inventory === undefined ? nothing : inventoryView(inventory, locale, strings)}
    ${tips === undefined ? nothing : tipsView(tips, actions)}
    <p role="status">${isDeleted ? html`${icons.done} ${strings.deleted}` : nothing}</p>
    ${inventory === undefined || (isEmpty(inventory) && tips === undefined) ? nothing : html`<button type="button" class="danger" part="delete" @click=${actions.deleteAll}>${strings.deleteAll}</button>`}
  </section>`;
}

function inventoryView(inventory: Inventory, locale: string, strings: Strings): TemplateResult {
  if (inventory.storage === 'unavailable') return html`<p>${strings.storedUnavailable}</p>`;
  if (isEmpty(inventory)) return html`<p>${strings.storedNothing}</p>`;
  const number = new Intl.NumberFormat(locale);
  return html`<ul>
    ${inventory.messages === 0 ? nothing : html`<li>${fill(strings.storedMessages, { count: number.format(inventory.messages) })}</li>`}
    ${inventory.needs === 0 ? nothing : html`<li>${fill(strings.storedNeeds, { count: number.format(inventory.needs) })}</li>`}
    ${inventory.pages === 0 ? nothing : html`<li>${fill(strings.storedPages, { count: number.format(inventory.pages) })}</li>`}
    ${inventory.packs.map(({ site, bytes }) => html`<li>${fill(strings.storedPack, { site, size: sizeText(bytes, locale) })}</li>`)}
    ${inventory.weights === 0 ? nothing : html`<li>${fill(strings.storedWeights, { size: sizeText(inventory.weights, locale) })}</li>`}
  </ul>`;
}

function tipsView({ title, lines, toggle }: TipsReport, { toggleTips }: PrivacyActions): TemplateResult {
  return html`<h4>${title}</h4>
    <ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>
    <button type="button" class="plain" part="tips-toggle" @click=${toggleTips}>${toggle}</button>`;
}

function isEmpty({ messages, needs, pages, packs, weights }: Inventory): boolean {
  return messages + needs + pages + packs.length + weights === 0;
}

function sizeText(bytes: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'unit', unit: 'kilobyte' }).format(Math.max(1, Math.round(bytes / 1000)));
}
