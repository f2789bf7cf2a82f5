import { agrees, foldReply } from '../guide/reply-text.ts';
import type { ActionRequest, Json } from '../journey/actions.ts';
import { choosables, productsIn, recordChoice, slotValue } from '../journey/facts.ts';
import { readSplit, telling } from '../journey/find-product.ts';
import { type Command, commandIn, correctionIn, overheard } from '../journey/hear.ts';
import type { Address, Journey, JourneySlot, SlotValue } from '../journey/journey.ts';
import type { JourneyMark, JourneySaid } from '../journey/journey-mark.ts';
import type { JourneyDone, JourneyEvent, JourneyState } from '../journey/journey-state.ts';
import { type JourneyTongue, wordsPattern } from '../journey/journey-tongue.ts';
import { type OwnRequest, ownRequest, withRequest } from '../journey/own-requests.ts';
import { tellsOfProducts } from '../journey/rank-products.ts';
import { hasMarkup, missingIn } from '../journey/slots/read-address.ts';
import { readAmount } from '../journey/slots/read-amount.ts';
import { coloursIn, readChoices } from '../journey/slots/read-choices.ts';
import { type FoundOrderNumber, findOrderNumber, readCode, readEmail, readPhone } from '../journey/slots/read-contact.ts';
import { readPeriod } from '../journey/slots/read-period.ts';
import { checkSlot, readSlot, type SlotSetting, yesOrNo } from '../journey/slots/read-slot.ts';
import { type Standing, type Stood, type Surroundings, slotAsked, standingOf, verificationSlots } from '../journey/standing.ts';
import { type ConditionContext, valueAt } from '../policy/condition.ts';
import type { Candidate, Evidence } from '../retrieve/evidence.ts';
import type { Decided, Grounds, Policy } from './decide.ts';
import type { Choice, Reason } from './decision.ts';
import type { Input, interpret, TurnContext } from './input.ts';
import { journeyChoices } from './journey-choices.ts';
import { type ConversationState, emptyState } from './state.ts';

/** All that a turn within a journey rests on. */
export interface JourneyTurn {
  readonly journey: Journey;
  readonly evidence: Evidence;
  readonly grounds: Grounds;
  readonly state: ConversationState;
  readonly policy: Policy;
  readonly context: TurnContext;
  /** The visitor's. */
  readonly tongue: JourneyTongue;
  /** Handed in, since browsers have it before they load what takes visitors through journeys. */
  readonly interpret: typeof interpret;
}

/** Misses in a row after which a person is offered. */
const mostMisses = 2;
/** A journey that does not come to rest after this many events helps nobody. */
const mostEvents = 400;

/** Starts the journey that a candidate stands for, with what the first words and the page already tell. */
export function beginJourney({ unit, locale }: Candidate, opening: string, turn: JourneyTurn): Decided {
  const { journey, context } = turn;
  const seed = context.seed ?? context.now.replace(/\W/g, '');
  const blank: JourneyState = {
    journey: journey.id,
    id: `j-${seed}`.slice(0, 40),
    locale,
    opening,
    began: context.now,
    touched: context.now,
    events: [],
    turns: [],
    misses: 0,
  };
  const reason: Reason = { because: 'journey-fits', journey: unit.title, confidence: turn.grounds.confidence };
  const heard = [...knownBefore(turn), ...heardIn(opening, blank, turn)];
  const without = wordsPattern(turn.tongue.words.forgot, turn.tongue).test(foldReply(opening)) ? doneWithout(turn.journey, heard) : [];
  return settle({ ...blank, events: [...heard, ...without] }, 'plain', reason, turn);
}

/** Order numbers that the visitor says not to have. */
function doneWithout({ slots }: Journey, heard: readonly JourneyEvent[]): JourneyEvent[] {
  return slots.flatMap(({ id, type, isOptional }): JourneyEvent[] =>
    type === 'order-number' && isOptional === true && slotValue(heard, id) === undefined ? [{ kind: 'passed', slot: id }] : [],
  );
}

/** What the page and the signed-in customer tell. */
function knownBefore({ journey, context }: JourneyTurn): JourneyEvent[] {
  return journey.slots.flatMap((slot): JourneyEvent[] => {
    const known = slot.known ?? [];
    const product = [context.product ?? []].flat();
    if (known.includes('page') && slot.type === 'product' && product.length === 1)
      return [{ kind: 'slot', slot: slot.id, value: product[0] as string, by: 'page' }];
    const told = known.includes('customer')
      ? valueAt(`customer.${slot.type === 'contact' ? 'email' : slot.type}`, factsOf(context))
      : undefined;
    return typeof told === 'string' ? [{ kind: 'slot', slot: slot.id, value: told, by: 'customer' }] : [];
  });
}

