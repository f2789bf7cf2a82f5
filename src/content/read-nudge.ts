import type { Locale } from '../language/locale.ts';
import type { NextStep, Place as NudgePlace, Trigger, TriggerKind } from '../nudge/nudge.ts';
import { compileCondition } from '../policy/compile-condition.ts';
import type { Condition } from '../policy/condition.ts';
import { moneyForm, readMoney } from '../policy/read-money.ts';
import { authoredLocale, localeMend } from './authored-locale.ts';
import type { AuthoredNudge, AuthoredStep, AuthoredVariant, NudgeWording } from './authored-nudge.ts';
import type { IssueList } from './issue.ts';
import { type NudgeFile, nudgeSchema } from './nudge-schema.ts';
import { readYaml } from './read-yaml.ts';
import { type Place, scopeCondition } from './unit.ts';
import { cleanLine, unitOf } from './unit-draft.ts';

type Words = NudgeFile['message'];
type PlaceAt = (path: readonly PropertyKey[]) => Place;

/** In characters: what fits on a phone in three lines. */
const longestMessage = 160;
const defaultPriority = 50;
const defaultGuard = 0.6;
const minutesPerDay = 24 * 60;

/** Reads one nudge, or adds issues. Undefined where the file does not fit the schema. */
export function readNudge(text: string, file: string, defaultLocale: Locale, issues: IssueList): AuthoredNudge | undefined {
  const read = readYaml(text, nudgeSchema, file, issues);
  if (read === undefined) return undefined;
  const { data, lineOf } = read;
  const placeOf: PlaceAt = (path) => ({ file, line: lineOf(path) });
  const before = issues.issues.length;
  const own = data.locale === undefined ? defaultLocale : authoredLocale(data.locale);
  if (own === undefined) issues.add(placeOf(['locale']), `"${data.locale}" is not a locale`, localeMend);
  const trigger = triggerOf(data.trigger, placeOf, issues);
  const next = nextOf(data.next, placeOf, issues);
  const id = data.id ?? (file.split('/').pop() ?? '').replace(/\.ya?ml$/i, '');
  const draft = unitOf(id, data, (key) => placeOf([key]), issues);
  const wordings = own === undefined ? new Map() : wordingsOf(data, own, placeOf, issues);
  if (trigger === undefined || next === undefined || issues.issues.length > before) return undefined;
  const when = scopeCondition(draft.scope);
  return {
    id,
    base: { ...baseOf(id, data, trigger), ...(when === true ? {} : { when }) },
    next,
    wordings,
    ...(draft.scope.to === undefined ? {} : { expires: draft.scope.to }),
    place: { file, line: 1 },
    placeOf,
  };
}

function baseOf(id: string, data: NudgeFile, trigger: Trigger): AuthoredNudge['base'] {
  const quiet = data['quiet-hours'];
  const { success, until } = data;
  return {
    id,
    trigger,
    ...(data.page === undefined ? {} : { pages: [data.page].flat() }),
    place: placeIn(data.place),
    priority: data.priority ?? defaultPriority,
    cap: data.cap,
    coolDown: minutesOf(data['cool-down']) ?? 0,
    ...(quiet === undefined
      ? {}
      : { quiet: { from: clockOf(quiet.from), to: clockOf(quiet.to), ...(quiet.zone === undefined ? {} : { zone: quiet.zone }) } }),
    ...(until === undefined ? {} : { until: [until].flat() }),
    holdOut: data['hold-out'] ?? 0,
    ...(success === undefined ? {} : { success: { event: success.event, within: minutesOf(success.within) ?? minutesPerDay } }),
    guard: data.guard?.dismissals ?? defaultGuard,
  };
}

function placeIn(place: NudgeFile['place']): NudgePlace {
  if (place === 'badge' || place === 'bubble' || place === undefined) return { at: place ?? 'bubble' };
  return place.inline === undefined ? { at: 'anchor', element: place.anchor ?? 'body' } : { at: 'inline', element: place.inline };
}

