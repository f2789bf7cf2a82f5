import { css, html, nothing, type TemplateResult } from 'lit';
import { fill } from '../../../src/answer/phrases/phrases.ts';
import type { DeskWeek as Week } from '../../../src/protocol/desk.ts';
import { caseAddress } from '../place.ts';
import { controls } from './controls.styles.ts';
import { LoadedElement } from './loaded-element.ts';

/** A week for leads: how much was solved, how fast, and what is missing. */
export class DeskWeek extends LoadedElement<Week> {
  static override readonly styles = [
    controls,
    css`
      .figures { display: grid; gap: 0.75rem; grid-template-columns: repeat(auto-fill, minmax(8.25rem, 1fr)); }
      .figures > div { display: grid; align-content: start; gap: 0.125rem; padding: 0.75rem 1rem; border: 1px solid var(--line); border-radius: 0.75rem; }
      .figures dt { font-weight: 400; color: var(--muted); font-size: 0.9375rem; }
      .figures dd { font-size: 1.5rem; font-variant-numeric: tabular-nums; }
      .figures .note { font-size: 0.875rem; }
      .lists { display: grid; gap: 1.25rem 2rem; grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr)); }
      section { display: grid; align-content: start; gap: 0.5rem; min-inline-size: 0; }
      li { display: flex; gap: 0.75rem; justify-content: space-between; padding-block: 0.375rem; border-block-end: 1px solid var(--line); overflow-wrap: anywhere; }
      li > :first-child { min-inline-size: 0; }
      .count { font-variant-numeric: tabular-nums; color: var(--muted); }
    `,
  ];

  protected override read(signal: AbortSignal): Promise<Week> {
    return this.api.week(signal);
  }

  protected override render(): unknown {
    const { words, data } = this;
    return html`<div class="page">
      <h1 tabindex="-1">${words.week}</h1>
      ${this.standingView()}
      ${data === undefined ? nothing : this.weekView(data)}
    </div>`;
  }

  private weekView(week: Week): TemplateResult {
    const { words, tongue } = this;
    const { opened, endings, answered, closed } = week;
    const ended = endings.solved + endings.unsolved + endings.left;
    return html`<p class="note">${fill(words.weekNote, { time: tongue.time(week.from) })}</p>
      <dl class="figures">
        ${figureView(words.weekOpened, tongue.number(opened))}
        ${figureView(words.endings.solved, ended === 0 ? '—' : tongue.percent(endings.solved / ended), tongue.number(endings.solved))}
        ${figureView(words.endings.unsolved, tongue.number(endings.unsolved))}
        ${figureView(words.endings.left, tongue.number(endings.left))}
        ${this.paceView(words.weekAnswered, answered)} ${this.paceView(words.weekClosed, closed)}
      </dl>
      <div class="lists">
        ${this.listView(
          words.weekReasons,
          week.reasons.map(({ name, count }) => ({ name: words.reasons[name], count })),
        )}
        ${this.listView(words.weekClusters, week.clusters)} ${this.listView(words.weekUnsolved, week.unsolved)}
        <section aria-labelledby="unsure"><h2 id="unsure">${words.weekUnsure}</h2>
          ${week.unsure.length === 0 ? html`<p class="note">${words.weekNone}</p>` : html`<ul>${week.unsure.map(({ handoff, summary }) => html`<li><a href=${caseAddress(handoff)} dir="auto">${summary}</a></li>`)}</ul>`}
        </section>
      </div>`;
  }

  private paceView(title: string, spread: Week['answered']): TemplateResult {
    const { words, tongue } = this;
    if (spread === undefined) return figureView(title, '—');
    return figureView(title, tongue.minutes(spread.half), fill(words.weekMost, { time: tongue.minutes(spread.most) }));
  }

  private listView(title: string, entries: readonly { readonly name: string; readonly count: number }[]): TemplateResult {
    return html`<section><h2>${title}</h2>
      ${
        entries.length === 0
          ? html`<p class="note">${this.words.weekNone}</p>`
          : html`<ul>${entries.map(({ name, count }) => html`<li><span dir="auto">${name}</span> <span class="count">${this.tongue.number(count)}</span></li>`)}</ul>`
      }
    </section>`;
  }
}

function figureView(title: string, figure: string, note = ''): TemplateResult {
  return html`<div><dt>${title}</dt><dd>${figure}</dd>${note === '' ? nothing : html`<dd class="note">${note}</dd>`}</div>`;
}
