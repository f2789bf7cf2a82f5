import { fill } from '../answer/phrases/phrases.ts';
import type { Decision } from '../decide/decision.ts';
import type { Json } from '../journey/actions.ts';
import { type Locale, localeChain } from '../language/locale.ts';
import type { Conversation, Message } from '../memory/conversation.ts';
import { formatMoney, isMoney } from '../policy/money.ts';
import type { Handoff, HandoffReason } from '../protocol/relay.ts';
import type { HandoffWords } from './words/handoff-words.ts';

/** What the page knows besides the conversation. */
export interface HandoffCircumstances {
  readonly decision: Decision;
  readonly conversation: Conversation;
  readonly locale: Locale;
  readonly mood: Handoff['mood'];
  readonly page: { readonly url: string; readonly title: string };
  readonly product?: string;
  readonly consent: Readonly<Record<string, boolean>>;
  /** Kind of device, in a few words. */
  readonly device: string;
  readonly pack?: string;
  /** What the shop told through `track`: name and, as text, the data of each. */
  readonly signals: readonly { readonly name: string; readonly data: string }[];
}

/** One thing that would be sent, which the visitor can strike out by its id. */
export interface HandoffLine {
  readonly id: string;
  readonly label: string;
  readonly text: string;
}

/** What the agent says, in the visitor's language and in the desk's. */
export interface HandoffTongues {
  readonly visitor: HandoffWords;
  readonly desk: HandoffWords;
  /** The language that the desk works in. */
  readonly deskLocale: Locale;
}

const mostTranscript = 60;
const longestText = 2000;

/**
 * Everything that a person needs, so that nobody has to tell the story twice. Pure; the words in it are redacted by the
 * caller before they are shown or sent.
 */
export function composeHandoff(
  { decision, conversation, locale, mood, page, product, consent, device, pack, signals }: HandoffCircumstances,
  { visitor, desk, deskLocale }: HandoffTongues,
): Handoff {
  const { messages } = conversation;
  const problem = clipped(problemOf(conversation), longestText) || '—';
  const guide = guideOf(decision, messages);
  const journey = journeyOf(decision);
  const tried = triedIn(messages, visitor);
  const openQuestion = openQuestionOf(decision, messages);
  const proposed = proposedIn(decision);
  const proposal = proposed && proposalOf(proposed, messages, locale, deskLocale);
  const summarise = (say: HandoffWords, side: keyof Summary) => summaryOf({ problem, tried, guide, proposal }, say, side);
  return {
    reason: reasonOf(decision, proposed),
    locale,
    summary: { visitor: summarise(visitor, 'visitor'), desk: summarise(desk, 'desk') },
    problem,
    facts: [
      ...(guide?.steps ?? []).map(({ question, reply }) => ({ name: clipped(question, 200), value: clipped(reply, 500) })),
      ...signals.map(({ name, data }) => ({ name: clipped(name, 200), value: clipped(data, 500) })),
    ].slice(0, 50),
    tried,
    ...(openQuestion && { openQuestion }),
    ...(proposal && { proposal }),
    transcript: messages.slice(-mostTranscript).map(spoken),
    ...(guide === undefined ? {} : { guide: { guide: guide.guide, ...(guide.node && { node: guide.node }), steps: guide.steps } }),
    ...(journey && { journey }),
    page,
    ...(product === undefined ? {} : { product }),
    tier: decision.tier,
    confidence: Math.max(0, Math.min(1, decision.confidence)),
    mood,
    ...(proposed?.amount && { value: proposed.amount }),
    consent: { ...consent },
    device,
    ...(pack === undefined ? {} : { pack }),
  };
}

/** What can be struck out, in the order in which it is shown. */
export function linesOf(handoff: Handoff, say: HandoffWords): HandoffLine[] {
  const { problem, facts, tried, openQuestion, told, transcript, page, proposal, journey, locale } = handoff;
  return [
    { id: 'problem', label: say.problem, text: problem },
    ...facts.map(({ name, value }, index) => ({ id: `fact:${index}`, label: say.fact, text: `${name} ${value}`.trim() })),
    ...tried.map(({ step, outcome }, index) => ({
      id: `tried:${index}`,
      label: say.tried,
      text: outcome === undefined ? step : `${step} (${outcome})`,
    })),
    ...(openQuestion === undefined ? [] : [{ id: 'open-question', label: say.openQuestion, text: openQuestion }]),
    ...(proposal === undefined ? [] : [{ id: 'proposal', label: say.proposal, text: proposalText(proposal, locale) }]),
    ...(journey === undefined
      ? []
      : [
          {
            id: 'journey',
            label: say.fact,
            text: fieldsText(journey.slots, locale),
          },
        ]),
    ...transcript.map(({ from, text }, index) => ({ id: `said:${index}`, label: from === 'visitor' ? say.you : say.agent, text })),
    { id: 'page', label: say.page, text: `${page.title} ${page.url}`.trim() },
    { id: 'device', label: say.device, text: handoff.device },
    ...(handoff.mood === 'upset' ? [{ id: 'mood', label: say.mood, text: say.upset }] : []),
    { id: 'also', label: say.also, text: alsoOf(handoff) },
    // It comes later than the rest: what the visitor reads already stays where it is.
    ...(told === undefined ? [] : [{ id: 'told', label: say.told, text: told }]),
  ];
}

