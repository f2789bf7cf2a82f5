import type { Policy } from '../decide/decide.ts';
import type { Locale } from '../language/locale.ts';
import { type ConditionContext, evaluate, holds } from '../policy/condition.ts';
import { decideEach } from '../policy/decide-right.ts';
import { isMoney, type Money } from '../policy/money.ts';
import type { RightDecision } from '../policy/rights.ts';
import { type ActionResult, lookUps } from './actions.ts';
import { argumentsOf, chosenRecords, isPassed, type JsonRecord, recordsAt, resultOf, slotFacts, slotValue } from './facts.ts';
import { findProduct } from './find-product.ts';
import type { Address, AddressPart, Journey, JourneySlot, JourneyStep } from './journey.ts';
import type { JourneyEvent, JourneyState } from './journey-state.ts';
import type { JourneyTongue } from './journey-tongue.ts';
import { narrowRecords } from './narrow.ts';
import type { LikelyProduct } from './product.ts';
import type { Wish } from './rank-products.ts';
import { missingIn } from './slots/read-address.ts';

/** One request of a journey, before it is made. */
export interface JourneyRequest {
  /** Idempotency key: the same for the same arguments in the same journey. */
  readonly id: string;
  readonly step: string;
  readonly action: string;
  readonly args: JsonRecord;
  readonly isConfirmed: boolean;
  /** The rule of the policy that lets it pass; `look-up` for what changes nothing. */
  readonly rule: string;
}

/** One of several things that are decided one by one. */
export interface DecidedItem {
  readonly record: JsonRecord;
  readonly decision: RightDecision;
}

type Reasons = Readonly<Record<Locale, string>>;

/** An action that the policy leaves to a person: what would be done, and what the rules rested on. */
export interface ProposedAction {
  readonly action: string;
  readonly args: JsonRecord;
  /** The facts that the rules asked for, by their path. */
  readonly inputs: ConditionContext;
  /** What it would cost the site, where that is known. */
  readonly amount?: Money;
  /** Which limit it passes, where it is one that leaves it to a person. */
  readonly beyond?: RightDecision['beyond'];
}

/** Where a journey stands, by what happened in it. */
export type Standing =
  /** `made`: the slot itself, where no journey declares it. */
  | {
      readonly kind: 'ask';
      readonly slot: string;
      readonly made?: JourneySlot;
      readonly invalid?: string;
      /** What an address lacks that was begun. */
      readonly missing?: readonly AddressPart[];
    }
  /** Asks for the contact on file, or for the code that was sent there. */
  | { readonly kind: 'who'; readonly request: string; readonly waitSeconds?: number }
  | { readonly kind: 'code'; readonly request: string; readonly wrong: boolean; readonly waitSeconds?: number }
  /** Asks which of some records is meant. */
  | {
      readonly kind: 'pick';
      readonly step: string;
      readonly request: string;
      readonly records: readonly JsonRecord[];
      readonly isAll: boolean;
    }
  | { readonly kind: 'nothing'; readonly step: string; readonly request: string }
  | {
      readonly kind: 'confirm';
      readonly step: string;
      readonly request: JourneyRequest;
      readonly items: readonly DecidedItem[];
      readonly because: Reasons;
    }
  | { readonly kind: 'act'; readonly request: JourneyRequest }
  /** Nobody could be reached, or it is too soon: the request waits. */
  | { readonly kind: 'pending'; readonly request: JourneyRequest; readonly waitSeconds?: number }
  | {
      readonly kind: 'refused';
      readonly step: string;
      readonly rule: string;
      readonly because: Reasons;
      readonly items: readonly DecidedItem[];
    }
  | { readonly kind: 'person'; readonly rule: string; readonly because: Reasons; readonly proposed?: ProposedAction }
  /** Asks which of some products it is to be. */
  | {
      readonly kind: 'compare';
      readonly step: string;
      readonly slot: string;
      readonly wish: Wish;
      readonly likely: readonly LikelyProduct[];
    }
  | { readonly kind: 'end' };

export interface Stood {
  readonly standing: Standing;
  readonly facts: ConditionContext;
  /** Steps with words that were passed on the way and not told yet. */
  readonly untold: readonly string[];
}

