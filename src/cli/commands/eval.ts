import { readFile } from 'node:fs/promises';
import type { Arguments, Command } from '../command.ts';
import { type AnswersFigures, evaluateAnswers } from '../eval-answers.ts';
import { auroc, calibrationError } from '../figures.ts';
import { type Labelled, readLabelled } from '../labelled-questions.ts';
import { openMaker } from '../makers.ts';
import { UsageError } from '../usage-error.ts';
import { type DecisionRecord, openAsker } from './ask.ts';

export const evaluate: Command = {
  summary: 'measure a pack on labelled questions',
  usage: `edge-agent eval --pack <pack-dir> <labelled.csv> [--json]
edge-agent eval --pack <pack-dir> <labelled.csv> --answers --maker <maker> [--against <maker>] [--json]

The table has the columns question,unit,locale; an empty unit means that nothing fits.
Prints how often the first candidate was right, what was answered and how rightly, what was declined,
how well the confidence is calibrated, and the time of a turn.

--answers scores what language models write from the units that are found, checked as visitors' devices check it:
  --maker <maker>           units (the found unit's own words), folder:<dir> (a model of \`edge-agent models pull\` that
                            transformers.js runs), server:<address>#<model> (any server that speaks OpenAI's chat
                            completions; its key in EDGE_AGENT_MODEL_KEY), replies:<file.jsonl> ({"question","text"} a line)
  --against <maker>         a second one, to compare with
  --rules <file>            what the model is told to do with the units, a rule a line
  --against-rules <file>    the same for the second one, which may be the same maker`,
  options: {
    pack: { type: 'string' },
    json: { type: 'boolean', default: false },
    answers: { type: 'boolean', default: false },
    maker: { type: 'string' },
    against: { type: 'string' },
    rules: { type: 'string' },
    'against-rules': { type: 'string' },
  },
  async run({ positionals, values }) {
    const { pack } = values;
    const [file] = positionals;
    if (typeof pack !== 'string') throw new UsageError('name the pack with --pack <dir>');
    if (file === undefined || positionals.length > 1) throw new UsageError('name one table of labelled questions');
    const questions = await readLabelled(file);
    if (values.answers === true) return scoreAnswers(pack, questions, values);
    const asker = await openAsker(pack);
    const results: Result[] = [];
    for (const question of questions) {
      const record = await asker({ id: results.length, text: question.question, locale: question.locale });
      results.push(resultOf(question, record));
    }
    const figures = figuresOf(results);
    process.stdout.write(values.json === true ? `${JSON.stringify(figures)}\n` : `${table(figures)}\n`);
    return 0;
  },
};

async function scoreAnswers(pack: string, questions: readonly Labelled[], values: Arguments['values']): Promise<number> {
  const { maker, against, rules, 'against-rules': againstRules } = values;
  if (typeof maker !== 'string') throw new UsageError('name what writes the answers with --maker');
  const runs = [{ maker, rules }];
  if (against !== undefined || againstRules !== undefined) runs.push({ maker: String(against ?? maker), rules: againstRules ?? rules });
  const scored: { readonly maker: string; readonly figures: AnswersFigures }[] = [];
  for (const run of runs) {
    const told = typeof run.rules === 'string' ? await readRules(run.rules) : undefined;
    scored.push({ maker: run.maker, figures: await evaluateAnswers(pack, questions, await openMaker(run.maker), told) });
  }
  process.stdout.write(values.json === true ? `${JSON.stringify(scored)}\n` : `${answersTable(scored)}\n`);
  return 0;
}

async function readRules(file: string): Promise<string[]> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UsageError(`"${file}" cannot be read`);
  });
  const rules = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  if (rules.length === 0) throw new UsageError(`"${file}" holds no rules; write one a line`);
  return rules;
}

