import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { GuideNode } from '../../../src/guide/guide.ts';
import { hearReply } from '../../../src/guide/hear-reply.ts';
import { replyCases } from '../../../src/guide/replies.fixture.ts';
import { foldReply, type Tongues, tongueOf, withoutFiller } from '../../../src/guide/reply-text.ts';
import { tongues } from '../../../src/guide/tongues/tongues.ts';
import { optionEvidence } from '../../../src/guide/weigh-options.ts';
import { languages, spokenLanguage } from '../../../src/language/locale.ts';
import type { Encoder } from '../../../src/retrieve/encoder.ts';

/** One reply that answers with an option. */
export interface Example {
  readonly source: 'flowcharts' | 'fixture' | 'trades';
  /** Replies of one flowchart, language or question belong together. */
  readonly group: string;
  /** Evidence for each option. */
  readonly rows: readonly (readonly number[])[];
  readonly right: number;
}

export interface Flowchart {
  readonly id: string;
  readonly nodes: readonly { readonly id: string; readonly text: string }[];
  readonly edges: readonly { readonly from: string; readonly to: string; readonly label: string }[];
}

interface FlowchartReply {
  readonly chart: string;
  readonly node: string;
  readonly next: string;
  readonly label: string;
  readonly reply: string;
}

const read = (name: string) => readFile(new URL(`training/${name}`, import.meta.url), 'utf8');

interface TrainingReply {
  readonly question: string;
  /** Parted by " | ". */
  readonly options: string;
  readonly reply: string;
  /** The number of the right option from 1 on, or what it does instead. */
  readonly meant: string;
}

/**
 * The replies that the reading is fitted on: those to the training flowcharts, those in nine languages beside the engine, and
 * those to questions of all trades in `training/replies`, most of which tell what is seen instead of saying yes or no.
 */
export async function readExamples(encoder: Encoder): Promise<Example[]> {
  const charts: Flowchart[] = JSON.parse(await read('flowcharts.json'));
  const replies: FlowchartReply[] = parse(await read('flowchart-replies.csv'), { columns: true });
  const examples: Example[] = [];
  for (const { chart, node: at, label, reply } of replies) {
    const { nodes = [], edges = [] } = charts.find(({ id }) => id === chart) ?? {};
    const labels = edges.filter(({ from }) => from === at).map((edge) => edge.label);
    const question = nodes.find(({ id }) => id === at)?.text ?? '';
    examples.push(await exampleOf('flowcharts', chart, 'en', question, labels, reply, labels.indexOf(label), encoder));
  }
  for (const { locale, question, options, replies: own } of replyCases)
    for (const [reply, meant] of own)
      if (/^\d$/.test(meant))
        examples.push(await exampleOf('fixture', locale, locale, question, options, reply, Number(meant) - 1, encoder));
  for (const locale of languages) {
    const own: TrainingReply[] = parse(await read(`replies/${locale}.csv`), { columns: true });
    for (const { question, options, reply, meant } of own)
      if (/^\d$/.test(meant))
        examples.push(
          await exampleOf('trades', `${locale} ${question}`, locale, question, options.split(' | '), reply, Number(meant) - 1, encoder),
        );
  }
  return examples.filter(({ right }) => right >= 0);
}

async function exampleOf(
  source: Example['source'],
  group: string,
  locale: string,
  question: string,
  labels: readonly string[],
  reply: string,
  right: number,
  encoder: Encoder,
): Promise<Example> {
  const tongue = tongueOf(locale, tongues[spokenLanguage(locale)]);
  const both: Tongues = { guide: tongue, visitor: tongue };
  const node: GuideNode = { id: 'q', question, options: labels.map((label, index) => ({ id: String(index), label })) };
  const folded = foldReply(reply);
  const evidence = optionEvidence(folded, withoutFiller(folded, tongue), node, both, tongue, await hearReply(reply, node, encoder));
  // What is never guessed takes no part.
  const kept = evidence.flatMap((row, index) => (row === undefined ? [] : [{ row, index }]));
  return { source, group, rows: kept.map(({ row }) => row), right: kept.findIndex(({ index }) => index === right) };
}
