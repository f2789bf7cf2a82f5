import type { JourneyState } from '../journey/journey-state.ts';
import type { Decided } from './decide.ts';
import type { Choice } from './decision.ts';
import type { ConversationState } from './state.ts';

/** A journey that was left for another need. */
export interface SetAside {
  readonly journey: JourneyState;
  readonly title: string;
}

/** Beginning of the id of a choice that goes on with a journey that was left; the journey's own id of this time follows. */
export const resumePrefix = 'resume:';
/** Who leaves more journeys than this does not come back to the first. */
const mostAside = 5;

export function withAside(aside: readonly SetAside[], left: SetAside): readonly SetAside[] {
  return [...aside.filter(({ journey }) => journey.id !== left.journey.id), left].slice(-mostAside);
}

/** What was left stays at hand, and once nothing else is under way the newest of it is offered. */
export function offerUnfinished({ decision, next }: Decided, state: ConversationState): Decided {
  const aside = next.aside ?? state.aside ?? [];
  if (aside.length === 0) return { decision, next };
  const kept: Decided = { decision, next: { ...next, aside } };
  const last = aside.at(-1);
  const isOver = (decision.trip?.done ?? decision.walk?.done) !== undefined && next.journey === undefined && next.guide === undefined;
  if (!isOver || last === undefined || (decision.kind !== 'journey' && decision.kind !== 'guide')) return kept;
  const choice: Choice = { id: resumePrefix + last.journey.id, label: last.title, locale: last.journey.locale };
  return {
    decision: { ...decision, choices: [...decision.choices, choice], unfinished: last.title },
    next: { ...kept.next, offered: [...next.offered, choice] },
  };
}
