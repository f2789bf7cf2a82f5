import { css, html, nothing, type TemplateResult } from 'lit';
import { fill } from '../../../src/answer/phrases/phrases.ts';
import { safeHref } from '../../../src/content/answer-document.ts';
import type { ActionResult, Json } from '../../../src/journey/actions.ts';
import { type Locale, languageOf } from '../../../src/language/locale.ts';
import { isMoney } from '../../../src/policy/money.ts';
import type { Case } from '../../../src/protocol/desk.ts';
import { caseAddress } from '../place.ts';
import { controls } from './controls.styles.ts';
import { DeskElement } from './desk-element.ts';
import { DeskEvent } from './desk-event.ts';

/** How it stands with what the agent proposes. */
export interface Proposed {
  /** Whether the member has the case. */
  readonly mayDo: boolean;
  readonly isDoing: boolean;
  readonly isDone: boolean;
  /** What came of the last try. */
  readonly result: ActionResult | undefined;
}

/** The whole story of a case, so that nobody has to tell it twice: what matters most comes first. */
export class DeskStory extends DeskElement {
  static override readonly styles = [
    controls,
    css`
      :host { display: block; }
      section { padding: 0.75rem 1rem; border-block-end: 1px solid var(--line); display: grid; gap: 0.375rem; }
      section:last-of-type { border-block-end: 0; }
      .lead { font-size: 1.0625rem; }
      dl { display: grid; gap: 0.375rem; }
      dl > div { display: grid; gap: 0 0.75rem; grid-template-columns: minmax(6rem, 2fr) 3fr; }
      dd { overflow-wrap: anywhere; min-inline-size: 0; }
      dt { overflow-wrap: anywhere; font-weight: 400; }
      ol { padding-inline-start: 1.375rem; list-style: decimal; }
      ol, ul { display: grid; gap: 0.375rem; }
      .proposal { border-inline-start: 4px solid var(--accent); padding-inline-start: 0.75rem; display: grid; gap: 0.25rem; }
      summary { min-block-size: 1.75rem; }
    `,
  ];
  static override readonly properties = {
    ...DeskElement.properties,
    case: { attribute: false },
    deskLocale: { attribute: false },
    siteName: { attribute: false },
    proposed: { attribute: false },
  };

  declare case: Case;
  /** The language that the desk of this site works in. */
  declare deskLocale: Locale;
  declare siteName: string;
  declare proposed: Proposed;

  protected override render(): unknown {
    return html`${this.summaryView()} ${this.proposalView()} ${this.factsView()} ${this.triedView()} ${this.guideView()}
      ${this.journeyView()} ${this.circumstancesView()} ${this.earlierView()}`;
  }

  private summaryView(): TemplateResult {
    const {
      words,
      deskLocale,
      case: { handoff },
    } = this;
    const { summary, locale, problem, openQuestion, told } = handoff;
    const isTranslated = languageOf(locale) !== languageOf(deskLocale) && summary.visitor !== summary.desk;
    return html`<section aria-labelledby="summary">
      <h3 id="summary">${words.summary}</h3>
      <p class="lead words" lang=${deskLocale} dir="auto">${summary.desk}</p>
      ${
        isTranslated
          ? html`<details><summary class="note">${fill(words.summaryIn, { language: this.tongue.language(locale) })}</summary>
              <p class="words" lang=${locale} dir="auto">${summary.visitor}</p></details>`
          : nothing
      }
      <h3>${words.problem}</h3>
      <p class="words" lang=${locale} dir="auto">${problem}</p>
      ${openQuestion === undefined || openQuestion === '' ? nothing : html`<h3>${words.openQuestion}</h3><p class="words" dir="auto">${openQuestion}</p>`}
      ${told === undefined || told === '' ? nothing : html`<h3>${words.told}</h3><p class="words" lang=${deskLocale} dir="auto">${told}</p>`}
    </section>`;
  }

  private proposalView(): unknown {
    const { proposal } = this.case.handoff;
    const { words } = this;
    if (proposal === undefined) return nothing;
    return html`<section aria-labelledby="proposal">
      <h3 id="proposal">${words.proposal}</h3>
      <div class="proposal">
        <p><strong dir="auto">${proposal.action}</strong> <span class="note" dir="auto">${proposal.title}</span></p>
        ${this.slotsView(Object.entries(proposal.args))}
        <p class="words" dir="auto">${proposal.because.desk}</p>
        <p class="note">${fill(words.rule, { rule: proposal.rule })}</p>
        ${this.slotsView(Object.entries(proposal.inputs))}
        ${this.doView()}
      </div>
    </section>`;
  }

  private doView(): unknown {
    const { words, proposed } = this;
    const { mayDo, isDoing, isDone, result } = proposed;
    if (isDone) return html`<p role="status"><span class="chip">${words.proposalDone}</span></p>`;
    if (!mayDo) return nothing;
    return html`${result === undefined || result.kind === 'done' ? nothing : html`<p class="failure" role="alert">${words.results[result.kind]} ${'because' in result ? html`<span dir="auto">${result.because}</span>` : nothing}</p>`}
      <p class="row"><button type="button" class="button primary" ?disabled=${isDoing} @click=${() => this.dispatchEvent(new DeskEvent({ kind: 'do-proposal' }))}>
        ${isDoing ? html`<span class="busy">${words.doing}</span>` : words.doIt}</button></p>
      <p class="note">${words.doItNote}</p>`;
  }