function heardIn(text: string, state: JourneyState, turn: JourneyTurn): JourneyEvent[] {
  const isOpen = (slot: JourneySlot) => slotValue(state.events, slot.id) === undefined;
  const around = surroundings(turn);
  const { facts } = standingOf(turn.journey, state, around);
  return overheard(text, turn.journey, facts, hearing(turn), isOpen).map(({ slot, value }) => ({
    kind: 'slot',
    slot,
    value,
    by: 'earlier-words',
  }));
}

/**
 * One turn within a journey, or undefined where the message is about something else: a side question. That is decided as
 * ever, and the journey waits.
 */
export function decideInJourney(input: Input, present: JourneyState, turn: JourneyTurn): Decided | undefined {
  const reason: Reason = { because: 'journey-step', journey: turn.journey.title };
  if (isOver(present, turn)) return end(present, 'cancelled', { kind: 'end' }, reason, turn, 'timed-out');
  const stood = standingOf(turn.journey, present, surroundings(turn));
  if (input.kind === 'action-result') {
    const event: JourneyEvent = { kind: 'result', request: input.request, action: input.action, result: input.result };
    // What was done cannot be undone by going back.
    const turns =
      input.result.kind === 'done' && stood.standing.kind === 'act' && stood.standing.request.rule !== 'look-up' ? [] : present.turns;
    return settle({ ...present, events: [...present.events, event], turns }, 'plain', reason, turn);
  }
  const touched = { ...present, touched: turn.context.now };
  const heard = hearInput(asOffered(input, touched, stood, turn), touched, stood, turn);
  if (heard === undefined) return undefined;
  if ('ended' in heard) return end(touched, heard.ended, stood.standing, reason, turn);
  return settle(heard.state, heard.said, reason, turn);
}

/** Goes on with a journey that was left for another need, where it stood. */
export function resumeJourney(present: JourneyState, turn: JourneyTurn): Decided {
  const reason: Reason = { because: 'journey-step', journey: turn.journey.title };
  if (isOver(present, turn)) return end(present, 'cancelled', { kind: 'end' }, reason, turn, 'timed-out');
  return settle({ ...present, touched: turn.context.now, misses: 0 }, 'resumed', reason, turn);
}

/** Where a journey stands while something else is answered. */
export function waitingMark(state: JourneyState, turn: JourneyTurn): JourneyMark {
  const { standing } = standingOf(turn.journey, state, surroundings(turn));
  return { journey: state.journey, locale: state.locale, state, standing, told: [], said: 'plain' };
}

/** Whether so much time went by that the visitor will not go on where they were. */
function isOver({ touched }: JourneyState, { journey, context }: JourneyTurn): boolean {
  return Date.parse(context.now) - Date.parse(touched) > journey.keepDays * 86_400_000;
}

type Choosing = Extract<Input, { kind: 'choice' }>;

/** What was offered can be typed, too, in its words or by its number; it counts before whatever else the words could say. */
function asOffered<Heard extends Input>(
  input: Heard,
  state: JourneyState,
  { standing, facts }: Stood,
  turn: JourneyTurn,
): Heard | Choosing {
  if (input.kind !== 'question') return input;
  const offered = choicesAt(standing, facts, state.misses > mostMisses ? 'offer-person' : 'again', turn);
  const type = slotAsked(standing, turn.journey)?.type;
  // Where a number is asked for, a number is no choice.
  if ((type === 'quantity' || type === 'amount') && /^\W*\p{N}+\W*$/u.test(input.text)) return input;
  const { person, yes, retry } = journeyChoices;
  const has = (choice: string) => offered.some(({ id }) => id === choice);
  if (has(person) && !has(yes) && !has(retry) && agrees(input.text, turn.tongue.replies)) return { kind: 'choice', id: person };
  const meant = turn.interpret(input, offered);
  return meant.kind === 'choice' ? meant : input;
}

type Heard = { readonly state: JourneyState; readonly said: JourneySaid } | { readonly ended: JourneyDone };

