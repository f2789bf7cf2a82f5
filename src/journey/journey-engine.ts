import { beginJourney, decideInJourney, resumeJourney, waitingMark } from '../decide/decide-journey.ts';
import { agrees, isCommand } from '../guide/reply-text.ts';
import { choosables, slotValue } from './facts.ts';
import { journeyTongueOf } from './journey-tongue.ts';
import { slotAsked, standingOf } from './standing.ts';

/** All that takes visitors through journeys, as one object: browsers load it by itself, and only where a pack has journeys. */
export const journeyEngine = {
  begin: beginJourney,
  decide: decideInJourney,
  resume: resumeJourney,
  waiting: waitingMark,
  agrees,
  isCommand,
  standingOf,
  slotAsked,
  slotValue,
  choosables,
  tongueOf: journeyTongueOf,
};

export type JourneyEngine = typeof journeyEngine;
