import type { Guide, GuideCause, GuideNode } from './guide.ts';
import type { GuideStep } from './guide-state.ts';

/** How many times likelier an answer is under a cause that it points to. */
const pointing = 6;
/** The same for a cause that it rules out. */
const ruling = 0.05;
/** What is left of a cause after its fix failed: fixes are not always done right. */
const afterFailure = 0.02;
/** A cause this likely is acted on. */
const actFrom = 0.8;
/** A question that tells less than this many bits for its cost is not worth asking. */
const leastGain = 0.05;

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
 * What to do next where causes are given: the question with the highest expected information gain for its cost (entropy
 * of the causes now less the expected entropy after the answer; Lindley 1956, "On a measure of the information provided
 * by an experiment"), or, where a cause is likely enough or no question tells enough, its fix (after Heckerman, Breese &
 * Rommelse 1995, "Decision-theoretic troubleshooting"). Undefined where all fixes failed.
 * @returns id of a question or fix
 */
export function chooseByGain(guide: Guide, past: readonly GuideStep[]): string | undefined {
  const beliefs = beliefsOf(guide, past);
  const visited = new Set(past.map(({ at }) => at));
  const open = beliefs.filter(({ cause }) => !visited.has(cause.fix));
  const [best] = open;
  if (best === undefined) return undefined;
  const now = entropy(beliefs.map(({ probability }) => probability));
  let chosen: string | undefined;
  let most = leastGain;
  if (best.probability < actFrom) {
    for (const node of guide.nodes) {
      if (visited.has(node.id)) continue;
      const gain = (now - expectedEntropy(node, beliefs)) / (node.cost ?? 1);
      if (gain > most) [chosen, most] = [node.id, gain];
    }
  }
  return chosen ?? best.cause.fix;
}

function expectedEntropy(node: GuideNode, beliefs: readonly Belief[]): number {
  const shares = beliefs.map(({ cause }) => sharesOf(node, cause.id));
  return node.options.reduce((sum, _, option) => {
    const joint = beliefs.map(({ probability }, index) => probability * (shares[index]?.[option] as number));
    const total = joint.reduce((all, each) => all + each, 0);
    return total === 0 ? sum : sum + total * entropy(joint.map((each) => each / total));
  }, 0);
}

/** In bits. */
function entropy(probabilities: readonly number[]): number {
  return probabilities.reduce((sum, each) => (each > 0 ? sum - each * Math.log2(each) : sum), 0);
}
