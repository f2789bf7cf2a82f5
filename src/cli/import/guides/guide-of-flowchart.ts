import { PageError } from '../html-tree.ts';
import type { Flowchart, FlowchartEdge, FlowchartNode } from './flowchart.ts';
import { startOf } from './opening-box.ts';

/** A guide as its file has it: plain data for YAML, in the order in which an author reads it. */
export type GuideData = Readonly<Record<string, unknown>>;

export interface ConvertedGuide {
  readonly id: string;
  readonly data: GuideData;
  readonly questions: number;
  readonly fixes: number;
  /** For a person to look at; one line each. */
  readonly notes: readonly string[];
}

/** What an arrow without a label says. */
const unlabelled = 'OK';

/** Turns a flowchart into a guide: ids and the drawn order are kept. Throws a PageError where the chart does not hold together. */
export function guideOfFlowchart(chart: Flowchart): ConvertedGuide {
  const notes: string[] = [];
  const nodes = new Map<string, FlowchartNode>();
  for (const node of chart.nodes) {
    if (nodes.has(node.id))
      throw new PageError(`the chart "${chart.id}" has two nodes with the id "${node.id}"\n    Give one of them another id.`);
    nodes.set(node.id, node);
  }
  if (nodes.size === 0) throw new PageError(`the chart "${chart.id}" has no nodes`);
  for (const { from, to } of chart.edges)
    for (const end of [from, to])
      if (!nodes.has(end))
        throw new PageError(
          `the chart "${chart.id}" has an arrow ${from} → ${to}, and there is no node "${end}"\n    Add the node, or remove the arrow.`,
        );
  const leading = new Map<string, FlowchartEdge[]>();
  for (const edge of chart.edges) leading.set(edge.from, [...(leading.get(edge.from) ?? []), edge]);
  const kindOf = ({ id, kind }: FlowchartNode) => ((leading.get(id) ?? []).length === 0 ? 'fix' : (kind ?? 'question'));
  const questions = [...nodes.values()].filter((node) => kindOf(node) === 'question');
  const fixes = [...nodes.values()].filter((node) => kindOf(node) === 'fix');
  for (const { id, kind } of fixes)
    if (kind === 'question') notes.push(`${chart.id}: nothing follows the question "${id}"; it became a fix`);
  const start = startOf(chart);
  const data: GuideData = {
    id: chart.id,
    title: oneLine(chart.title, chart.id),
    ...(chart.symptoms.length === 0 ? {} : { symptoms: chart.symptoms.map((each) => each.trim()).filter((each) => each !== '') }),
    ...(start === undefined ? {} : { start: start }),
    questions: questions.map(({ id, text }) => ({
      id,
      question: oneLine(text, id),
      options: (leading.get(id) ?? []).map(({ label, to }) => ({ answer: oneLine(label, unlabelled), next: to })),
    })),
    fixes: fixes.map(({ id, text }) => {
      const [onward] = leading.get(id) ?? [];
      return { id, fix: oneLine(text, id), ...(onward === undefined ? {} : { otherwise: onward.to }) };
    }),
  };
  return { id: chart.id, data, questions: questions.length, fixes: fixes.length, notes };
}

function oneLine(text: string, otherwise: string): string {
  return text.replace(/\s+/g, ' ').trim() || otherwise;
}
