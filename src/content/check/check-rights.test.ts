import { describe, expect, it } from 'vitest';
import { readContentDirectory } from '../read-content.ts';
import { rightsOf } from '../read-rights.ts';
import { checkContent } from './check-content.ts';

const site = (rights: string) =>
  `site: {id: shop, name: Shop}\nlocales: [en, de]\npolicy:\n  rights:\n${rights
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n')}\n`;
const unit = { path: 'units/a.md', text: '---\nquestion: Where are you?\n---\nHere.' };
const read = (rights: string) => readContentDirectory([{ path: 'edge-agent.yaml', text: site(rights) }, unit]);
const findings = (rights: string) =>
  checkContent(read(rights), { today: '2026-11-21' })
    .filter(({ place }) => place.file === 'edge-agent.yaml' && place.line > 4)
    .map(({ rule, place, message }) => [rule, place.line, message] as const);

const both = 'because: {en: Because., de: Darum.}';

describe('decision rights in edge-agent.yaml', () => {
  it('compile to rules with conditions as data and money in minor units', () => {
    const { content, issues } = read(
      `give-credit:\n- id: late\n  when: order.daysLate >= 3\n  right: auto\n  limits: [{amount: 25 USD}, {times: 1, within: year}]\n  ${both}`,
    );
    expect(issues).toEqual([]);
    expect(rightsOf(content?.rights ?? [])).toEqual({
      'give-credit': [
        {
          id: 'late',
          when: ['>=', ['get', 'order.daysLate'], 3],
          right: 'auto',
          limits: [{ amount: { minor: 2500, currency: 'USD' } }, { times: { most: 1, within: 'year' } }],
          because: { en: 'Because.', de: 'Darum.' },
        },
      ],
    });
  });

  it.each([
    ['a condition that does not parse', `act:\n- id: a\n  when: order.total <\n  right: auto\n  ${both}`, 7, 'does not parse'],
    ['an amount with too many decimals', `act:\n- id: a\n  right: auto\n  limits: [{amount: 1.5 JPY}]\n  ${both}`, 8, 'no amount'],
    ['a limit that limits nothing', `act:\n- id: a\n  right: auto\n  limits: [{}]\n  ${both}`, 8, 'neither how much'],
    ['a right that is none', `act:\n- id: a\n  right: maybe\n  ${both}`, 7, 'known words'],
    ['one id twice', `act:\n- id: a\n  right: auto\n  when: visits > 1\n  ${both}\n- id: a\n  right: person\n  ${both}`, 10, 'second time'],
    ['a locale that is none', `act:\n- id: a\n  right: auto\n  because: {english: Because.}`, 8, 'not a locale'],
  ])('name file and line of %s', (_, rights, line, message) => {
    expect(findings(rights)).toContainEqual(['content', line, expect.stringContaining(message)]);
  });

  it.each([
    ['misspelt', 'give-credits', 'Write give-credit, if that is meant.'],
    ['unheard of', 'make-coffee', 'Remove its rules, or name it in a journey (act).'],
  ])('warn of an action that is %s', (_, action, mend) => {
    const found = (rights: string) => checkContent(read(rights), { today: '2026-11-21' }).filter(({ rule }) => rule === 'unknown-action');
    expect(found(`${action}:\n- {id: a, right: person, ${both}}\n- {id: b, when: visits > 1, right: person, ${both}}`)).toMatchObject([
      { level: 'warning', place: { line: 6 }, mend },
    ]);
    expect(found(`give-credit:\n- {id: a, right: person, ${both}}`)).toEqual([]);
  });

  it.each([
    [
      'the same condition with two rights',
      `act:\n- {id: a, when: visits > 1, right: auto, ${both}}\n- {id: b, when: visits > 1, right: refuse, ${both}}`,
      'contradicting-rights',
    ],
    [
      'a narrower condition after a wider one',
      `act:\n- {id: a, when: visits > 1, right: auto, ${both}}\n- {id: b, when: visits > 5, right: person, ${both}}`,
      'contradicting-rights',
    ],
    [
      'a rule after one without a condition',
      `act:\n- {id: a, right: auto, ${both}}\n- {id: b, when: visits > 5, right: auto, ${both}}`,
      'unreachable',
    ],
    ['a condition that never holds', `act:\n- {id: a, when: visits > 5 && visits < 3, right: auto, ${both}}`, 'never-holds'],
    ['a limit of zero', `act:\n- {id: a, right: auto, limits: [{amount: 0 EUR}], ${both}}`, 'limit-of-zero'],
    ['money without a limit', `give-credit:\n- {id: a, right: auto, ${both}}`, 'no-limit'],
    ['a limit on what a person decides', `act:\n- {id: a, right: person, limits: [{times: 1}], ${both}}`, 'no-limit'],
    ['a reason that a locale lacks', 'act:\n- {id: a, right: person, because: {en: Because.}}', 'missing-locale'],
  ])('are checked for %s', (_, rights, rule) => {
    expect(findings(rights).map(([each]) => each)).toContain(rule);
  });

  it('are content with rules that only overlap, since the first one decides', () => {
    expect(
      findings(
        `give-credit:\n- {id: a, when: visits > 5, right: auto, limits: [{amount: 5 EUR}], ${both}}\n- {id: b, when: visits > 1, right: person, ${both}}`,
      ),
    ).toEqual([]);
  });
});