function hearInput(
  input: Exclude<Input, { kind: 'action-result' }>,
  state: JourneyState,
  stood: Stood,
  turn: JourneyTurn,
): Heard | undefined {
  switch (input.kind) {
    case 'question':
      return hearWords(input.text, state, stood, turn);
    case 'choice':
      return hearChoice(input.id, state, stood, turn);
    case 'fill':
      return hearForm(input.slot, input.value, state, stood, turn);
    case 'guide':
      return obey(input.command, state, stood, turn);
    default:
      return undefined;
  }
}

/** The state with something that the visitor said, which going back undoes. */
function saidNow(state: JourneyState, events: readonly JourneyEvent[], said: JourneySaid = 'plain'): Heard {
  return { state: { ...state, events: [...state.events, ...events], turns: [...state.turns, state.events.length], misses: 0 }, said };
}

function missed(state: JourneyState): Heard {
  const misses = state.misses + 1;
  return { state: { ...state, misses }, said: misses > mostMisses ? 'offer-person' : 'again' };
}

function obey(command: Command, state: JourneyState, { standing }: Stood, turn: JourneyTurn): Heard {
  switch (command) {
    case 'stop':
      return { ended: 'cancelled' };
    case 'restart': {
      // What the shop did stays done.
      const lastDone = state.turns[0] ?? state.events.length;
      return { state: { ...state, events: state.events.slice(0, lastDone), turns: [], misses: 0 }, said: 'restarted' };
    }
    case 'back': {
      const length = state.turns.at(-1);
      if (length === undefined) return { state, said: 'first' };
      return { state: { ...state, events: state.events.slice(0, length), turns: state.turns.slice(0, -1), misses: 0 }, said: 'went-back' };
    }
    case 'again':
      return standing.kind === 'pending' ? { state: withoutFailure(state, standing.request.id), said: 'plain' } : { state, said: 'plain' };
    case 'skip':
    case 'unsure':
      return withoutSlot(state, standing, turn);
    default:
      return { state, said: 'why' };
  }
}

/** The request can be made again, with the same id. */
function withoutFailure(state: JourneyState, request: string): JourneyState {
  return { ...state, events: state.events.filter((event) => !(event.kind === 'result' && event.request === request)), misses: 0 };
}

function withoutSlot(state: JourneyState, standing: Standing, { journey }: JourneyTurn): Heard {
  const step = standing.kind === 'nothing' ? journey.steps.find(({ id }) => id === standing.step) : undefined;
  const named = step?.kind === 'find' ? step.slot : undefined;
  const slot = slotAsked(standing, journey) ?? journey.slots.find(({ id }) => id === named);
  if (slot?.isOptional === true && slotValue(state.events, slot.id) === undefined)
    return saidNow(state, [{ kind: 'passed', slot: slot.id }], 'passed');
  if (slot?.isOptional === true && named !== undefined) return saidNow(state, [{ kind: 'passed', slot: slot.id }], 'passed');
  return { state: { ...state, misses: state.misses + 1 }, said: state.misses >= mostMisses ? 'offer-person' : 'needed' };
}

function hearWords(text: string, state: JourneyState, stood: Stood, turn: JourneyTurn): Heard | undefined {
  const { standing } = stood;
  const { tongue } = turn;
  const command = commandIn(text, tongue);
  const isFree = isFreeText(slotAsked(standing, turn.journey));
  if (command !== undefined && (command !== 'unsure' || !isFree || isShort(text))) {
    // "I forgot the number, it was the blue one" says both: what it was narrows what is found.
    if (command !== 'unsure' || !('request' in standing) || standing.kind !== 'pick') {
      const obeyed = obey(command, state, stood, turn);
      return command === 'unsure' && 'state' in obeyed && obeyed.said === 'passed' ? withHint(obeyed, text) : obeyed;
    }
  }
  const read = readStanding(text, state, stood, turn);
  if (read !== undefined) return read;
  const correction = correctionIn(text, tongue);
  const corrected = correction === undefined ? undefined : correct(correction, state, stood, turn);
  return corrected ?? missedAt(slotAsked(standing, turn.journey), text, state);
}

/** Not understood, with the reason where it is plain. */
function missedAt(slot: JourneySlot | undefined, said: string, state: JourneyState): Heard {
  const heard = missed(state);
  const isMarkup = slot?.type === 'address' && hasMarkup(said);
  return isMarkup && 'said' in heard && heard.said === 'again' ? { ...heard, said: 'markup' } : heard;
}

