import { breakBefore, tidyLines } from './lines.ts';

const namedCharacters: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
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
const tags = /<(script|style)\b[\s\S]*?(?:<\/\1\b[^<>]*>|$)|<!--[\s\S]*?(?:-->|$)|<[/!?]?([a-z][a-z\d]*)[^<>]*>/gi;
const reference = /&(?:#(\d{1,7}|x[\da-f]{1,6})|([a-z])(uml|acute|grave|circ|tilde|cedil|ring)|([a-z]{2,6}));/gi;

/**
 * The text of a piece of HTML, or of text that may be HTML: tags, scripts and comments go, character references are
 * resolved once. Nothing is parsed by a browser, so nothing can load or run, and Trusted Types have nothing to forbid.
 * @param longest in UTF-16 units; what is beyond is cut off
 */
export function textOfHtml(html: string, longest: number): string {
  const text = html
    .slice(0, longest * 4)
    .replace(tags, (_, hidden?: string, tag?: string) => (hidden === undefined && tag !== undefined ? breakBefore(tag.toLowerCase()) : ' '))
    .replace(reference, resolve);
  return tidyLines(text, longest);
}

function resolve(whole: string, code?: string, letter?: string, mark?: string, name?: string): string {
  if (code !== undefined) {
    const point = Number(/^x/i.test(code) ? `0${code}` : code);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '';
  }
  if (letter !== undefined) return (letter + (namedMarks[mark?.toLowerCase() ?? ''] ?? '')).normalize('NFC');
  return namedCharacters[name?.toLowerCase() ?? ''] ?? whole;
}
