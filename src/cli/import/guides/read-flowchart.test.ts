import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { checkGuides } from '../../../content/check/check-guides.ts';
import { readContentDirectory } from '../../../content/read-content.ts';
import type { Flowchart } from './flowchart.ts';
import { guideOfFlowchart } from './guide-of-flowchart.ts';
import { readFlowcharts } from './read-flowchart.ts';

const mermaid = `flowchart TD
  a{"Is it on?"} -->|Yes| b{Any light?}
  a -->|No| f1[Switch it on]
  b -- No --> f2[Replace the bulb]
  b -->|Yes, but dim| f3[Clean it]`;
const table =
  'from,label,to\nIs it on?,Yes,Any light?\nIs it on?,No,Switch it on\nAny light?,No,Replace the bulb\nAny light?,"Yes, but dim",Clean it';
const json: Flowchart = {
  id: 'lamp: dark',
  title: 'Dark lamp',
  symptoms: ['no light'],
  nodes: [
    { id: 'a', kind: 'question', text: 'Is it on?' },
    { id: 'f', kind: 'fix', text: 'Switch it on' },
  ],
  edges: [{ from: 'a', to: 'f', label: 'No' }],
};

function contentOf(charts: readonly Flowchart[]) {
  const guides = charts.map((chart, index) => ({ path: `guides/g${index}.yaml`, text: stringify(guideOfFlowchart(chart).data) }));
  return readContentDirectory([{ path: 'edge-agent.yaml', text: 'site: {id: s, name: S}\nlocales: [en]' }, ...guides]);
}

describe('a flowchart', () => {
  it.each([
    ['lamp.mmd', mermaid],
    ['lamp.csv', table],
  ])('is read from %s in its drawn order', (name, text) => {
    const [chart] = readFlowcharts(text, name);
    const words = new Map(chart?.nodes.map(({ id, text: own }) => [id, own]));
    expect(chart?.edges.map(({ from, label, to }) => [words.get(from), label, words.get(to)])).toEqual([
      ['Is it on?', 'Yes', 'Any light?'],
      ['Is it on?', 'No', 'Switch it on'],
      ['Any light?', 'No', 'Replace the bulb'],
      ['Any light?', 'Yes, but dim', 'Clean it'],
    ]);
    expect(contentOf([chart as Flowchart]).issues).toEqual([]);
  });

  it('keeps its ids as JSON, whatever letters they have', () => {
    const { content, issues } = contentOf(readFlowcharts(JSON.stringify(json), 'x.json'));
    expect(issues).toEqual([]);
    const [guide] = content?.guides ?? [];
    expect(guide?.id).toBe('lamp: dark');
    expect(guide?.variants.get('en')).toMatchObject({
      start: 'a',
      nodes: [{ id: 'a', options: [{ label: 'No', next: 'f' }] }],
      fixes: [{ id: 'f' }],
    });
  });

  it.each([
    [
      'a.csv',
      'from,label,to\n手机充不进电,,充电线插好了吗？\n充电线插好了吗？,是,换一根线\n充电线插好了吗？,否,插好充电线',
      '手机充不进电',
    ],
    [
      'b.mmd',
      'flowchart TD\nA[Washer does not drain] --> B{Is it on?}\nB -->|Yes| C[Clean the filter]\nB -->|No| D[Turn it on]',
      'Washer does not drain',
    ],
    ['c.mmd', 'graph TD\nS((Start)) --> A[No light] -- OK --> B{Is it on?}\nB -->|Yes| C[Change it]\nB -->|No| A', 'No light'],
  ])('in %s begins at its first question, and is about what the box before it says', (name, text, symptom) => {
    const { content, issues } = contentOf(readFlowcharts(text, name));
    expect(issues).toEqual([]);
    const guide = [...(content?.guides?.[0]?.variants.values() ?? [])][0];
    expect(guide).toMatchObject({ title: symptom, symptoms: [symptom] });
    expect(guide?.nodes).toMatchObject([{ id: guide?.start, options: [{}, {}] }]);
  });

  it('keeps the ids and the title that it has where it begins with a box that asks nothing', () => {
    const question = { id: 'q', kind: 'question' as const, text: 'Is the bulb warm?' };
    const edges = [
      { from: 'a', to: 'q', label: null },
      { from: 'q', to: 'f', label: 'No' },
    ];
    const nodes = [{ id: 'a', kind: 'question', text: 'It stays dark' }, question, json.nodes[1]];
    const [chart] = readFlowcharts(JSON.stringify({ ...json, nodes, edges }), 'x.json');
    expect(chart).toMatchObject({ title: 'Dark lamp', symptoms: ['no light', 'It stays dark'], nodes: [{ id: 'q' }, { id: 'f' }] });
    const asking = readFlowcharts(
      JSON.stringify({ ...json, nodes: [{ ...nodes[0], text: 'Is it dark?' }, ...nodes.slice(1)], edges }),
      'x.json',
    );
    expect(asking[0]?.nodes).toHaveLength(3);
  });

  it('is refused where an arrow leads to no node, and where an id stands twice', () => {
    expect(() => guideOfFlowchart({ ...json, edges: [{ from: 'a', to: 'nowhere', label: '' }] })).toThrow(/no node "nowhere"/);
    expect(() => guideOfFlowchart({ ...json, nodes: [...json.nodes, ...json.nodes] })).toThrow(/two nodes with the id "a"/);
  });

  it('is told of where it strands a visitor', () => {
    const { content } = contentOf([
      {
        ...json,
        nodes: [...json.nodes, { id: 'b', kind: 'question', text: 'Round?' }, { id: 'c', kind: 'question', text: 'And round?' }],
        edges: [
          ...json.edges,
          { from: 'a', to: 'b', label: 'no' },
          { from: 'b', to: 'c', label: 'Yes' },
          { from: 'c', to: 'b', label: 'Yes' },
        ],
      },
    ]);
    const rules = content === undefined ? [] : checkGuides(content, '2026-01-01').map(({ rule }) => rule);
    expect(rules.sort()).toEqual(['endless-loop', 'endless-loop', 'same-options']);
  });
});