/** Words beside "I do not know" narrow down whatever is looked for. */
function withHint(heard: Heard, text: string): Heard {
  const hint: JourneyEvent = { kind: 'hint', request: '', words: text.slice(0, longestHint) };
  return 'state' in heard ? { ...heard, state: { ...heard.state, events: [...heard.state.events, hint] } } : heard;
}

function isShort(text: string): boolean {
  return text.trim().length <= 30;
}

function slotOf(id: string, { journey }: JourneyTurn): JourneySlot | undefined {
  return journey.slots.find((slot) => slot.id === id);
}

/** A reply to what the journey now asks. */
function readStanding(text: string, state: JourneyState, stood: Stood, turn: JourneyTurn): Heard | undefined {
  const { standing } = stood;
  const { tongue } = turn;
  const fill = (slot: string, value: SlotValue): Heard => saidNow(state, [{ kind: 'slot', slot, value, by: 'reply' }]);
  switch (standing.kind) {
    case 'compare':
      return chooseProduct(text, standing, state, stood, turn);
    case 'ask': {
      const slot = slotAsked(standing, turn.journey);
      if (slot === undefined || (isFreeText(slot) && isSideQuestion(text, turn))) return undefined;
      const setting = settingOf(slot, stood, turn);
      if (standing.made !== undefined) return hearSplit(text, slot, setting.choices, state, stood, turn);
      const value = readSlot(text, slot, setting);
      if (value === undefined) return describedInstead(text, slot, state, turn);
      const filled: JourneyEvent = { kind: 'slot', slot: slot.id, value, by: 'reply' };
      const more = isFreeText(slot) ? [] : heardIn(text, { ...state, events: [...state.events, filled] }, turn);
      return saidNow(state, [filled, ...more]);
    }
    case 'who': {
      const order = orderNumberIn(text, turn);
      const contact = readEmail(text) ?? phoneBeside(text, order);
      return contact === undefined ? keepOrder(order, state, turn) : fill(verificationSlots.contact, contact);
    }
    case 'code': {
      const contact = readEmail(text);
      if (contact !== undefined) return fill(verificationSlots.contact, contact);
      const order = orderNumberIn(text, turn);
      if (order !== undefined && order.bare?.length !== codeDigits(state)) return keepOrder(order, state, turn);
      const code = readCode(text);
      return code === undefined ? undefined : fill(verificationSlots.code, code);
    }
    case 'pick':
      return pickByWords(text, state, standing, stood, turn);
    case 'nothing': {
      const step = turn.journey.steps.find(({ id }) => id === standing.step);
      const slot = step?.kind === 'find' && step.slot !== undefined ? slotOf(step.slot, turn) : undefined;
      const value = slot === undefined ? undefined : readSlot(text, slot, settingOf(slot, stood, turn));
      return value === undefined || slot === undefined ? undefined : fill(slot.id, value);
    }
    case 'confirm': {
      const answer = yesOrNo(text, tongue);
      if (answer === true) return saidNow(state, [{ kind: 'confirmed', request: standing.request.id }]);
      const correction = correctionIn(text, tongue);
      if (answer === false && correction === undefined) return { ended: 'cancelled' };
      return correction === undefined ? replaceAddress(text, state, stood, turn) : undefined;
    }
    case 'pending':
      return yesOrNo(text, tongue) === true ? { state: withoutFailure(state, standing.request.id), said: 'plain' } : undefined;
    default:
      return undefined;
  }
}

/** A reply to a question that sets products apart; words that tell more of what is needed count as such. */
function hearSplit(
  text: string,
  slot: JourneySlot,
  choices: SlotSetting['choices'],
  state: JourneyState,
  stood: Stood,
  turn: JourneyTurn,
): Heard | undefined {
  if (wordsPattern(turn.tongue.words.any, turn.tongue, 'whole').test(foldReply(text)))
    return saidNow(state, [{ kind: 'passed', slot: slot.id }]);
  const value = readSplit(text, slot, choices, turn.tongue);
  return value === undefined ? hearNeed(text, state, stood, turn) : saidNow(state, [{ kind: 'slot', slot: slot.id, value, by: 'reply' }]);
}

function hearNeed(text: string, state: JourneyState, { facts }: Stood, { journey, tongue }: JourneyTurn): Heard | undefined {
  const tells = tellsOfProducts(telling(text, journey, tongue), productsIn(facts), tongue) || readAmount(text) !== undefined;
  return tells ? saidNow(state, [{ kind: 'hint', request: '', words: text.slice(0, longestHint) }]) : undefined;
}

