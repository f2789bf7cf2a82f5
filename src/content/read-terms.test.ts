import { expect, test } from 'vitest';
import { IssueList } from './issue.ts';
import { readTerms } from './read-terms.ts';

function read(text: string) {
  const issues = new IssueList();
  const terms = readTerms(text, issues);
  return { terms, problems: issues.issues.map(({ place, message }) => `${place.file}:${place.line}: ${message}`) };
}

test('several rows of a term and locale are names for one thing, the site’s own first', () => {
  const { terms, problems } = read(
    'term,locale,name\nbuds,en,earbuds\nbuds,en,in-ears\nbuds,de,Ohrhörer\ncase,en,"charging case, white"\n',
  );
  expect(problems).toEqual([]);
  expect(terms).toEqual([
    { und: ['buds'], en: ['earbuds', 'in-ears'], de: ['Ohrhörer'] },
    { und: ['case'], en: ['charging case, white'] },
  ]);
});

test.each([
  ['term;locale;name\na;en;b', 'terms.csv:1: the header row is not "term,locale,name"'],
  ['term,locale,name\n,en,b', 'terms.csv:2: the row has no term'],
  ['term,locale,name\na,english,b', 'terms.csv:2: "english" is not a locale'],
  ['term,locale,name\na,en,', 'terms.csv:2: the row has no name'],
  ['term,locale,name\na,en,Box\nb,en,box', 'terms.csv:3: "box" names "a" already'],
  ['term,locale,name\na,en,"b', 'terms.csv:2: the CSV does not parse'],
])('%j is refused with line and mend', (text, problem) => {
  expect(read(text).problems[0]).toContain(problem);
});

test('an empty table is no terms', () => {
  expect(read('term,locale,name')).toEqual({ terms: [], problems: [] });
});
