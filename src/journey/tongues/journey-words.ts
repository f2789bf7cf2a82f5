import type { AddressPart, SlotType } from '../journey.ts';
import type { RangeWords } from '../product-facets.ts';

/**
 * How people tell of times, choices and things in one language. Each text is alternatives of a regular expression over
 * folded, lower-case words (no accents, one form of alef). General language only.
 */
export interface JourneyWords {
  readonly today: string;
  readonly yesterday: string;
  /** The day before yesterday. */
  readonly dayBefore: string;
  readonly tomorrow: string;
  /** Before or after a unit, weekday or month: the one before this, this one, the one after it. */
  readonly last: string;
  readonly current: string;
  readonly next: string;
  /** `#` stands for a number with a unit: "# ago", "vor #". */
  readonly ago: string;
  readonly ahead: string;
  readonly day: string;
  readonly week: string;
  readonly month: string;
  readonly year: string;
  /** A number of one before a unit. */
  readonly one: string;
  /** First to fifth, parted by spaces. */
  readonly ordinals: string;
  readonly lastOne: string;
  /** The one that was not meant before. */
  readonly other: string;
  readonly all: string;
  readonly none: string;
  /** Between two things. */
  readonly and: string;
  readonly except: string;
  /** In the order of `colourNames`, parted by spaces. */
  readonly colours: string;
  /** That one has no order number at hand. */
  readonly forgot: string;
  /** That one does not mind which. */
  readonly any: string;
  readonly again: string;
}

/** What colours are called in records of shops. */
export const colourNames = 'black white grey red blue green yellow orange brown pink purple silver gold beige'.split(' ');

/** What the agent says within journeys in its own words, in one language. `{…}` are filled in. */
export interface JourneyPhrases {
  /** Asked where a journey has no words of its own for a slot. */
  readonly asks: Readonly<Record<SlotType, string>>;
  /** What a slot is called in a summary. */
  readonly labels: Readonly<Record<SlotType, string>>;
  readonly whoAreYou: string;
  readonly whyWho: string;
  /** The same whether or not there is such a customer. */
  readonly codeSent: string;
  readonly whyCode: string;
  readonly codeWrong: string;
  /** {seconds} */
  readonly slowDown: string;
  readonly isItThis: string;
  readonly whichOne: string;
  readonly tellMore: string;
  readonly noneFits: string;
  readonly notUnderstood: string;
  /** {parts}: of an address */
  readonly stillMissing: string;
  readonly addressParts: Readonly<Record<AddressPart, string>>;
  /** Of an address with < or > in it. */
  readonly noMarkup: string;
  readonly offerPerson: string;
  readonly whyAsked: string;
  readonly needed: string;
  readonly confirm: string;
  readonly yesDo: string;
  readonly noStop: string;
  readonly yes: string;
  readonly no: string;
  readonly noneOfThese: string;
  readonly without: string;
  readonly person: string;
  readonly tryAgain: string;
  readonly done: string;
  readonly cancelled: string;
  readonly refused: string;
  readonly personDecides: string;
  readonly unreachable: string;
  readonly notFound: string;
  readonly changed: string;
  /** {journey}: one that was left for another need. */
  readonly inTheMiddle: string;
  readonly sendTo: string;
  readonly refund: string;
  readonly notPossible: string;
  /** Questions of the product finder; {feature} */
  readonly whatKind: string;
  readonly whatPrice: string;
  readonly whatFeature: string;
  readonly anyWill: string;
  readonly ranges: RangeWords;
  /** Before products that are shown side by side. */
  readonly whichProduct: string;
  /** Why a product is shown: {words}, {value}, {amount} */
  readonly youSaid: string;
  readonly notAsAsked: string;
  readonly withinBudget: string;
  readonly overBudget: string;
  /** {journey}, {percent} */
  readonly reasonFits: string;
  /** {journey} */
  readonly reasonStep: string;
  /** {rule} */
  readonly reasonRight: string;
}

export interface JourneyTongueData {
  readonly words: JourneyWords;
  readonly phrases: JourneyPhrases;
}