/** The product that a reply names among those shown; words that tell more of what is needed lead to others. */
function chooseProduct(
  text: string,
  { slot, likely }: Extract<Standing, { kind: 'compare' }>,
  state: JourneyState,
  stood: Stood,
  turn: JourneyTurn,
): Heard | undefined {
  const shown = likely.map(({ product: { id, title, category } }) => ({ id, label: title, words: category.slice(-1) }));
  const chosen = readChoices(text, shown, turn.tongue);
  if (chosen?.length === 1) return saidNow(state, [{ kind: 'slot', slot, value: chosen[0] as string, by: 'reply' }]);
  if (chosen?.length === 0) return saidNow(state, [{ kind: 'passed', slot }]);
  return hearNeed(text, state, stood, turn);
}

/** "It was the blue one, last month" instead of an order number. */
function describedInstead(text: string, slot: JourneySlot, state: JourneyState, { tongue, context }: JourneyTurn): Heard | undefined {
  if (slot.type !== 'order-number' || slot.isOptional !== true) return undefined;
  const tells =
    coloursIn(foldReply(text), tongue).length > 0 || readPeriod(text, context.now, tongue) !== undefined || readAmount(text) !== undefined;
  return tells ? withHint(saidNow(state, [{ kind: 'passed', slot: slot.id }]), text) : undefined;
}

function orderNumberIn(text: string, { journey }: JourneyTurn): FoundOrderNumber | undefined {
  const pattern = journey.slots.find(({ type }) => type === 'order-number')?.pattern;
  return pattern === undefined ? undefined : findOrderNumber(text, pattern);
}

/** Shortest phone number that says in its digits alone that it is one; shorter ones leave out the area, as in 555 0123. */
const leastPlainPhone = 8;

/** The phone number in a text that may hold an order number: digits of that form are no phone number. */
function phoneBeside(text: string, order: FoundOrderNumber | undefined): string | undefined {
  if (order !== undefined && order.bare === undefined) return readPhone(order.rest);
  const phone = readPhone(text);
  return phone !== undefined && phone === order?.bare && phone.length < leastPlainPhone ? undefined : phone;
}

/** How many digits the code has that was sent last, as the shop told. */
function codeDigits({ events }: JourneyState): number {
  const sent = events.findLast((event) => event.kind === 'result' && event.action === 'start-verification');
  const data = sent?.kind === 'result' && sent.result.kind === 'done' ? (sent.result.data as ConditionContext) : undefined;
  return typeof data?.digits === 'number' ? data.digits : 6;
}

/** An order number that was told where something else is asked: it counts, and the question stands. */
function keepOrder(order: FoundOrderNumber | undefined, state: JourneyState, { journey }: JourneyTurn): Heard | undefined {
  const slot = journey.slots.find(({ type }) => type === 'order-number')?.id;
  if (order === undefined || slot === undefined) return undefined;
  const before = slotValue(state.events, slot);
  if (before === order.order) return undefined;
  return saidNow(state, [{ kind: 'slot', slot, value: order.order, by: 'reply' }], before === undefined ? 'plain' : 'corrected');
}

/** Whether anything that is said fills the slot. */
function isFreeText(slot: JourneySlot | undefined): boolean {
  return slot?.type === 'text' || slot?.type === 'need';
}

/** A question with an answer among the units is no text for a slot. */
function isSideQuestion(text: string, { evidence, grounds }: JourneyTurn): boolean {
  return /[?？؟]\s*$/u.test(text) && grounds.confidence >= evidence.calibration.answerFrom;
}

