import type { GuideState } from '../guide/guide-state.ts';
import type { JourneyState } from '../journey/journey-state.ts';
import type { Decided } from './decide.ts';
import type { Choice } from './decision.ts';
import type { ConversationState } from './state.ts';

/** A journey or guide that was left for another need. */
export type SetAside =
  | { readonly journey: JourneyState; readonly guide?: undefined; readonly title: string }
  | { readonly guide: GuideState; readonly journey?: undefined; readonly title: string };

/** Beginning of the id of a choice that goes on with what was left; the journey's own id of this time follows, or the guide's. */
export const resumePrefix = 'resume:';
/** Who leaves more than this does not come back to the first. */
const mostAside = 5;

/** Id of the choice that goes on with what was left. */
export function resumeId({ journey, guide }: SetAside): string {
  return resumePrefix + (journey === undefined ? guide.guide : journey.id);
}

export function withAside(aside: readonly SetAside[], left: SetAside): readonly SetAside[] {
  return [...aside.filter((each) => resumeId(each) !== resumeId(left)), left].slice(-mostAside);
}

/** What was left stays at hand, and once nothing else is under way the newest of it is offered. */
export function offerUnfinished({ decision, next }: Decided, state: ConversationState): Decided {
  const known = next.aside ?? state.aside ?? [];
  if (known.length === 0) return { decision, next };
  // A guide that was begun anew is not left any more.
  const anew = next.guide?.guide ?? decision.walk?.guide;
  const aside = known.filter(({ guide }) => guide === undefined || guide.guide !== anew);
  const kept: Decided = { decision, next: { ...next, aside } };
  const last = aside.at(-1);
  const isOver = (decision.trip?.done ?? decision.walk?.done) !== undefined && next.journey === undefined && next.guide === undefined;
  if (!isOver || last === undefined || (decision.kind !== 'journey' && decision.kind !== 'guide')) return kept;
  const choice: Choice = { id: resumeId(last), label: last.title, locale: (last.journey ?? last.guide).locale };
  const unfinished = { title: last.title, isGuide: last.guide !== undefined };
  return {
    decision: { ...decision, choices: [...decision.choices, choice], unfinished },
    next: { ...kept.next, offered: [...next.offered, choice] },
  };
}
