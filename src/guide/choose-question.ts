import type { Guide, GuideCause, GuideNode } from './guide.ts';
import type { GuideStep } from './guide-state.ts';

/** How many times likelier an answer is under a cause that it points to. */
const pointing = 6;
/** The same for a cause that it rules out. */
const ruling = 0.05;
/** What is left of a cause after its fix failed: fixes are not always done right. */
const afterFailure = 0.02;
/** Effort of a fix, which has several steps and a check, next to a question's. */
const costOfFix = 6;
/** A question that saves less than this is not worth asking. */
const leastSaving = 0.02;
/** With more open questions than this, one is looked at without those after it. */
const mostLookedAhead = 24;

export interface Belief {
  readonly cause: GuideCause;
  /** 0 to 1; all together are 1. */
  readonly probability: number;
}

/** How likely each cause is after what was learnt, likeliest first (Bayes' rule; answers independent given the cause). */
export function beliefsOf(guide: Guide, past: readonly GuideStep[]): Belief[] {
  const { causes = [] } = guide;
  const weights = causes.map((cause) => {
    let weight = cause.likelihood;
    for (const step of past) {
      const node = guide.nodes.find(({ id }) => id === step.at);
      if (node !== undefined && step.option !== undefined) weight *= likelihood(node, step.option, cause.id, step.certainty);
      else if (node === undefined && step.at === cause.fix) weight *= afterFailure;
    }
    return weight;
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return causes
    .map((cause, index) => ({ cause, probability: total === 0 ? 1 / causes.length : (weights[index] as number) / total }))
    .sort((a, b) => b.probability - a.probability);
}

/** Probability of an answer under a cause; what is not certain counts in part. */
function likelihood(node: GuideNode, option: string, cause: string, certainty: number): number {
  const shares = sharesOf(node, cause);
  const index = node.options.findIndex(({ id }) => id === option);
  return certainty * (shares[index] ?? 0) + (1 - certainty) / node.options.length;
}

function sharesOf(node: GuideNode, cause: string): number[] {
  const weights = node.options.map(({ pointsTo, rulesOut }) =>
    pointsTo?.includes(cause) ? pointing : rulesOut?.includes(cause) ? ruling : 1,
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/**
 * What to do next where causes are given: the question whose answer saves most effort for its own, or, where none saves any,
 * the fix of the likeliest cause (expected cost of repair, Heckerman, Breese & Rommelse 1995, "Decision-theoretic
 * troubleshooting"; looked ahead over one question more where that is cheap). Undefined where all fixes failed.
 * @returns id of a question or fix
 */
export function chooseByGain(guide: Guide, past: readonly GuideStep[]): string | undefined {
  const visited = new Set(past.map(({ at }) => at));
  const open = beliefsOf(guide, past).filter(({ cause }) => !visited.has(cause.fix));
  const [best] = open;
  if (best === undefined) return undefined;
  const total = open.reduce((sum, { probability }) => sum + probability, 0);
  const weights = open.map(({ probability }) => probability / total);
  const nodes = guide.nodes.filter(({ id }) => !visited.has(id));
  const questions = nodes.map((node) => ({ node, cost: node.cost ?? 1, shares: open.map(({ cause }) => sharesOf(node, cause.id)) }));
  let chosen: string | undefined;
  let least = repairCost(weights) - leastSaving;
  for (const question of questions) {
    const others = questions.length > mostLookedAhead ? [] : questions.filter((other) => other !== question);
    const cost = question.cost + expectedCost(question, weights, others);
    if (cost < least) [chosen, least] = [question.node.id, cost];
  }
  return chosen ?? best.cause.fix;
}

interface Question {
  readonly node: GuideNode;
  readonly cost: number;
  /** Probability of each answer under each open cause. */
  readonly shares: readonly (readonly number[])[];
}

/** What is left to do after a question's answer, on average over its answers. */
function expectedCost({ node, shares }: Question, weights: readonly number[], others: readonly Question[]): number {
  return node.options.reduce((sum, _, option) => {
    const joint = weights.map((weight, cause) => weight * (shares[cause]?.[option] as number));
    const total = joint.reduce((all, each) => all + each, 0);
    if (total === 0) return sum;
    const after = joint.map((each) => each / total);
    const further = others.map((other) => other.cost + expectedCost(other, after, []));
    return sum + total * Math.min(repairCost(after), ...further);
  }, 0);
}

/** Effort of trying the fixes one by one, likeliest first, until one helps. */
function repairCost(weights: readonly number[]): number {
  return [...weights].sort((a, b) => b - a).reduce((sum, weight, index) => sum + weight * (index + 1) * costOfFix, 0);
}
