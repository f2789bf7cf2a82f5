import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from './answer-document.ts';
import { readContentDirectory, readContentTable, type SourceFile } from './read-content.ts';

const settings: SourceFile = { path: 'edge-agent.yaml', text: 'site: {id: shop, name: Shop}\nlocales: [en, de]\n' };
const header = 'unit,locale,question,answer\n';

function directory(files: Record<string, string>) {
  return readContentDirectory([settings, ...Object.entries(files).map(([path, text]) => ({ path, text }))]);
}

function table(text: string) {
  return readContentTable({ path: 'faq.csv', text });
}

/** `file:line: message` of all that is wrong. */
function problems({ issues }: { issues: readonly { place: { file: string; line: number }; message: string; mend: string }[] }): string[] {
  for (const { mend } of issues) expect(mend).not.toBe('');
  return issues.map(({ place, message }) => `${place.file}:${place.line}: ${message}`);
}

describe('a content directory', { timeout: 60_000 }, () => {
  it('reads units in Markdown, YAML and tables, with their locales', () => {
    const { content, issues } = directory({
      'units/returns/how.md':
        '---\nquestion: How do I return?\nphrasings: [send back]\nmarket: EU\nrelated: [pay]\n---\nWithin **30 days**.\n',
      'units/returns/how.de.md': '---\nquestion: Wie gebe ich zurück?\n---\nIn 30 Tagen.\n',
      'units/more.yaml':
        '- id: pay\n  locales:\n    en: {question: How can I pay?, answer: By card.}\n    de: {question: Wie zahle ich?, answer: Mit Karte.}\n',
      'faq.csv': `${header}ship,en,When does it ship?,Today.\nship,en,shipping time,\n`,
      'terms.csv': 'term,locale,name\nparcel,en,parcel\nparcel,en,package',
      'README.md': 'no unit',
    });
    expect(issues).toEqual([]);
    expect(content?.units.map(({ id, variants }) => [id, [...variants.keys()]])).toEqual([
      ['how', ['de', 'en']],
      ['pay', ['en', 'de']],
      ['ship', ['en']],
    ]);
    expect(content?.units[2]?.variants.get('en')?.phrasings).toEqual(['shipping time']);
  });

  it('reads Windows files with a byte order mark, and names their lines', () => {
    const { content } = directory({ 'units/a.md': '\uFEFF---\r\nquestion: Q?\r\n---\r\n\r\none\r\n\r\ntwo\r\n' });
    expect(plainText(content?.units[0]?.variants.get('en')?.answer ?? [])).toBe('one\ntwo');
    expect(problems(directory({ 'units/a.md': '\uFEFF---\r\nquestion: Q?\r\nwhen: market = 3\r\n---\r\nx' }))).toEqual([
      'units/a.md:3: the condition does not parse: Unexpected "=" at character 7',
    ]);
    expect(problems(directory({ 'units/a.md': `---\r\nquestion: Q?\r\n---\r\nfine\r\n\r\n${'>'.repeat(40)} x` }))).toEqual([
      'units/a.md:6: lists, quotes or emphasis stand more than 20 deep in one another',
    ]);
  });

  it.each<[string, Record<string, string>, string]>([
    ['front matter that is missing', { 'units/a.md': 'just words' }, 'units/a.md:1: the file has no front matter'],
    ['front matter that does not end', { 'units/a.md': '---\nquestion: Q\nwords' }, 'units/a.md:1: the file has no front matter'],
    [
      'front matter that is no YAML',
      { 'units/a.md': '---\nquestion: "Q\nfoo: 1\n---\nx' },
      'units/a.md:3: the YAML does not parse: Missing closing "quote',
    ],
    ['a key that nobody knows', { 'units/a.md': '---\nquestion: Q\n\nanswer: x\n---\nx' }, 'units/a.md:4: "answer" is not a known key'],
    ['an answer that is empty', { 'units/a.md': '---\nquestion: Q\n---\n\n  \n' }, 'units/a.md:4: the answer is empty'],
    ['an answer of comments only', { 'units/a.md': '---\nquestion: Q\n---\n<!-- later -->\n' }, 'units/a.md:4: the answer is empty'],
    ['a question of nothing to see', { 'units/a.md': '---\nquestion: "\\u200B\\u202E"\n---\nx' }, 'units/a.md:2: the question is empty'],
    [
      'a question of a thousand words',
      { 'units/a.md': `---\nquestion: ${'word '.repeat(1000)}\n---\nx` },
      'units/a.md:2: a question has 4999 characters; 1000 are allowed',
    ],
    [
      'a validity that ends before it starts',
      { 'units/a.md': '---\nquestion: Q\nvalid: {from: 2026-02-01, to: 2026-01-01}\n---\nx' },
      'units/a.md:3: "valid" ends on 2026-01-01, before it starts on 2026-02-01',
    ],
    [
      'a day that does not exist',
      { 'units/a.md': '---\nquestion: Q\nreview: 2026-02-30\n---\nx' },
      'units/a.md:3: "review" must be a date that exists',
    ],
    [
      'a locale that the site does not list',
      { 'units/a.md': '---\nquestion: Q\n---\nx', 'units/a.fr.md': '---\nquestion: Q\n---\nx' },
      'units/a.fr.md:2: unit "a" has words in fr, which the site does not list',
    ],
    [
      'a translation of nothing',
      { 'units/a.de.md': '---\nquestion: Q\n---\nx' },
      'units/a.de.md:2: there is no unit "a" in the default locale',
    ],
    [
      'two files for one unit',
      { 'units/a.md': '---\nquestion: Q\n---\nx', 'units/b/a.md': '---\nquestion: R\n---\ny' },
      'units/b/a.md:2: unit "a" stands in units/a.md:2 too',
    ],
    [
      'facts of a unit in two files',
      { 'units/a.md': '---\nquestion: Q\n---\nx', 'units/a.de.md': '---\nquestion: R\nowner: me\n---\ny' },
      'units/a.de.md:2: unit "a" stands in units/a.md:2 too',
    ],
    ['an id that pages use', { 'units/a.md': '---\nquestion: Q\nid: page:1\n---\nx' }, 'units/a.md:2: "page:1" cannot be a unit’s id'],
    ['a unit without words', { 'units/a.yaml': '- id: a\n  locales: {}\n' }, 'units/a.yaml:2: unit "a" has no words'],
    [
      'a country for a language',
      { 'units/a.yaml': '- id: a\n  locales:\n    jp: {question: Q, answer: A}\n' },
      'units/a.yaml:3: "jp" is not a locale',
    ],
    [
      'UTF-16',
      { 'units/a.md': '\uFFFD\uFFFD-\u0000-\u0000-\u0000\n\u0000q\u0000:\u0000 \u0000Q\u0000\n\u0000' },
      'units/a.md:1: the file is in UTF-16',
    ],
    ['binary junk', { 'units/a.md': '---\n\u0000\u0001\u0002\uFFFD\u0003\uFFFDz\n' }, 'units/a.md:2: the file is not text'],
    [
      'another encoding',
      { 'units/a.md': '---\nquestion: Gr\uFFFD\uFFFDe\n---\nx' },
      'units/a.md:2: the line holds a character that is not UTF-8',
    ],
    ['no unit at all', {}, 'edge-agent.yaml:1: there is not a single unit'],
  ])('refuses %s', (_, files, problem) => {
    const read = directory(files);
    expect(read.content).toBeUndefined();
    expect(problems(read)).toContain(problem);
  });

  it('refuses settings that are missing, empty or wrong', () => {
    expect(problems(readContentDirectory([]))).toEqual(['edge-agent.yaml:1: the file is missing']);
    expect(readContentDirectory([{ path: 'edge-agent.yml', text: '' }]).issues[0]?.mend).toContain('Rename');
    const settingsOf = (text: string) => problems(readContentDirectory([{ path: 'edge-agent.yaml', text }]));
    expect(settingsOf('site: {id: a, name: A}\nlocales: [en]\nsuggestions:\n  - gone\n')).toContain(
      'edge-agent.yaml:4: "suggestions" names "gone", and there is no such unit',
    );
    expect(settingsOf('')).toEqual(['edge-agent.yaml:1: the file is empty']);
    expect(settingsOf('site: {id: a, name: A}\nlocales: []\n')).toEqual([
      'edge-agent.yaml:2: "locales" must name at least one locale, the default first',
    ]);
    expect(settingsOf('site: {id: a, name: A}\nlocales:\n  - en\n  - english\n')).toContain('edge-agent.yaml:4: "english" is not a locale');
    expect(settingsOf('site: {id: a, name: A}\nlocales: [en]\npolicy: {precision: 2}\n')).toEqual([
      'edge-agent.yaml:3: "policy.precision" must be 0.999 or less',
    ]);
    expect(settingsOf('site: {id: a, name: A}\nlocales: [en]\ncontact:\n  hours:\n    cn: always\n')).toContain(
      'edge-agent.yaml:5: "cn" is not a locale',
    );
  });

  it('takes a unit that has words in another locale only, where its file says so', () => {
    const { content } = directory({ 'units/a.de.md': '---\nquestion: Frage?\nsource: https://a.example/\n---\nAntwort.' });
    expect(content?.units).toMatchObject([{ id: 'a', source: 'https://a.example/' }]);
    expect([...(content?.units[0]?.variants.keys() ?? [])]).toEqual(['de']);
  });

  it('gives what could be read although something is wrong', () => {
    const { content, readable } = directory({ 'units/a.md': '---\nquestion: Q\n---\nx', 'units/b.md': 'junk' });
    expect(content).toBeUndefined();
    expect(readable?.units.map(({ id }) => id)).toEqual(['a']);
  });

  it('never throws, whatever the files hold', () => {
    const name = fc.constantFrom('edge-agent.yaml', 'units/a.md', 'units/a.de.md', 'units/b.yaml', 'faq.csv', 'units/.md', 'units/x.TXT');
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.tuple(fc.string(), fc.string()).map(([matter, body]) => `---\nquestion: Q\n${matter}\n---\n${body}`),
      fc.string({ unit: 'binary' }).map((rest) => header + rest),
    );
    fc.assert(
      fc.property(fc.array(fc.record({ path: name, text }), { maxLength: 4 }), fc.boolean(), (files, withSettings) => {
        const { content, issues } = readContentDirectory(withSettings ? [settings, ...files] : files);
        expect(content === undefined).toBe(issues.length > 0);
        for (const { place, mend } of issues) {
          expect(place.line).toBeGreaterThanOrEqual(1);
          expect(mend).not.toBe('');
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('a table', { timeout: 60_000 }, () => {
  it.each<[string, string, string]>([
    ['nothing', '', 'faq.csv:1: the header row lacks "unit", "locale", "question", "answer"'],
    ['a header alone', header, 'faq.csv:1: there is not a single unit'],
    ['columns that are missing', 'unit,question\na,b\n', 'faq.csv:1: the header row lacks "locale", "answer"'],
    ['a row that is too short', `${header}a,en,Q?,A\nb,en,Q\n`, 'faq.csv:3: the row has 3 fields where the header has 4'],
    ['a row that is too long', `${header}a,en,Q?,one, two\n`, 'faq.csv:2: the row has 5 fields where the header has 4'],
    ['a row without a unit', `${header},en,Q?,A\n`, 'faq.csv:2: the row has no unit'],
    ['a row without a question', `${header}a,en,,A\n`, 'faq.csv:2: the row has no question'],
    ['a unit without an answer', `${header}a,en,Q?,\n`, 'faq.csv:2: unit "a" has no answer in any of its rows'],
    ['an unknown locale', `${header}a,xx,Q?,A\n`, 'faq.csv:2: "xx" is not a locale'],
    [
      'ten megabytes in one answer',
      `${header}a,en,Q?,${'word '.repeat(2_000_000)}\n`,
      'faq.csv:2: the answer has 9999999 characters; 50000 are allowed',
    ],
    [
      'an answer nested ten thousand deep',
      `${header}a,en,Q?,A\nb,en,R?,${'>'.repeat(10_000)}\n`,
      'faq.csv:3: lists, quotes or emphasis stand more than 20 deep in one another',
    ],
    [
      'a quote that never closes',
      `${header}a,en,Q?,"A\nb,en,R?,B\n`,
      'faq.csv:2: the CSV does not parse: the quote that opens here never closes',
    ],
    ['a file of zeros', '\u0000'.repeat(100_000), 'faq.csv:1: the file is not text'],
  ])('refuses %s, with its line', (_, text, problem) => {
    const started = performance.now();
    const read = table(text);
    expect(read.content).toBeUndefined();
    expect(problems(read)).toContain(problem);
    expect(performance.now() - started).toBeLessThan(15_000);
  });

  it('names semicolons as what is wrong with a header of semicolons', () => {
    expect(table('unit;locale;question;answer\na;en;Q;A').issues[0]?.mend).toContain('not with semicolons');
  });

  it('gives the line on which a row starts, whatever stands in quotes before it', () => {
    const text = `${header}a,en,"Q\r\nwith two lines?",A\r\n\r\nb,en,Q2,"A\n\n\n"\r\nc,zz,Q3,A\r\n`;
    expect(problems(table(text))).toEqual(['faq.csv:9: "zz" is not a locale']);
  });

  it('takes further rows of a unit for further phrasings, and a locale’s missing answer from another row', () => {
    const { content } = table(`${header}a,en,Q1,Answer\na,en,Q2,\na,de,F1,\na,en,Q1,\n`);
    expect(content?.site.locales).toEqual(['en', 'de']);
    expect(content?.units[0]?.variants.get('en')).toMatchObject({ question: 'Q1', phrasings: ['Q2'] });
    expect(plainText(content?.units[0]?.variants.get('de')?.answer ?? [])).toBe('Answer');
  });

  it('never throws, whatever it holds', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.array(fc.string()).map((fields) => fields.join(','))).map((rows) => header + rows.join('\n')),
    );
    fc.assert(
      fc.property(text, (csv) => {
        const { content, issues } = table(csv);
        expect(content === undefined).toBe(issues.length > 0);
      }),
    );
  });
});
