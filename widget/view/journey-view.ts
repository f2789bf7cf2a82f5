import { html, nothing, type TemplateResult } from 'lit';
import type { ComparedProduct, ReplyForm, ReplyJourney, SummaryLine } from '../../src/answer/reply.ts';
import { safeHref } from '../../src/content/answer-document.ts';
import type { Choice } from '../../src/decide/decision.ts';
import type { Json } from '../../src/journey/actions.ts';
import { directionOf, type Locale } from '../../src/language/locale.ts';
import { formatMoney } from '../../src/policy/money.ts';
import type { Strings } from '../strings/strings.ts';

export interface JourneyActions {
  /** Hands in a form, with the words that stand for it in the conversation. */
  fill(slot: string, value: Json, words: string): void;
}

/** One step of a journey: what is told, what is about to be done, what is asked, and what is known so far. */
export function journeyView(journey: ReplyJourney, strings: Strings): TemplateResult {
  const { locale, words, asked, summary, comparison, done } = journey;
  return html`<div class="step answer" part="journey" lang=${locale} dir=${directionOf(locale)}>
    ${knownView(journey, strings)}
    ${words.map((each) => html`<p class="words">${each}</p>`)}
    ${summary.length === 0 ? nothing : summaryView(summary, locale)}
    ${comparison === undefined ? nothing : comparisonView(comparison, locale)}
    ${asked === undefined || done !== undefined ? nothing : html`<p class="heading words">${asked}</p>`}
  </div>`;
}

function knownView({ title, known }: ReplyJourney, strings: Strings): TemplateResult {
  if (known.length === 0) return html`<p class="label" part="progress">${title}</p>`;
  return html`<details part="progress">
    <summary>${title} · ${strings.known.replace('{count}', String(known.length))}</summary>
    <ul>${known.map(({ label, value }) => html`<li>${label}: <strong class="words">${value}</strong></li>`)}</ul>
  </details>`;
}

function summaryView(lines: readonly SummaryLine[], locale: Locale): TemplateResult {
  return html`<dl class="summary" part="summary">
    ${lines.map(
      ({ label, value, amount, note, to, because }) => html`<div>
        <dt>${label}</dt>
        <dd><span class="words" dir="auto">${value}</span>
          ${amount === undefined || value === formatMoney(amount, locale) ? nothing : html`<strong>${formatMoney(amount, locale)}</strong>`}
          ${note ? html`<span class="note">${note}</span>` : nothing}
          ${to ? html`<span class="note" dir="auto">${to}</span>` : nothing}
          ${because ? html`<span class="note">${because}</span>` : nothing}</dd>
      </div>`,
    )}
  </dl>`;
}

