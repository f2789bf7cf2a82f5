import { type AnswerDocument, type Block, type Cell, type Inline, safeHref, safeImage } from '../../src/content/answer-document.ts';
import { html, type Markup, nothing, type Piece, when } from './html.ts';

/** Turns an address into the one that it has on this page's site. */
export type Localize = (href: string) => string;

/** An answer of the support content as markup of a page. */
export function answerHtml(document: AnswerDocument, localize: Localize): Markup {
  return html`${document.map((block) => blockHtml(block, localize))}`;
}

function blockHtml(block: Block, localize: Localize): Markup {
  const inlines = (content: readonly Inline[]) => content.map((inline) => inlineHtml(inline, localize));
  switch (block.kind) {
    case 'paragraph':
      return html`<p>${inlines(block.content)}</p>`;
    case 'heading':
      return html`<p><strong>${inlines(block.content)}</strong></p>`;
    case 'list': {
      const items = block.items.map((item) => html`<li>${itemHtml(item, localize)}</li>`);
      return block.ordered
        ? html`<ol${when(block.start !== undefined && block.start !== 1, ` start="${block.start}"`)}>${items}</ol>`
        : html`<ul>${items}</ul>`;
    }
    case 'table': {
      const cells = (row: readonly Cell[]) => row.map((cell) => html`<td>${inlines(cell)}</td>`);
      return html`<div class="table"><table>
        <thead><tr>${block.head.map((cell) => html`<th scope="col">${inlines(cell)}</th>`)}</tr></thead>
        <tbody>${block.rows.map((row) => html`<tr>${cells(row)}</tr>`)}</tbody>
      </table></div>`;
    }
    case 'quote':
      return html`<blockquote>${answerHtml(block.content, localize)}</blockquote>`;
    case 'code':
      return html`<pre>${block.text}</pre>`;
    case 'rule':
      return html`<hr>`;
  }
}

function itemHtml(item: readonly Block[], localize: Localize): Piece {
  const [first] = item;
  if (item.length === 1 && first?.kind === 'paragraph') return first.content.map((inline) => inlineHtml(inline, localize));
  return answerHtml(item, localize);
}

function inlineHtml(inline: Inline, localize: Localize): Piece {
  if (typeof inline === 'string') return inline;
  switch (inline.kind) {
    case 'strong':
      return html`<strong>${inline.content.map((each) => inlineHtml(each, localize))}</strong>`;
    case 'emphasis':
      return html`<em>${inline.content.map((each) => inlineHtml(each, localize))}</em>`;
    case 'deleted':
      return html`<del>${inline.content.map((each) => inlineHtml(each, localize))}</del>`;
    case 'code':
      return html`<code>${inline.text}</code>`;
    case 'link': {
      const href = safeHref(inline.href);
      const content = inline.content.map((each) => inlineHtml(each, localize));
      return href === undefined ? content : html`<a href="${localize(href)}">${content}</a>`;
    }
    case 'image': {
      const src = safeImage(inline.src);
      return src === undefined ? inline.alt : html`<img src="${src}" alt="${inline.alt}" loading="lazy">`;
    }
    case 'break':
      return html`<br>`;
    default:
      return nothing;
  }
}
