import { type AnswerContext, answer } from './answer/answer.ts';
import type { Reply } from './answer/reply.ts';
import { type Decided, decide, type Policy } from './decide/decide.ts';
import type { Action, Decision } from './decide/decision.ts';
import { type Input, interpret, type TurnContext } from './decide/input.ts';
import { socialOf } from './decide/social.ts';
import type { ConversationState } from './decide/state.ts';
import type { Guide } from './guide/guide.ts';
import type { GuideState } from './guide/guide-state.ts';
import type { ActionRequest, ActionResult, Actions } from './journey/actions.ts';
import { joinRequests } from './journey/join-requests.ts';
import type { JourneyMark } from './journey/journey-mark.ts';
import type { Product } from './journey/product.ts';
import { type Locale, languageOf, spokenLanguage } from './language/locale.ts';
import { splitQuestions } from './language/split-questions.ts';
import { tokenize } from './language/tokens.ts';
import type { ConditionContext } from './policy/condition.ts';
import type { Evidence, GuideEvidence, JourneyEvidence } from './retrieve/evidence.ts';
import type { Knowledge } from './retrieve/knowledge.ts';
import { recall, retrieve } from './retrieve/retrieve.ts';
import { withPriors } from './retrieve/with-priors.ts';
import { asksPerson, isPlainWish } from './tone/asks-person.ts';
import type { Cues } from './tone/cues.ts';
import { matterOf } from './tone/matter-of.ts';
import { calmMood, type Mood, moodLevel, nextMood } from './tone/mood.ts';
import { readTone, type Tone } from './tone/read-tone.ts';

/** What does not change from turn to turn. */
export interface Agent {
  readonly knowledge: Knowledge;
  readonly policy: Policy;
  readonly siteName: string;
  /** What acts for the visitor; left out, nobody can be reached. */
  readonly actions?: Actions;
}

/** One question of a message, decided and put into words. */
export interface TurnPart {
  readonly text: string;
  readonly decision: Decision;
  readonly reply: Reply;
  /** What was done for it on the way, and what came of it; left out where nothing was. */
  readonly acts?: readonly Act[];
}

/** One action of a turn: proposed, and what came back. */
export interface Act {
  readonly action: Action;
  readonly result: ActionResult;
}

export interface Turn {
  /** One for each question of the message, in its order. */
  readonly parts: readonly [TurnPart, ...TurnPart[]];
  readonly next: ConversationState;
}

/** One turn: each question of the message is retrieved, decided and answered; the state carries on from one to the next. */
export async function takeTurn(
  input: Input,
  state: ConversationState,
  agent: Agent,
  context: TurnContext,
  signal?: AbortSignal,
): Promise<Turn> {
  // Within a guide or journey a message is one reply, however many sentences it has.
  const read = interpret(input, state.offered);
  const inputs = state.guide === undefined && state.journey === undefined ? splitInput(read) : [read];
  const { mood, said } = moodAfter(input, state, agent.knowledge);
  let next = state;
  const parts: TurnPart[] = [];
  for (const each of inputs) {
    const found = await withGuides(await evidenceFor(each, next, agent.knowledge, context), each, next, agent.knowledge);
    const journeys = journeysOf(agent.knowledge);
    const evidence = { ...found, ...(journeys && { journeys }), isUpset: moodLevel(mood) === 'upset' };
    const first = decide(each, evidence, next, agent.policy, context);
    const { decided, acts } = await act(first, evidence, agent, context, signal);
    const reply = answer(decided.decision, answerContext(agent, next, context));
    const text = each.kind === 'question' ? each.text : '';
    parts.push({ text, decision: decided.decision, reply, ...(acts.length === 0 ? {} : { acts }) });
    // Choices that an earlier question of the message is left with can still be taken.
    const offered = parts.length > 1 && decided.next.offered.length === 0 ? next.offered : decided.next.offered;
    const requests = decided.next.requests ?? next.requests;
    next = { ...decided.next, offered, ...(requests && { requests }) };
  }
  return {
    parts: parts as [TurnPart, ...TurnPart[]],
    next: { ...next, ...(mood > calmMood && { mood }), ...(said.length > 0 && { said }) },
  };
}

/** So many of the visitor's messages are looked back at for repeats, each up to so many characters. */
const rememberedMessages = 3;
const rememberedLength = 300;

