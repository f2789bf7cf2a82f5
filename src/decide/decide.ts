import { type Contact, relatedPerson } from '../content/unit.ts';
import { type Guide, guidePrefix } from '../guide/guide.ts';
import type { GuideEngine } from '../guide/guide-engine.ts';
import type { GuideState } from '../guide/guide-state.ts';
import type { Tongues } from '../guide/reply-text.ts';
import { type Journey, journeyPrefix, type ReturnPlace } from '../journey/journey.ts';
import type { JourneyEngine } from '../journey/journey-engine.ts';
import type { JourneyState } from '../journey/journey-state.ts';
import { type Locale, languageOf } from '../language/locale.ts';
import { isQuestion, questionMark } from '../language/split-questions.ts';
import { type ConditionContext, holds } from '../policy/condition.ts';
import type { Rights } from '../policy/rights.ts';
import { isBeyondRisk, type RiskLimits } from '../policy/risk.ts';
import type { Candidate, Evidence } from '../retrieve/evidence.ts';
import { confidenceOf, isVerbatim, mostOffered, offerConfidenceOf } from './confidence.ts';
import type { GuideTurn } from './decide-guide.ts';
import type { JourneyTurn } from './decide-journey.ts';
import type { Choice, Decision, Ranked, Reason } from './decision.ts';
import { type Input, interpret, type TurnContext } from './input.ts';
import { offerUnfinished, resumeId, resumePrefix, type SetAside, withAside } from './set-aside.ts';
import { type Social, socialOf } from './social.ts';
import { type ConversationState, emptyState } from './state.ts';

/** Decision rights and what a site says of itself; plain data out of the pack's manifest. */
export interface Policy {
  readonly contact: Contact;
  /** Left out, every action is for a person. */
  readonly rights?: Rights;
  /** How far it answers alone where something is at stake; for a kind of risk that is left out the defaults count. */
  readonly risk?: RiskLimits;
  /** Where returned things go; the first place whose condition holds counts. */
  readonly places?: readonly ReturnPlace[];
}

export interface Decided {
  readonly decision: Decision;
  readonly next: ConversationState;
}

/** Choices are offered where the right one is more likely among them than not. */
const offerFrom = 0.5;
/**
 * A guide starts from this confidence on, however sure an answer has to be. With a wrong start counted three times an offer of
 * choices, the cost over tests/benchmarks/guides/training/openings.csv is least, and flat, from 0.45 to 0.6.
 */
const startFrom = 0.5;
/** A candidate is close to the best from this share of its score on. */
const closeShare = 0.5;
/** After so many turns in a row that solved nothing a person is offered. */
const mostUnsolved = 2;
/** How many are named in `candidates` at least. */
const listed = 5;

/**
 * Decides what is done about a turn. Pure and synchronous: the same evidence, state and policy give the same decision,
 * so that evaluation replays what visitors get. A unit whose conditions fail is never answered from or offered.
 */
export function decide(input: Input, evidence: Evidence, state: ConversationState, policy: Policy, context: TurnContext): Decided {
  const decided = resumed(input, evidence, state, policy, context) ?? decideInput(input, evidence, state, policy, context);
  const offered = offerRelated(withPerson(withStake(decided, evidence, policy), evidence), evidence);
  return offerUnfinished(withLasting(offered, state, input), state);
}

/** The answer stands, and a person is offered beside it, where more is at stake than the policy lets it stand for alone. */
function withStake(decided: Decided, evidence: Evidence, { risk }: Policy): Decided {
  const { decision, next } = decided;
  if (decision.kind !== 'answer') return decided;
  const stake = evidence.candidates.find(({ unit, locale }) => unit.id === decision.unit && locale === decision.locale)?.unit.risk;
  const question = { text: next.topic?.text ?? evidence.text, confidence: decision.confidence };
  return stake !== undefined && isBeyondRisk(stake, question, risk)
    ? { decision: { ...decision, atStake: stake, offersPerson: true }, next }
    : decided;
}

