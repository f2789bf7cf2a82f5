import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { formatIssue, IssueList } from '../../content/issue.ts';
import { parseTable } from '../../content/read-csv.ts';
import type { Command } from '../command.ts';
import { auroc, calibrationError } from '../figures.ts';
import { FailedError, UsageError } from '../usage-error.ts';
import { type DecisionRecord, openAsker } from './ask.ts';

interface Labelled {
  readonly question: string;
  /** Empty: out of scope. */
  readonly unit: string;
  readonly locale: string;
}

export const evaluate: Command = {
  summary: 'measure a pack on labelled questions',
  usage: `edge-agent eval --pack <pack-dir> <labelled.csv> [--json]

The table has the columns question,unit,locale; an empty unit means that nothing fits.
Prints how often the first candidate was right, what was answered and how rightly, what was declined,
how well the confidence is calibrated, and the time of a turn.`,
  options: { pack: { type: 'string' }, json: { type: 'boolean', default: false } },
  async run({ positionals, values }) {
    const { pack } = values;
    const [file] = positionals;
    if (typeof pack !== 'string') throw new UsageError('name the pack with --pack <dir>');
    if (file === undefined || positionals.length > 1) throw new UsageError('name one table of labelled questions');
    const questions = await readLabelled(file);
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

async function readLabelled(file: string): Promise<Labelled[]> {
  const issues = new IssueList();
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UsageError(`"${file}" cannot be read`);
  });
  const records = parseTable(text, basename(file), issues);
  const [head, ...rows] = records ?? [];
  const names = head?.record.map((name) => name.trim().toLowerCase()) ?? [];
  for (const name of ['question', 'unit', 'locale']) {
    if (records !== undefined && !names.includes(name))
      issues.add({ file: basename(file), line: 1 }, `the header row lacks "${name}"`, 'Start the file with: question,unit,locale');
  }
  if (issues.issues.length > 0) throw new FailedError(issues.issues.map(formatIssue).join('\n'));
  const field = (record: readonly string[], name: string) => record[names.indexOf(name)]?.trim() ?? '';
  const labelled = rows.map(({ record }) => ({
    question: field(record, 'question'),
    unit: field(record, 'unit'),
    locale: field(record, 'locale'),
  }));
  const filled = labelled.filter(({ question }) => question !== '');
  if (filled.length === 0) throw new FailedError(`${basename(file)} holds no questions`);
  return filled;
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
