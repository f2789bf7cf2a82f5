import { css, html, nothing, type TemplateResult } from 'lit';
import { fill } from '../../../src/answer/phrases/phrases.ts';
import type { Draft } from '../../../src/protocol/desk.ts';
import { caseAddress } from '../place.ts';
import { controls } from './controls.styles.ts';
import { LoadedElement } from './loaded-element.ts';

/** Units that were drafted from cases and wait for an author. */
export class DeskDrafts extends LoadedElement<readonly Draft[]> {
  static override readonly styles = [
    controls,
    css`
      li { display: grid; gap: 0.5rem; padding: 0.875rem 1rem; border: 1px solid var(--line); border-radius: 0.75rem; }
      .list { display: grid; gap: 0.75rem; }
      .phrasings { display: grid; gap: 0.25rem; padding-inline-start: 1.375rem; list-style: disc; }
      .phrasings li { display: list-item; padding: 0; border: 0; }
    `,
  ];

  protected override read(signal: AbortSignal): Promise<readonly Draft[]> {
    return this.api.drafts(signal);
  }

  protected override render(): unknown {
    const { words, data } = this;
    return html`<div class="page">
      <h1 tabindex="-1">${words.drafts}</h1>
      <p class="note">${words.draftsNote}</p>
      ${this.standingView()}
      ${data === undefined ? nothing : data.length === 0 ? html`<p>${words.noDrafts}</p>` : html`<ul class="list">${data.map((draft) => this.draftView(draft))}</ul>`}
    </div>`;
  }

  private draftView({ unit, locale, question, phrasings, answer, by, at, handoff, site }: Draft): TemplateResult {
    const { words, tongue } = this;
    return html`<li>
      <h2 lang=${locale} dir="auto">${question}</h2>
      <p class="row note"><span class="chip" dir="ltr">${unit}</span> <span class="chip">${tongue.language(locale)}</span> <span>${site}</span>
        <span>${fill(words.draftedBy, { name: by })}, <time datetime=${at}>${tongue.time(at)}</time></span> <a href=${caseAddress(handoff)}>${words.toCase}</a></p>
      ${phrasings.length === 0 ? nothing : html`<ul class="phrasings" lang=${locale}>${phrasings.map((phrasing) => html`<li dir="auto">${phrasing}</li>`)}</ul>`}
      <p class="words" lang=${locale} dir="auto">${answer}</p>
    </li>`;
  }
}