/** A decline that names a way to a person, and an answer that an author related to one, offer the handoff, too. */
function withPerson({ decision, next }: Decided, { candidates }: Evidence): Decided {
  const offersPerson =
    decision.kind === 'decline'
      ? decision.reason.because === 'nothing-fits' || decision.reason.because === 'not-here'
      : decision.kind === 'answer' && candidates.find(({ unit }) => unit.id === decision.unit)?.unit.related?.includes(relatedPerson);
  return offersPerson ? { decision: { ...decision, offersPerson }, next } : { decision, next };
}

/** Journeys and guides that an author related to an answer stand beside it, unless one is under way. */
function offerRelated({ decision, next }: Decided, { candidates, journeys, guides }: Evidence): Decided {
  if (decision.kind !== 'answer' || next.journey !== undefined || next.guide !== undefined) return { decision, next };
  const { locale } = decision;
  const { related = [] } = candidates.find(({ unit }) => unit.id === decision.unit)?.unit ?? {};
  const choices = related.flatMap((id): Choice[] => {
    const label =
      afterPrefix(id, journeyPrefix, (own) => journeys?.of(own, locale)) ?? afterPrefix(id, guidePrefix, (own) => guides?.of(own, locale));
    return label === undefined ? [] : [{ id, label, locale }];
  });
  return choices.length === 0 ? { decision, next } : { decision: { ...decision, choices }, next: { ...next, offered: choices } };
}

function afterPrefix(id: string, prefix: string, titled: (id: string) => { readonly title: string } | undefined): string | undefined {
  return id.startsWith(prefix) ? titled(id.slice(prefix.length))?.title : undefined;
}

/** What stays whatever a turn is about. */
function withLasting(decided: Decided, { mended, fixes }: ConversationState, { kind }: Input): Decided {
  if (mended === undefined && fixes === undefined) return decided;
  const lasting = { ...(mended && kind !== 'opened' && { mended }), ...(fixes && { fixes }) };
  return { ...decided, next: { ...lasting, ...decided.next } };
}

/** Goes on with what was left, where that is what was chosen; what is under way is left in turn. */
function resumed(input: Input, evidence: Evidence, state: ConversationState, policy: Policy, context: TurnContext): Decided | undefined {
  const { aside = [] } = state;
  const chosen = input.kind === 'choice' ? input.id : agreedTo(input, state, evidence, context);
  const found = aside.find((each) => resumeId(each) === chosen);
  if (found === undefined) return undefined;
  const decided = goOnWith(found, evidence, state, policy, context);
  if (decided === undefined) return undefined;
  const others = aside.filter((each) => each !== found);
  return { ...decided, next: { ...decided.next, aside: leaving(state, evidence, others) } };
}

function goOnWith(left: SetAside, evidence: Evidence, state: ConversationState, policy: Policy, context: TurnContext): Decided | undefined {
  const grounds: Grounds = { ...groundsOf([], evidence), confidence: 1 };
  if (left.journey !== undefined) {
    const journey = evidence.journeys?.of(left.journey.journey, left.journey.locale);
    if (journey === undefined) return undefined;
    const own = { ...grounds, candidates: [{ journey: journey.id, score: 1 }] };
    const { engine, turn } = journeyTurn({ journey, evidence, grounds: own, state, policy, context });
    return engine.resume(left.journey, turn);
  }
  const { kept, locale } = left.guide;
  const guide = kept ?? evidence.guides?.of(left.guide.guide, locale);
  if (guide === undefined || evidence.guides === undefined) return undefined;
  const { engine, tongues } = guidesFor(locale, evidence, context);
  const own = { ...grounds, candidates: [{ guide: guide.id, score: 1 }] };
  return engine.resume(left.guide, { guide, evidence, grounds: own, state, policy, tongues, now: context.now });
}

/** What a plain yes goes on with: the one thing that was offered so. */
function agreedTo(
  input: Input,
  { offered }: ConversationState,
  { guides, journeys }: Evidence,
  { locale }: TurnContext,
): string | undefined {
  const [first, second] = offered.filter(({ id }) => id.startsWith(resumePrefix));
  if (input.kind !== 'question' || first === undefined || second !== undefined) return undefined;
  const isYes =
    guides?.engine.agrees(input.text, guides.tongue(locale)) ?? journeys?.engine.agrees(input.text, journeys.tongue(locale).replies);
  return isYes === true ? first.id : undefined;
}