/** What a standing rests on besides the journey and its state. */
export interface Surroundings {
  readonly policy: Policy;
  /** The visitor's situation, as conditions know it; `now` among it. */
  readonly context: ConditionContext;
  readonly tongue: JourneyTongue;
}

/** Names of the slots of a verification, which no journey has to declare. */
export const verificationSlots = { contact: '$contact', code: '$code' } as const;

/** Most records that are put to a visitor at once. */
export const mostRecords = 5;

/** Where the journey stands. Pure: it follows from the events, the policy and the visitor's situation. */
export function standingOf(journey: Journey, state: JourneyState, around: Surroundings): Stood {
  let facts = slotFacts(journey, state, around.context);
  const untold: string[] = [];
  const seen = new Set<string>();
  let index = 0;
  while (index >= 0 && index < journey.steps.length) {
    const step = journey.steps[index] as JourneyStep;
    // A step is gone through once: a way that leads back would never end.
    if (seen.has(step.id)) break;
    seen.add(step.id);
    if (step.when === undefined || holds(step.when, facts) === true) {
      const stop = stopAt(step, journey, state, facts, around);
      if (stop !== undefined && 'kind' in stop) return { standing: stop, facts, untold };
      if (stop !== undefined) facts = { ...facts, ...stop.adds };
      if (step.kind === 'tell' && !state.events.some((event) => event.kind === 'told' && event.step === step.id)) untold.push(step.id);
      index = step.next === undefined ? index + 1 : journey.steps.findIndex(({ id }) => id === step.next);
    } else index += 1;
  }
  return { standing: { kind: 'end' }, facts, untold };
}

/** A step that is done, with the facts that it adds. */
interface Passed {
  readonly adds: ConditionContext;
}

/** Where a step stops the journey, or the facts that it adds. */
function stopAt(
  step: JourneyStep,
  journey: Journey,
  state: JourneyState,
  facts: ConditionContext,
  around: Surroundings,
): Standing | Passed | undefined {
  switch (step.kind) {
    case 'ask': {
      const open = step.slots.find((id) =>
        isOpen(
          journey.slots.find((slot) => slot.id === id),
          state,
          facts,
        ),
      );
      return open === undefined ? undefined : { kind: 'ask', slot: open, ...lacking(open, journey, state) };
    }
    case 'find':
      return stopAtFind(step, journey, state, facts, around);
    case 'act':
      return stopAtAct(step, journey, state, facts, around);
    case 'compare':
      return stopAtCompare(step, journey, state, facts, around);
    case 'person':
      return { kind: 'person', rule: '', because: {} };
    case 'end':
      return { kind: 'end' };
    case 'tell':
      return undefined;
  }
}

function isOpen(slot: JourneySlot | undefined, { events }: JourneyState, facts: ConditionContext): boolean {
  if (slot === undefined || (slot.when !== undefined && holds(slot.when, facts) !== true)) return false;
  const value = slotValue(events, slot.id);
  return value === undefined ? !isPassed(events, slot.id) : slot.type === 'address' && missingIn(value as unknown as Address).length > 0;
}

/** What is lacking of an address that was begun. */
function lacking(id: string, { slots }: Journey, { events }: JourneyState): { readonly missing?: readonly AddressPart[] } {
  const value = slots.find((slot) => slot.id === id)?.type === 'address' ? slotValue(events, id) : undefined;
  return value === undefined ? {} : { missing: missingIn(value as unknown as Address) };
}

function stopAtCompare(
  { id, slot }: Extract<JourneyStep, { kind: 'compare' }>,
  journey: Journey,
  state: JourneyState,
  facts: ConditionContext,
  { tongue }: Surroundings,
): Standing | undefined {
  if (slotValue(state.events, slot) !== undefined || isPassed(state.events, slot)) return undefined;
  const found = findProduct(journey, state, facts, tongue);
  if (found?.kind === 'ask') return { kind: 'ask', slot: found.slot.id, made: found.slot };
  return found && { kind: 'compare', step: id, slot, wish: found.wish, likely: found.likely };
}

/** The slot that is asked for, whoever declares it. */
export function slotAsked(standing: Standing, { slots }: Journey): JourneySlot | undefined {
  if (standing.kind === 'compare') return slots.find(({ id }) => id === standing.slot);
  return standing.kind === 'ask' ? (standing.made ?? slots.find(({ id }) => id === standing.slot)) : undefined;
}