/** Cards, not a table: three columns do not fit a phone. */
function comparisonView(products: readonly ComparedProduct[], locale: Locale): TemplateResult {
  return html`<ol class="comparison" part="comparison">
    ${products.map(({ title, price, href, reasons, features }) => {
      const address = href === undefined ? undefined : safeHref(href);
      return html`<li>
        <p class="heading">${address === undefined ? title : html`<a href=${address}>${title}</a>`}${price === undefined ? nothing : html` · ${formatMoney(price, locale)}`}</p>
        <ul>${reasons.map((reason) => html`<li>${reason}</li>`)}</ul>
        <dl class="summary">${features.map(({ name, value }) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
      </li>`;
    })}
  </ol>`;
}

/** What can be filled in besides typing: boxes for several choices, a date, an address, a code. */
export function journeyFormView(
  { slot, type }: ReplyForm,
  choices: readonly Choice[],
  locale: Locale,
  strings: Strings,
  actions: JourneyActions,
): unknown {
  switch (type) {
    case 'many-of':
      return manyView(slot, choices, strings, actions);
    case 'address':
      return addressView(slot, locale, strings, actions);
    case 'date':
    case 'code':
      return lineView(slot, type, strings, actions);
    default:
      return nothing;
  }
}

/** Whether the form shows the choices itself. */
export function holdsChoices(form: ReplyForm | undefined): boolean {
  return form?.type === 'many-of';
}

function formOf(event: Event): HTMLElement {
  return (event.currentTarget as HTMLElement).closest('.form') as HTMLElement;
}

function manyView(slot: string, choices: readonly Choice[], strings: Strings, actions: JourneyActions): TemplateResult {
  const submit = (event: Event) => {
    const boxes = [...formOf(event).querySelectorAll<HTMLInputElement>('input')].filter(({ checked }) => checked);
    const ids = boxes.map(({ value }) => value);
    const words = choices.filter(({ id }) => ids.includes(id)).map(({ label }) => label);
    if (ids.length > 0) actions.fill(slot, ids, words.join(', '));
  };
  return html`<div class="form" part="form">
    ${choices.map(
      ({ id, label, locale }) =>
        html`<label class="box"><input type="checkbox" value=${id} /><span lang=${locale} dir="auto">${label}</span></label>`,
    )}
    ${submitView(strings, submit)}
  </div>`;
}

function lineView(slot: string, type: 'date' | 'code', strings: Strings, actions: JourneyActions): TemplateResult {
  const submit = (event: Event) => {
    const value = formOf(event).querySelector('input')?.value.trim() ?? '';
    if (value !== '') actions.fill(slot, value, value);
  };
  return html`<div class="form" part="form">
    <label class="field"><span class="hidden">${type === 'date' ? strings.date : strings.code}</span>${
      type === 'date'
        ? html`<input type="date" />`
        : html`<input type="text" inputmode="numeric" autocomplete="one-time-code" dir="ltr" maxlength="12" />`
    }</label>
    ${submitView(strings, submit)}
  </div>`;
}

const addressFields = [
  ['name', 'name'],
  ['street', 'street-address'],
  ['postcode', 'postal-code'],
  ['city', 'address-level2'],
  ['region', 'address-level1'],
] as const;

function addressView(slot: string, locale: Locale, strings: Strings, actions: JourneyActions): TemplateResult {
  const submit = (event: Event) => {
    const inputs = [...formOf(event).querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')];
    if (!inputs.every((input) => input.reportValidity())) return;
    const filled = inputs.map(({ name, value }) => [name, value.trim()] as const).filter(([, value]) => value !== '');
    actions.fill(slot, Object.fromEntries(filled), filled.map(([, value]) => value).join(', '));
  };
  return html`<div class="form" part="form">
    ${addressFields.map(
      ([name, autocomplete]) => html`<label class="field"><span class="label">${strings[name]}</span>
        <input name=${name} autocomplete=${autocomplete} maxlength="200" dir="auto" ?required=${name !== 'region' && name !== 'postcode'} /></label>`,
    )}
    <label class="field"><span class="label">${strings.country}</span>
      <select name="country" autocomplete="country" required><option value=""></option>${countriesIn(locale).map(
        ([code, name]) => html`<option value=${code}>${name}</option>`,
      )}</select></label>
    ${submitView(strings, submit)}
  </div>`;
}

function submitView(strings: Strings, submit: (event: Event) => void): TemplateResult {
  return html`<div class="feedback"><button type="button" part="form-send" @click=${submit}>${strings.next}</button></div>`;
}

/** Codes that name no country, and those of countries that are no more. */
const noCountries = new Set(['EU', 'EZ', 'UN', 'XA', 'XB', 'QO', 'ZZ', 'AN', 'BU', 'CS', 'DD', 'FX', 'NT', 'SU', 'TP', 'YD', 'YU', 'ZR']);

/** Every country that the browser has a name for, in the order of the alphabet. */
function countriesIn(locale: Locale): [string, string][] {
  const names = new Intl.DisplayNames([locale, 'en'], { type: 'region', fallback: 'none' });
  const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  const found = letters.flatMap((first) =>
    letters.flatMap((second): [string, string][] => {
      const code = first + second;
      const name = noCountries.has(code) ? undefined : names.of(code);
      return name === undefined ? [] : [[code, name]];
    }),
  );
  return found.sort(([, a], [, b]) => a.localeCompare(b, locale));
}
