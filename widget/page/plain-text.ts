import { displayText } from '../../src/language/normalize.ts';

const namedCharacters: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  shy: '',
  szlig: 'ß',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  rsquo: '’',
  euro: '€',
  pound: '£',
  deg: '°',
  times: '×',
};
/** `&uuml;` is a letter and a mark. */
const namedMarks: Record<string, string> = {
  uml: '\u0308',
  acute: '\u0301',
  grave: '\u0300',
  circ: '\u0302',
  tilde: '\u0303',
  cedil: '\u0327',
  ring: '\u030A',
};

// Unclosed scripts and comments run to the end, as in a browser. No branch can look past the next "<" in vain, so the
// time is linear in the length.
const markup = /<(script|style)\b[^]*?(?:<\/\1\b[^<>]*>|$)|<!--[^]*?(?:-->|$)|<[/!?]?([a-z][a-z\d]*)[^<>]*>/gi;
const reference = /&(?:#(\d{1,7}|x[\da-f]{1,6})|([a-z])(uml|acute|grave|circ|tilde|cedil|ring)|([a-z]{2,6}));/gi;
const blocks = /^(?:p|div|br|ul|ol|dl|dt|dd|tr|h[1-6]|table|section|article|blockquote|pre|hr|figure|figcaption|details|summary)$/;

/** What the start of an element puts between the words before and after it. */
export function breakBefore(tag: string): string {
  if (tag === 'li') return '\n• ';
  if (tag === 'td' || tag === 'th') return ' ';
  return blocks.test(tag) ? '\n' : '';
}

/**
 * The text of a piece of HTML, or of text that may be HTML: tags, scripts and comments go, character references are
 * resolved once. Nothing is parsed by the browser, so nothing can load or run, and Trusted Types have nothing to forbid.
 * @param longest in UTF-16 units; what is beyond is cut off
 */
export function textOfHtml(html: string, longest: number): string {
  const text = html
    .slice(0, longest * 4)
    .replace(markup, (_, hidden?: string, tag?: string) => (hidden === undefined && tag !== undefined ? breakBefore(tag.toLowerCase()) : ' '))
    .replace(reference, resolve);
  return tidyLines(text, longest);
}

/** Without characters that deceive, without empty lines, single spaces; cut to the longest length. */
export function tidyLines(text: string, longest: number): string {
  return cut(
    text
      .split(/[\r\n\u2028\u2029]+/)
      .map((line) => tidyLine(line, longest))
      .filter((line) => line !== '' && line !== '•')
      .join('\n'),
    longest,
  );
}

export function tidyLine(text: string, longest: number): string {
  return cut(
    displayText(text.slice(0, longest * 4))
      .replace(/\s+/gu, ' ')
      .trim(),
    longest,
  );
}

function cut(text: string, longest: number): string {
  return text.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '');
}

function resolve(whole: string, code?: string, letter?: string, mark?: string, name?: string): string {
  if (code !== undefined) {
    const point = Number(/^x/i.test(code) ? `0${code}` : code);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '';
  }
  if (letter !== undefined) return (letter + (namedMarks[mark?.toLowerCase() ?? ''] ?? '')).normalize('NFC');
  return namedCharacters[name?.toLowerCase() ?? ''] ?? whole;
}