/** What is left once the journey or guide under way is left, too. */
function leaving({ journey, guide }: ConversationState, evidence: Evidence, aside: readonly SetAside[]): readonly SetAside[] {
  if (journey !== undefined) {
    const title = evidence.journeys?.of(journey.journey, journey.locale)?.title;
    return title === undefined ? aside : withAside(aside, { journey, title });
  }
  const title = guide && (guide.kept ?? evidence.guides?.of(guide.guide, guide.locale))?.title;
  return guide === undefined || title === undefined ? aside : withAside(aside, { guide, title });
}

function decideInput(input: Input, evidence: Evidence, state: ConversationState, policy: Policy, context: TurnContext): Decided {
  const within = state.journey === undefined ? undefined : evidence.journeys?.of(state.journey.journey, state.journey.locale);
  if (within !== undefined) return whileInJourney(input, within, evidence, state, policy, context);
  const under = state.guide;
  const guide = under === undefined ? undefined : evidence.guides?.of(under.guide, under.locale);
  if (guide !== undefined) return whileInGuide(input, guide, evidence, state, policy, context);
  const again = reopened(input, evidence, state, policy, context);
  if (again !== undefined) return again;
  switch (input.kind) {
    case 'question':
      if (isDropped(input.text, state, evidence, context))
        return { decision: noQuestion(groundsOf([], evidence), 'no-question'), next: emptyState };
      return decideQuestion(input.text, evidence, state, policy, context);
    case 'choice':
      return decideChoice(input.id, evidence, state, policy, context);
    case 'person':
      return escalate(groundsOf([], evidence), state, policy);
    case 'opened':
      return decideOpened(evidence, state, policy, context);
    case 'guide':
    case 'fill':
    case 'action-result':
      return { decision: noQuestion(groundsOf([], evidence), 'no-question'), next: state };
    case 'not-solved':
      return nextBest(evidence, state, policy, context);
  }
}

/** Takes the last reply to a guide back that has just ended without a fix, where the visitor wants that. */
function reopened(input: Input, evidence: Evidence, state: ConversationState, policy: Policy, context: TurnContext): Decided | undefined {
  const { over } = state;
  const guide = over && (over.kept ?? evidence.guides?.of(over.guide, over.locale));
  if (over === undefined || guide === undefined || evidence.guides === undefined) return undefined;
  const { engine, tongues } = guidesFor(over.locale, evidence, context);
  const grounds: Grounds = { ...groundsOf([], evidence), candidates: [{ guide: guide.id, score: 1 }], confidence: 1 };
  return engine.reopen(input, over, { guide, evidence, grounds, state, policy, tongues, now: context.now });
}

/** Whether "stop" drops the choices that were asked back: with none open it may be a question of its own. */
function isDropped(text: string, { offered, topic }: ConversationState, { guides, journeys }: Evidence, { locale }: TurnContext): boolean {
  if (offered.length === 0 || topic?.unit !== undefined) return false;
  return (
    guides?.engine.isCommand(text, 'stop', guides.tongue(locale)) ??
    journeys?.engine.isCommand(text, 'stop', journeys.tongue(locale).replies) ??
    false
  );
}

/** Nothing was said: what an earlier visit left open may be asked after. */
function decideOpened(evidence: Evidence, state: ConversationState, policy: Policy, context: TurnContext): Decided {
  const { mended, ...without } = state;
  const grounds = groundsOf([], evidence);
  const guide = mended && evidence.guides?.of(mended.guide.guide, mended.guide.locale);
  if (mended !== undefined && guide !== undefined) {
    const { engine, tongues } = guidesFor(mended.guide.locale, evidence, context);
    const own: Grounds = { ...grounds, candidates: [{ guide: guide.id, score: 1 }], confidence: 1 };
    const asked = engine.askAgain(mended.guide, { guide, evidence, grounds: own, state: without, policy, tongues, now: context.now });
    if (asked !== undefined) return asked;
  }
  return { decision: noQuestion(grounds, 'no-question'), next: without };
}

