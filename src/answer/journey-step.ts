import type { Policy } from '../decide/decide.ts';
import type { Reason } from '../decide/decision.ts';
import type { AddressPart, Journey, JourneySlot, ReturnPlace } from '../journey/journey.ts';
import type { JourneyEngine } from '../journey/journey-engine.ts';
import type { JourneyMark } from '../journey/journey-mark.ts';
import type { JourneyTongue } from '../journey/journey-tongue.ts';
import { fillSentences, fillWords, showAddress, showValue } from '../journey/show-value.ts';
import type { DecidedItem, Standing } from '../journey/standing.ts';
import { type Locale, localeChain } from '../language/locale.ts';
import { type ConditionContext, type ContextValue, holds } from '../policy/condition.ts';
import { formatMoney, isMoney, type Money } from '../policy/money.ts';
import type { Draft } from './answer.ts';
import { fill } from './phrases/phrases.ts';
import type { ReplyForm, ReplyJourney, SummaryLine } from './reply.ts';

/** What a journey's step is put into words with. */
export interface JourneyWording {
  /** What knows how journeys stand; browsers load it by itself. */
  readonly engine: Pick<JourneyEngine, 'standingOf' | 'slotAsked' | 'slotValue' | 'choosables'>;
  readonly journey: Journey;
  readonly tongue: JourneyTongue;
  readonly policy: Policy;
  /** The visitor's situation. */
  readonly known: ConditionContext;
}

/** Puts the step of a journey that a decision leads to into words: the journey's own, and the agent's around them. */
export function journeyDraft(draft: Draft, trip: JourneyMark, wording: JourneyWording): Draft {
  const { engine, journey, tongue, known, policy } = wording;
  const { facts } = engine.standingOf(journey, trip.state, { policy, context: known, tongue });
  const words = trip.told.flatMap((id) => {
    const step = journey.steps.find((each) => each.id === id);
    return step?.kind === 'tell' ? [fillSentences(step.words, facts, tongue.locale)] : [];
  });
  const summary = summaryOf(trip, facts, wording);
  const asked = askedWords(trip, facts, wording);
  const form = trip.done === undefined ? formOf(trip.standing, wording) : undefined;
  const step: ReplyJourney = {
    journey: journey.id,
    title: journey.title,
    locale: trip.locale,
    words,
    ...(asked === '' ? {} : { asked }),
    ...(form && { form }),
    summary,
    known: knownSoFar(trip, facts, wording),
    hasBack: trip.done === undefined && trip.state.turns.length > 0,
    ...(trip.done === undefined ? {} : { done: trip.done }),
  };
  const lead = [draft.lead, before(trip, facts, wording)].filter((part) => part !== '').join(' ');
  return { ...draft, lead, journey: step };
}

/** Why something was decided in a journey. */
export function journeyReason(reason: Reason, { phrases: say }: JourneyTongue): string {
  switch (reason.because) {
    case 'journey-fits':
      return fill(say.reasonFits, { journey: reason.journey, percent: String(Math.round(100 * reason.confidence)) });
    case 'journey-step':
      return fill(say.reasonStep, { journey: reason.journey });
    case 'right':
      return fill(say.reasonRight, { rule: reason.rule });
    default:
      return '';
  }
}

/** The agent's own words before the question. */
function before({ said, standing, done }: JourneyMark, facts: ConditionContext, wording: JourneyWording): string {
  const { phrases: say, replies } = wording.tongue;
  if (done === 'cancelled') return say.cancelled;
  if (done === 'refused' && standing.kind === 'refused') return refusal(standing, facts, wording);
  if (done === 'handed-over')
    return standing.kind === 'person' ? [say.personDecides, wordsIn(standing.because, wording)].join(' ').trim() : '';
  switch (said) {
    case 'again':
      return say.notUnderstood;
    case 'offer-person':
      return `${say.notUnderstood} ${say.offerPerson}`;
    case 'markup':
      return say.noMarkup;
    case 'needed':
      return say.needed;
    case 'why':
      return whyAsked(standing, wording);
    case 'first':
      return replies.phrases.firstStep;
    case 'went-back':
      return replies.phrases.wentBack;
    case 'restarted':
      return replies.phrases.restarted;
    case 'passed':
      return replies.phrases.passedOver;
    case 'corrected':
    case 'changed':
      return say.changed;
    default:
      return '';
  }
}

