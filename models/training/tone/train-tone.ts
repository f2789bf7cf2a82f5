/**
 * Fits the weights of `src/tone` to the sentences beside this file: `npx tsx models/training/tone/train-tone.ts`.
 * Penalty and threshold are chosen on five folds that keep the translations of a sentence together; the shipped
 * weights are then fitted to all of it. The messages that `npm run bench:tone` measures on are not read here.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { type Language, languages } from '../../../src/language/locale.ts';
import { allCues } from '../../../src/tone/cues/all-cues.ts';
import { type Cues, compileCues } from '../../../src/tone/cues.ts';
import { measureTone, type ToneFeature, toneFeatures } from '../../../src/tone/tone-features.ts';
import { fitLogistic, type LabelledRow, probabilityOf } from './fit-logistic.ts';
import { type Sentence, variantsOf } from './variants.ts';

const foldCount = 5;
const penalties = [0.3, 1, 3, 10];
/** An everyday question counts less than a sentence that somebody wrote to a shop. */
const offTopicWeight = 0.25;

const soothing: readonly ToneFeature[] = ['ease', 'ask', 'joy', 'question', 'gladFace'];
const signs = toneFeatures.map((feature) => (soothing.includes(feature) ? -1 : feature === 'irony' || feature === 'stresses' ? 0 : 1));

interface Example extends LabelledRow {
  readonly fold: number;
  /** Written as it stands, not a variant. */
  readonly isPlain: boolean;
}

const beside = (name: string) => new URL(name, import.meta.url);
const rowsOf = async (url: URL) => (await readFile(url, 'utf8')).trim().split('\n').slice(1);

async function readSentences(): Promise<Sentence[]> {
  const place = new Map<string, number>();
  return (await rowsOf(beside('sentences.tsv'))).map((row) => {
    const [language = '', upset = '', text = ''] = row.split('\t');
    const index = place.get(language + upset) ?? 0;
    place.set(language + upset, index + 1);
    return { language: language as Language, upset: upset === '1', text, index };
  });
}

function exampleOf(text: string, history: readonly string[], upset: boolean, cues: Cues, rest: Omit<Example, 'values' | 'label'>): Example {
  const values = measureTone(text, cues, history);
  return { values: toneFeatures.map((feature) => values[feature]), label: upset ? 1 : 0, ...rest };
}

async function readExamples(): Promise<Example[]> {
  const cues = Object.fromEntries(languages.map((each) => [each, compileCues(allCues[each], each)])) as Record<Language, Cues>;
  const sentences = await readSentences();
  const written = sentences.flatMap((sentence) => {
    const variants = variantsOf(sentence, sentences);
    return variants.map(({ text, history, upset }, place) =>
      exampleOf(text, history, upset, cues[sentence.language], {
        fold: sentence.index % foldCount,
        isPlain: place === 0,
        weight: place === 0 ? 1 : 1 / variants.length,
      }),
    );
  });
  const offTopic = (await rowsOf(beside('../../off-topic/off-topic.tsv'))).flatMap((row, place) => {
    const [language = '', text = ''] = row.split('\t');
    if (!(language in cues)) return [];
    return exampleOf(text, [], false, cues[language as Language], { fold: place % foldCount, isPlain: false, weight: offTopicWeight });
  });
  return [...written, ...offTopic];
}

/** Each example's probability by weights that were fitted without its fold. */
function crossValidate(examples: readonly Example[], penalty: number): number[] {
  const models = Array.from({ length: foldCount }, (_, fold) =>
    fitLogistic(
      examples.filter((each) => each.fold !== fold),
      penalty,
      signs,
    ),
  );
  return examples.map((each) => probabilityOf(models[each.fold] as Float64Array, each.values));
}

function logLoss(examples: readonly Example[], probabilities: readonly number[]): number {
  return examples.reduce((sum, { label, weight }, place) => {
    const right = label === 1 ? (probabilities[place] ?? 0) : 1 - (probabilities[place] ?? 0);
    return sum - weight * Math.log(Math.max(right, 1e-9));
  }, 0);
}

/**
 * The threshold with the best F0.5 over the sentences as they were written, the middle of those that are as good:
 * whoever is calm and is taken for upset gets fewer questions and a person whom nobody needed.
 */
function bestThreshold(examples: readonly Example[], probabilities: readonly number[]): { threshold: number; score: number } {
  const plain = examples.flatMap(({ isPlain, label }, place) => (isPlain ? { label, probability: probabilities[place] ?? 0 } : []));
  const candidates = Array.from({ length: 81 }, (_, step) => 0.1 + step / 100);
  const scored = candidates.map((threshold) => {
    const said = plain.filter(({ probability }) => probability >= threshold);
    const hits = said.filter(({ label }) => label === 1).length;
    const upset = plain.filter(({ label }) => label === 1).length;
    return { threshold, score: (1.25 * hits) / (0.25 * upset + said.length) };
  });
  const score = Math.max(...scored.map((each) => each.score));
  const best = scored.filter((each) => each.score === score);
  return { threshold: best[best.length >> 1]?.threshold ?? 0.5, score };
}

const examples = await readExamples();
const tried = penalties.map((penalty) => {
  const probabilities = crossValidate(examples, penalty);
  return { penalty, loss: logLoss(examples, probabilities), ...bestThreshold(examples, probabilities) };
});
for (const { penalty, loss, threshold, score } of tried) {
  console.log(`penalty ${penalty}: log loss ${loss.toFixed(1)}, threshold ${threshold.toFixed(2)}, F0.5 ${score.toFixed(3)} over folds`);
}
const best = tried.reduce((a, b) => (b.loss < a.loss ? b : a));
const model = fitLogistic(examples, best.penalty, signs);
const lines = toneFeatures.map((feature, place) => `  ${feature}: ${model[place]?.toFixed(2)},`);
await writeFile(
  beside('../../../src/tone/tone-weights.ts'),
  `import type { ToneFeature } from './tone-features.ts';

/** Written by \`models/training/tone/train-tone.ts\` from ${examples.length} examples. */
export const toneWeights: Readonly<Record<ToneFeature, number>> = {
${lines.join('\n')}
};
export const toneBias = ${model[toneFeatures.length]?.toFixed(2)};
/** From here on somebody counts as upset. */
export const toneThreshold = ${best.threshold.toFixed(2)};
`,
);
