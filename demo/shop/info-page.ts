import { plainText } from '../../src/content/answer-document.ts';
import { answerHtml } from './answer-html.ts';
import type { HelpEntry } from './help.ts';
import { html, type Markup, nothing, type Piece } from './html.ts';
import { type Page, pathOf } from './layout.ts';
import type { Store } from './store.ts';

/** The help pages that stand beside each other in the margin. */
const neighbours = [
  'shipping',
  'track',
  'customs',
  'payments',
  'returns',
  'invoices',
  'warranty',
  'care',
  'repair',
  'parts',
  'safety',
  'guides',
  'contact',
];

export interface InfoPageOptions {
  /** What the page has besides its questions, above them. */
  readonly content?: Piece;
  /** Questions stand open, as headings with FAQPage data, instead of folded. */
  readonly isOpen?: boolean;
  readonly suggestions?: readonly string[];
  readonly product?: string;
  readonly title?: string;
  readonly lead?: string;
}

/** A page of the help: title, the short version, what belongs to it, then the questions of the support content. */
export function infoPage(store: Store, name: string, options: InfoPageOptions = {}): Page {
  const path = pathOf(name);
  const title = options.title ?? store.say(`pages.${name}.title`);
  const lead = options.lead ?? store.say(`pages.${name}.lead`);
  const entries = store.help.entriesFor(path, store.locale, store.region.market);
  const isForeign = entries.some(({ locale }) => locale !== store.locale);
  return {
    path,
    title,
    description: lead,
    trail: [{ title: store.say('common.support'), path: '/support' }],
    data: options.isOpen === true && !isForeign && entries.length > 0 ? [faqPage(store, entries)] : [],
    suggestions: options.suggestions ?? entries.map(({ id }) => id),
    ...(options.product === undefined ? {} : { product: options.product }),
    body: html`<div class="help">
      <div class="column">
        <h1>${title}</h1>
        <p class="lead">${lead}</p>
        ${options.content}
        ${questions(store, entries, options.isOpen === true, isForeign)}
      </div>
      ${margin(store, path)}
    </div>`,
  };
}

function margin(store: Store, here: string): Markup {
  return html`<nav class="margin" aria-label="${store.say('common.support')}"><ul>
    ${neighbours.map((name) => html`<li><a href="${store.address(pathOf(name))}"${pathOf(name) === here ? html` aria-current="page"` : nothing}>${store.say(`pages.${name}.title`)}</a></li>`)}
  </ul></nav>`;
}

function questions(store: Store, entries: readonly HelpEntry[], isOpen: boolean, isForeign: boolean): Piece {
  if (entries.length === 0) return nothing;
  const language = isForeign ? html` lang="${entries[0]?.locale}" dir="ltr"` : nothing;
  const answer = (entry: HelpEntry) => answerHtml(entry.answer, store.localize);
  return html`<section class="questions" aria-labelledby="questions">
    <h2 id="questions">${store.say('questions')}</h2>
    ${isForeign ? html`<p class="note">${store.say('common.englishOnly')}</p>` : nothing}
    <div${language}>
      ${entries.map((entry) =>
        isOpen
          ? html`<section class="answer" id="${entry.id}"><h3>${entry.question}</h3>${answer(entry)}</section>`
          : html`<details id="${entry.id}"><summary>${entry.question}</summary><div class="answer">${answer(entry)}</div></details>`,
      )}
    </div>
  </section>`;
}

function faqPage(store: Store, entries: readonly HelpEntry[]): unknown {
  return {
    '@context': 'https://schema.org',
    '@type': 'FAQPage',
    inLanguage: store.locale,
    mainEntity: entries.map(({ question, answer }) => ({
      '@type': 'Question',
      name: question,
      acceptedAnswer: { '@type': 'Answer', text: plainText(answer) },
    })),
  };
}

/** A table with a heading, which scrolls by itself where it is too wide. */
export function table(head: readonly string[], rows: readonly (readonly Piece[])[], caption?: string): Markup {
  return html`<div class="table" tabindex="0" role="group"${caption === undefined ? nothing : html` aria-label="${caption}"`}><table>
    ${caption === undefined ? nothing : html`<caption>${caption}</caption>`}
    <thead><tr>${head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
    <tbody>${rows.map(([first, ...rest]) => html`<tr><th scope="row">${first}</th>${rest.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody>
  </table></div>`;
}

/** Order number and e-mail address, as the invoice and order pages ask for them. */
export function lookUp(store: Store): Markup {
  return html`<form class="form" action="#" data-demo>
    <label>${store.say('track.order')}<input autocomplete="off" placeholder="TW-4821093" aria-describedby="order-hint"></label>
    <p class="hint" id="order-hint">${store.say('track.orderHint')}</p>
    <label>${store.say('track.who')}<input autocomplete="email"></label>
    <button class="button" type="submit">${store.say('track.show')}</button>
    <p class="done" role="status" data-done="${store.say('common.done')}"></p>
  </form>`;
}
