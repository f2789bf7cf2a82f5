import type { html as Html, TemplateResult } from 'lit';
import { fill } from '../../src/answer/phrases/phrases.ts';
import { type Offer, runtimeBytes } from '../../src/generate/ladder.ts';
import { type Locale, languageOf, spokenLanguage } from '../../src/language/locale.ts';
import type { BetterReply } from '../../src/memory/conversation.ts';
import type { ErrorCode } from '../../src/protocol/errors.ts';
import { type GenerationWords, generationWords } from './words.ts';

/** What the panel has to say about models. */
export type AssistantState =
  | { readonly kind: 'idle' | 'writing' }
  | { readonly kind: 'offer'; readonly offer: Offer }
  | { readonly kind: 'loading' | 'paused'; readonly offer: Offer; readonly share: number }
  | { readonly kind: 'failed'; readonly code: ErrorCode };

export interface AssistantActions {
  fetchOffer(): void;
  pause(): void;
}

/** One line below the conversation, with the buttons that go with it. Drawn with the element's own `html`. */
export function assistantView(
  html: typeof Html,
  state: AssistantState,
  locale: Locale,
  actions: AssistantActions,
): TemplateResult | undefined {
  const words = generationWords[spokenLanguage(locale)];
  const percent = (share: number) => new Intl.NumberFormat(locale, { style: 'percent' }).format(Math.min(1, share));
  switch (state.kind) {
    case 'idle':
      return undefined;
    case 'writing':
      return html`<div class="note" part="model" role="status"><span class="busy">${words.writing}</span></div>`;
    case 'failed':
      return html`<div class="note" part="model" role="status">${failureText(state.code, words)}</div>`;
    case 'offer':
      return html`<div class="note" part="model">
        <p>${offerText(state.offer, words, locale)}</p>
        <div class="feedback"><button type="button" @click=${actions.fetchOffer}>${words.download}</button></div>
      </div>`;
    case 'loading':
      return html`<div class="note" part="model">
        <p role="status">${fill(words.loading, { percent: percent(state.share) })}</p>
        <progress max="1" .value=${state.share} aria-label=${words.download}></progress>
        <div class="feedback"><button type="button" @click=${actions.pause}>${words.pause}</button></div>
      </div>`;
    case 'paused':
      return html`<div class="note" part="model">
        <p role="status">${fill(words.paused, { percent: percent(state.share) })}</p>
        <div class="feedback"><button type="button" @click=${actions.fetchOffer}>${words.resume}</button></div>
      </div>`;
  }
}

/** The line of the sheet "What is stored here?", with the button that removes it. */
export function keptView(html: typeof Html, bytes: number, locale: Locale, remove: () => void): TemplateResult | undefined {
  if (bytes === 0) return undefined;
  const words = generationWords[spokenLanguage(locale)];
  return html`<div class="note" part="model">
    <p>${fill(words.kept, { size: sizeText(bytes, locale) })}</p>
    <div class="feedback"><button type="button" @click=${remove}>${words.remove}</button></div>
  </div>`;
}

/** What stands below a text that a model put into the visitor's language. */
export function translatedText(from: Locale, locale: Locale): string {
  const language = new Intl.DisplayNames(locale, { type: 'language' }).of(languageOf(from)) ?? from;
  return fill(generationWords[spokenLanguage(locale)].translated, { language });
}

/** Which tier wrote a text. */
export function writerText(tier: BetterReply['tier'], locale: Locale): string {
  const words = generationWords[spokenLanguage(locale)];
  return tier === 'relay' ? words.byRelay : words.byDevice;
}

/** What stands before what a reply may have meant. */
export function meantText(locale: Locale): string {
  return generationWords[spokenLanguage(locale)].meant;
}

function offerText(offer: Offer, words: GenerationWords, locale: Locale): string {
  if (offer.kind === 'builtin') return words.offerBuiltin;
  return [
    fill(words.offer, { size: sizeText(offer.bytes + runtimeBytes[offer.model.maker], locale) }),
    ...(offer.isCostly ? [words.costly] : []),
  ].join(' ');
}

function failureText(code: ErrorCode, words: GenerationWords): string {
  if (code === 'model-hidden') return words.hidden;
  if (code === 'gpu-lost') return words.gpuLost;
  if (code === 'out-of-memory') return words.outOfMemory;
  return code === 'model-busy' ? words.otherTab : words.failed;
}

function sizeText(bytes: number, locale: Locale): string {
  const isLarge = bytes >= 1e6;
  const unit = isLarge ? 'megabyte' : 'kilobyte';
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 0 }).format(
    Math.max(1, bytes / (isLarge ? 1e6 : 1e3)),
  );
}