function stopAtFind(
  step: Extract<JourneyStep, { kind: 'find' }>,
  journey: Journey,
  state: JourneyState,
  facts: ConditionContext,
  around: Surroundings,
): Standing | Passed {
  const request = requestOf(
    step.id,
    step.action,
    argumentsOf(step.args, facts, () => []),
    false,
    'look-up',
    state,
  );
  const result = resultOf(state.events, request.id);
  if (result?.kind !== 'done' && result?.kind !== 'not-found') return afterOther(request, result, state);
  const found = result.kind === 'done' ? recordsAt(step.records.path, result.data as ConditionContext) : [];
  const idOf = (record: JsonRecord) => String(record[step.records.key] ?? '');
  const about = state.events.filter((event) => 'request' in event && event.request === request.id);
  const picked = about.findLast((event) => event.kind === 'picked');
  const isNamed = step.slot !== undefined && slotValue(state.events, step.slot) !== undefined;
  const meant =
    picked?.kind === 'picked'
      ? found.find((record) => idOf(record) === picked.record)
      : isNamed && found.length === 1
        ? found[0]
        : undefined;
  if (meant !== undefined) return { adds: { order: meant as ConditionContext } };
  const rejected = new Set(about.flatMap((event) => (event.kind === 'rejected' ? [event.record] : [])));
  const open = found.filter((record) => !rejected.has(idOf(record)));
  if (open.length === 0) return { kind: 'nothing', step: step.id, request: request.id };
  const hints = state.events.flatMap((event) => (event.kind === 'hint' && ['', request.id].includes(event.request) ? [event.words] : []));
  const possible = open.filter((record) => mayApply(record, journey, facts, around));
  const left = narrowRecords(
    possible.length > 0 ? possible : open,
    [state.opening, ...hints],
    step.records,
    around.tongue,
    String(around.context.now ?? ''),
  );
  const shown = left.slice(0, mostRecords);
  return { kind: 'pick', step: step.id, request: request.id, records: shown, isAll: shown.length === left.length };
}

/** Whether the rights may let a journey's action pass for a record, as far as that can be told before the rest is known. */
function mayApply(record: JsonRecord, { steps }: Journey, facts: ConditionContext, { policy }: Surroundings): boolean {
  const known: ConditionContext = { ...facts, order: record as ConditionContext };
  const rules = steps.flatMap((step) => (step.kind === 'act' ? (policy.rights?.[step.action] ?? []) : []));
  const decisive = rules.find(({ when, right }) => {
    const held = when === undefined || holds(when, known);
    return held === true || (held !== false && right !== 'refuse');
  });
  return rules.length === 0 || (decisive?.right ?? 'refuse') !== 'refuse';
}