/** What is said apart from a question; the words of the pack tell of wishes for a person besides those that are known here. */
function socialIn(text: string, { asksPerson }: Evidence): Social | undefined {
  return asksPerson ? 'person' : socialOf(text);
}

function decideQuestion(text: string, evidence: Evidence, state: ConversationState, policy: Policy, context: TurnContext): Decided {
  const candidates = applicable(evidence, context);
  const grounds = groundsOf(candidates, evidence);
  const social = socialIn(text, evidence);
  if (social === 'person') {
    return escalate(grounds, state, policy);
  }
  if (social !== undefined || !/[\p{L}\p{N}]/u.test(text)) {
    return { decision: noQuestion(grounds, social ?? 'no-question'), next: state };
  }
  const [first] = candidates;
  const journey = journeyOf(first, evidence);
  if (first !== undefined && journey !== undefined && grounds.confidence >= evidence.calibration.answerFrom)
    return beginJourney(first, evidence.text, { journey, evidence, grounds, state, policy, context });
  const guide = guideOf(first, evidence);
  // "Yes" and "that fixed it" after the end of a guide do not begin it anew.
  const bare =
    guide === undefined || isVerbatim(candidates)
      ? undefined
      : evidence.guides?.engine.bareReply(text, evidence.guides.tongue(context.locale));
  if (bare !== undefined) return { decision: noQuestion(grounds, bare), next: state };
  if (first !== undefined && guide !== undefined && mayStart(grounds, evidence))
    return begin(first, evidence.text, { guide, evidence, grounds, state, policy }, context);
  if (first !== undefined && guide === undefined && journey === undefined && grounds.confidence >= evidence.calibration.answerFrom) {
    const reason: Reason = { because: 'sure', question: first.unit.title, confidence: grounds.confidence };
    return answerWith(first, candidates, { ...grounds, reason }, evidence.text);
  }
  // Whoever is upset gets the likeliest answer if it is likelier than not; what else it may be is offered with a person beside it.
  if (evidence.isUpset && first !== undefined && guide === undefined && journey === undefined && grounds.confidence >= offerFrom) {
    const reason: Reason = { because: 'sure', question: first.unit.title, confidence: grounds.confidence };
    return answerWith(first, candidates, { ...grounds, reason }, evidence.text);
  }
  const asked = offerClose(candidates, grounds, evidence, state);
  if (asked !== undefined) return asked;
  // Once more without an answer, or none after asking what was meant: a person does not leave the visitor going in circles.
  if (evidence.isUpset || state.unsolved + 1 >= mostUnsolved) {
    const because = evidence.isUpset ? 'upset' : 'twice-unsolved';
    return {
      decision: { ...grounds, kind: 'escalate', contact: policy.contact, reason: { because } },
      next: { ...emptyState, topic: { text: evidence.text }, unsolved: state.unsolved + 1 },
    };
  }
  return {
    decision: { ...grounds, kind: 'decline', contact: policy.contact, reason: notHere(evidence, candidates) },
    next: { ...emptyState, unsolved: state.unsolved + 1 },
  };
}

/** The candidates that come close, to choose from; undefined where the right one is hardly among them. */
function offerClose(candidates: readonly Candidate[], grounds: Grounds, evidence: Evidence, state: ConversationState): Decided | undefined {
  const close = withForeignGuide(closeTo(inOneLanguage(candidates)), candidates);
  if (close.length < 2 || offerConfidenceOf(candidates, evidence, evidence.calibration) < offerFrom) return undefined;
  const choices = close.map(choiceOf);
  return {
    decision: { ...grounds, kind: 'clarify', choices, reason: { because: 'several-close', count: choices.length } },
    next: { ...emptyState, topic: { text: evidence.text }, offered: choices, unsolved: state.unsolved + 1 },
  };
}

type NoQuestion = 'no-question' | 'greeting' | 'thanks' | 'about-me';

