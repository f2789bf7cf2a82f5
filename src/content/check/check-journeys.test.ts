import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readContentDirectory } from '../read-content.ts';
import { checkJourneys } from './check-journeys.ts';
import { onItsLine } from './finding.ts';

const settings = `site: {id: shop, name: Shop}
locales: [en, de]
policy:
  rights:
    open-ticket:
      - {id: any, right: auto, because: {en: As you asked., de: Wie gewünscht.}}
`;

function findingsIn(journey: string) {
  const path = 'journeys/help.yaml';
  const { readable, issues } = readContentDirectory([
    { path: 'edge-agent.yaml', text: settings },
    { path, text: journey },
  ]);
  if (readable === undefined || issues.length > 0) throw new Error(JSON.stringify(issues));
  return checkJourneys(readable).map((finding) => {
    const { rule, place, message, mend } = onItsLine(finding, () => journey.split('\n'));
    expect(mend).not.toBe('');
    return `${place.file}:${place.line} ${rule}: ${message}`;
  });
}

const head = 'title: {en: Get help, de: Hilfe}\nphrasings: {en: [help], de: [hilfe]}\n';
const ask = 'slots:\n  - {id: text, type: text}\nsteps:\n  - {id: ask, ask: text}\n';
const act = '  - {id: file, act: open-ticket, args: {subject: slot.text, text: slot.text}}\n';
const told = '  - {id: told, tell: {en: Done., de: Fertig.}}\n';

it('says nothing of a journey that is whole', () => {
  expect(findingsIn(head + ask + act + told)).toEqual([]);
});

it.each<[string, string, string]>([
  [
    'a step that nothing leads to',
    `${head}${ask}  - {id: jump, tell: {en: One., de: Eins.}, next: told}\n${act}${told}`,
    'journeys/help.yaml:8 unreachable: nothing leads to step "file"',
  ],
  [
    'a loop without an exit',
    `${head}${ask}${act}  - {id: round, tell: {en: Again., de: Nochmal.}, next: ask}\n`,
    'journeys/help.yaml:6 endless-loop: from step "ask" nothing leads to an end',
  ],
  ['an end without a word', `${head}${ask}${act}`, 'journeys/help.yaml:7 dead-end: after step "file" the journey ends without a word'],
  [
    'a slot that nothing asks for',
    head + ask.replace('slots:', 'slots:\n  - {id: when, type: date, when: slot.when != ""}') + act + told,
    'journeys/help.yaml:4 never-asked: nothing asks for slot "when"',
  ],
  [
    'a slot that changes nothing',
    head + ask.replace('slots:', 'slots:\n  - {id: colour, type: text}').replace('ask: text', 'ask: [text, colour]') + act + told,
    'journeys/help.yaml:4 never-used: slot "colour" is used nowhere',
  ],
  [
    'an action that no rule settles',
    head + ask + act.replace('open-ticket', 'file-complaint') + told,
    'journeys/help.yaml:7 no-right: no rule settles "file-complaint" of journey "help": a person decides every time',
  ],
  [
    'an action that nobody knows',
    head + ask + act.replace('open-ticket', 'open-tickt') + told,
    'journeys/help.yaml:7 unknown-action: step "file" has the action "open-tickt", which only a shop of its own can know',
  ],
  [
    'words that a locale lacks',
    head + ask + act + told.replace(', de: Fertig.', ''),
    'journeys/help.yaml:8 missing-locale: "tell" has no words in de; visitors see another language',
  ],
  [
    'a comparison of nothing',
    `${head}slots:\n  - {id: product, type: product}\nsteps:\n  - {id: compare, do: compare, slot: product}\n${told}`,
    'journeys/help.yaml:6 no-products: step "compare" compares products, and the content has none',
  ],
])('tells of %s: where, what and how to mend', (_, journey, finding) => {
  expect(findingsIn(journey)).toContain(finding);
});

it('finds nothing in the journeys that come with the package but what the site has to add', () => {
  const folder = new URL('../../journey/built-in/', import.meta.url);
  const builtIn = new Map(readdirSync(folder).map((name) => [name.replace('.yaml', ''), readFileSync(new URL(name, folder), 'utf8')]));
  const locales = 'en, zh, es, de, fr, pt, ar, ru, ja';
  const text = `site: {id: shop, name: Shop}\nlocales: [${locales}]\njourneys: [${[...builtIn.keys()].join(', ')}]\n`;
  const { readable, issues } = readContentDirectory([{ path: 'edge-agent.yaml', text }], builtIn);
  expect(issues).toEqual([]);
  const rules = new Set((readable === undefined ? [] : checkJourneys(readable)).map(({ rule, message }) => `${rule} ${message}`));
  expect([...rules].filter((rule) => !/^(?:no-right|no-products) /.test(rule))).toEqual([]);
});
