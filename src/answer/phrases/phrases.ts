/**
 * What the agent says in its own words, in one language. `{…}` are filled in. Short, plain, no scripted feelings.
 */
export interface Phrases {
  readonly whichOne: string;
  readonly nothingFits: string;
  /** {question} */
  readonly notHere: string;
  readonly noQuestion: string;
  readonly greeting: string;
  readonly thanks: string;
  /** {site} */
  readonly aboutMe: string;
  readonly personHere: string;
  readonly nothingLeft: string;
  readonly noContact: string;
  readonly email: string;
  readonly phone: string;
  readonly website: string;
  readonly hours: string;
  /** {list} */
  readonly appliesTo: string;
  /** {language} */
  readonly onlyIn: string;
  /** {question}, {percent}: a whole number, its sign is the phrase's. */
  readonly reasonSure: string;
  /** {question} */
  readonly reasonChosen: string;
  /** {question} */
  readonly reasonNextBest: string;
  /** {count} */
  readonly reasonSeveralClose: string;
  readonly reasonNothingFits: string;
  /** {question} */
  readonly reasonNotHere: string;
  readonly reasonNothingLeft: string;
  readonly reasonNoQuestion: string;
  readonly reasonSocial: string;
  readonly reasonPerson: string;
  /** Label of the choice of one who does not know the answer. */
  readonly dontKnow: string;
  /** Labels of the choices after a fix. */
  readonly isGone: string;
  readonly isNotGone: string;
  /** Asked after a fix. */
  readonly isItGone: string;
  /** Heading of a stop-gap. */
  readonly untilThen: string;
  /** Heading of what keeps a fault from coming back. */
  readonly soItStays: string;
  /** Heading of how to check something. */
  readonly howToCheck: string;
  readonly notUnderstood: string;
  /** Asked where a reply was not understood twice. */
  readonly pickOne: string;
  readonly noHow: string;
  readonly whyAsked: string;
  readonly firstStep: string;
  readonly wentBack: string;
  readonly restarted: string;
  readonly corrected: string;
  readonly passedOver: string;
  readonly guideChanged: string;
  readonly fixedIt: string;
  readonly cancelled: string;
  readonly notFound: string;
  readonly needsPerson: string;
  readonly danger: string;
  /** Said before a fix that is dangerous. */
  readonly careful: string;
  /** {guide}, {percent} */
  readonly reasonGuideFits: string;
  /** {guide} */
  readonly reasonGuideStep: string;
  /** {guide} */
  readonly reasonGuideNotFound: string;
  /** {guide} */
  readonly reasonGuidePerson: string;
}

/** Puts values into the `{name}` places of a phrase; a place without a value stays empty. */
export function fill(phrase: string, values: Readonly<Record<string, string>>): string {
  return phrase.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}