function noQuestion(grounds: Grounds, because: NoQuestion): Decision {
  return { ...grounds, kind: 'decline', contact: {}, confidence: 0, reason: { because } };
}

function guideOf(candidate: Candidate | undefined, evidence: Evidence): Guide | undefined {
  return candidate?.unit.guide === undefined ? undefined : evidence.guides?.of(candidate.unit.guide, candidate.locale);
}

function journeyOf(candidate: Candidate | undefined, evidence: Evidence): Journey | undefined {
  return candidate?.unit.journey === undefined ? undefined : evidence.journeys?.of(candidate.unit.journey, candidate.locale);
}

/** There is a journey only where there is what takes visitors through it. */
function journeyTurn(turn: Omit<JourneyTurn, 'tongue' | 'interpret'>): { engine: JourneyEngine; turn: JourneyTurn } {
  const { journeys } = turn.evidence;
  if (journeys === undefined) throw new RangeError('there is no journey without what takes visitors through it');
  return { engine: journeys.engine, turn: { ...turn, interpret, tongue: journeys.tongue(turn.context.locale) } };
}

function beginJourney(candidate: Candidate, opening: string, begun: Omit<JourneyTurn, 'tongue' | 'interpret'>): Decided {
  const { engine, turn } = journeyTurn(begun);
  return engine.begin(candidate, opening, turn);
}

/** A turn while a journey is under way: a reply to it, else a side question after which its question stands again. */
function whileInJourney(
  input: Input,
  journey: Journey,
  evidence: Evidence,
  state: ConversationState,
  policy: Policy,
  context: TurnContext,
): Decided {
  const candidates = applicable(evidence, context);
  const found = groundsOf(candidates, evidence);
  const others = found.candidates.filter((each) => each.journey !== journey.id);
  const grounds = { ...found, candidates: [{ journey: journey.id, score: 1 }, ...others].slice(0, listed) };
  const { journey: waiting, ...without } = state as ConversationState & { journey: JourneyState };
  if (input.kind === 'person' || (input.kind === 'question' && socialIn(input.text, evidence) === 'person')) {
    const decided = escalate({ ...grounds, confidence: 1 }, state, policy);
    return { ...decided, next: { ...decided.next, journey: waiting } };
  }
  const { engine, turn } = journeyTurn({ journey, evidence, grounds, state, policy, context });
  const decided = engine.decide(input, waiting, turn);
  if (decided === undefined) {
    const aside = decideInput(input, evidence, without, policy, context);
    return { ...aside, next: { journey: waiting, ...aside.next } };
  }
  const certain = { ...decided, decision: { ...decided.decision, confidence: 1 } };
  const said = decided.decision.kind === 'journey' ? decided.decision.trip.said : 'plain';
  const [first] = candidates;
  const isSure = first !== undefined && found.confidence >= evidence.calibration.answerFrom && first.unit.journey !== journey.id;
  if (input.kind !== 'question' || !(said === 'again' || said === 'offer-person') || !isSure) return certain;
  // Another need altogether: the journey is left, and stands in the visitor's list.
  if (first.unit.journey !== undefined || first.unit.guide !== undefined) {
    const other = decideInput(input, evidence, without, policy, context);
    return { ...other, next: { ...other.next, aside: leaving(state, evidence, state.aside ?? []) } };
  }
  const reason: Reason = { because: 'sure', question: first.unit.title, confidence: found.confidence };
  const aside = answerWith(first, candidates, { ...found, reason }, evidence.text);
  const trip = engine.waiting(waiting, turn);
  return { decision: { ...aside.decision, trip }, next: { ...aside.next, journey: waiting } };
}

/** What walks guides, and the tongues of a guide's locale and the visitor's. There is a guide only where there are these. */
function guidesFor(locale: Locale, { guides }: Evidence, context: TurnContext): { engine: GuideEngine; tongues: Tongues } {
  if (guides === undefined) throw new RangeError('there is no guide without what walks it');
  return { engine: guides.engine, tongues: { guide: guides.tongue(locale), visitor: guides.tongue(context.locale) } };
}