function stopAtAct(
  step: Extract<JourneyStep, { kind: 'act' }>,
  journey: Journey,
  state: JourneyState,
  facts: ConditionContext,
  around: Surroundings,
): Standing | Passed {
  const slotOf = (id: string) => journey.slots.find((slot) => slot.id === id);
  const records = step.items === undefined ? [] : chosenRecords(slotOf(step.items), facts);
  const isLookUp = lookUps.has(step.action);
  const amount = step.amount === undefined ? undefined : evaluate(step.amount, facts);
  const wanted = argumentsOf(step.args, facts, (slot) => chosenRecords(slotOf(slot), facts));
  const { decision, items } = decideEach(
    around.policy.rights ?? {},
    {
      action: step.action,
      facts: { ...facts, args: wanted as ConditionContext },
      ...(isMoney(amount) ? { amount } : {}),
      before: timesBefore(facts),
    },
    itemsOf(step, wanted, records),
  );
  const decided = items.map((each, index): DecidedItem => ({ record: records[index] as JsonRecord, decision: each }));
  const allowed = decided.filter((item) => item.decision.right !== 'refuse');
  // What is refused of several things is left out; the rest goes on by the strictest right of what is left.
  const isPartly = decided.length > 0 && allowed.length > 0 && allowed.length < decided.length;
  const right = isPartly ? strictestOf(allowed) : decision;
  const args = isPartly
    ? argumentsOf(step.args, facts, (slot) =>
        slot === step.items ? allowed.map(({ record }) => record) : chosenRecords(slotOf(slot), facts),
      )
    : wanted;
  const proposed: ProposedAction = {
    action: step.action,
    args,
    inputs: right.inputs,
    ...(isMoney(amount) ? { amount } : {}),
    ...(right.beyond && { beyond: right.beyond }),
  };
  const plain = requestOf(step.id, step.action, args, false, isLookUp ? 'look-up' : right.rule, state);
  const result = resultOf(state.events, plain.id);
  const confirmed = { ...plain, id: requestId(step.id, args, true, state), isConfirmed: true };
  const isConfirmed = state.events.some((event) => event.kind === 'confirmed' && event.request === plain.id);
  const final = isConfirmed ? resultOf(state.events, confirmed.id) : result;
  if (final?.kind === 'done')
    return { adds: { result: { ...(facts.result as ConditionContext | undefined), [step.id]: final.data as ConditionContext } } };
  if (!isLookUp && (right.right === 'person' || right.right === 'refuse'))
    return right.right === 'person'
      ? { kind: 'person', rule: right.rule, because: right.because, proposed }
      : { kind: 'refused', step: step.id, rule: right.rule, because: right.because, items: decided };
  const needsConfirmation = !isLookUp && (right.right === 'confirm' || result?.kind === 'confirm' || isPartly);
  if (needsConfirmation && !isConfirmed) {
    const because = result?.kind === 'confirm' ? { [state.locale]: result.because } : right.because;
    return { kind: 'confirm', step: step.id, request: plain, items: decided, because };
  }
  const request = isConfirmed ? confirmed : plain;
  if (final?.kind === 'refuse')
    return { kind: 'refused', step: step.id, rule: final.rule, because: { [state.locale]: final.because }, items: decided };
  if (final?.kind === 'not-found') return { kind: 'refused', step: step.id, rule: 'not-found', because: {}, items: decided };
  if (final?.kind === 'invalid') {
    const slot = slotOfArgument(step, final.field);
    return slot === undefined
      ? { kind: 'person', rule: 'invalid', because: {} }
      : { kind: 'ask', slot, invalid: final.message, ...partAtFault(final.field) };
  }
  const other = afterOther(request, final, state);
  return other.kind === 'person' && !isLookUp ? { ...other, proposed } : other;
}

/** The chosen records with what is proposed for each of them. */
function itemsOf(
  { args, items }: Extract<JourneyStep, { kind: 'act' }>,
  wanted: JsonRecord,
  records: readonly JsonRecord[],
): ConditionContext[] {
  const name = Object.entries(args).find(([, argument]) => 'each' in argument && argument.each === items)?.[0];
  const list = name === undefined ? [] : ((wanted[name] ?? []) as readonly JsonRecord[]);
  return records.map((record, index) => ({ ...record, ...list[index] }) as ConditionContext);
}

function strictestOf(items: readonly DecidedItem[]): RightDecision {
  const order = ['person', 'confirm', 'auto'] as const;
  const found = order.map((right) => items.find(({ decision }) => decision.right === right)).find((item) => item !== undefined);
  return (found ?? (items[0] as DecidedItem)).decision;
}

/** When the action was done before for this customer, as far as the shop told; the relay counts again. */
function timesBefore(facts: ConditionContext): string[] {
  const { customer } = facts;
  const told =
    typeof customer === 'object' && customer !== null && !Array.isArray(customer) ? (customer as ConditionContext).before : undefined;
  return Array.isArray(told) ? told.map(String) : [];
}

const addressParts: readonly string[] = ['name', 'street', 'postcode', 'city', 'country'] satisfies AddressPart[];

/** The part of an address that a shop finds fault with: the end of `address.city`. */
function partAtFault(field: string): { readonly missing?: readonly AddressPart[] } {
  const part = field.split('.')[1] ?? '';
  return addressParts.includes(part) ? { missing: [part as AddressPart] } : {};
}

function slotOfArgument(step: Extract<JourneyStep, { kind: 'act' }>, field: string): string | undefined {
  const argument = step.args[field.split('.')[0] ?? ''];
  const source = argument !== undefined && 'value' in argument && Array.isArray(argument.value) ? argument.value : [];
  const path = source[0] === 'get' ? String(source[1]) : '';
  return path.startsWith('slot.') ? path.slice(5) : undefined;
}

