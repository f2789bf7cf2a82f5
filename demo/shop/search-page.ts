import { html, type Markup } from './html.ts';
import type { Page } from './layout.ts';
import type { Store } from './store.ts';

/** Asks for words and leads to the search page with them. */
export function searchForm(store: Store): Markup {
  const title = store.say('pages.search.title');
  return html`<form class="searching" role="search" action="${store.address('/search')}">
    <input type="search" name="q" aria-label="${title}" required>
    <button class="button" type="submit">${title}</button>
  </form>`;
}

/** All products and questions; the script leaves those that have the words of the address. */
export function searchPage(store: Store): Page {
  const title = store.say('pages.search.title');
  const lead = store.say('pages.search.lead');
  return {
    path: '/search',
    title,
    description: lead,
    isDrawnByScript: true,
    suggestions: ['order-tracking', 'return-how', 'warranty-length', 'contact-human'],
    body: html`<div class="hub">
      <h1>${title}</h1>
      <p class="lead">${lead}</p>
      ${searchForm(store)}
      <p class="note" role="status" data-found="${store.say('search.found', { count: '#' })}" data-nothing="${store.say('search.nothing', { words: '#' })}"></p>
      <ul class="links" data-searched>
        ${store.products.map(({ id, name, kind, short }) => html`<li><a href="${store.address(`/products/${id}`)}"><span><strong>${name}</strong> <small>${kind}. ${short}</small></span></a></li>`)}
        ${store.help.questionsIn(store.locale).map(({ id, path, question }) => html`<li><a href="${store.address(path)}#${id}">${question}</a></li>`)}
      </ul>
    </div>`,
  };
}
