import type { Argument, Journey, JourneySlot, JourneyStep, RecordSource, SlotChoice } from '../journey/journey.ts';
import type { Locale } from '../language/locale.ts';
import { compileCondition } from '../policy/compile-condition.ts';
import type { Condition } from '../policy/condition.ts';
import type { AuthoredJourney } from './authored-journey.ts';
import { authoredLocale, localeMend } from './authored-locale.ts';
import type { IssueList } from './issue.ts';
import { type JourneyFile, journeySchema } from './journey-schema.ts';
import { readYaml } from './read-yaml.ts';
import { type Place, scopeCondition } from './unit.ts';
import { unitOf } from './unit-draft.ts';
import { localesOf, Wording } from './wording.ts';

type Path = readonly PropertyKey[];
type PlaceAt = (path: Path) => Place;

/** Reads one journey, or adds issues. Undefined where the file does not fit the schema, leads nowhere or has no locale. */
export function readJourney(
  text: string,
  file: string,
  siteLocales: readonly [Locale, ...Locale[]],
  issues: IssueList,
): AuthoredJourney | undefined {
  const read = readYaml(text, journeySchema, file, issues);
  if (read === undefined) return undefined;
  const { data, lineOf } = read;
  const placeAt = (path: Path): Place => ({ file, line: lineOf(path) });
  const own = data.locale === undefined ? siteLocales[0] : authoredLocale(data.locale);
  const locales = own === undefined ? undefined : localesOf(data.title, own);
  if (locales === undefined) {
    issues.add(placeAt([own === undefined ? 'locale' : 'title']), 'there is something that is no locale', localeMend);
    return undefined;
  }
  const id = data.id ?? (file.split('/').pop() ?? '').replace(/\.ya?ml$/i, '');
  const before = issues.issues.length;
  checkStructure(data, placeAt, issues);
  const gaps: AuthoredJourney['gaps'][number][] = [];
  const compiler = new Compiler(placeAt, issues);
  const variants = new Map(
    locales.map((locale, index) => {
      const wording = new Wording(locale, locales[0] as Locale, placeAt, issues, index === 0, gaps);
      return [locale, journeyIn(id, data, wording, index === 0 ? compiler : new Compiler(placeAt, undefined), issues)];
    }),
  );
  if (issues.issues.length > before) return undefined;
  const paths = new Map<string, Path>([
    ...data.slots.map((slot, index) => [slot.id, ['slots', index]] as const),
    ...data.steps.map((step, index) => [step.id, ['steps', index]] as const),
  ]);
  return { id, variants, place: { file, line: 1 }, placeOf: (part) => placeAt(paths.get(part) ?? []), gaps };
}

/** Compiles conditions, and notes each that does not compile once. */
class Compiler {
  constructor(
    private readonly placeAt: PlaceAt,
    private readonly issues: IssueList | undefined,
  ) {}

  condition(text: string, path: Path): Condition {
    try {
      return compileCondition(text);
    } catch (thrown) {
      const message = thrown instanceof Error ? thrown.message : String(thrown);
      this.issues?.add(this.placeAt(path), message, 'Write it as in: order.status == "sent" && slot.problem != "late"');
      return null;
    }
  }

  argument(value: unknown, path: Path): Argument {
    if (typeof value === 'string') return { value: this.condition(value, path) };
    if (typeof value === 'number' || typeof value === 'boolean') return { value };
    if (Array.isArray(value)) return { list: value.map((each, index) => this.argument(each, [...path, index])) };
    if (typeof value !== 'object' || value === null) {
      this.issues?.add(this.placeAt(path), `"${String(path.at(-1))}" is empty`, 'Write a condition, such as slot.order.');
      return { value: null };
    }
    const { each, item, ...rest } = value as { each?: unknown; item?: unknown };
    if (typeof each === 'string' && Object.keys(rest).length === 0) return { each, item: this.argument(item, [...path, 'item']) };
    return { object: this.arguments(value as Record<string, unknown>, path) };
  }

  arguments(args: Readonly<Record<string, unknown>>, path: Path): { [name: string]: Argument } {
    return Object.fromEntries(Object.entries(args).map(([name, value]) => [name, this.argument(value, [...path, name])]));
  }
}

function journeyIn(id: string, data: JourneyFile, wording: Wording, compiler: Compiler, issues: IssueList): Journey {
  const when = scopeCondition(unitOf(id, data, () => wording.placeOf(['when']), issues).scope);
  return {
    id,
    title: wording.line(data.title, ['title']),
    phrasings: [...new Set(data.phrasings === undefined ? [] : wording.lines(data.phrasings, ['phrasings']))],
    slots: data.slots.map((slot, index) => slotIn(slot, wording, compiler, ['slots', index])),
    steps: data.steps.map((step, index) => stepIn(step, wording, compiler, ['steps', index])),
    ...(when === true ? {} : { when }),
    keepDays: data.keep,
  };
}

function recordsOf({ list, key, label }: { list: string; key: string; label: string }): RecordSource {
  return { path: list, key, label };
}

