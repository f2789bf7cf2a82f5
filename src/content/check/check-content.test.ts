import { describe, expect, it } from 'vitest';
import { readContentDirectory } from '../read-content.ts';
import { checkContent } from './check-content.ts';
import { type Finding, onItsLine, type Rule, sortFindings } from './finding.ts';

const today = '2026-11-21';

function check(files: Record<string, string>, locales = '[en, de]'): Finding[] {
  const settings = { path: 'edge-agent.yaml', text: `site: {id: s, name: S}\nlocales: ${locales}\n` };
  const sources = [settings, ...Object.entries(files).map(([path, text]) => ({ path, text }))];
  const linesOf = (file: string) => sources.find(({ path }) => path === file)?.text.split('\n') ?? [];
  return sortFindings(checkContent(readContentDirectory(sources), { today }).map((finding) => onItsLine(finding, linesOf)));
}

/** A unit's file; owner and source are there unless taken out. */
function unit(frontMatter: string, answer = 'An answer.'): string {
  return `---\n${frontMatter}\nsource: https://s.example/\nowner: desk\n---\n${answer}\n`;
}

function of(rule: Rule, findings: readonly Finding[]): string[] {
  return findings
    .filter((finding) => finding.rule === rule)
    .map(({ level, place, message }) => `${level} ${place.file}:${place.line}: ${message}`);
}

