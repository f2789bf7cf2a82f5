import { countFix, type FixResult } from '../guide/fix-count.ts';
import type { Guide } from '../guide/guide.ts';
import type { Done, GuideState } from '../guide/guide-state.ts';
import { knownIn } from '../guide/note-facts.ts';
import { type Reading, readOutcome, readReply } from '../guide/read-reply.ts';
import { isCommand, type Tongues } from '../guide/reply-text.ts';
import { advance, fixAt, isDanger, nodeAt, type Onward, refit, startGuide } from '../guide/walk.ts';
import type { Locale } from '../language/locale.ts';
import type { Candidate, Evidence } from '../retrieve/evidence.ts';
import type { Decided, Grounds, Policy } from './decide.ts';
import type { Choice, GuideMark, Reason } from './decision.ts';
import type { Input } from './input.ts';
import { type ConversationState, emptyState } from './state.ts';

/** Ids of choices that every guide has. */
export const guideChoices = { unsure: 'unsure', worked: 'worked', failed: 'failed' } as const;

/** What a turn in a guide rests on. */
export interface GuideTurn {
  readonly guide: Guide;
  readonly evidence: Evidence;
  readonly grounds: Grounds;
  readonly state: ConversationState;
  readonly policy: Policy;
  readonly tongues: Tongues;
  /** ISO 8601 time of the turn. */
  readonly now: string;
}

/** Starts the guide that a candidate stands for, with the words that led to it. */
export function beginGuide({ unit, locale }: Candidate, opening: string, turn: GuideTurn): Decided {
  const { guide, grounds, state, policy, tongues } = turn;
  const reason: Reason = { because: 'guide-fits', guide: unit.title, confidence: grounds.confidence };
  if (isDanger(guide, opening, tongues)) {
    const walk: GuideMark = { guide: guide.id, locale, said: 'plain', past: [], done: 'unsolved' };
    return {
      decision: { ...grounds, kind: 'escalate', contact: policy.contact, reason: { because: 'guide-danger', guide: guide.title }, walk },
      next: { ...emptyState, topic: { text: opening } },
    };
  }
  const onward = startGuide(guide, opening, tongues);
  return proceed(onward, 'plain', reason, locale, { ...turn, state: { ...state, topic: { text: opening } } });
}

/**
 * One turn within a guide, or undefined where the message is about something else: a side question, another fault, a
 * person. Those are decided as ever, and the guide waits.
 */
export function decideInGuide(input: Input, turn: GuideTurn): Decided | undefined {
  const { guide, evidence, grounds, state, tongues } = turn;
  if (state.guide === undefined) return undefined;
  const fitted = refit(guide, state.guide, tongues);
  const reason: Reason = { because: 'guide-step', guide: guide.title };
  const locale = state.guide.locale;
  if ('ended' in fitted || fitted.changed) return proceed(fitted, 'changed', reason, locale, turn);
  const isNews = evidence.guides?.isChanged === true;
  const present = isNews ? { ...fitted.state, isToldOfChange: true } : fitted.state;
  const words = input.kind === 'question' ? input.text : '';
  if (isDanger(guide, words, tongues)) return end(present, 'unsolved', 'danger', turn);
  const reading = readInput(input, guide, present, tongues, evidence);
  if (reading === undefined) return undefined;
  const { isLater, ...asked } = present;
  const result = resultOf(reading, isLater === true);
  const fixes =
    result === undefined || fixAt(guide, present.at) === undefined
      ? state.fixes
      : countFix(state.fixes ?? [], guide.id, present.at, result);
  const counted = fixes === undefined ? turn : { ...turn, state: { ...state, fixes } };
  if (reading.kind === 'worked') return end(present, 'fixed', 'fixed', counted);
  if (reading.kind === 'stop') return end(present, 'cancelled', 'cancelled', turn);
  const taken = advance(guide, result === undefined ? present : asked, reading, words, tongues);
  const certain = reading.kind === 'option' ? { ...grounds, confidence: reading.certainty } : grounds;
  const said = isNews && taken.said === 'plain' ? 'kept' : taken.said;
  return proceed(taken, said, reason, locale, { ...counted, grounds: certain });
}

/** What a reply after a fix tells of it. */
function resultOf({ kind }: Reading, isLater: boolean): FixResult | undefined {
  if (kind === 'worked') return isLater ? 'held' : 'worked';
  return kind === 'failed' ? (isLater ? 'returned' : 'failed') : undefined;
}

/** Asks on a later visit whether the fix that a guide ended with has lasted; undefined where the guide has no such fix any more. */
export function askAgain(mended: GuideState, turn: GuideTurn): Decided | undefined {
  const { guide } = turn;
  if (fixAt(guide, mended.at) === undefined) return undefined;
  const state: GuideState = { ...mended, misses: 0, isLater: true };
  return proceed({ state }, 'later', { because: 'guide-step', guide: guide.title }, mended.locale, turn);
}

