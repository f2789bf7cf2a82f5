import type { Place } from './unit.ts';

/** Something wrong with authored content: where, what, and how to mend it. */
export interface ContentIssue {
  readonly place: Place;
  readonly message: string;
  readonly mend: string;
}

/** Collects what is wrong so that an author sees all of it at once. */
export class IssueList {
  readonly issues: ContentIssue[] = [];

  add(place: Place, message: string, mend: string): void {
    this.issues.push({ place, message, mend });
  }
}

export function formatIssue({ place, message, mend }: ContentIssue): string {
  return `${place.file}:${place.line}: ${message}\n    ${mend}`;
}