describe('checkContent', { timeout: 60_000 }, () => {
  it('finds nothing but what waits for translation in content that is in order', () => {
    const findings = check({
      'units/a.md': unit('question: How do I return?\nphrasings: [send it back]'),
      'units/b.md': unit('question: How can I pay?\nphrasings: [cards]'),
    });
    expect(findings.map(({ rule }) => rule)).toEqual(['missing-locale']);
  });

  it('notes what is called by another name than the site’s own', () => {
    const findings = check({
      'terms.csv': 'term,locale,name\nbuds,en,earbuds\nbuds,en,in-ears\n',
      'units/a.md': unit('question: Where are my earbuds?', 'Your earbuds lie in the case.\n\nClean the In-Ears first.'),
    });
    expect(of('other-name', findings)).toEqual(['note units/a.md:8: says "In-Ears" where the site says "earbuds"']);
  });

  it('names the same question in two units, whatever its case, signs and spaces, and says whether the answers agree', () => {
    const findings = check({
      'units/a.md': unit('question: How do I return?', 'Within 30 days.'),
      'units/b.md': unit('question: Returns\nphrasings:\n  - send back\n  - how do I RETURN', 'Within 14 days.'),
      'units/c.md': unit('question: Sending back\nphrasings: [Send back!]', 'Within 14 days.'),
    });
    expect(of('contradicting-answers', findings)).toEqual([
      'warning units/b.md:5: units "a" and "b" are asked for with the same words (en: “How do I return?” and “how do I RETURN”) and answer differently',
    ]);
    expect(of('duplicate-phrasing', findings)).toEqual([
      'warning units/c.md:3: units "b" and "c" are asked for with the same words (en: “send back” and “Send back!”) and say the same',
    ]);
  });

  it('names questions that differ in small words only', () => {
    const findings = check({
      'units/a.md': unit('question: How do I return an item?', 'Within 30 days.'),
      'units/b.md': unit('question: How do I return the items?', 'Within 14 days.'),
      'units/c.md': unit('question: Can I return an item in a shop?', 'Yes.'),
      'units/d.md': unit('question: Who returns an item?', 'Our carrier.'),
      'units/e.md': unit('question: Can I return an item?', 'Yes.'),
    });
    expect(of('contradicting-answers', findings).map((line) => line.replace(/.*units ("\w+" and "\w+").*/, '$1'))).toEqual(['"a" and "b"']);
  });

  it('lets two units have one question where their scopes never meet', () => {
    const files = (first: string, second: string) => ({
      'units/a.md': unit(`question: How long is the warranty?\n${first}`, 'Two years.'),
      'units/b.md': unit(`question: How long is the warranty?\n${second}`, 'Three years.'),
    });
    const contradictions = (first: string, second: string) => of('contradicting-answers', check(files(first, second))).length;
    expect(contradictions('market: EU', 'market: US')).toBe(0);
    expect(contradictions('market: EU', 'market: [EU, US]')).toBe(1);
    expect(contradictions('product: a', 'product: b')).toBe(0);
    expect(contradictions('product: a', 'market: EU')).toBe(1);
    expect(contradictions('valid: {to: 2027-01-31}', 'valid: {from: 2027-02-01}')).toBe(0);
    expect(contradictions('when: customer.tier == "gold"', 'when: customer.tier != "gold"')).toBe(0);
  });

  it('works in languages without spaces', () => {
    const findings = check(
      { 'units/a.md': unit('question: 怎么退货？', '三十天内。'), 'units/b.md': unit('question: 怎么退货', '十四天内。') },
      '[zh]',
    );
    expect(of('contradicting-answers', findings)).toHaveLength(1);
  });

  it('names conditions that nobody meets, and validity that is over', () => {
    const findings = check({
      'units/a.md': unit('question: A?\nwhen: market == "EU" && market == "US"'),
      'units/b.md': unit('question: B?\nvalid: {to: 2026-11-20}'),
      'units/c.md': unit('question: C?\nvalid: {to: 2026-11-21}'),
      'units/d.md': unit('question: D?\nwhen: now < "2026-01-01"'),
      'units/e.md': unit('question: E?\nmarket: EU\nwhen: market != "EU"'),
    });
    expect(of('never-holds', findings)).toEqual([
      'warning units/a.md:3: the conditions of unit "a" contradict one another: nobody gets its answer',
      'warning units/e.md:4: the conditions of unit "e" contradict one another: nobody gets its answer',
    ]);
    expect(of('validity-over', findings)).toEqual([
      'warning units/b.md:3: unit "b" was valid until 2026-11-20',
      'warning units/d.md:3: the conditions of unit "d" hold only before 2026-11-21',
    ]);
  });

  it('names overdue reviews, relations to nothing, and units that nobody answers for', () => {
    const findings = check({
      'units/a.md': unit('question: A?\nreview: 2026-11-20'),
      'units/b.md': unit('question: B?\nreview: 2026-11-21\nrelated: [a, gone, b]'),
      'units/c.md': '---\nquestion: C?\n---\nx\n',
    });
    expect(of('overdue-review', findings)).toEqual(['warning units/a.md:3: unit "a" was to be reviewed by 2026-11-20']);
    expect(of('unknown-related', findings)).toEqual([
      'warning units/b.md:4: unit "b" is related to "gone", which does not exist',
      'warning units/b.md:4: unit "b" is related to itself',
    ]);
    expect(of('no-source', findings)).toEqual(['note edge-agent.yaml:1: 1 of 3 units have no source: c']);
    expect(of('no-owner', findings)).toEqual(['note edge-agent.yaml:1: 1 of 3 units have no owner: c']);
  });

  it('groups missing locales, so that a hundred of them are one line', () => {
    const files = Object.fromEntries(
      Array.from({ length: 100 }, (_, index) => [`units/u${index}.md`, unit(`question: Question ${index}?`, `Answer ${index}.`)]),
    );
    expect(of('missing-locale', check(files))).toEqual([
      'note edge-agent.yaml:1: 100 of 100 units have no words in de: u0, u1, u10, u11, u12, u13, u14, u15 and 92 more',
    ]);
  });

  it('names answers without words, of great length, and in HTML', () => {
    const findings = check({
      'units/a.md': unit('question: A?', '![](/a.png)\n\n---'),
      'units/b.md': unit('question: B?', 'Many words. '.repeat(200)),
      'units/c.md': unit('question: C?', 'One\n\n<p>two</p>'),
      'units/d.md': unit('question: D?', 'Write `<p>` in your template.'),
    });
    expect(of('no-text', findings)).toEqual(['warning units/a.md:2: the answer of unit "a" in en has no words']);
    expect(of('long-answer', findings)).toEqual(['note units/b.md:2: the answer of unit "b" in en has 2399 characters']);
    expect(of('html-as-text', findings)).toEqual(['warning units/c.md:8: the answer of unit "c" in en shows <p> to visitors as it stands']);
  });

  it('names sentences that were copied and not translated, but no names', () => {
    const findings = check({
      'units/a.md': unit('question: How do I return the lamp?\nphrasings: [Volt 65, USB-C PD 3.1, send the lamp back to you]'),
      'units/a.de.md':
        '---\nquestion: Wie gebe ich die Lampe zurück?\nphrasings: [Volt 65, USB-C PD 3.1, send the lamp back to you]\n---\nEine Antwort.\n',
    });
    expect(of('copied-words', findings)).toEqual([
      'warning units/a.de.md:3: unit "a" has the same phrasing in en and de: “send the lamp back to you”',
    ]);
  });

  it('lists errors first, and still looks at the rest', () => {
    const findings = check({ 'units/a.md': unit('question: A?\nreview: 2026-01-01'), 'units/b.md': 'junk' });
    expect(findings.map(({ level, rule }) => `${level} ${rule}`).slice(0, 2)).toEqual(['error content', 'warning overdue-review']);
  });
});