function begin(candidate: Candidate, opening: string, turn: Omit<GuideTurn, 'tongues' | 'now'>, context: TurnContext): Decided {
  const { engine, tongues } = guidesFor(candidate.locale, turn.evidence, context);
  return engine.begin(candidate, opening, { ...turn, tongues, now: context.now });
}

/** A wrong first question costs a visitor less than a wrong answer, and the guide asks before it advises. */
function mayStart({ confidence }: Grounds, { calibration }: Evidence): boolean {
  return confidence >= Math.min(startFrom, calibration.answerFrom);
}

/** A turn while a guide is under way: a reply to it, else a side question after which its question stands again. */
function whileInGuide(
  input: Input,
  guide: Guide,
  evidence: Evidence,
  state: ConversationState,
  policy: Policy,
  context: TurnContext,
): Decided {
  const candidates = applicable(evidence, context);
  const found = groundsOf(candidates, evidence);
  const [first] = candidates;
  const own: Ranked = { guide: guide.id, score: 1 };
  const others = found.candidates.filter((each) => each.guide !== guide.id);
  const grounds = { ...found, candidates: [own, ...others].slice(0, listed), confidence: 1 };
  const { guide: waiting, ...without } = state as ConversationState & { guide: GuideState };
  const { engine, tongues } = guidesFor(waiting.locale, evidence, context);
  const mark = (decided: Decided): Decided => ({
    decision: {
      ...decided.decision,
      walk: { guide: guide.id, locale: waiting.locale, node: waiting.at, said: 'plain', past: engine.knownIn(waiting) },
    },
    next: { ...decided.next, guide: waiting },
  });
  const node = engine.nodeAt(guide, waiting.at);
  const text = input.kind === 'question' ? input.text : '';
  const social = socialIn(text, evidence);
  if (input.kind === 'person' || social === 'person') return mark(escalate(grounds, state, policy));
  // "Ok" and "great" are replies, and so is thanks after a fix.
  const isReply = social === 'thanks' && (node === undefined || engine.agrees(text, tongues.visitor));
  if (social !== undefined && !isReply) return mark({ decision: noQuestion(grounds, social), next: without });
  const decided = engine.decide(input, { guide, evidence, grounds, state, policy, tongues, now: context.now });
  const left = (other: Decided): Decided => ({ ...other, next: { ...other.next, aside: leaving(state, evidence, state.aside ?? []) } });
  if (decided === undefined) {
    const other = decideInput(input, evidence, without, policy, context);
    return other.next.guide === undefined && other.next.journey === undefined ? mark(other) : left(other);
  }
  if (input.kind !== 'question' || first === undefined) return decided;
  const leaning = leaningOf(decided, text, node !== undefined && engine.isAbout(text, node, tongues));
  const needed = leaning === 'side' ? Math.min(offerFrom, evidence.calibration.answerFrom) : evidence.calibration.answerFrom;
  if (leaning === 'reply' && !isVerbatim(candidates)) return decided;
  // The same answer once more is none to what was said now.
  if (first.unit.guide === guide.id || first.unit.id === state.topic?.unit) return decided;
  const journey = journeyOf(first, evidence);
  const other = guideOf(first, evidence);
  const leaves = journey !== undefined || other !== undefined;
  if (found.confidence < (leaves ? evidence.calibration.answerFrom : needed)) {
    const asked = leaning === 'side' ? offerClose(candidates, found, evidence, without) : undefined;
    return asked === undefined ? decided : mark(asked);
  }
  if (journey !== undefined) return left(beginJourney(first, evidence.text, { journey, evidence, grounds: found, state, policy, context }));
  if (other !== undefined)
    return left(begin(first, evidence.text, { guide: other, evidence, grounds: found, state: emptyState, policy }, context));
  const reason: Reason = { because: 'sure', question: first.unit.title, confidence: found.confidence };
  return mark(answerWith(first, candidates, { ...found, reason }, evidence.text));
}

/**
 * What a message in a guide is likely to be: a reply to its question, perhaps something else, or a question beside it. What
 * is asked in so many words about something else is hardly a reply, unless it was read as one with certainty.
 */
