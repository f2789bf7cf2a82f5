import { type ConditionContext, type ContextValue, evaluate, valueAt } from '../policy/condition.ts';
import type { Json } from './actions.ts';
import type { Argument, Journey, JourneySlot, JourneyStep, SlotValue } from './journey.ts';
import type { JourneyEvent, JourneyState } from './journey-state.ts';
import type { Product } from './product.ts';
import { fillWords } from './show-value.ts';
import type { Choosable } from './slots/read-choices.ts';

/** A JSON object, as shops give them back. */
export type JsonRecord = { readonly [name: string]: Json };

/** What a slot was filled with last; undefined where it was not, or was taken back. */
export function slotValue(events: readonly JourneyEvent[], slot: string): SlotValue | undefined {
  const last = lastOf(events, slot);
  return last?.kind === 'slot' ? last.value : undefined;
}

export function isPassed(events: readonly JourneyEvent[], slot: string): boolean {
  return lastOf(events, slot)?.kind === 'passed';
}

function lastOf(events: readonly JourneyEvent[], slot: string) {
  return events.findLast(
    (event) => (event.kind === 'slot' || event.kind === 'passed' || event.kind === 'taken-back') && event.slot === slot,
  );
}

/** What came back last for a request. */
export function resultOf(events: readonly JourneyEvent[], request: string) {
  const last = events.findLast((event) => event.kind === 'result' && event.request === request);
  return last?.kind === 'result' ? last.result : undefined;
}

/** What conditions, arguments and words of a journey may ask about. */
export function slotFacts(journey: Journey, { events }: JourneyState, context: ConditionContext): ConditionContext {
  const slot: Record<string, ContextValue> = {};
  for (const { id } of journey.slots) {
    const value = slotValue(events, id);
    if (value !== undefined) slot[id] = value as ContextValue;
  }
  const without = journey.slots.flatMap(({ id }) => (isPassed(events, id) ? [id] : []));
  const picked = pickedProduct(journey, slot, context);
  return { ...context, slot, without, ...(picked === undefined ? {} : { picked: picked as unknown as ConditionContext }) };
}

/** The products at hand: facts under `products`. */
export function productsIn({ products }: ConditionContext): readonly Product[] {
  return Array.isArray(products) ? (products as unknown as readonly Product[]) : [];
}

/** The product that a slot names; false where nothing is known of it, undefined where none is named. */
function pickedProduct(
  { slots }: Journey,
  values: Readonly<Record<string, ContextValue>>,
  context: ConditionContext,
): Product | false | undefined {
  const named = slots.flatMap(({ id, type }) => (type === 'product' ? (values[id] ?? []) : []));
  return named.length === 0 ? undefined : (productsIn(context).find(({ id }) => named.includes(id)) ?? false);
}

/** The records of a list that stand at a path, objects only. */
export function recordsAt(path: string, facts: ConditionContext): JsonRecord[] {
  const list = valueAt(path, facts);
  return Array.isArray(list) ? list.filter((each) => typeof each === 'object' && each !== null && !Array.isArray(each)) : [];
}

/** What can be chosen in a slot: the author's choices, or records that an action gave back. */
export function choosables(slot: JourneySlot, facts: ConditionContext, locale: string): Choosable[] {
  const { records, choices = [] } = slot;
  if (slot.type === 'product' && records === undefined && choices.length === 0)
    return productsIn(facts).map(({ id, title, category }) => ({ id, label: title, words: [id, ...category.slice(-1)] }));
  if (records === undefined) return choices.map(({ id, label, phrasings = [] }) => ({ id, label, words: phrasings }));
  const products = productsIn(facts);
  return recordsAt(records.path, facts).map((record) => withKind(recordChoice(record, records, locale), record, products));
}

/** With what the shop calls the product that a record is one of, and its kind; its parts and refills share its id only. */
function withKind(choice: Choosable, { product: id, sku }: JsonRecord, products: readonly Product[]): Choosable {
  const product = products.find((each) => each.id === id);
  if (product === undefined || !product.offers.some((offer) => offer.sku === sku)) return choice;
  const { title, category } = product;
  return { ...choice, words: [...choice.words, title, ...category.slice(-1)], names: [...(choice.names ?? []), title] };
}

export function recordChoice(
  record: JsonRecord,
  { key, label }: { readonly key: string; readonly label: string },
  locale: string,
): Choosable {
  const { title, colour } = record;
  return {
    id: String(record[key] ?? ''),
    label: fillWords(label, record as ConditionContext, locale),
    words: textsIn(record),
    ...(typeof title === 'string' && { names: [typeof colour === 'string' ? title.replace(colour, '') : title] }),
  };
}

/** All texts of a record, for finding it by its words. */
function textsIn(value: Json, depth = 0): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null || depth > 3) return [];
  return Object.entries(value).flatMap(([name, each]) => (name === 'address' ? [] : textsIn(each as Json, depth + 1)));
}

/** The records that were chosen in a slot. */
export function chosenRecords(slot: JourneySlot | undefined, facts: ConditionContext): JsonRecord[] {
  const { records } = slot ?? {};
  if (slot === undefined || records === undefined) return [];
  const chosen = [valueAt(`slot.${slot.id}`, facts) ?? []].flat();
  return recordsAt(records.path, facts).filter((record) => chosen.includes(String(record[records.key])));
}

/** The arguments of a step; what is not known is left out. */
export function argumentsOf(
  args: Extract<JourneyStep, { kind: 'act' | 'find' }>['args'],
  facts: ConditionContext,
  items: (slot: string) => readonly JsonRecord[],
): JsonRecord {
  return (argumentValue({ object: args }, facts, items) ?? {}) as JsonRecord;
}

function argumentValue(argument: Argument, facts: ConditionContext, items: (slot: string) => readonly JsonRecord[]): Json | undefined {
  if ('value' in argument) return plainValue(evaluate(argument.value, facts));
  if ('each' in argument)
    return items(argument.each).flatMap((item) => argumentValue(argument.item, { ...facts, item: item as ConditionContext }, items) ?? []);
  if ('list' in argument) return argument.list.flatMap((each) => argumentValue(each, facts, items) ?? []);
  const entries = Object.entries(argument.object).flatMap(([name, each]) => {
    const value = argumentValue(each, facts, items);
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(entries);
}

/** Without what is not known. */
function plainValue(value: ContextValue): Json | undefined {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.flatMap((each) => plainValue(each) ?? []);
  return Object.fromEntries(
    Object.entries(value as ConditionContext).flatMap(([name, each]) => (each === undefined ? [] : [[name, plainValue(each) ?? null]])),
  );
}
