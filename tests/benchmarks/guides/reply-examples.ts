import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { GuideNode } from '../../../src/guide/guide.ts';
import { hearReply } from '../../../src/guide/hear-reply.ts';
import { replyCases } from '../../../src/guide/replies.fixture.ts';
import { foldReply, type Tongues, tongueOf, withoutFiller } from '../../../src/guide/reply-text.ts';
import { tongues } from '../../../src/guide/tongues/tongues.ts';
import { optionEvidence } from '../../../src/guide/weigh-options.ts';
import { spokenLanguage } from '../../../src/language/locale.ts';
import type { Encoder } from '../../../src/retrieve/encoder.ts';

/** One reply that answers with an option. */
export interface Example {
  /** Replies of one flowchart or language belong together. */
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

interface TrainingReply {
  readonly chart: string;
  readonly node: string;
  readonly next: string;
  readonly label: string;
  readonly reply: string;
}

const read = (name: string) => readFile(new URL(`training/${name}`, import.meta.url), 'utf8');

/** The replies that the reading is fitted on: those to the training flowcharts, and those in nine languages beside the engine. */
export async function readExamples(encoder: Encoder): Promise<Example[]> {
  const charts: Flowchart[] = JSON.parse(await read('flowcharts.json'));
  const replies: TrainingReply[] = parse(await read('replies.csv'), { columns: true });
  const examples: Example[] = [];
  for (const { chart, node: at, label, reply } of replies) {
    const { nodes = [], edges = [] } = charts.find(({ id }) => id === chart) ?? {};
    const labels = edges.filter(({ from }) => from === at).map((edge) => edge.label);
    const question = nodes.find(({ id }) => id === at)?.text ?? '';
    examples.push(await exampleOf(chart, 'en', question, labels, reply, labels.indexOf(label), encoder));
  }
  for (const { locale, question, options, replies: own } of replyCases)
    for (const [reply, meant] of own)
      if (/^\d$/.test(meant)) examples.push(await exampleOf(locale, locale, question, options, reply, Number(meant) - 1, encoder));
  return examples;
}

async function exampleOf(
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
  return { group, rows: kept.map(({ row }) => row), right: kept.findIndex(({ index }) => index === right) };
}
