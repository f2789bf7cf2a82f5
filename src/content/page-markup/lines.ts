import { displayText } from '../../language/normalize.ts';

const blocks = /^(?:p|div|br|ul|ol|dl|dt|dd|tr|h[1-6]|table|section|article|blockquote|pre|hr|figure|figcaption|details|summary)$/;

/** What the start of an element puts between the words before and after it. */
export function breakBefore(tag: string): string {
  if (tag === 'li') return '\n• ';
  if (tag === 'td' || tag === 'th') return ' ';
  return blocks.test(tag) ? '\n' : '';
}

/** Without characters that deceive, without empty lines, single spaces; cut to the longest length in UTF-16 units. */
export function tidyLines(text: string, longest: number): string {
  const lines = text.split(/[\r\n\u2028\u2029]+/).map((line) => tidyLine(line, longest));
  return cut(lines.filter((line) => line !== '' && line !== '•').join('\n'), longest);
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
  return text
    .slice(0, longest)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd();
}
