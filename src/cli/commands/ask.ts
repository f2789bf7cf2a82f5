import { randomUUID } from 'node:crypto';
import { createInterface } from 'node:readline';
import * as v from 'valibot';
import type { Decision } from '../../decide/decision.ts';
import type { TurnContext } from '../../decide/input.ts';
import { type ConversationState, emptyState } from '../../decide/state.ts';
import { canonicalLocale, localeChain } from '../../language/locale.ts';
import { visitorLocale } from '../../language/visitor-locale.ts';
import type { Manifest } from '../../pack/manifest.ts';
import { redact } from '../../privacy/redact.ts';
import { type Agent, type Turn, takeTurn } from '../../turn.ts';
import type { Command } from '../command.ts';
import { encoderOf } from '../encoders.ts';
import { openPackDirectory } from '../pack-files.ts';
import { actionsBySession } from '../relay-actions.ts';
import { FailedError, UsageError } from '../usage-error.ts';

const text = v.string();
const oneOrMore = v.union([text, v.array(text)]);

/** One line of `questions.jsonl`. */
const questionSchema = v.object({
  id: v.union([v.string(), v.number()]),
  text,
  locale: v.nullish(text),
  session: v.nullish(v.union([v.string(), v.number()])),
  context: v.nullish(
    v.looseObject({
      product: v.nullish(oneOrMore),
      market: v.nullish(text),
      audience: v.nullish(oneOrMore),
      page: v.nullish(text),
      now: v.nullish(text),
      customer: v.nullish(v.record(v.string(), v.unknown())),
    }),
  ),
});
type Question = v.InferOutput<typeof questionSchema>;

export const ask: Command = {
  summary: 'ask a pack a question, or many as JSON lines',
  usage: `edge-agent ask --pack <pack-dir> "<question>" [--locale en] [--json]
edge-agent ask --pack <pack-dir> --jsonl < questions.jsonl > decisions.jsonl

  --pack <dir>     the pack
  --locale <tag>   the visitor's locale; told from the words where it is left out
  --actions <url>  address of the relay that acts for journeys, the site's key after a #; without it nobody can be reached
  --origin <url>   with --actions: the origin of the site's pages, as the relay lists it; the site's own address where left out
  --json           print the decision as one JSON object
  --jsonl          read {"id","text","locale"?,"session"?,"context"?} a line, print one decision a line;
                   lines of one session are turns of one conversation`,
  options: {
    pack: { type: 'string' },
    locale: { type: 'string' },
    json: { type: 'boolean', default: false },
    jsonl: { type: 'boolean', default: false },
    actions: { type: 'string' },
    origin: { type: 'string' },
  },
  async run({ positionals, values }) {
    const { pack, locale } = values;
    if (typeof pack !== 'string') throw new UsageError('name the pack with --pack <dir>');
    const { actions, origin } = values;
    if (typeof actions === 'string' && !URL.canParse(actions)) throw new UsageError('--actions takes the address of a relay');
    if (typeof origin === 'string' && !URL.canParse(origin)) throw new UsageError('--origin takes an address such as https://shop.example');
    const asker = await openAsker(pack, {
      ...(typeof actions === 'string' && { actions }),
      ...(typeof origin === 'string' && { origin: new URL(origin).origin }),
    });
    if (values.jsonl === true) {
      if (positionals.length > 0) throw new UsageError('with --jsonl the questions come on standard input');
      return askLines(asker);
    }
    const [question] = positionals;
    if (question === undefined || positionals.length > 1) throw new UsageError('write the question as one argument, in quotes');
    const record = await asker({ id: 'question', text: question, locale: typeof locale === 'string' ? wellFormed(locale) : undefined });
    const { id: _, ...decision } = record;
    process.stdout.write(values.json === true ? `${JSON.stringify(decision)}\n` : `${spoken(record)}\n`);
    return 0;
  },
};

type Asker = (question: Question) => Promise<DecisionRecord>;

async function askLines(asker: Asker): Promise<number> {
  let number = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line.trim() === '') continue;
    const output = `${JSON.stringify(await asker(parseLine(line, number)))}\n`;
    if (!process.stdout.write(output)) await new Promise((resolve) => process.stdout.once('drain', resolve));
  }
  return 0;
}

function parseLine(line: string, number: number): Question {
  let data: unknown;
  try {
    data = JSON.parse(line);
  } catch {
    throw new FailedError(`line ${number}: not JSON\n    Write one object a line: {"id":"1","text":"…"}`);
  }
  const parsed = v.safeParse(questionSchema, data);
  if (parsed.success) return parsed.output;
  const issue = parsed.issues[0];
  throw new FailedError(
    `line ${number}: "${v.getDotPath(issue) ?? 'the line'}" is wrong: ${issue.message}\n    Write {"id":"1","text":"…","locale":"en","session":"a","context":{"market":"EU"}}; locale, session and context may be left out`,
  );
}

function wellFormed(tag: string): string {
  const locale = canonicalLocale(tag);
  if (locale === undefined) throw new UsageError(`"${tag}" is not a locale; write a tag such as en or pt-BR`);
  return locale;
}

/** One decision as `decisions.jsonl` has it. */
export interface DecisionRecord {
  readonly id: Question['id'];
  readonly session?: string | number;
  readonly [field: string]: unknown;
}

