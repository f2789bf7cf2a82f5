import { journeyDraft, journeyReason } from '../answer/journey-step.ts';
import { beginJourney, decideInJourney, resumeJourney, waitingMark } from '../decide/decide-journey.ts';
import { journeyTongueOf } from './journey-tongue.ts';

/** All that takes visitors through journeys, as one object: browsers load it by itself, and only where a pack has journeys. */
export const journeyEngine = {
  begin: beginJourney,
  decide: decideInJourney,
  resume: resumeJourney,
  waiting: waitingMark,
  draft: journeyDraft,
  reason: journeyReason,
  tongueOf: journeyTongueOf,
};

export type JourneyEngine = typeof journeyEngine;
