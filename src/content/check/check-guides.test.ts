import { expect, it } from 'vitest';
import { readContentDirectory } from '../read-content.ts';
import { checkGuides } from './check-guides.ts';

const guide = (low: string, high: string) => `
title: Low pressure
symptoms: [the pressure is low]
start: bar
questions:
  - id: bar
    question: How many bar?
    options:
      - {answer: low, ${low}, next: fill}
      - {answer: high, ${high}, next: drain}
fixes:
  - {id: fill, fix: Fill it up.}
  - {id: drain, fix: Let some out.}
`;

it.each([
  ['from: 10, to: 20', 'from: 15, to: 30', 1],
  ['to: 20', 'from: 15', 1],
  ['from: 10, to: 20', 'from: 12, to: 13', 1],
  ['from: 10, to: 20', 'from: 20, to: 30', 0],
  ['from: 10, to: 19', 'from: 20', 0],
  ['means: yes', 'from: 20', 0],
])('numbers of two answers, %s and %s, overlap %i times', (low, high, times) => {
  const { content, issues } = readContentDirectory([
    { path: 'edge-agent.yaml', text: 'site: {id: s, name: S}\nlocales: [en]' },
    { path: 'guides/g.yaml', text: guide(low, high) },
  ]);
  expect(issues).toEqual([]);
  const found = content === undefined ? [] : checkGuides(content, '2026-01-01');
  expect(found).toMatchObject(times === 0 ? [] : [{ level: 'warning', rule: 'overlapping-ranges', units: ['g'] }]);
});

it('a guide that visitors find by its title alone is told of', () => {
  const text = guide('to: 20', 'from: 21');
  const rulesFor = (yaml: string) => {
    const { content } = readContentDirectory([
      { path: 'edge-agent.yaml', text: 'site: {id: s, name: S}\nlocales: [en]' },
      { path: 'guides/g.yaml', text: yaml },
    ]);
    return content === undefined ? undefined : checkGuides(content, '2026-01-01').map(({ rule }) => rule);
  };
  expect(rulesFor(text)).toEqual([]);
  expect(rulesFor(text.replace('symptoms: [the pressure is low]\n', ''))).toEqual(['no-symptoms']);
});

it('a loop that nobody gets out of is an error', () => {
  const findingsIn = (text: string) => {
    const { content } = readContentDirectory([
      { path: 'edge-agent.yaml', text: 'site: {id: s, name: S}\nlocales: [en]' },
      { path: 'guides/g.yaml', text },
    ]);
    return content === undefined ? undefined : checkGuides(content, '2026-01-01').filter(({ rule }) => rule === 'endless-loop');
  };
  const looping = guide('to: 20', 'from: 21').replace('next: fill', 'next: bar');
  expect(findingsIn(looping)).toEqual([]);
  expect(findingsIn(looping.replace('next: drain', 'next: bar'))).toMatchObject([{ level: 'error', units: ['g'] }]);
});

it('a key that is not known, or a value of the wrong kind, hides no answer that leads nowhere', () => {
  const { content, issues } = readContentDirectory([
    { path: 'edge-agent.yaml', text: 'site: {id: s, name: S, colour: red}\nlocales: [en]' },
    { path: 'guides/g.yaml', text: guide('to: 20, nxt: fill', 'from: 21, phrasings: 5').replace('next: drain}', 'next: nowhere}') },
  ]);
  expect(content).toBeUndefined();
  const told = issues.map(({ message }) => message).join('\n');
  for (const part of ['colour', 'nxt', 'phrasings', '"nowhere" is neither']) expect(told).toContain(part);
});
