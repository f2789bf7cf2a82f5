import type { FlowchartEdge, FlowchartNode } from './flowchart.ts';

interface Chart {
  readonly title?: string;
  readonly symptoms: readonly string[];
  readonly nodes: readonly FlowchartNode[];
  readonly edges: readonly FlowchartEdge[];
}

// A node's id and, where it is given here, its text in the brackets of its shape.
const shapes = [
  '\\(\\[(.+?)\\]\\)',
  '\\[\\[(.+?)\\]\\]',
  '\\[\\((.+?)\\)\\]',
  '\\(\\((.+?)\\)\\)',
  '\\{\\{(.+?)\\}\\}',
  '\\{(.+?)\\}',
  '\\[/(.+?)/\\]',
  '\\[(.+?)\\]',
  '\\((.+?)\\)',
  '>(.+?)\\]',
];
const nodePattern = new RegExp(
  `^\\s*([\\p{L}\\p{N}_][\\p{L}\\p{N}_.-]*?)(?:\\s*(?:${shapes.join('|')}))?(?::::[\\w-]+)?(?=\\s*(?:$|;|&|<?[-=.]))`,
  'u',
);
// `-->|Yes|`, `-- Yes -->`, `-.->`, `==>`, `---`.
const arrowPattern =
  /^\s*(?:<?(?:--|==|-\.)\s+(?<inner>[^|>]+?)\s+(?:-+|=+|\.-)>?|<?(?:-{2,}|={2,}|-\.+-)[>xo]?)(?:\s*\|(?<label>[^|]*)\|)?/u;
const ignored = /^\s*(?:%%|subgraph\b|end\b|direction\b|classDef\b|class\b|style\b|linkStyle\b|click\b)/;

/** Reads Mermaid's `flowchart` (or `graph`); undefined where the text holds none. Diamonds are questions, other shapes by what follows. */
export function readMermaid(text: string): Chart | undefined {
  const body = /```mermaid\s*\n([\s\S]*?)```/.exec(text)?.[1] ?? text;
  const lines = body.split(/\r\n|\r|\n/);
  const start = lines.findIndex((line) => /^\s*(?:flowchart|graph)\b/.test(line));
  if (start === -1) return undefined;
  const title = /^title:\s*(.+)$/m.exec(lines.slice(0, start).join('\n'))?.[1]?.trim();
  const nodes = new Map<string, FlowchartNode>();
  const edges: FlowchartEdge[] = [];
  for (const line of lines.slice(start + 1).flatMap((each) => each.split(/;\s*$|;\s+/))) {
    if (!ignored.test(line)) readLine(line, nodes, edges);
  }
  return { ...(title === undefined ? {} : { title }), symptoms: [], nodes: [...nodes.values()], edges };
}

function readLine(line: string, nodes: Map<string, FlowchartNode>, edges: FlowchartEdge[]): void {
  let rest = line;
  let from: string[] = [];
  let label: string | undefined;
  for (;;) {
    const [group, after] = readNodes(rest, nodes);
    if (group.length === 0) return;
    if (label !== undefined) for (const one of from) for (const to of group) edges.push({ from: one, to, label });
    const arrow = arrowPattern.exec(after);
    if (arrow === null) return;
    label = unquoted(arrow.groups?.label ?? arrow.groups?.inner ?? '');
    from = group;
    rest = after.slice(arrow[0].length);
  }
}

/** Nodes joined by `&`, and what comes after them. */
function readNodes(text: string, nodes: Map<string, FlowchartNode>): [string[], string] {
  const ids: string[] = [];
  let rest = text;
  for (;;) {
    const found = nodePattern.exec(rest);
    const id = found?.[1];
    if (found === null || id === undefined) return [ids, rest];
    const shown = found.slice(2).find((each) => each !== undefined);
    const isDiamond = /^\s*\{[^{]/.test(found[0].slice(found[0].indexOf(id) + id.length));
    const known = nodes.get(id);
    if (known === undefined || shown !== undefined)
      nodes.set(id, {
        id,
        text: unquoted(shown ?? known?.text ?? id),
        ...(isDiamond || known?.kind === 'question' ? { kind: 'question' } : {}),
      });
    ids.push(id);
    rest = rest.slice(found[0].length);
    if (!/^\s*&/.test(rest)) return [ids, rest];
    rest = rest.replace(/^\s*&/, '');
  }
}

function unquoted(text: string): string {
  return text
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(/#quot;/g, '"')
    .replace(/\s+/g, ' ')
    .trim();
}
