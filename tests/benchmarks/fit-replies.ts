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

/** Conditional logistic regression (McFadden 1974) by gradient ascent. */
function fitWeights(examples: readonly Example[]): number[] {
  const weights = evidenceNames.map(() => 0);
  const pace = evidenceNames.map(() => 0);
  for (let step = 0; step < steps; step += 1) {
    const gradient = weights.map((weight) => -prior * weight);
    for (const example of examples) {
      const chances = chancesOf(example, weights);
      example.rows.forEach((row, option) => {
        const error = (option === example.right ? 1 : 0) - (chances[option] as number);
        row.forEach((value, index) => {
          gradient[index] = (gradient[index] as number) + (error * value) / examples.length;
        });
      });
    }
    gradient.forEach((value, index) => {
      // All evidence is written so that more of it speaks for the option.
      pace[index] = momentum * (pace[index] as number) + rate * value;
      weights[index] = Math.max(0, (weights[index] as number) + (pace[index] as number));
    });
  }
  return weights;
}

interface Judged {
  readonly certainty: number;
  readonly isRight: boolean;
}

function judge(examples: readonly Example[], weights: readonly number[]): Judged[] {
  return examples.map((example) => {
    const chances = chancesOf(example, weights);
    const certainty = Math.max(...chances);
    return { certainty, isRight: chances.indexOf(certainty) === example.right };
  });
}

const share = (judged: readonly Judged[]) => judged.filter(({ isRight }) => isRight).length / judged.length;

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
  const judged = Array.from({ length: folds }, (_, fold) =>
    judge(
      examples.filter((example) => foldOf(example) === fold),
      fitWeights(examples.filter((example) => foldOf(example) !== fold)),
    ),
  ).flat();
  const thresholds = [0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8, 0.9].map((from) => {
    const taken = judged.filter(({ certainty }) => certainty >= from);
    const wrong = taken.filter(({ isRight }) => !isRight).length;
    const cost = (judged.length - taken.length + costOfError * wrong) / judged.length;
    return [from, (100 * taken.length) / judged.length, 100 * share(taken), cost];
  });
  const right = (100 * share(judged)).toFixed(1);
  console.log(`${title}: ${right} % of ${judged.length} replies right, each flowchart and language judged by weights fitted on others\n`);
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