function pickByWords(
  text: string,
  state: JourneyState,
  standing: Extract<Standing, { kind: 'pick' }>,
  stood: Stood,
  turn: JourneyTurn,
): Heard | undefined {
  const { tongue, journey } = turn;
  const step = journey.steps.find(({ id }) => id === standing.step);
  if (step?.kind !== 'find') return undefined;
  const choices = standing.records.map((record) => recordChoice(record, step.records, tongue.locale));
  if (choices.length === 1) {
    const answer = yesOrNo(text, tongue);
    const [only] = choices as [(typeof choices)[number]];
    if (answer === true) return saidNow(state, [{ kind: 'picked', request: standing.request, record: only.id }]);
    if (answer === false) {
      const rest = correctionIn(text, tongue);
      const hint: JourneyEvent[] =
        rest === undefined ? [] : [{ kind: 'hint', request: standing.request, words: rest.slice(0, longestHint) }];
      return saidNow(state, [{ kind: 'rejected', request: standing.request, record: only.id }, ...hint]);
    }
  }
  const slot = step.slot === undefined ? undefined : slotOf(step.slot, turn);
  const number = slot === undefined ? undefined : readSlot(text, slot, settingOf(slot, stood, turn));
  if (slot !== undefined && number !== undefined) return saidNow(state, [{ kind: 'slot', slot: slot.id, value: number, by: 'reply' }]);
  const chosen = readChoices(text, choices, tongue);
  if (chosen?.length === 0)
    return saidNow(
      state,
      choices.map(({ id }) => ({ kind: 'rejected', request: standing.request, record: id })),
    );
  // By its place it is plain which is meant; by what it was the visitor confirms it.
  if (chosen?.length === 1 && choices.length > 1 && isPlace(text, choices.length))
    return saidNow(state, [{ kind: 'picked', request: standing.request, record: chosen[0] as string }]);
  const hinted: JourneyState = {
    ...state,
    events: [...state.events, { kind: 'hint', request: standing.request, words: text.slice(0, longestHint) }],
  };
  const then = standingOf(journey, hinted, surroundings(turn)).standing;
  const isNarrower = then.kind === 'pick' && (then.records.length < standing.records.length || (!standing.isAll && then.isAll));
  if (isNarrower) return saidNow(state, [hinted.events.at(-1) as JourneyEvent]);
  return chosen?.length === 1 ? saidNow(state, [{ kind: 'picked', request: standing.request, record: chosen[0] as string }]) : undefined;
}

const longestHint = 300;

function isPlace(text: string, count: number): boolean {
  const number = Number(text.replace(/\D/g, ''));
  return text.trim().length <= 12 && number >= 1 && number <= count;
}

function hearChoice(id: string, state: JourneyState, stood: Stood, turn: JourneyTurn): Heard | undefined {
  const { standing } = stood;
  const { journey, tongue } = turn;
  if (id === journeyChoices.person) return { ended: 'handed-over' };
  if (id === journeyChoices.without) return obey('skip', state, stood, turn);
  if (id === journeyChoices.retry) return obey('again', state, stood, turn);
  if (standing.kind === 'confirm') {
    if (id === journeyChoices.yes) return saidNow(state, [{ kind: 'confirmed', request: standing.request.id }]);
    return id === journeyChoices.no ? { ended: 'cancelled' } : undefined;
  }
  if (standing.kind === 'pick') {
    const step = journey.steps.find((each) => each.id === standing.step);
    const ids = step?.kind === 'find' ? standing.records.map((record) => recordChoice(record, step.records, tongue.locale).id) : [];
    const only = ids.length === 1 && id === journeyChoices.yes ? ids[0] : undefined;
    const picked = only ?? ids.find((each) => each === id);
    if (picked !== undefined) return saidNow(state, [{ kind: 'picked', request: standing.request, record: picked }]);
    if (id !== journeyChoices.none && id !== journeyChoices.no) return undefined;
    return saidNow(
      state,
      ids.map((record) => ({ kind: 'rejected', request: standing.request, record })),
    );
  }
  if (standing.kind === 'compare' && id === journeyChoices.none) return saidNow(state, [{ kind: 'passed', slot: standing.slot }]);
  const slot = slotAsked(standing, journey);
  if (slot?.type === 'yes-no' && (id === journeyChoices.yes || id === journeyChoices.no))
    return saidNow(state, [{ kind: 'slot', slot: slot.id, value: id === journeyChoices.yes, by: 'reply' }]);
  if (slot === undefined) return undefined;
  return hearForm(slot.id, slot.type === 'many-of' ? [id] : id, state, stood, turn);
}

/** A value out of a form: several choices at once, an address in fields. */
function hearForm(slotId: string, value: Json, state: JourneyState, stood: Stood, turn: JourneyTurn): Heard | undefined {
  const { standing } = stood;
  const slot = slotAsked(standing, turn.journey);
  if (slot?.id !== slotId || value === null) return undefined;
  const checked = checkSlot(value, slot, settingOf(slot, stood, turn));
  return checked === undefined
    ? missedAt(slot, JSON.stringify(value), state)
    : saidNow(state, [{ kind: 'slot', slot: slot.id, value: checked, by: 'reply' }]);
}

