import type { Condition } from '../policy/condition.ts';
import type { Json } from './actions.ts';

/** A short service flow in one locale's words: what a browser needs of it. Plain data. */
export interface Journey {
  readonly id: string;
  readonly title: string;
  /** How visitors ask for it. */
  readonly phrasings: readonly string[];
  readonly slots: readonly JourneySlot[];
  /** The first one is where it starts; each leads to the following one where it names no other. */
  readonly steps: readonly JourneyStep[];
  /** When it applies; left out where it always does. */
  readonly when?: Condition;
  /** Days after the visitor's last word for which it is kept. */
  readonly keepDays: number;
}

export const slotTypes = [
  'text',
  'order-number',
  'email',
  'phone',
  'contact',
  'date',
  'date-range',
  'amount',
  'address',
  'yes-no',
  'one-of',
  'many-of',
  'product',
  'quantity',
  'need',
] as const;
export type SlotType = (typeof slotTypes)[number];

/** Something that the journey has to know. */
export interface JourneySlot {
  /** Unique in the journey. */
  readonly id: string;
  readonly type: SlotType;
  /** Left out: the agent's own words for the type. */
  readonly ask?: string;
  readonly why?: string;
  /** What it is called in a summary; left out: the agent's own word for the type. */
  readonly label?: string;
  /** Whether the visitor may do without. */
  readonly isOptional?: boolean;
  /** The form of an order number: `#` a digit, `@` a letter, anything else itself. */
  readonly pattern?: string;
  /** Bounds of a quantity, days from today of a date, or characters of a text. */
  readonly from?: number;
  readonly to?: number;
  /** Currency of an amount that is told without one, ISO 4217. */
  readonly currency?: string;
  /** What can be chosen. */
  readonly choices?: readonly SlotChoice[];
  /** Where the choices stand instead: a list in what an action gave back, such as `order.lines`. */
  readonly records?: RecordSource;
  /** Where it may be found before it is asked for. */
  readonly known?: readonly ('opening' | 'page' | 'customer')[];
  /** When it is asked for; left out: always. */
  readonly when?: Condition;
}

export interface SlotChoice {
  readonly id: string;
  readonly label: string;
  readonly phrasings?: readonly string[];
}

export interface RecordSource {
  /** Path of the list among the facts. */
  readonly path: string;
  /** Property that tells one record from another. */
  readonly key: string;
  /** How a record is shown: words with `{property}` in them. */
  readonly label: string;
}

interface StepBase {
  readonly id: string;
  /** The step is left out where it does not hold. */
  readonly when?: Condition;
  /** The step that follows; left out: the next one. */
  readonly next?: string;
}

/** What an argument of an action is made of: a condition, or a list or object of such. */
export type Argument =
  | { readonly value: Condition }
  | { readonly list: readonly Argument[] }
  | { readonly object: { readonly [name: string]: Argument } }
  /** One for each record that was chosen in a slot; `item` is each in turn. */
  | { readonly each: string; readonly item: Argument };

export type JourneyStep =
  | (StepBase & { readonly kind: 'ask'; readonly slots: readonly string[] })
  | (StepBase & {
      readonly kind: 'find';
      readonly action: string;
      readonly args: { readonly [name: string]: Argument };
      /** Where the records stand in what comes back, how they are told apart and shown; the one that is meant becomes `order`. */
      readonly records: RecordSource;
      /** The slot that names a record outright. */
      readonly slot?: string;
    })
  | (StepBase & {
      readonly kind: 'act';
      readonly action: string;
      readonly args: { readonly [name: string]: Argument };
      /** What it costs the site: a condition that gives an amount. */
      readonly amount?: Condition;
      /** The slot whose chosen records are decided one by one. */
      readonly items?: string;
      /** What else is possible where it is refused. */
      readonly otherwise?: string;
    })
  | (StepBase & { readonly kind: 'tell'; readonly words: string })
  /** Asks what sets products apart, then shows the likeliest side by side; the slot takes the one that is chosen. */
  | (StepBase & { readonly kind: 'compare'; readonly slot: string })
  | (StepBase & { readonly kind: 'person' })
  | (StepBase & { readonly kind: 'end' });

/** Somewhere that things are sent to; the first whose condition holds for an item counts. */
export interface ReturnPlace {
  readonly when?: Condition;
  readonly address: Address;
}

export interface Address {
  readonly name?: string;
  /** Street and number, in as many lines as were given. */
  readonly street: string;
  readonly postcode?: string;
  readonly city?: string;
  readonly region?: string;
  /** ISO 3166-1. */
  readonly country?: string;
}

/** What an address may lack. */
export type AddressPart = 'name' | 'street' | 'postcode' | 'city' | 'country';

/** What a slot was filled with: a text, number, yes or no, amount, period, address, or ids of choices. */
export type SlotValue = Exclude<Json, null>;

/** Beginning of the id under which a journey is found among the units. */
export const journeyPrefix = 'journey:';