/** Whoever asks for a person, and says no more, is not upset for that. */
function toneOf(text: string, cues: Cues, said: readonly string[] | undefined): Tone {
  const isWish = asksPerson(text, cues) || socialOf(text) === 'person';
  return isWish && isPlainWish(text, cues) ? { upset: 0, level: 'calm' } : readTone(text, cues, said);
}

/** The mood after what the visitor wrote; taps say nothing of it. */
function moodAfter(
  input: Input,
  { mood = calmMood, said = [] }: ConversationState,
  { cues }: Knowledge,
): { mood: Mood; said: readonly string[] } {
  if (input.kind !== 'question' || cues === undefined) return { mood, said };
  const felt = nextMood(mood, toneOf(input.text, cues, said));
  return { mood: felt, said: [...said, input.text.slice(0, rememberedLength)].slice(-rememberedMessages) };
}

/** More requests in a row are a loop. */
const mostActs = 12;

/** Performs what is decided, and decides what its result leads to, until the visitor has the word again. */
async function act(first: Decided, evidence: Evidence, { actions, policy, knowledge }: Agent, context: TurnContext, signal?: AbortSignal) {
  let decided = first;
  const acts: Act[] = [];
  while (decided.decision.kind === 'act') {
    const { request, action } = decided.decision;
    const isReachable = actions !== undefined && acts.length < mostActs;
    const result: ActionResult = isReachable
      ? await actions.perform(withFreeText(request, decided.decision.trip, evidence), signal)
      : { kind: 'unreachable' };
    acts.push({ action, result });
    const input = { kind: 'action-result', request: request.id, action: action.name, result } as const;
    decided = decide(input, evidence, withShopsRequests(decided.next, input, knowledge, context), policy, context);
  }
  return { decided, acts };
}

/** With what stands in slots that take anything that is said. */
function withFreeText(request: ActionRequest, { journey, locale, state }: JourneyMark, { journeys }: Evidence): ActionRequest {
  const freeText = (journeys?.of(journey, locale)?.slots ?? []).flatMap(({ id, type }) => {
    const value = ['text', 'need', 'product'].includes(type) ? journeys?.engine.slotValue(state.events, id) : undefined;
    return typeof value === 'string' ? [value] : [];
  });
  return freeText.length === 0 ? request : { ...request, freeText };
}

/** The state with what the shop told of the customer's requests: only who is verified gets to know it. */
function withShopsRequests(
  state: ConversationState,
  { action, result }: Extract<Input, { kind: 'action-result' }>,
  { bases }: Knowledge,
  { locale }: TurnContext,
): ConversationState {
  if (action !== 'list-requests' || result.kind !== 'done') return state;
  const title = (kind: string) => titleOf(bases, kind, locale);
  return { ...state, requests: joinRequests(state.requests ?? [], result.data, title, locale) };
}

function splitInput(input: Input): readonly Input[] {
  if (input.kind !== 'question') return [input];
  return splitQuestions(input.text).map((text) => ({ kind: 'question', text }));
}

async function evidenceFor(input: Input, state: ConversationState, knowledge: Knowledge, { likely }: TurnContext): Promise<Evidence> {
  if (input.kind === 'question') {
    const { cues } = knowledge;
    const isUpset = cues !== undefined && toneOf(input.text, cues, state.said).level === 'upset';
    const matter = isUpset ? matterOf(input.text, cues) : input.text;
    const found = await retrieve(matter, state, knowledge);
    // Whoever takes over reads the visitor's own words.
    const own = found.text === matter ? { ...found, text: input.text } : found;
    const evidence = cues !== undefined && asksPerson(input.text, cues) ? { ...own, asksPerson: true } : own;
    return likely === undefined ? evidence : withPriors(evidence, likely);
  }
  return recall(input.kind === 'choice' ? [input.id] : state.remaining.map(({ id }) => id), state, knowledge);
}

/** What guides have to say besides, where there are any. */
async function withGuides(evidence: Evidence, input: Input, { guide: under }: ConversationState, knowledge: Knowledge): Promise<Evidence> {
  const guides = guidesOf(knowledge, under);
  if (guides === undefined) return evidence;
  const guide = under === undefined ? undefined : guides.of(under.guide, under.locale);
  const { encoder } = knowledge;
  if (guide === undefined || under === undefined || encoder === undefined || input.kind !== 'question') return { ...evidence, guides };
  const meaning = await guides.engine.hear(input.text, guides.engine.nodeAt(guide, under.at), encoder);
  return { ...evidence, guides: { ...guides, ...(meaning === undefined ? {} : { meaning }) } };
}

