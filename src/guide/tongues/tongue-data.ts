import type { JourneyTongueData } from '../../journey/tongues/journey-words.ts';
import type { ReplyWords } from '../reply-words.ts';

/** What the agent says within guides in its own words, in one language. `{…}` are filled in. */
export interface GuidePhrases {
  /** Label of the choice of one who does not know the answer. */
  readonly dontKnow: string;
  /** Labels of the choices after a fix. */
  readonly isGone: string;
  readonly isNotGone: string;
  /** Asked after a fix. */
  readonly isItGone: string;
  /** Asked on a later visit. */
  readonly isItStillGone: string;
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
  readonly noted: string;
  /** Before a question that is asked once more, since no fix has helped. */
  readonly recheck: string;
  readonly whatCameOfIt: string;
  /** Offers a guide that was left for another need. */
  readonly goOnWith: string;
  readonly passedOver: string;
  readonly guideChanged: string;
  /** Said where the guide was changed and the visitor finishes on the old one. */
  readonly guideKept: string;
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

/** All that guides need of one language. Packs with guides carry it, so that pages without guides load none of it. */
export interface TongueData {
  readonly replies: ReplyWords;
  readonly phrases: GuidePhrases;
  /** What journeys need besides; left out of packs without any. */
  readonly journeys?: JourneyTongueData;
}