function whyAsked(standing: Standing, { journey, tongue: { phrases: say } }: JourneyWording): string {
  if (standing.kind === 'who') return say.whyWho;
  if (standing.kind === 'code') return say.whyCode;
  return (standing.kind === 'ask' ? journey.slots.find(({ id }) => id === standing.slot)?.why : undefined) ?? say.whyAsked;
}

function refusal(standing: Extract<Standing, { kind: 'refused' }>, facts: ConditionContext, wording: JourneyWording): string {
  const { journey, tongue } = wording;
  const { phrases: say, locale } = tongue;
  const step = journey.steps.find(({ id }) => id === standing.step);
  const reason = standing.rule === 'not-found' ? say.notFound : `${say.refused} ${wordsIn(standing.because, wording)}`;
  const otherwise = step?.kind === 'act' && step.otherwise !== undefined ? fillWords(step.otherwise, facts, locale) : '';
  return [reason, otherwise]
    .filter((part) => part !== '')
    .join(' ')
    .trim();
}

/** Words by locale: the visitor's, else what is nearest. */
function wordsIn(because: Readonly<Record<Locale, string>>, { tongue: { locale } }: JourneyWording): string {
  const available = Object.keys(because);
  const [own] = localeChain(locale, available, available[0] ?? 'en');
  return (own === undefined ? undefined : because[own]) ?? '';
}

/** What is asked now. */
function askedWords({ standing, done }: JourneyMark, facts: ConditionContext, wording: JourneyWording): string {
  const { engine, journey, tongue } = wording;
  const { phrases: say, locale } = tongue;
  if (done !== undefined) return '';
  switch (standing.kind) {
    case 'ask': {
      const slot = engine.slotAsked(standing, journey);
      const ask = slot?.ask === undefined ? (slot === undefined ? '' : say.asks[slot.type]) : fillWords(slot.ask, facts, locale);
      if (standing.missing !== undefined && standing.missing.length > 0) return missingWords(standing.missing, tongue);
      return standing.invalid === undefined ? ask : `${say.notUnderstood} ${ask}`;
    }
    case 'who':
      return withWait(standing.waitSeconds, say.whoAreYou, tongue);
    case 'code':
      return withWait(standing.waitSeconds, standing.wrong ? say.codeWrong : say.codeSent, tongue);
    case 'pick':
      if (standing.records.length === 1) return [say.isItThis, recordLabel(standing, wording)].join(' ');
      return standing.isAll ? say.whichOne : `${say.whichOne} ${say.tellMore}`;
    case 'nothing':
      return `${say.noneFits} ${say.tellMore}`;
    case 'confirm':
      return [say.confirm, wordsIn(standing.because, wording)].filter((part) => part !== '').join(' ');
    case 'compare':
      return say.whichProduct;
    case 'pending':
      return standing.waitSeconds === undefined ? say.unreachable : withWait(standing.waitSeconds, '', tongue);
    default:
      return '';
  }
}

function missingWords(missing: readonly AddressPart[], { phrases: say, locale }: JourneyTongue): string {
  const parts = new Intl.ListFormat(locale, { type: 'conjunction' }).format(missing.map((part) => say.addressParts[part]));
  return fill(say.stillMissing, { parts });
}

function withWait(seconds: number | undefined, words: string, { phrases: say }: JourneyTongue): string {
  return seconds === undefined ? words : `${fill(say.slowDown, { seconds: String(seconds) })} ${words}`.trim();
}

function recordLabel(standing: Extract<Standing, { kind: 'pick' }>, { journey, tongue }: JourneyWording): string {
  const step = journey.steps.find(({ id }) => id === standing.step);
  const [record] = standing.records;
  return step?.kind === 'find' && record !== undefined ? fillWords(step.records.label, record as ConditionContext, tongue.locale) : '';
}

/** What the panel may draw instead of a line to type in. */
function formOf(standing: Standing, { engine, journey }: JourneyWording): ReplyForm | undefined {
  if (standing.kind === 'who') return { slot: '$contact', type: 'contact' };
  if (standing.kind === 'code') return { slot: '$code', type: 'code' };
  const slot = engine.slotAsked(standing, journey);
  return slot && { slot: slot.id, type: slot.type };
}

