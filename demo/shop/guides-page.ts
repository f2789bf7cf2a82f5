import { drawGuide } from '../../src/guide/draw-guide.ts';
import { type Guide, toPerson } from '../../src/guide/guide.ts';
import { answerHtml } from './answer-html.ts';
import type { HelpGuide } from './help.ts';
import { html, type Markup, nothing, type Piece } from './html.ts';
import { infoPage } from './info-page.ts';
import type { Page } from './layout.ts';
import type { Store } from './store.ts';

/** The pictures of all guides, by the addresses at which the page shows them. */
export function guideDrawings(guides: readonly HelpGuide[]): Map<string, string> {
  return new Map(guides.map((each) => [drawingOf(each), drawGuide(each.guide)]));
}

function drawingOf({ guide, locale }: HelpGuide): string {
  return `/images/guides/${guide.id}.${locale}.svg`;
}

/** How the agent finds faults: each guide drawn, and the same in words. */
export function guidesPage(store: Store): Page {
  const guides = store.help.guidesIn(store.locale);
  const isForeign = guides.some(({ locale }) => locale !== store.locale);
  return infoPage(store, 'guides', {
    content: html`${isForeign ? html`<p class="note">${store.say('common.englishOnly')}</p>` : nothing}
    <div class="guides">${guides.map((each) => guideSection(store, each))}</div>`,
  });
}

function guideSection(store: Store, each: HelpGuide): Markup {
  const { guide, locale } = each;
  const language = locale === store.locale ? nothing : html` lang="${locale}" dir="ltr"`;
  return html`<details id="${guide.id}">
    <summary${language}>${guide.title}</summary>
    <figure${language}>
      <div class="drawing" tabindex="0" role="group" aria-label="${guide.title}"><img src="${drawingOf(each)}" alt="${guide.title}" loading="lazy" aria-describedby="${guide.id}-words"></div>
    </figure>
    <details id="${guide.id}-words"><summary>${store.say('guides.inWords')}</summary><div class="answer"${language}>${outline(guide, store)}</div></details>
  </details>`;
}

/** Questions and fixes as lists whose arrows are links. */
function outline(guide: Guide, store: Store): Piece {
  const names = new Map<string, string>();
  for (const { id, question } of guide.nodes) names.set(id, question);
  for (const { id, text } of guide.fixes) names.set(id, text);
  const anchor = (id: string) => `${guide.id}-${id.replace('/', '-')}`;
  const link = (to: string | undefined): Piece => {
    if (to === undefined) return nothing;
    return to === toPerson ? html` → ${store.say('guides.person')}` : html` → <a href="#${anchor(to)}">${names.get(to) ?? to}</a>`;
  };
  const causeNames = (ids: readonly string[] = []) =>
    guide.causes
      ?.filter(({ id }) => ids.includes(id))
      .map(({ name }) => name)
      .join(', ');
  return html`${guide.nodes.map(
    ({ id, question, why, options }) => html`<section id="${anchor(id)}"><h3>${question}</h3>
      ${why === undefined ? nothing : html`<p class="note">${why}</p>`}
      <ul>${options.map(
        ({ label, next, pointsTo }) =>
          html`<li><strong>${label}</strong>${next === undefined && pointsTo !== undefined ? `: ${causeNames(pointsTo)}` : nothing}${link(next)}</li>`,
      )}</ul></section>`,
  )}
  ${guide.causes === undefined ? nothing : html`<ul>${guide.causes.map(({ name, fix }) => html`<li>${name}${link(fix)}</li>`)}</ul>`}
  ${guide.fixes.map(
    ({ id, text, steps, otherwise }) => html`<section id="${anchor(id)}"><h3>${text}</h3>
      ${steps === undefined ? nothing : answerHtml(steps, store.localize)}
      ${otherwise === undefined ? nothing : html`<p>✗${link(otherwise)}</p>`}</section>`,
  )}`;
}
