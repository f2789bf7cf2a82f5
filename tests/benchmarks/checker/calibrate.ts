import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { builtinEncoder } from '../../../src/cli/encoders.ts';
import type { Calibration, Figures, Model } from '../../../src/generate/check/checker.ts';
import { sentencesOf } from '../../../src/generate/check/sentences.ts';
import type { Encoder } from '../../../src/retrieve/encoder.ts';
import { type Case, readCheckerSet } from './checker-set.ts';
import { checkersOf } from './figures-of-cases.ts';

/**
 * Fits the checker on the calibration set and writes `src/generate/check/calibration.ts`: three logistic regressions, for
 * what a clause says, for whether it is the contrary, and for the sentence as a whole. A sentence passes where all three
 * let it; each may stop this share of the set's good sentences that people wrote.
 */
const mostStopped = { clause: 0.02, turn: 0.025, whole: 0.01 };
const steps = 6000;
const rate = 0.5;
const decay = 0.002;

interface Example<Name extends string> {
  readonly figures: Readonly<Record<Name, number>>;
  readonly isSupported: boolean;
}

/** Figures of one sentence with what it is. */
interface Measured extends Case {
  readonly figures: Figures;
}

const set = await readCheckerSet('calibration');
const file = fileURLToPath(new URL('../../../src/generate/check/calibration.ts', import.meta.url));
const found = { vectors: fitAll(await measured(builtinEncoder())), words: fitAll(await measured(undefined)) };
await writeFile(
  file,
  `import type { Calibration } from './checker.ts';

/** Written by \`tests/benchmarks/checker/calibrate.ts\`, from the calibration set beside it; not to be edited by hand. */
export const calibration: Readonly<Record<'vectors' | 'words', Calibration>> = ${JSON.stringify(found)};
`,
);
execFileSync('npx', ['biome', 'format', '--write', file]);
console.log(JSON.stringify(found, null, 1));

async function measured(encoder: Encoder | undefined): Promise<Measured[]> {
  const checkerFor = checkersOf(set, encoder);
  const list: Measured[] = [];
  for (const each of set.cases) {
    // Of two sentences the one that was added is the false one.
    const sentence = each.isSupported ? each.sentence : (sentencesOf(each.sentence).at(-1) ?? '');
    const figures = await (await checkerFor(each)).figures(sentence);
    // What fails on a number or a name is decided already.
    if (typeof figures !== 'string') list.push({ ...each, figures });
  }
  return list;
}

function fitAll(list: readonly Measured[]): Calibration {
  const good = list.filter(({ isSupported }) => isSupported);
  const written = good.filter(({ from }) => from === 'written');
  const false_ = (from: Case['from']) => list.filter((each) => !each.isSupported && each.from === from);
  const clauses = (cases: readonly Measured[], isSupported: boolean) =>
    cases.flatMap(({ figures }) => figures.clauses.map((each) => ({ figures: each, isSupported })));
  const added = false_('added claim').flatMap(({ figures }) =>
    figures.clauses.slice(-1).map((each) => ({ figures: each, isSupported: false })),
  );
  const turned = [...false_('dropped not')].map(({ figures }) => ({ figures: figures.turn, isSupported: false }));
  const wholes = false_('written').map(({ figures }) => ({ figures: figures.whole, isSupported: false }));
  return {
    clause: fitModel([...clauses(written, true), ...added], ['uncovered', 'distance', 'size'], worstOf(written), mostStopped.clause),
    turn: fitModel(
      [...good.map(({ figures }) => ({ figures: figures.turn, isSupported: true })), ...turned],
      ['denial', 'denied'],
      written.map(({ figures }) => [figures.turn]),
      mostStopped.turn,
    ),
    whole: fitModel(
      [...written.map(({ figures }) => ({ figures: figures.whole, isSupported: true })), ...wholes],
      ['uncoveredNear', 'nameGap', 'numberGap'],
      written.map(({ figures }) => [figures.whole]),
      mostStopped.whole,
    ),
  };
}

function worstOf(cases: readonly Measured[]): Figures['clauses'][] {
  return cases.map(({ figures }) => figures.clauses);
}

/** Both kinds of examples have the same say. More of what speaks against a sentence never speaks for it; only its size may. */
function fitModel<Name extends string>(
  examples: readonly Example<Name>[],
  names: readonly Name[],
  good: readonly (readonly Readonly<Record<Name, number>>[])[],
  mostStoppedShare: number,
): Model<Name> {
  const count = (isSupported: boolean) => Math.max(1, examples.filter((each) => each.isSupported === isSupported).length);
  const sizes = { true: count(true), false: count(false) };
  let bias = 2;
  const weights = Object.fromEntries(names.map((name) => [name, -1])) as Record<Name, number>;
  const scoreOf = (figures: Readonly<Record<Name, number>>) => names.reduce((sum, name) => sum + weights[name] * figures[name], bias);
  for (let step = 0; step < steps; step += 1) {
    let slopeOfBias = 0;
    const slopes = Object.fromEntries(names.map((name) => [name, decay * weights[name]])) as Record<Name, number>;
    for (const { figures, isSupported } of examples) {
      const error = (1 / (1 + Math.exp(-scoreOf(figures))) - (isSupported ? 1 : 0)) / sizes[`${isSupported}`];
      slopeOfBias += error;
      for (const name of names) slopes[name] += error * figures[name];
    }
    bias -= rate * slopeOfBias;
    for (const name of names) weights[name] = Math.min(name === 'size' ? 9 : 0, weights[name] - rate * slopes[name]);
  }
  // The bias is moved so that the threshold is at one half.
  const scores = good.map((parts) => Math.min(9, ...parts.map(scoreOf))).sort((a, b) => a - b);
  const threshold = scores[Math.floor(mostStoppedShare * scores.length)] as number;
  const rounded = (value: number) => Math.round(1000 * value) / 1000;
  return {
    bias: rounded(bias - threshold + 0.01),
    weights: Object.fromEntries(names.map((name) => [name, rounded(weights[name])])) as Record<Name, number>,
  };
}
