import type { Risk } from '../content/unit.ts';
import { type Money, minorDigits } from './money.ts';
import { spokenAmounts } from './spoken-amounts.ts';

/** What is at stake where an answer is wrong. */
export type Stake = Exclude<Risk, 'normal'>;

/** How far the agent answers alone where something is at stake; beyond it a person is offered beside the answer. */
export interface RiskLimit {
  /** Confidence, 0 to 1, from which on an answer stands alone. */
  readonly sure: number;
  /** Highest amounts, one for each currency, that a question may name; left out where amounts do not count. */
  readonly amounts?: readonly Money[];
}

export type RiskLimits = Readonly<Partial<Record<Stake, RiskLimit>>>;

/**
 * For a kind of risk that a site says nothing of. Safety and law want more than the usual 0.95; where money is at stake a
 * wrong answer can mostly be mended.
 */
export const defaultRiskLimits: Readonly<Record<Stake, RiskLimit>> = {
  money: { sure: 0.9 },
  safety: { sure: 0.97 },
  legal: { sure: 0.97 },
};

/** Whether an answer to a question goes beyond what the agent settles alone where that is at stake. */
export function isBeyondRisk(
  stake: Stake,
  question: { readonly text: string; readonly confidence: number },
  limits: RiskLimits = {},
): boolean {
  const { sure, amounts = [] } = limits[stake] ?? defaultRiskLimits[stake];
  if (question.confidence < sure) return true;
  if (amounts.length === 0) return false;
  return spokenAmounts(question.text).some(({ value, currencies }) => {
    const own = amounts.filter(({ currency }) => currencies.includes(currency));
    // As with decision rights: an amount in a currency without a limit is for a person.
    return own.length === 0 || own.some(({ minor, currency }) => value * 10 ** minorDigits(currency) > minor);
  });
}
