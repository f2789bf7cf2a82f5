import { describe, expect, it } from 'vitest';
import { buildPack } from '../pack/build-pack.ts';
import { readNudges } from '../pack/nudges-shard.ts';
import { checkContent } from './check/check-content.ts';
import { readContentDirectory } from './read-content.ts';

const settings = 'site: {id: shop, name: Shop}\nlocales: [en, de]\nnudges: {per-day: 5}\n';
const unit = '---\nquestion: Why was my payment declined?\n---\nAsk your bank.';
const smallest = 'trigger: {on: idle, seconds: 30}\nmessage: Stuck?\nnext: {unit: pay}\ncap: {times: 1, per: week}\n';

function read(...nudges: string[]) {
  const files = nudges.map((text, index) => ({ path: `nudges/n${index}.yaml`, text }));
  return readContentDirectory([{ path: 'edge-agent.yaml', text: settings }, { path: 'units/pay.md', text: unit }, ...files]);
}

const problems = (...nudges: string[]) => read(...nudges).issues.map(({ place, message }) => `${place.file}:${place.line}: ${message}`);
const without = (key: string) => smallest.replace(new RegExp(`^${key}:.*\n`, 'm'), '');
const withTrigger = (trigger: string) => smallest.replace(/^trigger:.*$/m, `trigger: ${trigger}`);

