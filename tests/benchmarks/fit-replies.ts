import { builtinEncoder } from '../../src/cli/encoders.ts';
import { evidenceNames } from '../../src/guide/weigh-options.ts';
import { type Example, readExamples } from './guides/reply-examples.ts';
import { formatTable } from './table.ts';

// Fits the weights of src/guide/weigh-options.ts and the probability from which an option is taken (src/guide/read-reply.ts).
// Nothing of the held-out replies is read here.

/** Strength of the Gaussian prior, which keeps weights of rare evidence small. */
const prior = 0.0002;
const steps = 500;
const rate = 0.5;
/** Share of the last step that the next one goes on with (Polyak 1964). */
const momentum = 0.9;
/** What a misread reply costs a visitor, next to one that has to be said again. */
const costOfError = 3;
const folds = 5;

function chancesOf({ rows }: Example, weights: readonly number[]): number[] {
  const scores = rows.map((row) => row.reduce((sum, value, index) => sum + value * (weights[index] as number), 0));
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const total = powers.reduce((sum, each) => sum + each, 0);
  return powers.map((power) => power / total);
}

/** Each source counts the same, however many replies it has: none of them is how all visitors speak. */
function sharesOf(examples: readonly Example[]): number[] {
  const sizes = new Map<string, number>();
  for (const { source } of examples) sizes.set(source, (sizes.get(source) ?? 0) + 1);
  return examples.map(({ source }) => 1 / (sizes.size * (sizes.get(source) ?? 1)));
}

/** Conditional logistic regression (McFadden 1974) by gradient ascent. */
function fitWeights(examples: readonly Example[]): number[] {
  const shares = sharesOf(examples);
  const weights = evidenceNames.map(() => 0);
  const pace = evidenceNames.map(() => 0);
  for (let step = 0; step < steps; step += 1) {
    const gradient = weights.map((weight) => -prior * weight);
    examples.forEach((example, place) => {
      const chances = chancesOf(example, weights);
      example.rows.forEach((row, option) => {
        const error = (option === example.right ? 1 : 0) - (chances[option] as number);
        row.forEach((value, index) => {
          gradient[index] = (gradient[index] as number) + error * value * (shares[place] as number);
        });
      });
    });
    gradient.forEach((value, index) => {
      // All evidence is written so that more of it speaks for the option.
      pace[index] = momentum * (pace[index] as number) + rate * value;
      weights[index] = Math.max(0, (weights[index] as number) + (pace[index] as number));
    });
  }
  return weights;
}

interface Judged {
  readonly source: Example['source'];
  /** How much it counts. */
  readonly share: number;
  readonly certainty: number;
  readonly isRight: boolean;
}

function judge(examples: readonly Example[], weights: readonly number[]): Judged[] {
  return examples.map((example) => {
    const chances = chancesOf(example, weights);
    const certainty = Math.max(...chances);
    return { source: example.source, share: 0, certainty, isRight: chances.indexOf(certainty) === example.right };
  });
}

const sum = (judged: readonly Judged[]) => judged.reduce((total, each) => total + each.share, 0);
const rightShare = (judged: readonly Judged[]) => sum(judged.filter(({ isRight }) => isRight)) / sum(judged);

/** What is left of the evidence where there is no encoder. */
function withoutVectors(example: Example): Example {
  const rows = example.rows.map((row) =>
    row.map((value, index) => (/^(?:vectors|nearness)$/.test(evidenceNames[index] ?? '') ? 0 : value)),
  );
  return { ...example, rows };
}

function report(title: string, examples: readonly Example[]): void {
  const groups = [...new Set(examples.map(({ group }) => group))];
  const foldOf = ({ group }: Example) => groups.indexOf(group) % folds;
  // Each flowchart and language is judged by weights that never saw it.
  const inFolds = Array.from({ length: folds }, (_, fold) => examples.filter((example) => foldOf(example) === fold));
  const shares = sharesOf(inFolds.flat());
  const judged = inFolds
    .flatMap((own, fold) => judge(own, fitWeights(examples.filter((example) => foldOf(example) !== fold))))
    .map((each, place) => ({ ...each, share: shares[place] as number }));
  const thresholds = [0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8, 0.9].map((from) => {
    const taken = judged.filter(({ certainty }) => certainty >= from);
    const wrong = sum(taken.filter(({ isRight }) => !isRight));
    return [from, 100 * sum(taken), 100 * rightShare(taken), 1 - sum(taken) + costOfError * wrong];
  });
  const right = (100 * rightShare(judged)).toFixed(1);
  const sources = [...new Set(judged.map(({ source }) => source))].map((source) => {
    const own = judged.filter((each) => each.source === source);
    return `${source} ${(100 * rightShare(own)).toFixed(1)} % of ${own.length}`;
  });
  console.log(`${title}: ${right} % of replies right (${sources.join(', ')}), each group judged by weights fitted on others\n`);
  const header = ['taken from', 'taken %', 'right of these %', `cost (an error is ${costOfError} times asking again)`];
  console.log(
    formatTable(
      header,
      thresholds.map((row) => row.map((value) => value.toFixed(3))),
    ),
  );
  console.log(
    `\n[${fitWeights(examples)
      .map((weight) => weight.toFixed(2))
      .join(', ')}]\n`,
  );
}

const examples = await readExamples(builtinEncoder());
console.log(evidenceNames.join(', '));
report('with vectors', examples);
report('words alone', examples.map(withoutVectors));