/** Takes the reply back that a guide ended with; undefined where the visitor does not want that. */
export function reopenGuide(input: Input, over: GuideState, turn: GuideTurn): Decided | undefined {
  const isBack =
    input.kind === 'guide' ? input.command === 'back' : input.kind === 'question' && isCommand(input.text, 'back', turn.tongues.visitor);
  if (!isBack) return undefined;
  return proceed({ state: over }, 'went-back', { because: 'guide-step', guide: turn.guide.title }, over.locale, turn);
}

/** Goes on with a guide that was left for another need, where it stood. */
export function resumeGuide(left: GuideState, turn: GuideTurn): Decided {
  const { guide, tongues } = turn;
  const fitted = refit(guide, { ...left, misses: 0 }, tongues);
  return proceed(fitted, fitted.changed ? 'changed' : 'plain', { because: 'guide-step', guide: guide.title }, left.locale, turn);
}

function readInput(input: Input, guide: Guide, present: GuideState, tongues: Tongues, evidence: Evidence): Reading | undefined {
  const node = nodeAt(guide, present.at);
  switch (input.kind) {
    case 'question': {
      const { meaning } = evidence.guides ?? {};
      return node === undefined ? readOutcome(input.text, tongues) : readReply(input.text, node, tongues, meaning);
    }
    case 'choice':
      if (node?.options.some(({ id }) => id === input.id)) return { kind: 'option', option: input.id, certainty: 1 };
      return Object.values(guideChoices).some((id) => id === input.id) ? { kind: input.id as keyof typeof guideChoices } : undefined;
    case 'guide':
      return { kind: input.command };
    case 'not-solved':
      return node === undefined ? { kind: 'failed' } : undefined;
    case 'person':
    case 'opened':
      return undefined;
  }
}

function proceed(onward: Onward, said: GuideMark['said'], reason: Reason, locale: Locale, turn: GuideTurn): Decided {
  const { guide, grounds, state, policy } = turn;
  if ('ended' in onward) {
    const walk: GuideMark = { guide: guide.id, locale, said, past: onward.past, done: 'unsolved' };
    const ended: Reason = { because: onward.ended === 'person' ? 'guide-person' : 'guide-unsolved', guide: guide.title };
    return {
      decision: { ...grounds, kind: 'escalate', contact: policy.contact, reason: ended, walk },
      next: { ...carriedFrom(state), unsolved: state.unsolved + 1, ...(state.guide && { over: state.guide }) },
    };
  }
  const { state: now } = onward;
  const walk: GuideMark = { guide: guide.id, locale, node: now.at, said, past: knownIn(now) };
  return {
    decision: { ...grounds, kind: 'guide', walk, choices: choicesAt(guide, now), reason },
    next: { ...carriedFrom(state), guide: now },
  };
}

function carriedFrom({ topic, fixes }: ConversationState): ConversationState {
  return { ...emptyState, ...(topic && { topic }), ...(fixes && { fixes }) };
}

function end(present: GuideState, done: Done, how: 'fixed' | 'cancelled' | 'danger', turn: GuideTurn): Decided {
  const { guide, grounds, state, policy } = turn;
  const walk: GuideMark = { guide: guide.id, locale: present.locale, node: present.at, said: 'plain', past: knownIn(present), done };
  // A fix that has lasted is not asked after once more.
  const isNew = how === 'fixed' && present.isLater !== true && fixAt(guide, present.at) !== undefined;
  const next = { ...carriedFrom(state), ...(isNew && { mended: { guide: present, at: turn.now } }) };
  if (how === 'danger') {
    const reason: Reason = { because: 'guide-danger', guide: guide.title };
    return { decision: { ...grounds, kind: 'escalate', contact: policy.contact, reason, walk }, next };
  }
  return { decision: { ...grounds, kind: 'guide', walk, choices: [], reason: { because: 'guide-step', guide: guide.title } }, next };
}

/** The options of the question, and that one does not know; after a fix, whether it is gone. Labels left empty are the agent's own words. */
export function choicesAt(guide: Guide, { at, locale }: Pick<GuideState, 'at' | 'locale'>): Choice[] {
  const node = nodeAt(guide, at);
  if (node === undefined)
    return fixAt(guide, at) === undefined ? [] : [guideChoices.worked, guideChoices.failed].map((id) => ({ id, label: '', locale }));
  const options = node.options.map(({ id, label }): Choice => ({ id, label, locale }));
  return node.options.some(({ id, means }) => means === 'unsure' || id === guideChoices.unsure)
    ? options
    : [...options, { id: guideChoices.unsure, label: '', locale }];
}