function leaningOf({ decision }: Decided, text: string, isAboutStep: boolean): 'reply' | 'unsure' | 'side' {
  const isLost = decision.kind === 'guide' && leftOver.has(decision.walk.said);
  const isAsked = isQuestion(text) && !isAboutStep;
  const isDoubtful = decision.confidence < (questionMark.test(text) ? 1 : doubtfulBelow);
  if (isAsked && (isLost || isDoubtful)) return 'side';
  return isLost ? 'unsure' : 'reply';
}

/** A reply that is less certain than this may be a question instead. */
const doubtfulBelow = 0.85;

/** What a guide says to a message that it could not use: then the message may be a side question. */
const leftOver: ReadonlySet<string> = new Set(['again', 'choose', 'how', 'why']);

function escalate(grounds: Grounds, state: ConversationState, policy: Policy): Decided {
  return {
    decision: { ...grounds, kind: 'escalate', contact: policy.contact, reason: { because: 'asked-for-person' } },
    next: { ...state, offered: [] },
  };
}

function decideChoice(id: string, evidence: Evidence, state: ConversationState, policy: Policy, context: TurnContext): Decided {
  const candidates = applicable(evidence, context);
  const chosen = candidates.find(({ unit }) => unit.id === id);
  const text = state.topic?.text ?? evidence.text;
  if (chosen === undefined) {
    return {
      decision: {
        ...groundsOf(candidates, evidence),
        kind: 'decline',
        contact: policy.contact,
        confidence: 0,
        reason: notHere(evidence, []),
      },
      next: { ...emptyState, unsolved: state.unsolved + 1 },
    };
  }
  const journey = journeyOf(chosen, evidence);
  if (journey !== undefined)
    return beginJourney(chosen, text, {
      journey,
      evidence,
      grounds: { ...groundsOf([chosen], evidence), confidence: 1 },
      state,
      policy,
      context,
    });
  const guide = guideOf(chosen, evidence);
  if (guide !== undefined)
    return begin(chosen, text, { guide, evidence, grounds: { ...groundsOf([chosen], evidence), confidence: 1 }, state, policy }, context);
  const reason: Reason = { because: 'chosen', question: chosen.unit.title };
  const others = state.offered.filter((choice) => choice.id !== id);
  const decided = answerWith(chosen, [chosen], { ...groundsOf([chosen], evidence), confidence: 1, reason }, text);
  return { ...decided, next: { ...decided.next, remaining: others } };
}

/** "Not yet": the next unit that came into question, else a person. */
function nextBest(evidence: Evidence, state: ConversationState, policy: Policy, context: TurnContext): Decided {
  const usable = new Set(applicable(evidence, context).map(({ unit }) => unit.id));
  const [next, ...rest] = state.remaining.filter(({ id }) => usable.has(id) && !state.tried.includes(id));
  const candidate = evidence.candidates.find(({ unit }) => unit.id === next?.id);
  const text = state.topic?.text ?? '';
  const isTwice = state.unsolved + 1 >= mostUnsolved;
  if (isTwice || next === undefined || candidate === undefined) {
    const reason: Reason = { because: next === undefined ? 'nothing-left' : 'twice-unsolved' };
    return {
      decision: { ...groundsOf([], evidence), kind: 'escalate', contact: policy.contact, reason },
      next: { ...emptyState, topic: { text }, unsolved: state.unsolved + 1 },
    };
  }
  const guide = guideOf(candidate, evidence);
  if (guide !== undefined)
    return begin(candidate, text, { guide, evidence, grounds: groundsOf([candidate], evidence), state, policy }, context);
  const reason: Reason = { because: 'next-best', question: candidate.unit.title };
  const { decision } = answerWith(candidate, [candidate], { ...groundsOf([candidate], evidence), reason }, text);
  return {
    decision,
    next: {
      ...state,
      topic: { text, unit: next.id },
      tried: [...state.tried, next.id],
      remaining: rest,
      offered: [],
      unsolved: state.unsolved + 1,
    },
  };
}