  private slotsView(slots: readonly (readonly [string, Json])[]): unknown {
    if (slots.length === 0) return nothing;
    return html`<dl>${slots.map(([name, value]) => pairView(name, html`<span dir="auto">${this.textOf(value)}</span>`))}</dl>`;
  }

  private textOf(value: Json): string {
    if (isMoney(value)) return this.tongue.money(value);
    return typeof value === 'string' ? value : JSON.stringify(value);
  }

  private factsView(): unknown {
    const { facts } = this.case.handoff;
    if (facts.length === 0) return nothing;
    return html`<section aria-labelledby="facts">
      <h3 id="facts">${this.words.facts}</h3>
      <dl>${facts.map(({ name, value }) => pairView(name, html`<span dir="auto">${value}</span>`))}</dl>
    </section>`;
  }

  private triedView(): TemplateResult {
    const { words } = this;
    const { tried } = this.case.handoff;
    return html`<section aria-labelledby="tried">
      <h3 id="tried">${words.tried}</h3>
      ${
        tried.length === 0
          ? html`<p class="note">${words.nothingTried}</p>`
          : html`<ol>${tried.map(
              ({ step, outcome }) =>
                html`<li><span dir="auto">${step}</span>${outcome ? html` <span class="chip" dir="auto">${outcome}</span>` : nothing}</li>`,
            )}</ol>`
      }
    </section>`;
  }

  private guideView(): unknown {
    const { guide } = this.case.handoff;
    if (guide === undefined) return nothing;
    return html`<section aria-labelledby="guide">
      <h3 id="guide">${this.words.guide}</h3>
      <p dir="auto">${guide.guide}${guide.node === undefined ? nothing : html` · ${guide.node}`}</p>
      <dl>${guide.steps.map(({ question, reply }) => pairView(question, html`<span dir="auto">${reply}</span>`))}</dl>
    </section>`;
  }

  private journeyView(): unknown {
    const { journey } = this.case.handoff;
    if (journey === undefined) return nothing;
    return html`<section aria-labelledby="journey">
      <h3 id="journey">${this.words.journey}</h3>
      <p dir="auto">${journey.journey}</p>
      ${this.slotsView(Object.entries(journey.slots))}
    </section>`;
  }

  private circumstancesView(): TemplateResult {
    const {
      words,
      tongue,
      case: { handoff, visitor },
    } = this;
    const { page, product, locale, mood, tier, confidence, value, consent, device, pack, contact, reason } = handoff;
    const href = safeHref(page.url);
    const agreed = Object.entries(consent).map(([name, isGiven]) => `${name}: ${isGiven ? words.yes : words.no}`);
    const rows: readonly (readonly [string, unknown])[] = [
      [words.reason, words.reasons[reason]],
      [
        words.page,
        href !== undefined && /^https?:/.test(href)
          ? html`<a href=${href} target="_blank" rel="noopener noreferrer" dir="auto">${page.title || page.url}</a>`
          : page.title,
      ],
      [words.product, product],
      [words.site, this.siteName],
      [words.language, tongue.language(locale)],
      [words.mood, words.moods[mood]],
      [words.value, value && tongue.money(value)],
      [words.answeredBy, `${words.tiers[tier]} (${fill(words.sure, { percent: tongue.percent(confidence) })})`],
      [words.email, contact?.email && html`<a href="mailto:${contact.email}" dir="ltr">${contact.email}</a>`],
      [words.phone, contact?.phone && html`<span dir="ltr">${contact.phone}</span>`],
      [words.consent, agreed.join(', ')],
      [words.device, device],
      [words.pack, pack],
      [words.visitor, html`<span dir="ltr">${visitor}</span>`],
    ];
    return html`<section aria-labelledby="circumstances">
      <h3 id="circumstances">${words.circumstances}</h3>
      <dl>${rows.filter(([, text]) => text !== undefined && text !== '').map(([name, text]) => pairView(name, text))}</dl>
    </section>`;
  }

  private earlierView(): TemplateResult {
    const { words, tongue } = this;
    const { earlier } = this.case;
    return html`<section aria-labelledby="earlier">
      <h3 id="earlier">${words.earlier}</h3>
      ${
        earlier.length === 0
          ? html`<p class="note">${words.noneEarlier}</p>`
          : html`<ul>${earlier.map(
              ({ handoff, opened, summary }) =>
                html`<li><a href=${caseAddress(handoff)} dir="auto">${summary}</a> <span class="note">${tongue.time(opened)}</span></li>`,
            )}</ul>`
      }
    </section>`;
  }
}

function pairView(name: string, text: unknown): TemplateResult {
  return html`<div><dt dir="auto">${name}</dt><dd>${text}</dd></div>`;
}