/** A whole address, told where one is put to the visitor, takes its place. */
function replaceAddress(text: string, state: JourneyState, stood: Stood, turn: JourneyTurn): Heard | undefined {
  for (const slot of turn.journey.slots) {
    const before = slot.type === 'address' ? slotValue(state.events, slot.id) : undefined;
    const value = before === undefined ? undefined : readSlot(text, slot, settingOf(slot, stood, turn));
    if (value !== undefined && isWhole(value) && JSON.stringify(value) !== JSON.stringify(before))
      return saidNow(state, [{ kind: 'slot', slot: slot.id, value, by: 'reply' }], 'corrected');
  }
  return undefined;
}

function isWhole(address: SlotValue): boolean {
  return missingIn(address as unknown as Address).length === 0;
}

/** "No, the other address": the newest slot that the words fit in another way is filled anew. */
function correct(text: string, state: JourneyState, stood: Stood, turn: JourneyTurn): Heard | undefined {
  let piece: string | undefined;
  const filled = [...new Set(state.events.flatMap((event) => (event.kind === 'slot' ? [event.slot] : [])))].reverse();
  for (const id of filled) {
    const slot = slotOf(id, turn);
    if (slot === undefined || isFreeText(slot)) continue;
    const before = slotValue(state.events, id);
    const setting = settingOf(slot, stood, turn);
    const other =
      setting.choices.length === 2 && isOther(text, turn) ? setting.choices.find((choice) => choice.id !== before)?.id : undefined;
    const value = other ?? readSlot(text, slot, setting);
    // A piece of an address does not say where in it it belongs.
    if (slot.type === 'address' && value !== undefined && !isWhole(value)) piece ??= id;
    else if (value !== undefined && JSON.stringify(value) !== JSON.stringify(before))
      return saidNow(state, [{ kind: 'slot', slot: id, value, by: 'reply' }], 'corrected');
  }
  return piece === undefined ? undefined : saidNow(state, [{ kind: 'taken-back', slot: piece }]);
}

function isOther(text: string, { tongue }: JourneyTurn): boolean {
  return new RegExp(`(?:${tongue.words.other})`, 'u').test(text.toLowerCase());
}

function factsOf(context: TurnContext): ConditionContext {
  return { ...context } as ConditionContext;
}

function surroundings(turn: JourneyTurn): Surroundings {
  const { policy, context, tongue } = turn;
  const products = turn.evidence.journeys?.products(turn.state.journey?.locale ?? context.locale);
  return { policy, context: { ...factsOf(context), ...(products && { products: products as unknown as ConditionContext[] }) }, tongue };
}

function hearing({ tongue, context }: JourneyTurn) {
  return { tongue, now: context.now, ...(context.market === undefined ? {} : { market: context.market }) };
}

function settingOf(slot: JourneySlot, stood: Stood, turn: JourneyTurn): SlotSetting {
  const { facts } = stood;
  const currency = valueAt('order.total.currency', facts);
  const { name, country } = (valueAt('order.address', facts) ?? {}) as Partial<Address>;
  const { standing } = stood;
  const missing = standing.kind === 'ask' && standing.slot === slot.id ? standing.missing : undefined;
  const begun = missing === undefined ? undefined : (valueAt(`slot.${slot.id}`, facts) as unknown as Address | undefined);
  return {
    ...hearing(turn),
    ...(typeof currency === 'string' && { currency }),
    home: { ...(name !== undefined && { name }), ...(country !== undefined && { country }) },
    ...(begun !== undefined && missing !== undefined && { begun: { address: begun, missing } }),
    choices: choosables(slot, facts, turn.tongue.locale),
  };
}

