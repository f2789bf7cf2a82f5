import type { ConditionContext } from '../policy/condition.ts';
import { decideRight } from '../policy/decide-right.ts';
import type { RightDecision } from '../policy/rights.ts';
import { holdOut, type Memory } from './memory.ts';
import type { NextStep, NudgeSet } from './nudge.ts';

/** The name under which decision rights speak of offers; `args.offer` is the code. */
export const offerAction = 'apply-offer';

type Offer = Extract<NextStep, { to: 'offer' }>;

/**
 * What the policy says to an offer now. Offers that were taken up on this device count for its limits; the relay, where
 * there is one, knows of the others and decides again.
 */
export function decideOffer(
  { code, amount }: Offer,
  { offerRules, nudges }: Pick<NudgeSet, 'offerRules' | 'nudges'>,
  memory: Memory,
  facts: ConditionContext,
): RightDecision {
  const offering = new Set(nudges.filter(({ next }) => next.to === 'offer').map(({ id }) => id));
  const taken = memory.showings.filter(({ nudge, arm, ended }) => offering.has(nudge) && arm !== holdOut && ended === 'taken');
  return decideRight(
    { [offerAction]: offerRules },
    {
      action: offerAction,
      facts: { ...facts, args: { offer: code } },
      ...(amount === undefined ? {} : { amount }),
      before: taken.map(({ at }) => new Date(at).toISOString()),
    },
  );
}

/** Whether it may be offered: what one tap takes, that tap confirms. */
export function mayOffer(...given: Parameters<typeof decideOffer>): boolean {
  const { right } = decideOffer(...given);
  return right === 'auto' || right === 'confirm';
}
