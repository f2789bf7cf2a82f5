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