function knownSoFar({ state }: JourneyMark, facts: ConditionContext, wording: JourneyWording): ReplyJourney['known'] {
  const { journey, tongue } = wording;
  return journey.slots.flatMap((slot) => {
    const shown = shownSlot(slot, state, facts, wording);
    return shown === '' ? [] : [{ label: slot.label ?? tongue.phrases.labels[slot.type], value: shown }];
  });
}

function shownSlot(slot: JourneySlot, state: JourneyMark['state'], facts: ConditionContext, { engine, tongue }: JourneyWording): string {
  const value = engine.slotValue(state.events, slot.id);
  if (value === undefined) return '';
  if (typeof value === 'boolean') return value ? tongue.phrases.yes : tongue.phrases.no;
  const choices = engine.choosables(slot, facts, tongue.locale);
  const labelOf = (id: ContextValue) => choices.find((choice) => choice.id === id)?.label ?? showValue(id, tongue.locale);
  if (choices.length === 0) return Array.isArray(value) ? '' : showValue(value as ContextValue, tongue.locale);
  return [value]
    .flat()
    .map((each) => labelOf(each as ContextValue))
    .join(', ');
}

/** All that is about to be done, or that will not be: what, to where, for how much. */
function summaryOf({ standing, state }: JourneyMark, facts: ConditionContext, wording: JourneyWording): SummaryLine[] {
  const { journey, tongue, policy } = wording;
  const { phrases: say, locale } = tongue;
  if (standing.kind !== 'confirm' && standing.kind !== 'refused') return [];
  const items = standing.items.map((item): SummaryLine => itemLine(item, facts, policy.places ?? [], wording));
  if (standing.kind === 'refused') return items;
  const step = journey.steps.find(({ id }) => id === standing.step);
  const itemSlot = step?.kind === 'act' ? step.items : undefined;
  const order = facts.order as ConditionContext | undefined;
  const lines: SummaryLine[] =
    order?.order === undefined ? [] : [{ label: say.labels['order-number'], value: showValue(order.order, locale) }];
  for (const slot of journey.slots) {
    if (slot.id === itemSlot || (slot.type === 'order-number' && order !== undefined)) continue;
    const value = shownSlot(slot, state, facts, wording);
    if (value !== '') lines.push({ label: slot.label ?? say.labels[slot.type], value });
  }
  const amount = standing.request.args.amount;
  if (isMoney(amount)) lines.push({ label: say.labels.amount, value: formatMoney(amount, locale), amount });
  const total = totalOf(standing.items);
  return [...lines, ...items, ...(total === undefined ? [] : [{ label: say.refund, value: formatMoney(total, locale), amount: total }])];
}

function itemLine(
  { record, decision }: DecidedItem,
  facts: ConditionContext,
  places: readonly ReturnPlace[],
  wording: JourneyWording,
): SummaryLine {
  const { tongue } = wording;
  const { phrases: say, locale } = tongue;
  const title = showValue((record.title ?? record.line ?? '') as ContextValue, locale);
  if (decision.right === 'refuse') return { label: say.notPossible, value: title, because: wordsIn(decision.because, wording) };
  const itemFacts: ConditionContext = { ...facts, item: record as ConditionContext };
  const place = places.find(({ when }) => when === undefined || holds(when, itemFacts) === true);
  const price = priceOf(record);
  return {
    label: say.labels['many-of'],
    value: title,
    ...(price === undefined ? {} : { amount: price, note: `${say.refund}: ${formatMoney(price, locale)}` }),
    ...(place === undefined ? {} : { to: `${say.sendTo}: ${showAddress(place.address, locale)}` }),
    because: wordsIn(decision.because, wording),
  };
}

function priceOf({ price, quantity = 1 }: DecidedItem['record']): Money | undefined {
  if (!isMoney(price) || typeof quantity !== 'number') return undefined;
  const minor = price.minor * quantity;
  return Number.isSafeInteger(minor) ? { minor, currency: price.currency } : undefined;
}

/** What comes back for all that goes back; undefined where there is nothing, or it is in several currencies. */
function totalOf(items: readonly DecidedItem[]): Money | undefined {
  const prices = items.flatMap(({ record, decision }) => (decision.right === 'refuse' ? [] : (priceOf(record) ?? [])));
  const [first] = prices;
  if (first === undefined || prices.some(({ currency }) => currency !== first.currency)) return undefined;
  return { minor: prices.reduce((sum, { minor }) => sum + minor, 0), currency: first.currency };
}
