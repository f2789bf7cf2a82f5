import type { IssueList } from './issue.ts';

/** The line, from 1, on which a place of the text stands; lines end in CRLF, LF or CR. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\r|\n/).length;
}

/**
 * False, with an issue, where a file that was read as UTF-8 is something else: UTF-16, another encoding, or no text.
 * What cannot be decoded arrives here as U+FFFD.
 */
export function isReadableText(text: string, file: string, issues: IssueList): boolean {
  const undecoded = text.indexOf('\uFFFD');
  const nul = text.indexOf('\u0000');
  if (undecoded === -1 && nul === -1) return true;
  if (isUtf16(text)) {
    issues.add({ file, line: 1 }, 'the file is in UTF-16', 'Save it as UTF-8 (in Excel: "CSV UTF-8"; in editors: "Save with encoding").');
  } else if (nul !== -1) {
    issues.add({ file, line: lineAt(text, nul) }, 'the file is not text', 'Save it as plain text in UTF-8, or move it out of the content.');
  } else {
    issues.add(
      { file, line: lineAt(text, undecoded) },
      'the line holds a character that is not UTF-8',
      'Save the file as UTF-8 and write the character anew.',
    );
  }
  return false;
}

/** Latin letters, digits and signs have every other byte zero in UTF-16, but not every byte. */
function isUtf16(text: string): boolean {
  const start = text.slice(0, 200).replace(/^\uFFFD\uFFFD/, '');
  const zeros = start.split('\u0000').length - 1;
  return zeros >= start.length * 0.3 && zeros <= start.length * 0.6;
}
