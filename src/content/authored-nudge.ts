import type { Locale } from '../language/locale.ts';
import type { Nudge, Variant } from '../nudge/nudge.ts';
import type { Money } from '../policy/money.ts';
import type { Place } from './unit.ts';

/** A nudge as a whole: what is the same in every locale, and its words by locale. */
export interface AuthoredNudge {
  readonly id: string;
  readonly base: Omit<Nudge, 'next' | 'variants'>;
  readonly next: AuthoredStep;
  readonly wordings: ReadonlyMap<Locale, NudgeWording>;
  /** Last ISO 8601 day on which it holds. */
  readonly expires?: string;
  readonly place: Place;
  readonly placeOf: (path: readonly PropertyKey[]) => Place;
}

/** A next step before the titles of what it opens are known. */
export type AuthoredStep =
  | { readonly to: 'unit' | 'guide' | 'journey'; readonly id: string }
  | { readonly to: 'question' }
  | { readonly to: 'offer'; readonly code: string; readonly amount?: Money; readonly unit?: string }
  | { readonly to: 'link'; readonly href: string }
  | { readonly to: 'topics'; readonly units: readonly string[] };

export interface NudgeWording {
  readonly question?: string;
  /** `action` is left out where the title of the next step does. */
  readonly variants: readonly [AuthoredVariant, ...AuthoredVariant[]];
}
export type AuthoredVariant = Omit<Variant, 'action'> & Partial<Pick<Variant, 'action'>>;