/** The decision that a state comes to rest at, with the words passed on the way counted as told. */
function settle(state: JourneyState, said: JourneySaid, reason: Reason, turn: JourneyTurn): Decided {
  const { standing, untold, facts } = standingOf(turn.journey, state, surroundings(turn));
  const told: JourneyEvent[] = untold.map((step) => ({ kind: 'told', step }));
  // A request comes between: its words are told with what it brings.
  const isUnderWay = standing.kind === 'act';
  const next = isUnderWay ? state : { ...state, events: [...state.events, ...told] };
  const mark: JourneyMark = { journey: turn.journey.id, locale: state.locale, state: next, standing, told: isUnderWay ? [] : untold, said };
  if (state.events.length > mostEvents) return end(next, 'handed-over', standing, reason, turn);
  const carried: ConversationState = {
    ...emptyState,
    ...(turn.state.topic && { topic: turn.state.topic }),
    ...(turn.state.requests && { requests: turn.state.requests }),
  };
  switch (standing.kind) {
    case 'act': {
      const { id, action, args, rule, isConfirmed } = standing.request;
      const request: ActionRequest = { id, action, args, isConfirmed, locale: turn.context.locale };
      return {
        decision: {
          ...turn.grounds,
          kind: 'act',
          request,
          action: { name: action, args, rule },
          reason: { because: 'right', rule },
          trip: mark,
        },
        next: { ...carried, journey: next },
      };
    }
    case 'person':
      return end(next, 'handed-over', standing, reason, turn, undefined, untold);
    case 'refused':
      return end(next, 'refused', standing, reason, turn, undefined, untold);
    case 'end':
      return end(next, 'done', standing, reason, turn, undefined, untold);
    default: {
      const choices = choicesAt(standing, facts, said, turn);
      return { decision: { ...turn.grounds, kind: 'journey', trip: mark, choices, reason }, next: { ...carried, journey: next } };
    }
  }
}

function end(
  state: JourneyState,
  done: JourneyDone,
  standing: Standing,
  reason: Reason,
  turn: JourneyTurn,
  status?: OwnRequest['status'],
  told: readonly string[] = [],
): Decided {
  const mark: JourneyMark = { journey: turn.journey.id, locale: state.locale, state, standing, told, said: 'plain', done };
  const own = ownRequest(state, turn.journey, status ?? (done === 'refused' ? 'cancelled' : done), turn.context.now);
  const { topic, requests = [] } = turn.state;
  const next: ConversationState = { ...emptyState, ...(topic && { topic }), requests: withRequest(requests, own) };
  if (done !== 'handed-over') return { decision: { ...turn.grounds, kind: 'journey', trip: mark, choices: [], reason }, next };
  const why: Reason = standing.kind === 'person' && standing.rule !== '' ? { because: 'right', rule: standing.rule } : reason;
  return { decision: { ...turn.grounds, kind: 'escalate', contact: turn.policy.contact, reason: why, trip: mark }, next };
}

/** Most products that are offered as choices. */
const mostTapped = 8;

/** What can be chosen. */
function choicesAt(standing: Standing, facts: ConditionContext, said: JourneySaid, turn: JourneyTurn): Choice[] {
  const { journey, tongue } = turn;
  const { locale, phrases: say } = tongue;
  const isConfirm = standing.kind === 'confirm';
  const labels = {
    yes: isConfirm ? say.yesDo : say.yes,
    no: isConfirm ? say.noStop : say.no,
    none: say.noneOfThese,
    without: standing.kind === 'ask' && standing.made !== undefined ? say.anyWill : say.without,
    person: say.person,
    retry: say.tryAgain,
  };
  const own = (...ids: (keyof typeof journeyChoices)[]) => ids.map((id): Choice => ({ id: journeyChoices[id], label: labels[id], locale }));
  const person = said === 'offer-person' ? own('person') : [];
  switch (standing.kind) {
    case 'ask': {
      const slot = slotAsked(standing, journey);
      const without = slot?.isOptional === true ? own('without') : [];
      if (slot === undefined) return person;
      if (slot.type === 'yes-no') return [...own('yes', 'no'), ...without, ...person];
      const choices = choosables(slot, facts, locale);
      // A whole catalogue is typed, not tapped.
      const shown = slot.type === 'product' && choices.length > mostTapped ? [] : choices;
      return [...shown.map(({ id, label }) => ({ id, label, locale })), ...without, ...person];
    }
    case 'compare':
      return [...standing.likely.map(({ product: { id, title } }) => ({ id, label: title, locale })), ...own('none'), ...person];
    case 'pick': {
      const step = journey.steps.find(({ id }) => id === standing.step);
      const records = step?.kind === 'find' ? standing.records.map((record) => recordChoice(record, step.records, locale)) : [];
      if (records.length === 1) return [...own('yes', 'no'), ...person];
      return [...records.map(({ id, label }) => ({ id, label, locale })), ...own('none'), ...person];
    }
    case 'confirm':
      return [...own('yes', 'no'), ...person];
    case 'pending':
      return [...own('retry', 'person')];
    case 'nothing':
      return own('person');
    default:
      return person;
  }
}