/** Lines that no story retells. */
const ownLines: ReadonlySet<string> = new Set(['page', 'device', 'mood', 'also']);

function alsoOf({ locale, product, tier, confidence, consent, pack }: Handoff): string {
  const given = Object.entries(consent).map(([name, isGiven]) => `${name}: ${isGiven ? '✓' : '✗'}`);
  return [locale, product, `${tier} ${Math.round(100 * confidence)} %`, ...given, pack].filter((each) => each !== undefined).join(' · ');
}

/** The handoff without the lines that the visitor struck out. The summary retells some of them, so it goes with any of these. */
export function withoutStruck(handoff: Handoff, struck: ReadonlySet<string>, { visitor, desk }: HandoffTongues): Handoff {
  if (struck.size === 0) return handoff;
  const stays = (kind: string) => (_: unknown, index: number) => !struck.has(`${kind}:${index}`);
  const { proposal, guide, journey, openQuestion, told, product, pack, ...rest } = handoff;
  const isAlsoStruck = struck.has('also');
  const problem = struck.has('problem') ? visitor.struck : handoff.problem;
  const tried = handoff.tried.filter(stays('tried'));
  const kept = struck.has('proposal') ? undefined : proposal;
  const isRetold = ['problem', 'proposal'].some((id) => struck.has(id)) || [...struck].some((id) => /^(?:tried|fact):/.test(id));
  const summarise = (say: HandoffWords, side: keyof Summary) =>
    summaryOf({ problem: struck.has('problem') ? say.struck : problem, tried, guide: undefined, proposal: kept }, say, side);
  return {
    ...rest,
    problem,
    tried,
    facts: handoff.facts.filter(stays('fact')),
    transcript: handoff.transcript.filter(stays('said')),
    ...(isRetold ? { summary: { visitor: summarise(visitor, 'visitor'), desk: summarise(desk, 'desk') } } : guide && { guide }),
    ...(journey === undefined || struck.has('journey') ? {} : { journey }),
    ...(kept && { proposal: kept }),
    ...(openQuestion === undefined || struck.has('open-question') ? {} : { openQuestion }),
    // Nobody knows which of the lines a model's story retells.
    ...(told === undefined || [...struck].some((id) => !ownLines.has(id)) ? {} : { told }),
    ...(product === undefined || isAlsoStruck ? {} : { product }),
    ...(pack === undefined || isAlsoStruck ? {} : { pack }),
    ...(isAlsoStruck ? { consent: {}, confidence: 0 } : {}),
    ...(struck.has('device') ? { device: '—' } : {}),
    ...(struck.has('mood') ? { mood: 'calm' } : {}),
    ...(struck.has('page') ? { page: { url: handoff.page.url.replace(/^(https?:\/\/[^/?#]+).*$/, '$1/'), title: '' } } : {}),
  };
}

function problemOf({ state, messages }: Conversation): string {
  if (state.topic !== undefined) return state.topic.text;
  const said = messages.filter((message) => message.from === 'visitor').map(({ text }) => text);
  // The last words are often only the wish for a person; the ones before tell why.
  return said.slice(-2).join('\n');
}

interface Walked {
  readonly guide: string;
  readonly title: string;
  readonly node?: string;
  readonly steps: { question: string; reply: string }[];
}

function guideOf({ walk }: Decision, messages: readonly Message[]): Walked | undefined {
  const step = messages.findLast((message) => message.from === 'agent' && message.reply.step !== undefined);
  if (walk === undefined || step?.from !== 'agent' || step.reply.step === undefined) return undefined;
  const { title, known } = step.reply.step;
  const steps = known.map(({ question, answer }) => ({ question: clipped(question, 500), reply: clipped(answer, 500) }));
  return { guide: walk.guide, title, ...(walk.node && { node: walk.node }), steps };
}

/** What the journey under way has asked for; contact and code of a verification stay with the relay's own check. */
function journeyOf({ trip }: Decision): Handoff['journey'] {
  if (trip === undefined) return undefined;
  const filled = trip.state.events.flatMap((event) => (event.kind === 'slot' && !event.slot.startsWith('$') ? [event] : []));
  return { journey: trip.journey, slots: Object.fromEntries(filled.map(({ slot, value }) => [slot, value])) as { [name: string]: Json } };
}

/** What the agent asked last and has no answer to. */
function openQuestionOf({ walk, trip }: Decision, messages: readonly Message[]): string | undefined {
  const last = messages.findLast((message) => message.from === 'agent' && (message.reply.step ?? message.reply.journey) !== undefined);
  if (last?.from !== 'agent') return undefined;
  const { step, journey } = last.reply;
  const asked = walk !== undefined && walk.done === undefined ? step?.words : trip !== undefined ? journey?.asked : undefined;
  return asked && clipped(asked, 1000);
}

/** What the policy leaves to a person. */
function proposedIn({ trip }: Decision) {
  if (trip?.standing.kind !== 'person' || trip.standing.proposed === undefined) return undefined;
  const { rule, because, proposed } = trip.standing;
  return { ...proposed, rule, because };
}

type Proposal = NonNullable<Handoff['proposal']>;

function proposalOf(
  { action, args, inputs, rule, because }: NonNullable<ReturnType<typeof proposedIn>>,
  messages: readonly Message[],
  locale: Locale,
  deskLocale: Locale,
): Proposal {
  const step = messages.findLast((message) => message.from === 'agent' && message.reply.journey !== undefined);
  const title = step?.from === 'agent' ? step.reply.journey?.title : undefined;
  const inLocale = (wanted: Locale) => {
    const [best] = localeChain(wanted, Object.keys(because), locale);
    return clipped((best && because[best]) || (Object.values(because)[0] ?? ''), 1000);
  };
  return {
    action,
    title: clipped(title ?? action, 300),
    args: { ...args },
    inputs: JSON.parse(JSON.stringify(inputs)) as Proposal['inputs'],
    rule: clipped(rule, 120),
    because: { visitor: inLocale(locale), desk: inLocale(deskLocale) },
  };
}

function proposalText({ title, args, because }: Proposal, locale: Locale): string {
  const fields = fieldsText(args, locale);
  return [title, ...(fields === '' ? [] : [`(${fields})`]), ...(because.visitor === '' ? [] : [`— ${because.visitor}`])].join(' ');
}

function fieldsText(fields: Readonly<Record<string, Json>>, locale: Locale): string {
  return Object.entries(fields)
    .map(([name, value]) => `${name}: ${textOf(value, locale)}`)
    .join('; ');
}

function textOf(value: Json, locale: Locale): string {
  if (isMoney(value)) return formatMoney(value, locale);
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Answers and fixes that were shown, and what the visitor said of them. */
function triedIn(messages: readonly Message[], say: HandoffWords): Handoff['tried'] {
  const shown = messages.flatMap((message) => {
    if (message.from !== 'agent') return [];
    const { answer, step } = message.reply;
    const title = answer?.title ?? (step !== undefined && step.details.length > 0 ? step.words : undefined);
    if (title === undefined) return [];
    const { feedback } = message;
    return [{ step: clipped(title, 500), ...(feedback && { outcome: feedback === 'solved' ? say.worked : say.failed }) }];
  });
  return shown.slice(-20);
}

type Summary = Handoff['summary'];

interface Told {
  readonly problem: string;
  readonly tried: Handoff['tried'];
  readonly guide: Walked | undefined;
  readonly proposal: Proposal | undefined;
}

function summaryOf({ problem, tried, guide, proposal }: Told, say: HandoffWords, side: keyof Summary): string {
  const list = tried.map(({ step, outcome }) => (outcome === undefined ? step : `${step} (${outcome})`)).join('; ');
  const last = guide?.steps.at(-1);
  const told = [
    fill(say.asks, { problem }),
    list === '' ? say.nothingTried : fill(say.didTry, { list }),
    ...(guide === undefined || last === undefined
      ? []
      : [fill(say.stuckAt, { step: `${last.question} ${last.reply}`, guide: guide.title })]),
    ...(proposal === undefined ? [] : [`${say.proposal}: ${[proposal.title, proposal.because[side]].filter(Boolean).join(' — ')}`]),
  ];
  return clipped(told.join(' '), longestText);
}

/** Beyond a limit in money, where an answer is not sure enough for what hangs on it, or where a guide warns of danger, it is what is at stake that wants a person. */
function reasonOf(decision: Decision, proposed: ReturnType<typeof proposedIn>): HandoffReason {
  const { reason } = decision;
  if (decision.kind === 'answer' && decision.atStake !== undefined) return 'risk';
  // The answer tells how to reach a person, so that is what was asked for.
  if (decision.kind === 'answer' && decision.offersPerson) return 'asked';
  switch (reason.because) {
    case 'asked-for-person':
      return 'asked';
    case 'upset':
      return 'upset';
    case 'right':
      return proposed?.beyond === undefined ? 'policy' : 'risk';
    case 'nothing-left':
    case 'twice-unsolved':
    case 'guide-unsolved':
      return 'unsolved';
    case 'guide-person':
      return 'guide';
    case 'guide-danger':
      return 'risk';
    default:
      return 'unsure';
  }
}

function spoken(message: Message): Handoff['transcript'][number] {
  const text = message.from === 'visitor' ? message.text : message.reply.text;
  return { from: message.from, text: clipped(text, 4000), at: message.at };
}

function clipped(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
