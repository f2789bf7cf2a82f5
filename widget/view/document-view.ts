import { html, nothing, type TemplateResult } from 'lit';
import { type AnswerDocument, type Block, type Cell, type Inline, safeHref, safeImage } from '../../src/content/answer-document.ts';

/** Draws an answer. Addresses are checked here again: a pack from elsewhere may not have been built by this code. */
export function documentView(document: AnswerDocument): TemplateResult[] {
  return document.map(blockView);
}

function blockView(block: Block): TemplateResult {
  switch (block.kind) {
    case 'paragraph':
      return html`<p>${inlineViews(block.content)}</p>`;
    case 'heading':
      return html`<p class="heading">${inlineViews(block.content)}</p>`;
    case 'list': {
      const items = block.items.map((item) => html`<li>${itemView(item)}</li>`);
      return block.ordered ? html`<ol start=${block.start ?? 1}>${items}</ol>` : html`<ul>${items}</ul>`;
    }
    case 'table':
      return tableView(block.head, block.rows);
    case 'quote':
      return html`<blockquote>${documentView(block.content)}</blockquote>`;
    case 'code':
      return html`<pre tabindex="0"><code>${block.text}</code></pre>`;
    case 'rule':
      return html`<hr>`;
  }
}

/** An item of one paragraph is drawn without the paragraph, as people expect of a list. */
function itemView(item: readonly Block[]): unknown {
  const [first] = item;
  return item.length === 1 && first?.kind === 'paragraph' ? inlineViews(first.content) : documentView(item);
}

function tableView(head: readonly Cell[], rows: readonly (readonly Cell[])[]): TemplateResult {
  // A wide table scrolls by itself, with the keyboard too.
  return html`<div class="table" tabindex="0" role="group">
    <table>
      <thead><tr>${head.map((cell) => html`<th scope="col">${inlineViews(cell)}</th>`)}</tr></thead>
      <tbody>${rows.map((row) => html`<tr>${row.map((cell) => html`<td>${inlineViews(cell)}</td>`)}</tr>`)}</tbody>
    </table>
  </div>`;
}

function inlineViews(content: readonly Inline[]): unknown[] {
  return content.map(inlineView);
}

function inlineView(inline: Inline): unknown {
  if (typeof inline === 'string') return inline;
  switch (inline.kind) {
    case 'strong':
      return html`<strong>${inlineViews(inline.content)}</strong>`;
    case 'emphasis':
      return html`<em>${inlineViews(inline.content)}</em>`;
    case 'deleted':
      return html`<del>${inlineViews(inline.content)}</del>`;
    case 'code':
      return html`<code>${inline.text}</code>`;
    case 'link': {
      const href = safeHref(inline.href);
      return href === undefined ? inlineViews(inline.content) : html`<a href=${href} rel="noopener">${inlineViews(inline.content)}</a>`;
    }
    case 'image': {
      const src = safeImage(inline.src);
      return src === undefined ? inline.alt : html`<img src=${src} alt=${inline.alt} loading="lazy" decoding="async">`;
    }
    case 'break':
      return html`<br>`;
    default:
      return nothing;
  }
}
