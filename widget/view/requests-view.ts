import { html, nothing, type TemplateResult } from 'lit';
import type { OwnRequest } from '../../src/journey/journey-mark.ts';
import type { Strings } from '../strings/strings.ts';
import { icons } from './icons.ts';

/** "My requests": each journey that was begun, newest first, with how it stands and what comes next. */
export function requestsView(requests: readonly OwnRequest[], locale: string, strings: Strings, back: () => void): TemplateResult {
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  return html`<section class="sheet" part="sheet" aria-labelledby="sheet-title">
    <button type="button" class="plain" @click=${back}>${icons.back} ${strings.back}</button>
    <h3 id="sheet-title" tabindex="-1">${strings.requests}</h3>
    ${requests.length === 0 ? html`<p>${strings.noRequests}</p>` : nothing}
    <ul class="requests" part="requests">
      ${[...requests].reverse().map(
        ({ title, number, status, changed }) => html`<li>
          <p class="heading">${title}${number === undefined ? nothing : html` <span dir="ltr">${number}</span>`}</p>
          <p class="note">${statusWords(status, strings)} · ${day.format(new Date(changed))}</p>
          ${status === 'open' || status === 'waiting' ? html`<button type="button" class="plain" @click=${back}>${strings.goOn}</button>` : nothing}
        </li>`,
      )}
    </ul>
  </section>`;
}

function statusWords(status: OwnRequest['status'], strings: Strings): string {
  switch (status) {
    case 'open':
      return strings.requestOpen;
    case 'waiting':
      return strings.requestWaiting;
    case 'done':
      return strings.requestDone;
    case 'handed-over':
      return strings.requestHandedOver;
    case 'cancelled':
      return strings.requestCancelled;
    case 'timed-out':
      return strings.requestTimedOut;
  }
}