const minutesIn: Readonly<Record<string, number>> = { min: 1, h: 60, day: minutesPerDay, week: 7 * minutesPerDay };

function minutesOf(span: string | undefined): number | undefined {
  const [, count, unit = ''] = /^([\d.]+) ?(\w+?)s?$/.exec(span ?? '') ?? [];
  return count === undefined ? undefined : Math.round(Number(count) * (minutesIn[unit] ?? 1));
}

function clockOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

type Parameter = Exclude<keyof NudgeFile['trigger'], 'on'>;

/** What each trigger takes: `undefined` has to be written, `null` may be left out, and a number is what counts then. */
const parameters: Readonly<Record<TriggerKind, Partial<Record<Parameter, number | null | undefined>>>> = {
  'time-on-page': { seconds: undefined },
  'time-on-element': { element: undefined, seconds: undefined },
  scroll: { percent: undefined },
  idle: { seconds: undefined },
  'exit-intent': {},
  return: { times: 3 },
  'back-and-forth': { times: 3 },
  'failed-search': { times: 2 },
  'form-abandoned': { element: undefined, seconds: 20 },
  'field-error': { element: null, times: 2 },
  'rage-click': { element: null },
  'copy-error': { element: null },
  'coupon-refused': { times: 1 },
  'out-of-stock': {},
  event: { event: undefined, times: 1 },
  date: { date: undefined, before: 0, after: 0 },
  absence: { days: undefined },
  'known-problem': { where: undefined },
  'hot-topics': {},
};

function triggerOf(authored: NudgeFile['trigger'], placeAt: PlaceAt, issues: IssueList): Trigger | undefined {
  const known = parameters[authored.on];
  const before = issues.issues.length;
  for (const name of Object.keys(authored) as (keyof NudgeFile['trigger'])[])
    if (name !== 'on' && !(name in known))
      issues.add(placeAt(['trigger', name]), `the trigger "${authored.on}" has no "${name}"`, `Remove it; it has ${listed(known)}.`);
  const filled: Record<string, unknown> = { on: authored.on };
  for (const [name, otherwise] of Object.entries(known)) {
    const value = authored[name as Parameter] ?? otherwise;
    if (value === undefined) issues.add(placeAt(['trigger']), `the trigger "${authored.on}" needs "${name}"`, 'Add it.');
    else if (value !== null) filled[name] = value;
  }
  if (authored.where !== undefined) filled.where = conditionOf(authored.where, placeAt(['trigger', 'where']), issues);
  return issues.issues.length > before ? undefined : (filled as unknown as Trigger);
}

function listed(known: object): string {
  const names = Object.keys(known);
  return names.length === 0 ? 'none' : names.join(', ');
}

function conditionOf(text: string, place: Place, issues: IssueList): Condition | undefined {
  try {
    return compileCondition(text);
  } catch (thrown) {
    issues.add(place, thrown instanceof Error ? thrown.message : String(thrown), 'Write it as in: customer.charger.watts < 65');
    return undefined;
  }
}

function nextOf(authored: NudgeFile['next'], placeAt: PlaceAt, issues: IssueList): AuthoredStep | undefined {
  const steps = Object.keys(authored) as NextStep['to'][];
  const [step] = steps;
  if (step === undefined || steps.length > 1) {
    const message = step === undefined ? 'the nudge has no next step' : `the nudge has ${steps.length} next steps: ${steps.join(', ')}`;
    issues.add(placeAt(['next']), message, 'Write exactly one of unit, guide, journey, question, offer, link, topics.');
    return undefined;
  }
  const { unit, guide, journey, offer, link, topics } = authored;
  if (offer !== undefined) return offerOf(offer, placeAt, issues);
  if (topics !== undefined) return { to: 'topics', units: topics };
  if (link === undefined) return step === 'question' ? { to: 'question' } : { to: step as 'unit', id: unit ?? guide ?? journey ?? '' };
  if (!isAddress(link)) {
    issues.add(placeAt(['next', 'link']), `"${link}" is no address of a page`, 'Write https://… or a path such as /orders.');
    return undefined;
  }
  return { to: 'link', href: link };
}

