import { type ReadContent, siteFile } from '../read-content.ts';
import type { Place } from '../unit.ts';
import { checkAnswers } from './check-answers.ts';
import { checkCare } from './check-care.ts';
import { checkGuides } from './check-guides.ts';
import { checkJourneys } from './check-journeys.ts';
import { checkNudges } from './check-nudges.ts';
import { checkCopies, checkPhrasings } from './check-phrasings.ts';
import { checkRights } from './check-rights.ts';
import { checkScopes } from './check-scopes.ts';
import { checkTerms } from './check-terms.ts';
import type { Finding } from './finding.ts';

export interface CheckOptions {
  /** ISO 8601 day that counts as today. */
  readonly today: string;
  /** Where findings about the content as a whole are placed. */
  readonly settings?: Place;
}

/** All that can be said of content without looking outside it: what a build refuses, and what is likely to be wrong. */
export function checkContent({ readable, issues }: Pick<ReadContent, 'readable' | 'issues'>, options: CheckOptions): Finding[] {
  const errors = issues.map((issue): Finding => ({ level: 'error', rule: 'content', ...issue, units: [] }));
  if (readable === undefined) return errors;
  const settings = options.settings ?? { file: siteFile, line: 1 };
  return [
    ...errors,
    ...checkScopes(readable, options.today),
    ...checkPhrasings(readable),
    ...checkCopies(readable),
    ...checkAnswers(readable),
    ...checkTerms(readable),
    ...checkCare(readable, settings, options.today),
    ...checkGuides(readable, options.today),
    ...checkJourneys(readable),
    ...checkRights(readable),
    ...checkNudges(readable, options.today),
  ];
}
