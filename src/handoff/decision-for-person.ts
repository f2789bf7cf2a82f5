import type { Decision } from '../decide/decision.ts';

/**
 * Of the decisions on one message the one that a person is offered for, or undefined where none is. What the visitor asked
 * for comes before what the agent makes of the rest of the message.
 */
export function decisionForPerson(decisions: readonly Decision[]): Decision | undefined {
  const handedOver = decisions.filter(({ kind }) => kind === 'escalate');
  return (
    handedOver.find(({ reason }) => reason.because === 'asked-for-person') ??
    handedOver[0] ??
    decisions.find(({ offersPerson }) => offersPerson)
  );
}
