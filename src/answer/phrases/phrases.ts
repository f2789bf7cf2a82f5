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
  /** The same beside an answer that money, safety or the law hang on. */
  readonly atStake: string;
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
}

/** Puts values into the `{name}` places of a phrase; a place without a value stays empty. */
export function fill(phrase: string, values: Readonly<Record<string, string>>): string {
  return phrase.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}
