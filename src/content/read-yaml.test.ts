import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { IssueList } from './issue.ts';
import { readYaml } from './read-yaml.ts';
import { siteSchema, unitFrontMatterSchema, yamlUnitsSchema } from './schema.ts';

function read(text: string, schema: v.GenericSchema = unitFrontMatterSchema, firstLine = 1) {
  const issues = new IssueList();
  const result = readYaml(text, schema, 'a.yaml', issues, firstLine);
  return { data: result?.data, lineOf: result?.lineOf, issues: issues.issues };
}

const sign = fc.constantFrom(
  'a',
  'question',
  'locales',
  ': ',
  ':',
  '- ',
  '\n',
  '\n  ',
  '[',
  ']',
  '{',
  '}',
  ', ',
  '"',
  "'",
  '&a ',
  '*a',
  '|',
  '>',
  '#',
  '!!',
  '? ',
  '---\n',
  '\t',
  '\u0000',
  '<<',
  '2026-01-01',
  'en',
  '1',
  '\r\n',
);

describe('readYaml', { timeout: 60_000 }, () => {
  it('never throws; what it refuses has a line, a message and a mend', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(sign, { maxLength: 60 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, fc.constantFrom<v.GenericSchema>(unitFrontMatterSchema, yamlUnitsSchema, siteSchema), (yaml, schema) => {
        const { data, issues } = read(yaml, schema);
        expect(data === undefined).toBe(issues.length > 0);
        for (const { place, message, mend } of issues) {
          expect(place.line).toBeGreaterThanOrEqual(1);
          expect(place.line).toBeLessThanOrEqual(yaml.split(/\r\n|\r|\n/).length + 1);
          expect(message).not.toBe('');
          expect(mend).not.toBe('');
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('names the line of each thing that is wrong, counted from where the text starts in the file', () => {
    const { issues } = read('question: 12\nphrasings: one\nreview: 2026-02-30\nrisk: high\nowner:\n', unitFrontMatterSchema, 2);
    const found = issues.map(({ place, message, mend }) => [place.line, message, mend]);
    expect(found.sort((a, b) => Number(a[0]) - Number(b[0]))).toEqual([
      [2, '"question" must be a text', 'Put it in quotes: "12".'],
      [3, '"phrasings" must be a list', 'Write a list such as [one, two], or one line for each with "- " before it.'],
      [4, '"review" must be a date that exists', 'Write a date that exists.'],
      [5, '"risk" must be one of the known words', 'Write one of normal, money, safety, legal.'],
      [6, '"owner" is empty', 'Write a value after the colon, or remove the key.'],
    ]);
  });

  it('counts lines the same with Windows line ends', () => {
    expect(read('question: a\r\nsource: b\r\nfoo: 1\r\n').issues).toMatchObject([
      { place: { line: 3 }, message: '"foo" is not a known key' },
    ]);
  });

  it('finds a key that stands twice', () => {
    expect(read('question: a\nsource: b\nquestion: c\n').issues).toMatchObject([
      { place: { line: 3 }, message: '"question" stands here a second time' },
    ]);
  });

  it('leaves dates as text', () => {
    expect(read('question: a\nreview: 2026-11-30').data).toMatchObject({ review: '2026-11-30' });
  });

  it('tells the line of a path, or of its parent where it is missing', () => {
    const { lineOf } = read('question: a\nvalid:\n  from: 2026-01-01\n');
    expect(lineOf?.(['valid', 'from'])).toBe(3);
    expect(lineOf?.(['valid', 'to'])).toBe(2);
  });

  const bomb = [
    'a: &a [x,x,x,x,x,x,x,x,x]',
    ...'bcdefghi'.split('').map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`).join(',')}]`),
  ].join('\n');
  it.each([
    ['an alias bomb', bomb, 'Excessive alias count'],
    ['an alias of nothing', 'question: *nobody', 'Unresolved alias'],
    ['brackets without end', '['.repeat(100_000), 'nests too deep'],
    ['lists in lists', '- '.repeat(100_000), 'nests too deep'],
    ['deep indentation', Array.from({ length: 1000 }, (_, index) => `${' '.repeat(index)}a:`).join('\n'), 'nests too deep'],
    ['two documents', 'question: a\n---\nquestion: b', 'multiple documents'],
    ['tabs as indentation', 'valid:\n\tfrom: 2026-01-01', 'Tabs'],
    ['megabytes', `question: ${'x'.repeat(2_000_000)}`, 'more than 1000000 characters'],
    ['a list where keys belong', '[a, b]', 'must be keys with values'],
    ['plain words', 'hello', 'must be keys with values'],
    ['nothing', '', 'is empty'],
  ])('refuses %s at once', (_, text, message) => {
    const started = performance.now();
    const { data, issues } = read(text);
    expect(data).toBeUndefined();
    expect(issues[0]?.message).toContain(message);
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('reads fifty thousand keys without comparing each with each', () => {
    const text = Array.from({ length: 50_000 }, (_, index) => `k${index}: ${index}`).join('\n');
    const started = performance.now();
    expect(read(text, v.record(v.string(), v.number())).issues).toEqual([]);
    expect(performance.now() - started).toBeLessThan(30_000);
  });
});
