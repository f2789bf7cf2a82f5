import { expect, it } from 'vitest';
import { drawGuide } from './draw-guide.ts';
import { causesGuide, drawnGuide } from './guide.fixture.ts';

const boxesOf = (svg: string, kind: string) => svg.match(new RegExp(`<rect class="${kind}"`, 'g'))?.length ?? 0;

it('draws each question and fix once, whatever loops there are', () => {
  const svg = drawGuide(drawnGuide);
  expect(boxesOf(svg, 'question')).toBe(drawnGuide.nodes.length);
  expect(boxesOf(svg, 'fix')).toBe(drawnGuide.fixes.length);
});

it('draws causes with how often each is at work', () => {
  const svg = drawGuide(causesGuide);
  expect(boxesOf(svg, 'cause')).toBe(3);
  expect(svg).toContain('Empty battery  56 %');
});

it('lets no words become markup', () => {
  const svg = drawGuide({ ...drawnGuide, title: '</svg><script>', nodes: [{ id: 'socket', question: 'a < b & c', options: [] }] });
  expect(svg).not.toContain('<script>');
  expect(svg).toContain('a &lt; b &amp; c');
});

it('draws a chain of 5,000 questions', () => {
  const nodes = Array.from({ length: 5000 }, (_, index) => ({
    id: `n${index}`,
    question: `Question ${index}?`,
    options: [{ id: 'yes', label: 'Yes', next: index === 4999 ? 'end' : `n${index + 1}` }],
  }));
  const svg = drawGuide({ id: 'long', title: 'Long', symptoms: [], start: 'n0', nodes, fixes: [{ id: 'end', text: 'Done.' }] });
  expect(boxesOf(svg, 'question')).toBe(5000);
});
