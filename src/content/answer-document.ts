/**
 * An answer as data: what Markdown compiles to, what the widget draws and the console prints. It can say nothing that
 * runs: no HTML, and links only to the schemes of `safeHref`.
 */
export type Block =
  | { readonly kind: 'paragraph'; readonly content: readonly Inline[] }
  | { readonly kind: 'heading'; readonly content: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly start?: number; readonly items: readonly (readonly Block[])[] }
  | { readonly kind: 'table'; readonly head: readonly Cell[]; readonly rows: readonly (readonly Cell[])[] }
  | { readonly kind: 'quote'; readonly content: readonly Block[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'rule' };

export type Cell = readonly Inline[];

export type Inline =
  | string
  | { readonly kind: 'strong' | 'emphasis' | 'deleted'; readonly content: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly href: string; readonly content: readonly Inline[] }
  | { readonly kind: 'image'; readonly src: string; readonly alt: string }
  | { readonly kind: 'break' };

export type AnswerDocument = readonly Block[];

/** A document of one paragraph per line of plain text. */
export function documentOf(text: string): AnswerDocument {
  return text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ kind: 'paragraph', content: [line] }));
}

/** The document as plain text: blocks on lines of their own, list items marked, table cells parted by " | ". */
export function plainText(document: AnswerDocument): string {
  return document.map(blockText).join('\n');
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return inlineText(block.content);
    case 'list':
      return block.items
        .map((item, index) => `${block.ordered ? `${(block.start ?? 1) + index}.` : '•'} ${plainText(item).replaceAll('\n', '\n  ')}`)
        .join('\n');
    case 'table':
      return [block.head, ...block.rows].map((row) => row.map(inlineText).join(' | ')).join('\n');
    case 'quote':
      return plainText(block.content);
    case 'code':
      return block.text;
    case 'rule':
      return '';
  }
}

export function inlineText(content: readonly Inline[]): string {
  return content.map(textOf).join('');
}

function textOf(inline: Inline): string {
  if (typeof inline === 'string') return inline;
  switch (inline.kind) {
    case 'code':
      return inline.text;
    case 'image':
      return inline.alt;
    case 'break':
      return '\n';
    default:
      return inlineText(inline.content);
  }
}

const safeSchemes = new Set(['http:', 'https:', 'mailto:', 'tel:', 'sms:']);

/** The address where a link may lead, or undefined: relative addresses and http(s), mailto, tel and sms; nothing that can run. */
export function safeHref(href: string): string | undefined {
  const trimmed = href.trim();
  const base = 'https://relative.invalid';
  if (!URL.canParse(trimmed, base)) return undefined;
  return safeSchemes.has(new URL(trimmed, base).protocol) ? trimmed : undefined;
}

/** The address of a picture, or undefined: relative, or http(s). */
export function safeImage(src: string): string | undefined {
  const href = safeHref(src);
  return href !== undefined && /^https?:$/.test(new URL(href, 'https://relative.invalid').protocol) ? href : undefined;
}
