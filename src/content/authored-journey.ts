import type { Journey } from '../journey/journey.ts';
import type { Locale } from '../language/locale.ts';
import type { Place } from './unit.ts';

/** A journey as a whole: its words by locale, and where each part stands. */
export interface AuthoredJourney {
  readonly id: string;
  /** One for each locale that it has a title in; words that a locale lacks are those of the first. */
  readonly variants: ReadonlyMap<Locale, Journey>;
  readonly place: Place;
  /** The place of a slot or step. */
  readonly placeOf: (id: string) => Place;
  /** Words that a locale lacks. */
  readonly gaps: readonly { readonly locale: Locale; readonly what: string; readonly place: Place }[];
}
