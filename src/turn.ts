import { type AnswerContext, answer } from './answer/answer.ts';
import type { Reply } from './answer/reply.ts';
import { decide, type Policy } from './decide/decide.ts';
import type { Decision } from './decide/decision.ts';
import { type Input, interpret, type TurnContext } from './decide/input.ts';
import type { ConversationState } from './decide/state.ts';
import { spokenLanguage } from './language/locale.ts';
import { splitQuestions } from './language/split-questions.ts';
import type { ConditionContext } from './policy/condition.ts';
import type { Evidence, GuideEvidence } from './retrieve/evidence.ts';
import type { Knowledge } from './retrieve/knowledge.ts';
import { recall, retrieve } from './retrieve/retrieve.ts';

/** What does not change from turn to turn. */
export interface Agent {
  readonly knowledge: Knowledge;
  readonly policy: Policy;
  readonly siteName: string;
}

/** One question of a message, decided and put into words. */
export interface TurnPart {
  readonly text: string;
  readonly decision: Decision;
  readonly reply: Reply;
}

export interface Turn {
  /** One for each question of the message, in its order. */
  readonly parts: readonly [TurnPart, ...TurnPart[]];
  readonly next: ConversationState;
}

/** One turn: each question of the message is retrieved, decided and answered; the state carries on from one to the next. */
export async function takeTurn(input: Input, state: ConversationState, agent: Agent, context: TurnContext): Promise<Turn> {
  // Within a guide a message is one reply, however many sentences it has.
  const inputs = state.guide === undefined ? splitInput(interpret(input, state.offered)) : [input];
  let next = state;
  const parts: TurnPart[] = [];
  for (const each of inputs) {
    const evidence = await withGuides(await evidenceFor(each, next, agent.knowledge), each, next, agent.knowledge);
    const decided = decide(each, evidence, next, agent.policy, context);
    const reply = answer(decided.decision, answerContext(agent, context));
    parts.push({ text: each.kind === 'question' ? each.text : '', decision: decided.decision, reply });
    // Choices that an earlier question of the message is left with can still be taken.
    const offered = parts.length > 1 && decided.next.offered.length === 0 ? next.offered : decided.next.offered;
    next = { ...decided.next, offered };
  }
  return { parts: parts as [TurnPart, ...TurnPart[]], next };
}

function splitInput(input: Input): readonly Input[] {
  if (input.kind !== 'question') return [input];
  return splitQuestions(input.text).map((text) => ({ kind: 'question', text }));
}

function evidenceFor(input: Input, state: ConversationState, knowledge: Knowledge) {
  if (input.kind === 'question') return retrieve(input.text, state, knowledge);
  return recall(input.kind === 'choice' ? [input.id] : state.remaining.map(({ id }) => id), state, knowledge);
}

/** What guides have to say besides, where there are any. */
async function withGuides(evidence: Evidence, input: Input, { guide: under }: ConversationState, knowledge: Knowledge): Promise<Evidence> {
  const guides = guidesOf(knowledge);
  if (guides === undefined) return evidence;
  const guide = under === undefined ? undefined : guides.of(under.guide, under.locale);
  const { encoder } = knowledge;
  if (guide === undefined || under === undefined || encoder === undefined || input.kind !== 'question') return { ...evidence, guides };
  const meaning = await guides.engine.hear(input.text, guides.engine.nodeAt(guide, under.at), encoder);
  return { ...evidence, guides: { ...guides, ...(meaning === undefined ? {} : { meaning }) } };
}

function guidesOf({ bases, guides }: Knowledge): GuideEvidence | undefined {
  const [any] = guides?.tongues ?? [];
  if (guides === undefined || any === undefined) return undefined;
  const { engine, tongues } = guides;
  return {
    engine,
    of: (id, locale) => bases.find((base) => base.locale === locale && base.guides?.ids.includes(id))?.guides?.get(id),
    tongue: (locale) => {
      const data = tongues.get(spokenLanguage(locale));
      // Without the language's own words a plain yes or no of another is still understood.
      return data === undefined ? engine.tongueOf(...any) : engine.tongueOf(locale, data);
    },
  };
}

function answerContext({ knowledge, siteName }: Agent, context: TurnContext): AnswerContext {
  const guides = guidesOf(knowledge);
  return {
    locale: context.locale,
    siteName,
    known: { ...context } as ConditionContext,
    ...(guides && { guides }),
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