/** What every request has to reckon with: nothing came back yet, the customer is not verified, nobody is there. */
function afterOther(request: JourneyRequest, result: ActionResult | undefined, state: JourneyState): Standing {
  switch (result?.kind) {
    case undefined:
      return { kind: 'act', request };
    case 'verify':
      return verification(request, state);
    case 'unreachable':
      return { kind: 'pending', request };
    case 'slow-down':
      return { kind: 'pending', request, waitSeconds: result.retryAfterSeconds };
    case 'person':
      return { kind: 'person', rule: result.rule, because: { [state.locale]: result.because } };
    default:
      return { kind: 'person', rule: 'unexpected', because: {} };
  }
}

/**
 * Asks for the contact, has a code sent there, asks for the code; once it fits, the request is made anew. A contact that
 * was told since the last verification counts for whatever request needs one now.
 */
function verification(request: JourneyRequest, state: JourneyState): Standing {
  const { events } = state;
  const asked = events.findLastIndex((event) => event.kind === 'result' && event.request === request.id);
  const verified = events.findLastIndex(
    (event) => event.kind === 'result' && event.action === 'finish-verification' && event.result.kind === 'done',
  );
  // The answer to the request came before the customer was verified, so it is asked anew.
  if (verified > asked) return { kind: 'act', request };
  const after = (from: number, test: (event: JourneyEvent) => boolean) =>
    events.findLastIndex((event, index) => index > from && test(event));
  const isSlot = (name: string) => (event: JourneyEvent) => event.kind === 'slot' && event.slot === name;
  const contactAt = after(verified, isSlot(verificationSlots.contact));
  if (contactAt === -1) return { kind: 'who', request: request.id };
  const contact = (events[contactAt] as Extract<JourneyEvent, { kind: 'slot' }>).value;
  const start = requestOf(`start-${contactAt}`, 'start-verification', { contact }, false, 'look-up', state);
  const started = resultOf(events, start.id);
  if (started === undefined) return { kind: 'act', request: start };
  if (started.kind === 'unreachable') return { kind: 'pending', request: start };
  if (started.kind === 'slow-down') return { kind: 'who', request: request.id, waitSeconds: started.retryAfterSeconds };
  if (started.kind === 'invalid') return { kind: 'who', request: request.id };
  const codeAt = after(contactAt, isSlot(verificationSlots.code));
  if (codeAt === -1) return { kind: 'code', request: request.id, wrong: false };
  const code = (events[codeAt] as Extract<JourneyEvent, { kind: 'slot' }>).value;
  const finish = requestOf(`finish-${codeAt}`, 'finish-verification', { code }, false, 'look-up', state);
  const finished = resultOf(events, finish.id);
  if (finished === undefined) return { kind: 'act', request: finish };
  if (finished.kind === 'unreachable') return { kind: 'pending', request: finish };
  if (finished.kind === 'slow-down') return { kind: 'code', request: request.id, wrong: true, waitSeconds: finished.retryAfterSeconds };
  return { kind: 'code', request: request.id, wrong: true };
}

function requestOf(
  step: string,
  action: string,
  args: JsonRecord,
  isConfirmed: boolean,
  rule: string,
  state: JourneyState,
): JourneyRequest {
  return { id: requestId(step, args, isConfirmed, state), step, action, args, isConfirmed, rule };
}

function requestId(step: string, args: JsonRecord, isConfirmed: boolean, { id }: JourneyState): string {
  return `${id}-${fingerprint(`${step} ${JSON.stringify(args)} ${isConfirmed}`)}`;
}

/** 64 bits as 16 digits (FNV-1a, Fowler, Noll & Vo 1991, once from each end): tells the requests of one journey apart. */
function fingerprint(text: string): string {
  let [a, b] = [0x811c9dc5, 0x811c9dc5];
  for (let index = 0; index < text.length; index += 1) {
    a = Math.imul(a ^ text.charCodeAt(index), 0x01000193);
    b = Math.imul(b ^ text.charCodeAt(text.length - 1 - index), 0x01000193);
  }
  return [a, b].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}
