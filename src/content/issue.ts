import { displayText } from '../language/normalize.ts';
import type { Place } from './unit.ts';

/** Something wrong with authored content: where, what, and how to mend it. */
export interface ContentIssue {
  readonly place: Place;
  readonly message: string;
  readonly mend: string;
}

const longestMessage = 500;

/** Collects what is wrong so that an author sees all of it at once. */
export class IssueList {
  readonly issues: ContentIssue[] = [];

  /** The message may quote content: what would hide or reorder text in a terminal is left out, and it is kept short. */
  add(place: Place, message: string, mend: string): void {
    const shown = displayText(message);
    this.issues.push({ place, message: shown.length > longestMessage ? `${shown.slice(0, longestMessage)} …` : shown, mend });
  }
}

export function formatIssue({ place, message, mend }: ContentIssue): string {
  return `${place.file}:${place.line}: ${message}\n    ${mend}`;
}
