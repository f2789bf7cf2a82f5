import type { ActionResult, Json } from '../journey/actions.ts';
import { fold } from '../language/fold.ts';
import type { Locale } from '../language/locale.ts';
import { normalizeText } from '../language/normalize.ts';
import type { ConditionContext } from '../policy/condition.ts';
import type { Choice } from './decision.ts';

/** What the visitor did. */
export type Input =
  | { readonly kind: 'question'; readonly text: string }
  /** Took one of the choices that were offered, or followed a link to a unit. */
  | { readonly kind: 'choice'; readonly id: string }
  /** Filled in a form of the journey under way: several choices at once, an address. */
  | { readonly kind: 'fill'; readonly slot: string; readonly value: Json }
  /** What came back for a request of the journey under way; the loop's own, no visitor's. */
  | { readonly kind: 'action-result'; readonly request: string; readonly action: string; readonly result: ActionResult }
  /** Steers a guide or a journey by a button. */
  | { readonly kind: 'guide'; readonly command: 'how' | 'why' | 'back' | 'restart' | 'skip' | 'stop' }
  /** Opened the panel on another visit; the session's own, no visitor's. */
  | { readonly kind: 'opened' }
  /** Wants a person. */
  | { readonly kind: 'person' }
  /** Said that the last answer did not solve it. */
  | { readonly kind: 'not-solved' };

/** A choice that was offered can also be typed: by its number or in its own words. */
export function interpret(input: Input, offered: readonly Choice[]): Input {
  if (input.kind !== 'question' || offered.length === 0) return input;
  const typed = plain(input.text);
  const number = /^\(?([1-9]\d?)\)?$/.exec(typed)?.[1];
  const chosen = number === undefined ? offered.find(({ label }) => plain(label) === typed) : offered[Number(number) - 1];
  return chosen === undefined ? input : { kind: 'choice', id: chosen.id };
}

/** Without the stop that some end a reply with. */
function plain(text: string): string {
  return fold(normalizeText(text)).replace(/[.!。！]+$/u, '');
}

/** What is known of the visitor's situation when a turn starts. */
export interface TurnContext {
  readonly locale: Locale;
  /** True where the site or the visitor set the locale, so that it is not to be guessed from the words. */
  readonly localeIsFixed?: boolean;
  /** ISO 8601 time of the turn. */
  readonly now: string;
  readonly product?: string | readonly string[];
  readonly market?: string;
  readonly audience?: string | readonly string[];
  readonly page?: string;
  readonly customer?: ConditionContext;
  /** By unit, 0 to 1: what this visitor is likely to ask, read from their interests with their consent. */
  readonly likely?: Readonly<Record<string, number>>;
  /** Random letters and digits, new with every turn: a journey that begins makes the ids of its requests of it. */
  readonly seed?: string;
}
