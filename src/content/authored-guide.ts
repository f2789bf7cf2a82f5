import type { Guide } from '../guide/guide.ts';
import type { Locale } from '../language/locale.ts';
import type { Place } from './unit.ts';

/** A guide as a whole: its words by locale, and where each part stands. */
export interface AuthoredGuide {
  readonly id: string;
  /** One for each locale that it has a title in; words that a locale lacks are those of the first. */
  readonly variants: ReadonlyMap<Locale, Guide>;
  /** Only other guides lead to it. */
  readonly isShared: boolean;
  readonly place: Place;
  /** The place of a question, fix or cause. */
  readonly placeOf: (id: string) => Place;
  /** Words that a locale lacks. */
  readonly gaps: readonly { readonly locale: Locale; readonly what: string; readonly place: Place }[];
  readonly owner?: string;
  /** ISO 8601 date by which somebody has to read it again. */
  readonly review?: string;
}
