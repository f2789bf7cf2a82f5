import { SentenceChecker } from '../../../src/generate/check/checker.ts';
import type { Encoder } from '../../../src/retrieve/encoder.ts';
import type { Case, CheckerSet } from './checker-set.ts';

/** One checker for each unit of a set, opened once. */
export function checkersOf(set: CheckerSet, encoder?: Encoder): (each: Case) => Promise<SentenceChecker> {
  const open = new Map<string, Promise<SentenceChecker>>();
  return ({ unit, locale }) => {
    const key = `${unit} ${locale}`;
    const known = open.get(key) ?? SentenceChecker.over([set.source(unit, locale)], locale, encoder);
    open.set(key, known);
    return known;
  };
}