/** @param under the visitor's place in a guide, which may have kept it as it was */
function guidesOf({ bases, guides }: Knowledge, under: GuideState | undefined): GuideEvidence | undefined {
  const [any] = guides?.tongues ?? [];
  if (guides === undefined || any === undefined) return undefined;
  const { engine, tongues } = guides;
  const packed = (id: string, locale: Locale) =>
    bases.find((base) => base.locale === locale && base.guides?.ids.includes(id))?.guides?.get(id);
  const isNews = under?.kept !== undefined && under.isToldOfChange !== true;
  return {
    engine,
    of: (id, locale) => (under?.kept?.id === id && under.locale === locale ? under.kept : packed(id, locale)),
    get isChanged() {
      return isNews && textOf(packed(under.guide, under.locale)) !== JSON.stringify(under.kept);
    },
    tongue: (locale) => {
      const data = tongues.get(spokenLanguage(locale));
      // Without the language's own words a plain yes or no of another is still understood.
      return data === undefined ? engine.tongueOf(...any) : engine.tongueOf(locale, data);
    },
  };
}

const texts = new WeakMap<Guide, string>();

/** A packed guide as text, made once: it is held against the visitor's own at each turn. */
function textOf(guide: Guide | undefined): string | undefined {
  if (guide === undefined) return undefined;
  const text = texts.get(guide) ?? JSON.stringify(guide);
  texts.set(guide, text);
  return text;
}

function journeysOf({ bases, journeys }: Knowledge): JourneyEvidence | undefined {
  if (journeys === undefined) return undefined;
  const { engine, tongues } = journeys;
  const known = (locale: Locale) => {
    const data = tongues.get(spokenLanguage(locale));
    return data === undefined ? undefined : engine.tongueOf(locale, data, tokenize);
  };
  const [any] = [...tongues].flatMap(([language, data]) => engine.tongueOf(language, data, tokenize) ?? []);
  if (any === undefined) return undefined;
  return {
    engine,
    of: (id, locale) => bases.find((base) => base.locale === locale && base.journeys?.ids.includes(id))?.journeys?.get(id),
    products: (locale) => productsOf(bases, locale),
    tongue: (locale) => known(locale) ?? any,
  };
}

/** Title of the journey that does an action. */
function titleOf(bases: Knowledge['bases'], action: string, locale: Locale): string | undefined {
  for (const { journeys } of bases.filter((base) => languageOf(base.locale) === languageOf(locale)))
    for (const id of journeys?.ids ?? []) {
      const journey = journeys?.get(id);
      if (journey?.steps.some((step) => step.kind === 'act' && step.action === action)) return journey.title;
    }
  return undefined;
}

/** Each product once; what the page tells of a product's price and stock is newer than the pack. */
function productsOf(bases: Knowledge['bases'], locale: Locale): readonly Product[] {
  const own = bases.filter((base) => languageOf(base.locale) === languageOf(locale));
  const [page, pack] = (['page', 'pack'] as const).map((tier) =>
    own.filter((base) => base.tier === tier).flatMap(({ products = [] }) => products),
  );
  const byId = new Map((pack ?? []).map((product) => [product.id, product]));
  for (const product of page ?? []) {
    const { price, offers } = product;
    const known = byId.get(product.id);
    byId.set(product.id, known === undefined ? product : { ...known, ...(price && { price }), ...(offers.length > 0 && { offers }) });
  }
  return [...byId.values()];
}

function answerContext({ knowledge, siteName, policy }: Agent, { guide: under }: ConversationState, context: TurnContext): AnswerContext {
  const guides = guidesOf(knowledge, under);
  const journeys = journeysOf(knowledge);
  return {
    locale: context.locale,
    siteName,
    known: { ...context } as ConditionContext,
    policy,
    ...(guides && { guides }),
    ...(journeys && { journeys }),
    unit: (id, locale) => {
      for (const base of knowledge.bases) {
        if (base.locale !== locale) continue;
        const index = base.units.indexOf(id);
        if (index >= 0) return base.units.at(index);
      }
      return undefined;
    },
  };
}