function answersTable(scored: readonly { readonly maker: string; readonly figures: AnswersFigures }[]): string {
  const shares: readonly (readonly [keyof AnswersFigures, string])[] = [
    ['written', 'questions in scope with a reply that stands the check'],
    ['supported', 'sentences that the units bear out'],
    ['citedRight', 'replies that rest on the right unit'],
    ['refused', 'questions out of scope without a reply'],
    ['numbersRight', 'replies whose numbers are all the unit’s'],
    ['languageRight', 'replies in the visitor’s language'],
  ];
  const line = (label: string, cells: readonly string[]) => `${label.padEnd(56)}${cells.map((cell) => cell.padStart(12)).join('')}`;
  return [
    line(
      '',
      scored.map((_, index) => (index === 0 ? 'maker' : 'against')),
    ),
    ...shares.map(([name, label]) =>
      line(
        label,
        scored.map(({ figures }) => (Number.isNaN(figures[name]) ? '–' : `${(100 * figures[name]).toFixed(1)} %`)),
      ),
    ),
    line(
      'words of a reply, median',
      scored.map(({ figures }) => String(figures.words)),
    ),
    line(
      'first word after, median',
      scored.map(({ figures }) => `${figures.firstText.toFixed(0)} ms`),
    ),
    ...scored.map(({ maker, figures }) => `${maker}: ${figures.questions} questions, ${figures.briefed} of them put to it`),
  ].join('\n');
}

interface Result {
  readonly inScope: boolean;
  readonly firstIsRight: boolean;
  readonly rightInFive: boolean;
  readonly kind: string;
  readonly answeredRight: boolean;
  readonly offeredRight: boolean;
  readonly confidence: number;
  readonly milliseconds: number;
}

function resultOf({ unit }: Labelled, record: DecisionRecord): Result {
  const candidates = record.candidates as { unit: string }[];
  const choices = (record.choices as { id: string }[] | undefined) ?? [];
  return {
    inScope: unit !== '',
    firstIsRight: unit !== '' && candidates[0]?.unit === unit,
    rightInFive: unit !== '' && candidates.slice(0, 5).some((candidate) => candidate.unit === unit),
    kind: String(record.kind),
    answeredRight: record.kind === 'answer' && record.unit === unit,
    offeredRight: choices.some(({ id }) => id === unit),
    confidence: record.confidence as number,
    milliseconds: record.ms as number,
  };
}

export type Figures = Readonly<Record<string, number>>;

function figuresOf(results: readonly Result[]): Figures {
  const inScope = results.filter((result) => result.inScope);
  const outside = results.filter((result) => !result.inScope);
  const answered = results.filter(({ kind }) => kind === 'answer');
  const times = results.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  return {
    questions: results.length,
    inScope: inScope.length,
    outOfScope: outside.length,
    firstRight: share(inScope, ({ firstIsRight }) => firstIsRight),
    rightInFive: share(inScope, ({ rightInFive }) => rightInFive),
    answeredRight: share(inScope, ({ answeredRight }) => answeredRight),
    offeredRight: share(inScope, ({ offeredRight }) => offeredRight),
    answered: share(inScope, ({ kind }) => kind === 'answer'),
    precision: share(answered, ({ answeredRight }) => answeredRight),
    refused: share(outside, ({ kind }) => kind !== 'answer'),
    declined: share(outside, ({ kind }) => kind === 'decline'),
    auroc: auroc(
      inScope.map(({ confidence }) => confidence),
      outside.map(({ confidence }) => confidence),
    ),
    calibrationError: calibrationError(results.map(({ confidence, firstIsRight }) => ({ confidence, isRight: firstIsRight }))),
    p50: times[Math.floor(times.length * 0.5)] ?? 0,
    p95: times[Math.floor(times.length * 0.95)] ?? 0,
  };
}

function share<Item>(items: readonly Item[], test: (item: Item) => boolean): number {
  return items.length === 0 ? Number.NaN : items.filter(test).length / items.length;
}

function table(figures: Figures): string {
  const percent = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? '–' : `${(value * 100).toFixed(1)} %`);
  return [
    `questions            ${figures.questions} (${figures.inScope} in scope, ${figures.outOfScope} out)`,
    `first right          ${percent(figures.firstRight)}   within five ${percent(figures.rightInFive)}`,
    `answered             ${percent(figures.answered)}   rightly ${percent(figures.answeredRight)}   offered rightly ${percent(figures.offeredRight)}`,
    `right among answers  ${percent(figures.precision)}`,
    `out of scope refused ${percent(figures.refused)}   declined ${percent(figures.declined)}   AUROC ${percent(figures.auroc)}`,
    `calibration error    ${percent(figures.calibrationError)}`,
    `time of a turn       p50 ${figures.p50?.toFixed(2)} ms   p95 ${figures.p95?.toFixed(2)} ms`,
  ].join('\n');
}