/** What every decision rests on. */
export type Grounds = Pick<Decision, 'candidates' | 'confidence' | 'tier' | 'isUpset'>;

function groundsOf(candidates: readonly Candidate[], evidence: Evidence): Grounds {
  return {
    candidates: candidates.slice(0, listed).map(ranked),
    confidence: confidenceOf(candidates, evidence, evidence.calibration),
    tier: candidates[0]?.tier ?? 'pack',
    ...(evidence.isUpset && { isUpset: true }),
  };
}

function ranked({ unit, score }: Candidate): Ranked {
  if (unit.journey !== undefined) return { journey: unit.journey, score };
  return unit.guide === undefined ? { unit: unit.id, score } : { guide: unit.guide, score };
}

function answerWith(chosen: Candidate, candidates: readonly Candidate[], grounds: Grounds & { reason: Reason }, text: string): Decided {
  const remaining = candidates
    // What fits much worse is no next answer but a nuisance; then a person is.
    .filter(({ unit, score }) => unit.id !== chosen.unit.id && score >= closeShare * chosen.score)
    .slice(0, mostOffered)
    .map(choiceOf);
  return {
    decision: { ...grounds, kind: 'answer', unit: chosen.unit.id, locale: chosen.locale },
    next: { ...emptyState, topic: { text, unit: chosen.unit.id }, tried: [chosen.unit.id], remaining },
  };
}

/** Units that are surely meant for this visitor come before those that only may be. */
const surelyApplies = 1.1;
const mayApply = 0.85;

/** Candidates whose conditions hold, or may hold as far as is known; best first. */
function applicable(evidence: Evidence, context: TurnContext): Candidate[] {
  const known: ConditionContext = { ...context } as ConditionContext;
  return (
    evidence.candidates
      // What takes visitors through it may not be there.
      .filter((candidate) => candidate.unit.journey === undefined || journeyOf(candidate, evidence) !== undefined)
      .flatMap((candidate): Candidate[] => {
        if (candidate.unit.when === undefined) return [candidate];
        const applies = holds(candidate.unit.when, known);
        if (applies === false) return [];
        return [{ ...candidate, score: candidate.score * (applies === true ? surelyApplies : mayApply) }];
      })
      .sort((a, b) => b.score - a.score)
      // Cut only now, or the best fits of all would tie.
      .map((candidate) => ({ ...candidate, score: Math.min(1, candidate.score) }))
  );
}

/** Those in the best one's language: choices in two languages confuse more than the second language helps. */
function inOneLanguage(candidates: readonly Candidate[]): Candidate[] {
  return candidates.filter(({ locale }) => languageOf(locale) === languageOf(candidates[0]?.locale ?? locale));
}

/** As many as are offered; a guide that only another language has takes the last place, since no unit does what it does. */
function withForeignGuide(close: readonly Candidate[], candidates: readonly Candidate[]): Candidate[] {
  const best = candidates[0]?.score ?? 0;
  const guide = candidates.find((each) => each.unit.guide !== undefined && each.score >= closeShare * best && !close.includes(each));
  return guide === undefined ? close.slice(0, mostOffered) : [...close.slice(0, mostOffered - 1), guide];
}

/** The best and those close to it; the next best too where nothing is, since one choice is none. */
function closeTo(candidates: readonly Candidate[]): Candidate[] {
  const best = candidates[0]?.score ?? 0;
  return candidates.filter(({ score }, index) => index < 2 || score >= closeShare * best);
}

/** Says so where the best fit is left out only because it does not apply here or now. */
function notHere(evidence: Evidence, candidates: readonly Candidate[]): Reason {
  const [first] = evidence.candidates;
  const isLeftOut = first !== undefined && first.unit.id !== candidates[0]?.unit.id;
  if (isLeftOut && confidenceOf(evidence.candidates, evidence, evidence.calibration) >= evidence.calibration.answerFrom) {
    return { because: 'not-here', question: first.unit.title };
  }
  return { because: 'nothing-fits' };
}

function choiceOf({ unit, locale }: Candidate): Choice {
  return { id: unit.id, label: unit.title, locale };
}
