import { html, nothing, type TemplateResult } from 'lit';
import type { OwnRequest } from '../../src/journey/own-requests.ts';
import type { Strings } from '../strings/strings.ts';
import { icons } from './icons.ts';

/** "My requests": each journey that was begun, newest first, with how it stands and what comes next. */
export function requestsView(
  requests: readonly OwnRequest[],
  locale: string,
  strings: Strings,
  back: () => void,
  goOn: (request: OwnRequest) => void,
): TemplateResult {
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  return html`<section class="sheet" part="sheet" aria-labelledby="sheet-title">
    <button type="button" class="plain" @click=${back}>${icons.back} ${strings.back}</button>
    <h3 id="sheet-title" tabindex="-1">${strings.requests}</h3>
    ${requests.length === 0 ? html`<p>${strings.noRequests}</p>` : nothing}
    <ul class="requests" part="requests">
      ${[...requests].reverse().map((request) => {
        const { title, number, status, changed, next, due } = request;
        return html`<li>
          <p class="heading">${title}${number === undefined ? nothing : html` <span dir="ltr">${number}</span>`}</p>
          <p class="note">${statusWords(status, strings)} · ${day.format(new Date(changed))}</p>
          ${next === undefined ? nothing : html`<p class="note" dir="auto">${next}${due === undefined ? nothing : html` · ${day.format(new Date(due))}`}</p>`}
          ${status === 'open' ? html`<button type="button" class="plain" @click=${() => goOn(request)}>${strings.goOn}</button>` : nothing}
        </li>`;
      })}
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
