import * as v from 'valibot';
import { readTable } from '../../../content/csv-table.ts';
import { PageError } from '../html-tree.ts';
import type { Flowchart, FlowchartEdge, FlowchartNode } from './flowchart.ts';
import { withoutOpeningBoxes } from './opening-box.ts';
import { readMermaid } from './read-mermaid.ts';

const id = v.union([v.pipe(v.string(), v.trim(), v.nonEmpty()), v.pipe(v.number(), v.transform(String))]);
const flowchartSchema = v.object({
  id: v.optional(id),
  title: v.optional(v.string()),
  symptoms: v.optional(v.array(v.string()), []),
  nodes: v.array(v.object({ id, kind: v.optional(v.picklist(['question', 'fix'])), text: v.string() })),
  edges: v.array(v.object({ from: id, to: id, label: v.optional(v.nullable(v.string()), '') })),
});

/**
 * Reads flowcharts: one as JSON or several as a list of them, Mermaid `flowchart`, or a table `from,label,to`. Throws a
 * PageError that says what is wrong.
 * @param name of the file, which gives a chart without id or title its own
 */
export function readFlowcharts(text: string, name: string): Flowchart[] {
  const stem = name.replace(/\.[^.]+$/, '');
  if (/\.(?:csv|tsv)$/i.test(name)) return [named(readArrows(text, name), stem)];
  if (/^\s*[[{]/.test(text) && !/\.(?:mmd|mermaid|md)$/i.test(name)) return readJson(text, name, stem);
  const chart = readMermaid(text);
  if (chart === undefined)
    throw new PageError(`${name} is no flowchart\n    Give one as JSON, as Mermaid "flowchart", or as a table from,label,to.`);
  return [named(chart, stem)];
}

function readJson(text: string, name: string, stem: string): Flowchart[] {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (thrown) {
    throw new PageError(`${name} is not JSON: ${thrown instanceof Error ? thrown.message : String(thrown)}`);
  }
  const list: unknown[] = Array.isArray(data) ? data : [data];
  if (list.length === 0) throw new PageError(`there is no flowchart in ${name}: its list is empty`);
  return list.map((each, index) => {
    const parsed = v.safeParse(flowchartSchema, each);
    if (parsed.success) {
      const { nodes, edges } = parsed.output;
      return named(
        {
          ...parsed.output,
          nodes: nodes.map(({ id: own, kind, text: words }) => ({ id: own, text: words, ...(kind === undefined ? {} : { kind }) })),
          edges: edges.map((edge) => ({ ...edge, label: edge.label ?? '' })),
        },
        list.length === 1 ? stem : `${stem}-${index + 1}`,
      );
    }
    const issue = parsed.issues[0];
    throw new PageError(
      `${name}: "${v.getDotPath(issue) ?? 'the chart'}" is wrong: ${issue.message}\n    Write {"id","title","symptoms":[…],"nodes":[{"id","kind":"question"|"fix","text"}],"edges":[{"from","to","label"}]}.`,
    );
  });
}

interface Unnamed {
  readonly id?: string | undefined;
  readonly title?: string | undefined;
  readonly symptoms: readonly string[];
  readonly nodes: readonly FlowchartNode[];
  readonly edges: readonly FlowchartEdge[];
}

function named({ id: own, title, ...drawn }: Unnamed, stem: string): Flowchart {
  const rest = withoutOpeningBoxes(drawn);
  const title_ = title?.trim() || rest.symptoms[0] || stem.replace(/[-_]+/g, ' ');
  return { ...rest, id: own ?? stem, title: title_ };
}

/** A table of arrows; the texts of the nodes are their ids. */
function readArrows(text: string, name: string): Unnamed {
  const [header = ''] = text.split(/\r\n|\r|\n/, 1);
  const delimiter = [',', ';', '\t'].find((each) => header.toLowerCase().split(each).length >= 2) ?? ',';
  const [head, ...rows] = readTable(text, delimiter).rows.map(({ fields }) => fields);
  const column = (wanted: string) => (head ?? []).findIndex((cell) => cell.trim().toLowerCase() === wanted);
  const [from, label, to] = [column('from'), column('label'), column('to')];
  if (from === -1 || to === -1) throw new PageError(`${name} has no columns from,label,to\n    Write one arrow a row under that header.`);
  const edges = rows
    .map((row) => ({ from: (row[from] ?? '').trim(), to: (row[to] ?? '').trim(), label: (row[label] ?? '').trim() }))
    .filter((edge) => edge.from !== '' && edge.to !== '');
  const ids = [...new Set(edges.flatMap((edge) => [edge.from, edge.to]))];
  return { symptoms: [], nodes: ids.map((each) => ({ id: each, text: each })), edges };
}
