import type { Guide, GuideNode, GuideOption } from '../../../src/guide/guide.ts';
import type { Random } from './random.ts';

/** What is really wrong, and so what a visitor finds when a question makes them look. */
export interface Truth {
  /** The fix that helps. */
  readonly fix: string;
  /** The true answer to a question; undefined where the visitor cannot tell. */
  readonly answerTo: (node: GuideNode) => GuideOption | undefined;
  /** Questions on the way to the fix as the author drew it; left out where nothing is drawn. */
  readonly depth?: number;
}

/** How often an answer is given under a cause that it speaks for, or excludes, next to other answers, as the guide format has it. */
const speaksFor = 6;
const excludes = 0.05;

/** Probability of each answer of a question under a cause. */
export function answerChances(node: GuideNode, cause: string): number[] {
  const weights = node.options.map(({ pointsTo = [], rulesOut = [] }) =>
    pointsTo.includes(cause) ? speaksFor : rulesOut.includes(cause) ? excludes : 1,
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/** A fault of a guide, at random: a cause by its likelihood, or a way through the drawn tree; undefined where none ends in a fix. */
export function drawTruth(guide: Guide, random: Random): Truth | undefined {
  return guide.causes === undefined ? truthOfTree(guide, random) : truthOfCauses(guide, guide.causes, random);
}

function truthOfCauses(guide: Guide, causes: NonNullable<Guide['causes']>, random: Random): Truth {
  const cause = random.weighted(causes, ({ likelihood }) => likelihood);
  const answers = new Map<string, GuideOption>();
  for (const node of guide.nodes) {
    const chances = answerChances(node, cause.id);
    // A drawn way out of the causes is another fault.
    const options = node.options.map((option, index) => ({ option, chance: option.next === undefined ? (chances[index] ?? 0) : 0 }));
    if (options.some(({ chance }) => chance > 0)) answers.set(node.id, random.weighted(options, ({ chance }) => chance).option);
  }
  return { fix: cause.fix, answerTo: ({ id }) => answers.get(id) };
}

function truthOfTree(guide: Guide, random: Random): Truth | undefined {
  const nodes = new Map(guide.nodes.map((node) => [node.id, node]));
  const fixes = new Set(guide.fixes.map(({ id }) => id));
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const answers = new Map<string, GuideOption>();
    let at = guide.start ?? '';
    for (let node = nodes.get(at); node !== undefined && !answers.has(at); node = nodes.get(at)) {
      const option = random.pick(node.options);
      answers.set(at, option);
      at = option.next ?? '';
    }
    if (fixes.has(at)) return { fix: at, depth: answers.size, answerTo: ({ id }) => answers.get(id) };
  }
  return undefined;
}