describe('a nudge', () => {
  it.each([
    ['place: {anchor: "#a[["}', 'must be a CSS selector'],
    ['place: {inline: "div >> x"}', 'must be a CSS selector'],
    ['place: {anchor: "##pay"}', 'must be a CSS selector'],
    ['place: {inline: "#x", anchor: "#y"}', 'must have either inline or anchor'],
    ['place: {}', 'must have either inline or anchor'],
    ['quiet-hours: {from: "22:00", to: "07:00", zone: Mars/Base}', 'must be a time zone'],
  ])('with %s is refused: %s', (line, message) => {
    expect(problems(`${smallest}${line}\n`).join()).toContain(message);
  });

  it('is read with its defaults, and packed with the title of what it opens, in each locale that it has words in', async () => {
    const full = `${smallest.replace('message: Stuck?', 'message: {en: Stuck?, de: Hängt es?}\naction: {de: Zeig her}')}cool-down: 3 days
page: [/checkout, /pay/*]
market: EU
quiet-hours: {from: "22:00", to: "07:00", zone: Europe/Berlin}
hold-out: 0.1
until: payment.succeeded
success: {event: order.placed, within: 2 h}
place: {anchor: "#pay"}
variants: [{id: b, message: {en: Need a hand?}}]
`;
    const { content, issues } = read(full);
    expect(issues).toEqual([]);
    if (content === undefined) return;
    const { manifest, files } = await buildPack(content);
    const shard = (locale: string) => readNudges(files.get(manifest.locales[locale]?.nudges?.file ?? '') ?? new Uint8Array());
    expect(shard('en')).toEqual({
      limits: { perVisit: 2, perDay: 5, gap: 2 },
      offerRules: [],
      suggestions: [{ unit: 'pay', title: 'Why was my payment declined?', about: ['topic:units'] }],
      nudges: [
        {
          id: 'n0',
          trigger: { on: 'idle', seconds: 30 },
          pages: ['/checkout', '/pay/*'],
          when: ['in', ['get', 'market'], ['list', 'EU']],
          place: { at: 'anchor', element: '#pay' },
          next: { to: 'unit', id: 'pay', title: 'Why was my payment declined?' },
          priority: 50,
          cap: { times: 1, per: 'week' },
          coolDown: 3 * 1440,
          quiet: { from: 1320, to: 420, zone: 'Europe/Berlin' },
          until: ['payment.succeeded'],
          holdOut: 0.1,
          success: { event: 'order.placed', within: 120 },
          guard: 0.6,
          variants: [
            { id: 'a', message: 'Stuck?', action: 'Why was my payment declined?' },
            { id: 'b', message: 'Need a hand?', action: 'Why was my payment declined?' },
          ],
        },
      ],
    });
    expect(manifest.locales.de).toBeUndefined();
  });

  it.each<[string, string, string]>([
    ['no next step', without('next'), '"next" is missing'],
    ['an empty next step', smallest.replace('{unit: pay}', '{}'), 'the nudge has no next step'],
    ['two next steps', smallest.replace('{unit: pay}', '{unit: pay, link: /x}'), 'the nudge has 2 next steps: unit, link'],
    ['no cap', without('cap'), '"cap" is missing'],
    ['no message', without('message'), '"message" is missing'],
    ['a step into nothing', smallest.replace('unit: pay', 'unit: gone'), 'there is no unit "gone" to lead to'],
    ['a script as a link', smallest.replace('unit: pay', 'link: "javascript:alert(1)"'), 'is no address of a page'],
    ['another host as a link', smallest.replace('unit: pay', 'link: //evil.example/x'), 'is no address of a page'],
    ['another host in disguise', smallest.replace('unit: pay', 'link: "/\\\\evil.example"'), 'is no address of a page'],
    [
      'a link that anybody can change on its way',
      smallest.replace('unit: pay', 'link: "http://shop.example/x"'),
      'is no address of a page',
    ],
    ['a link and no words on its button', smallest.replace('unit: pay', 'link: /orders'), 'n0.yaml:3: the button has no words in en'],
    ['an offer and no words on its button', smallest.replace('unit: pay', 'offer: {code: save}'), 'the button has no words in en'],
    [
      'a button without words in one of its languages',
      `${smallest.replace('Stuck?', '{en: Stuck?, de: Fest?}').replace('unit: pay', 'link: /orders')}action: {en: See}`,
      'n0.yaml:5: the button has no words in de',
    ],
    ['a trigger that lacks something', withTrigger('{on: time-on-element, seconds: 9}'), 'the trigger "time-on-element" needs "element"'],
    ['a trigger with too much', withTrigger('{on: exit-intent, seconds: 9}'), 'the trigger "exit-intent" has no "seconds"'],
    ['an unknown trigger', withTrigger('{on: full-moon}'), '"trigger.on" must be one of the known words'],
    ['a condition that does not parse', withTrigger('{on: known-problem, where: "customer.x ="}'), 'the condition does not parse'],
    ['a message that nobody reads', smallest.replace('Stuck?', 'x'.repeat(161)), 'the message has 161 characters; 160 are allowed'],
    ['a locale that is none', smallest.replace('Stuck?', '{english: Stuck?}'), '"english" is not a locale'],
    ['a locale that the site lacks', smallest.replace('Stuck?', '{fr: Bloqué ?}'), 'which the site does not list'],
    ['a variant that is called like the first', `${smallest}variants: [{id: a, message: Eh?}]`, 'a variant cannot be called "a"'],
    ['a span of time that is none', `${smallest}cool-down: soon`, '"cool-down" must be a span of time'],
  ])('is refused with %s', (_, nudge, message) => {
    expect(problems(nudge).join('\n')).toContain(message);
    for (const { mend } of read(nudge).issues) expect(mend).not.toBe('');
  });

  it.each(['/orders', '/orders?state=late#first', 'https://shop.example', 'https://shop.example/orders'])(
    'leads to the address %s',
    (link) => {
      expect(problems(`${smallest.replace('unit: pay', `link: "${link}"`)}action: See\n`)).toEqual([]);
    },
  );

  it.each([
    ['cool-down: soon', 'Write a span of time such as 30 min, 2 h, 3 days or 1 week.'],
    ['quiet-hours: {from: 10pm, to: "07:00"}', 'Write a time of day such as 22:00.'],
    ['until: delivered', 'Write a name such as order.delayed.'],
    ['hold-out: 2', 'Write 0.9 or less.'],
    ['priority: 0.5', 'Write a whole number.'],
    ['place: {anchor: ""}', 'Write something, or remove the key.'],
  ])('with %s says in words what to write: %s', (line, mend) => {
    expect(read(`${smallest}${line}\n`).issues.map((issue) => issue.mend)).toContain(mend);
  });

  it.each<[string, string[], string]>([
    ['the same moment twice', [smallest, smallest], 'same-moment'],
    ['conditions that contradict', [`${smallest}market: EU\nwhen: market == "US"`], 'never-holds'],
    ['the end before today', [`${smallest}valid: {to: 2026-01-01}`], 'validity-over'],
    ['silence around the clock', [`${smallest}quiet-hours: {from: "08:00", to: "08:00"}`], 'never-due'],
    ['an event that also ends it', [`${withTrigger('{on: event, event: a.b}')}until: a.b`], 'never-due'],
    ['a cool-down longer than the cap’s period', [`${smallest.replace('times: 1', 'times: 2')}cool-down: 2 weeks`], 'never-due'],
    ['an offer that no rule lets pass', [`${smallest.replace('{unit: pay}', '{offer: {code: save}}')}action: Save`], 'not-allowed'],
    ['a hold-out that nothing can be compared with', [`${smallest}hold-out: 0.1`], 'no-success'],
    ['a date without days around it', [withTrigger('{on: date, date: renewal}')], 'never-due'],
  ])('is warned of: %s', (_, nudges, rule) => {
    const read_ = read(...nudges);
    expect(read_.issues).toEqual([]);
    expect(
      checkContent(read_, { today: '2026-11-20' })
        .filter(({ level }) => level === 'warning')
        .map((finding) => finding.rule),
    ).toContain(rule);
  });
});
