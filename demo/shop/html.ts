/** Markup that is known to be safe: what `html` made. */
export class Markup {
  constructor(readonly text: string) {}

  toString(): string {
    return this.text;
  }
}

/** What may stand in a template: text is escaped, markup and lists of it stay, nothing stays nothing. */
export type Piece = Markup | string | number | undefined | false | readonly Piece[];

export const nothing = new Markup('');

/** A template whose every value is escaped, in text and in quoted attributes alike. */
export function html(strings: TemplateStringsArray, ...values: readonly Piece[]): Markup {
  const compact = strings.map((string) => string.replace(/\n\s*/g, '\n'));
  return new Markup(compact.reduce((before, string, index) => `${before}${markupOf(values[index - 1])}${string}`));
}

/** An attribute that is there or not. */
export function when(condition: boolean, attribute: string): Markup {
  return new Markup(condition ? attribute : '');
}

/** JSON-LD, as data that no markup can end. */
export function jsonLd(data: unknown): Markup {
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  return new Markup(`<script type="application/ld+json">${json}</script>`);
}

function markupOf(value: Piece): string {
  if (value === undefined || value === false) return '';
  if (value instanceof Markup) return value.text;
  if (typeof value === 'object') return value.map(markupOf).join('');
  return escaped(String(value));
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');
}