/** Of the site itself, or in full: browsers take two slashes, or a backslash for one, for the start of another host. */
function isAddress(link: string): boolean {
  return /^(?:https:\/\/[^\s\\/]|\/(?![\\/]))[^\s\\]*$/i.test(link) && URL.canParse(link, 'https://site.example/');
}

function offerOf({ code, amount, unit }: NonNullable<NudgeFile['next']['offer']>, placeAt: PlaceAt, issues: IssueList): AuthoredStep {
  const money = amount === undefined ? undefined : readMoney(amount);
  if (amount !== undefined && money === undefined)
    issues.add(placeAt(['next', 'offer', 'amount']), `"${amount}" is no amount: it takes ${moneyForm}`, 'Write it as in: 5 EUR');
  return { to: 'offer', code, ...(money === undefined ? {} : { amount: money }), ...(unit === undefined ? {} : { unit }) };
}

/** The words of each locale that has a message. A variant that has no words in it is not part of the experiment there. */
function wordingsOf(data: NudgeFile, own: Locale, placeAt: PlaceAt, issues: IssueList): Map<Locale, NudgeWording> {
  const wordings = new Map<Locale, NudgeWording>();
  const tags = typeof data.message === 'string' ? [own] : Object.keys(data.message);
  for (const tag of tags) {
    const locale = authoredLocale(tag);
    if (locale === undefined) {
      issues.add(placeAt(['message', tag]), `"${tag}" is not a locale`, localeMend);
      continue;
    }
    const pick = (words: Words | undefined) => pickWords(words, locale, own);
    const authored = [{ id: 'a', message: data.message, action: data.action }, ...(data.variants ?? [])];
    const variants = authored.flatMap(({ id, message, action }, index): AuthoredVariant[] => {
      const said = pick(message);
      if (said === undefined) return [];
      if (said.length > longestMessage)
        issues.add(
          placeAt(index === 0 ? ['message', tag] : ['variants', index - 1]),
          `the message has ${said.length} characters; ${longestMessage} are allowed`,
          'Say it in one short sentence; the rest belongs into what it opens.',
        );
      const label = pick(action) ?? pick(data.action);
      if (label === undefined && isUntitled(data.next))
        issues.add(
          placeAt([data.action === undefined ? 'next' : 'action']),
          `the button has no words in ${locale}, for what it leads to has no title`,
          tags.length > 1 ? `Say what the button does: action: {${locale}: …}` : 'Say what the button does: action: …',
        );
      return [{ id, message: said, ...(label === undefined ? {} : { action: label }) }];
    });
    const question = pick(data.next.question);
    if (data.next.question !== undefined && question === undefined)
      issues.add(placeAt(['next', 'question']), `the question has no words in ${locale}, in which the message has`, `Add ${locale}.`);
    wordings.set(locale, {
      variants: variants as unknown as NudgeWording['variants'],
      ...(question === undefined ? {} : { question }),
    });
  }
  const ids = ['a', ...(data.variants ?? []).map(({ id }) => id)];
  const repeated = ids.find((id, index) => ids.indexOf(id) !== index || id === 'hold-out');
  if (repeated !== undefined)
    issues.add(placeAt(['variants']), `a variant cannot be called "${repeated}"`, 'Give each another id; the first wording is "a".');
  return wordings;
}

/** A step that leads to nothing whose title could stand on the button. */
function isUntitled({ link, offer }: NudgeFile['next']): boolean {
  return link !== undefined || (offer !== undefined && offer.unit === undefined);
}

function pickWords(words: Words | undefined, locale: Locale, own: Locale): string | undefined {
  if (words === undefined) return undefined;
  const byLocale = typeof words === 'string' ? { [own]: words } : words;
  const entries = Object.entries(byLocale).map(([tag, said]) => [authoredLocale(tag), said] as const);
  const found = entries.find(([tag]) => tag === locale);
  return found === undefined ? undefined : cleanLine(found[1]);
}