/** Who acts for visitors, if anybody. */
export interface AskerActions {
  /** Address of the relay, with the site's public key after a `#`. */
  readonly actions?: string;
  /** Of the site's pages; left out, that of the site's own address. */
  readonly origin?: string;
}

/** Opens a pack for asking; conversations are kept by session. */
export async function openAsker(directory: string, { actions, origin }: AskerActions = {}): Promise<Asker> {
  const pack = await openPackDirectory(directory, encoderOf);
  const { site, contact } = pack.manifest;
  const { url } = site;
  const own = url !== undefined && URL.canParse(url) ? new URL(url).origin : undefined;
  const known = [contact.email, contact.phone].filter((each) => each !== undefined);
  const actionsFor = actions === undefined ? undefined : actionsBySession(actions, origin ?? own, (words) => redact(words, { known }).text);
  const states = new Map<string | number, ConversationState>();
  return async (question) => {
    const session = question.session ?? undefined;
    const state = (session === undefined ? undefined : states.get(session)) ?? emptyState;
    const locale = localeOf(question, state, pack.manifest);
    const { locales, defaultLocale } = pack.manifest;
    const under = [state.guide, state.journey].flatMap((each) => (each === undefined ? [] : [each.locale]));
    const chain = [...new Set([...localeChain(locale, Object.keys(locales), defaultLocale), ...under])];
    const agent: Agent = {
      ...(await pack.agent(chain, locale)),
      ...(actionsFor && { actions: actionsFor(session) }),
    };
    const context = contextOf(question, locale);
    const started = performance.now();
    const turn = await takeTurn({ kind: 'question', text: question.text }, state, agent, context);
    const milliseconds = performance.now() - started;
    if (session !== undefined) states.set(session, { ...turn.next, locale });
    return recordOf(question.id, session, turn, milliseconds, locale);
  };
}

/** As given; else the conversation's, or the site's default, for as long as the words agree with it. */
function localeOf(question: Question, state: ConversationState, manifest: Manifest): string {
  const given = question.locale === undefined || question.locale === null ? undefined : canonicalLocale(question.locale);
  if (given !== undefined) return given;
  return visitorLocale(question.text, state.locale ?? manifest.defaultLocale);
}

function contextOf(question: Question, locale: string): TurnContext {
  const { product, market, audience, page, now, customer } = question.context ?? {};
  return {
    locale,
    now: now ?? new Date().toISOString(),
    ...(product == null ? {} : { product }),
    ...(market == null ? {} : { market }),
    ...(audience == null ? {} : { audience }),
    ...(page == null ? {} : { page }),
    ...(customer == null ? {} : { customer: customer as NonNullable<TurnContext['customer']> }),
    seed: randomUUID().slice(0, 18),
  };
}

function recordOf(
  id: Question['id'],
  session: string | number | undefined,
  turn: Turn,
  milliseconds: number,
  locale: string,
): DecisionRecord {
  const parts = turn.parts.map(({ text: asked, decision, reply, acts = [] }) => ({
    ...(turn.parts.length > 1 ? { question: asked } : {}),
    // A request that nobody took is still to be made.
    kind: acts.at(-1)?.result.kind === 'unreachable' ? 'act' : decision.kind,
    ...(decision.kind === 'answer' ? { unit: decision.unit } : {}),
    ...walkOf(decision),
    ...tripOf(decision),
    ...(acts.length === 0 ? {} : { action: acts.at(-1)?.action }),
    ...(reply.choices.length > 0 || decision.kind === 'clarify' || decision.kind === 'guide' || decision.kind === 'journey'
      ? { choices: reply.choices.map(({ id: choice, label }) => ({ id: choice, label })) }
      : {}),
    confidence: rounded(decision.confidence, 4),
    candidates: decision.candidates.map((each) => ({ ...each, score: rounded(each.score, 4) })),
    locale: decision.kind === 'answer' ? decision.locale : locale,
    tier: decision.tier,
    text: reply.text,
    reason: reply.reason,
  }));
  const { question: _, ...first } = parts[0] as (typeof parts)[number] & { question?: string };
  return {
    id,
    ...(session === undefined ? {} : { session }),
    ...first,
    ms: rounded(milliseconds, 3),
    ...(parts.length > 1 ? { parts } : {}),
  };
}

/** The guide that the decision leaves the visitor in, or ends. */
function walkOf({ walk }: Decision) {
  if (walk === undefined) return {};
  const { guide, node, done } = walk;
  return { guide, ...(node === undefined ? {} : { node }), ...(done === undefined ? {} : { done }) };
}

/** The journey that the decision leaves the visitor in, or ends, with what is known in it. */
function tripOf({ trip }: Decision) {
  if (trip === undefined) return {};
  const { journey, state, standing, done } = trip;
  const filled = state.events.flatMap((event) =>
    event.kind === 'slot' && !event.slot.startsWith('$') ? [[event.slot, event.value] as const] : [],
  );
  const step = 'step' in standing ? standing.step : standing.kind === 'ask' ? standing.slot : standing.kind;
  return { journey, node: step, slots: Object.fromEntries(filled), ...(done === undefined ? {} : { done }) };
}

function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}

function spoken(record: DecisionRecord): string {
  const parts = (record.parts as { text: string; reason: string }[] | undefined) ?? [record as unknown as { text: string; reason: string }];
  return `${parts.map(({ text: reply, reason }) => `${reply}\n\n(${reason})`).join('\n\n')}\n${record.ms} ms`;
}
