/** The words of the element's own controls, in one language. `{…}` are filled in. */
export interface Strings {
  readonly open: string;
  readonly title: string;
  readonly close: string;
  readonly menu: string;
  readonly greeting: string;
  readonly question: string;
  readonly placeholder: string;
  readonly send: string;
  readonly oftenAsked: string;
  readonly transcript: string;
  readonly youSaid: string;
  readonly agentSaid: string;
  readonly looking: string;
  readonly loading: string;
  readonly solved: string;
  readonly notYet: string;
  readonly solvedThanks: string;
  readonly why: string;
  readonly source: string;
  readonly failed: string;
  readonly retry: string;
  readonly packFailed: string;
  readonly person: string;
  readonly startOver: string;
  readonly stored: string;
  readonly storedNothing: string;
  readonly storedPrivate: string;
  readonly storedUnavailable: string;
  /** {count} */
  readonly storedMessages: string;
  /** {count} */
  readonly storedNeeds: string;
  /** With `{count}`. */
  readonly storedPages: string;
  /** {site}, {size} */
  readonly storedPack: string;
  /** {size} */
  readonly storedWeights: string;
  readonly deleteAll: string;
  readonly deleted: string;
  readonly back: string;
  readonly software: string;
  /** {count} */
  readonly known: string;
  readonly howToCheck: string;
  readonly skip: string;
  readonly stopGuide: string;
}