function slotIn(slot: JourneyFile['slots'][number], wording: Wording, compiler: Compiler, path: Path): JourneySlot {
  const line = (name: 'ask' | 'why' | 'label') => {
    const words = slot[name];
    return words === undefined ? {} : { [name]: wording.line(words, [...path, name]) };
  };
  const choices = slot.choices?.map((choice, index): SlotChoice => {
    const at = [...path, 'choices', index];
    const phrasings = choice.phrasings === undefined ? [] : wording.lines(choice.phrasings, [...at, 'phrasings']);
    return { id: choice.id, label: wording.line(choice.answer, [...at, 'answer']), ...(phrasings.length === 0 ? {} : { phrasings }) };
  });
  return {
    id: slot.id,
    type: slot.type,
    ...line('ask'),
    ...line('why'),
    ...line('label'),
    ...(slot.optional === true ? { isOptional: true } : {}),
    ...(slot.pattern === undefined ? {} : { pattern: slot.pattern }),
    ...(slot.from === undefined ? {} : { from: slot.from }),
    ...(slot.to === undefined ? {} : { to: slot.to }),
    ...(slot.currency === undefined ? {} : { currency: slot.currency }),
    ...(choices === undefined ? {} : { choices }),
    ...(slot.records === undefined ? {} : { records: recordsOf(slot.records) }),
    ...(slot.known === undefined ? {} : { known: slot.known }),
    ...(slot.when === undefined ? {} : { when: compiler.condition(slot.when, [...path, 'when']) }),
  };
}

function stepIn(step: JourneyFile['steps'][number], wording: Wording, compiler: Compiler, path: Path): JourneyStep {
  const base = {
    id: step.id,
    ...(step.when === undefined ? {} : { when: compiler.condition(step.when, [...path, 'when']) }),
    ...(step.next === undefined ? {} : { next: step.next }),
  };
  if (step.ask !== undefined) return { ...base, kind: 'ask', slots: [step.ask].flat() };
  if (step.tell !== undefined) return { ...base, kind: 'tell', words: wording.line(step.tell, [...path, 'tell']) };
  const args = compiler.arguments(step.args, [...path, 'args']);
  if (step.find !== undefined)
    return {
      ...base,
      kind: 'find',
      action: step.find,
      args,
      records: recordsOf(step.records ?? { list: 'orders', key: 'order', label: '{order}' }),
      ...(step.slot === undefined ? {} : { slot: step.slot }),
    };
  if (step.act !== undefined)
    return {
      ...base,
      kind: 'act',
      action: step.act,
      args,
      ...(step.amount === undefined ? {} : { amount: compiler.condition(step.amount, [...path, 'amount']) }),
      ...(step.items === undefined ? {} : { items: step.items }),
      ...(step.otherwise === undefined ? {} : { otherwise: wording.line(step.otherwise, [...path, 'otherwise']) }),
    };
  if (step.do === 'compare') return { ...base, kind: 'compare', slot: step.slot ?? '' };
  return { ...base, kind: step.do ?? 'end' };
}

/** Ids that stand twice, steps that do nothing or several things, and names that lead nowhere. */
function checkStructure(data: JourneyFile, placeAt: PlaceAt, issues: IssueList): void {
  const unique = (list: readonly { id: string }[], name: string) => {
    list.forEach(({ id }, index) => {
      if (list.findIndex((each) => each.id === id) !== index)
        issues.add(placeAt([name, index, 'id']), `"${id}" stands here a second time`, 'Give one of the two another id.');
    });
    return new Set(list.map(({ id }) => id));
  };
  const slots = unique(data.slots, 'slots');
  const steps = unique(data.steps, 'steps');
  const slotAt = (id: string | undefined, path: Path) => {
    if (id !== undefined && !slots.has(id)) issues.add(placeAt(path), `there is no slot "${id}"`, 'Correct the id, or add the slot.');
  };
  data.slots.forEach((slot, index) => {
    const isChoice = slot.type === 'one-of' || slot.type === 'many-of';
    if (isChoice && (slot.choices === undefined) === (slot.records === undefined))
      issues.add(placeAt(['slots', index]), `slot "${slot.id}" has to have choices`, 'Write "choices", or "records".');
    if (slot.pattern !== undefined && !/[#@]/.test(slot.pattern))
      issues.add(placeAt(['slots', index, 'pattern']), 'the pattern has neither # (a digit) nor @ (a letter)', 'Write it as in TW-#####.');
    if (slot.id.startsWith('$')) issues.add(placeAt(['slots', index, 'id']), 'no slot begins with $', 'Write the id without it.');
  });
  data.steps.forEach((step, index) => {
    const path = ['steps', index];
    const kinds = (['ask', 'find', 'act', 'tell', 'do'] as const).filter((kind) => step[kind] !== undefined);
    if (kinds.length !== 1)
      issues.add(placeAt(path), `step "${step.id}" has to do one thing`, 'Write just one of ask, find, act, tell and do.');
    if (step.next !== undefined && !steps.has(step.next))
      issues.add(placeAt([...path, 'next']), `there is no step "${step.next}"`, 'Correct the id, or add the step.');
    for (const id of [step.ask ?? []].flat()) slotAt(id, [...path, 'ask']);
    slotAt(step.slot, [...path, 'slot']);
    if (step.do === 'compare' && data.slots.find(({ id }) => id === step.slot)?.type !== 'product')
      issues.add(placeAt(path), `step "${step.id}" has no slot for the product chosen`, 'Write "slot" with a slot of the type product.');
    slotAt(step.items, [...path, 'items']);
  });
}
