import * as v from 'valibot';
import type { ActionRequest, ActionResult, Json } from '../../journey/actions.ts';
import { type Locale, localeChain } from '../../language/locale.ts';
import type { ConditionContext } from '../../policy/condition.ts';
import { decideEach } from '../../policy/decide-right.ts';
import { isMoney } from '../../policy/money.ts';
import type { Proposal, RightDecision } from '../../policy/rights.ts';
import { type FactsReply, termsOf } from '../../protocol/shop.ts';
import { sleep } from '../clock.ts';
import type { RelayParts } from '../relay-parts.ts';
import { sha256 } from '../secrets.ts';
import { type Shop, ShopUnreachable } from './shop.ts';
import { type Asker, finishVerification, startVerification } from './verify-customer.ts';

export interface ActionCall extends Asker {
  /** The customer that a signed identity named. */
  readonly customer?: string;
  readonly request: ActionRequest;
  /** The member of the desk who has it done, who may do what the policy leaves to a person; left out, the visitor asks. */
  readonly member?: string;
  readonly signal?: AbortSignal;
}

/** How long one request waits for another with the same key, or for the customer's other request, in milliseconds. */
const longestWait = 8000;

/**
 * Takes an action: checks what is asked for, who the customer is, and what the policy says to the facts as the shop
 * knows them; acts once for each key, and records what was decided.
 */
export async function performAction(parts: RelayParts, shop: Shop, call: ActionCall): Promise<ActionResult> {
  const result = await perform(parts, shop, call).catch((thrown: unknown): ActionResult => {
    if (!(thrown instanceof ShopUnreachable)) throw thrown;
    parts.log('warning', 'the shop cannot be reached', { site: call.site.id, action: call.request.action, error: thrown.message });
    return { kind: 'unreachable' };
  });
  parts.metrics.action(termsOf(call.request.action) === undefined ? 'other' : call.request.action, result.kind);
  return result;
}

async function perform(parts: RelayParts, shop: Shop, call: ActionCall): Promise<ActionResult> {
  const { request, site, visitor } = call;
  const terms = termsOf(request.action);
  const args = terms === undefined ? { valid: request.args } : checkArgs(terms.args, request.args);
  if ('invalid' in args) return args.invalid;
  const { valid } = args;
  if (request.action === 'start-verification') return startVerification(parts, shop, call, String(valid.contact), request.locale);
  if (request.action === 'finish-verification') return finishVerification(parts, call, String(valid.code));
  const needs = terms?.customer ?? 'always';
  const isCustomerNeeded = needs === 'always' || (needs === 'with-order' && valid.order !== undefined);
  const customer = call.customer ?? (await parts.storage.verifications.customerOf(site.id, visitor, parts.clock())) ?? null;
  if (isCustomerNeeded && customer === null) return { kind: 'verify' };
  const who = await parts.keyed('customer', `${site.id}\n${customer ?? `visitor:${visitor}`}`);
  const act: Act = {
    ...call,
    request: { ...request, args: valid },
    customer: customer ?? undefined,
    who,
  };
  if (terms?.isLookUp === true) return lookUp(shop, act);
  return once(parts, act, () => decided(parts, shop, act));
}

/** A call whose arguments are checked. */
interface Act extends Omit<ActionCall, 'customer'> {
  readonly customer: string | undefined;
  /** Keyed hash of whom limits count for. */
  readonly who: string;
}

type Args = Readonly<Record<string, Json>>;

function checkArgs(schema: v.GenericSchema, given: Args): { valid: Args } | { invalid: ActionResult } {
  const parsed = v.safeParse(schema, given, { abortEarly: true });
  if (parsed.success) return { valid: parsed.output as Args };
  const [issue] = parsed.issues;
  return { invalid: { kind: 'invalid', field: v.getDotPath(issue) ?? '', message: issue.message.slice(0, 300) } };
}

async function lookUp(shop: Shop, act: Act): Promise<ActionResult> {
  const { action, args, locale } = act.request;
  return shop.perform({ id: await idAtShop(act), action, args, customer: act.customer ?? null, locale }, act.signal);
}

/** A visitor chooses the key: without its owner in it one could ask for another's result. */
async function idAtShop({ site, visitor, request }: Act): Promise<string> {
  return sha256(`${site.id}\n${visitor}\n${request.id}`);
}

/** Acts once for each idempotency key, and gives the same result to each further try. */
async function once(parts: RelayParts, act: Act, work: () => Promise<ActionResult>): Promise<ActionResult> {
  const { site, visitor, request, who, signal } = act;
  const key = { site: site.id, visitor, id: request.id };
  const hash = await sha256(JSON.stringify([request.action, request.args]));
  const deadline = parts.clock() + longestWait;
  for (;;) {
    const begun = await parts.storage.actions.begin(key, { action: request.action, hash, customer: who, now: parts.clock() });
    if (begun.state === 'done') return begun.result;
    if (begun.state === 'other') return { kind: 'invalid', field: 'id', message: 'The id stands for another request.' };
    if (begun.state === 'new') break;
    if (parts.clock() > deadline || signal?.aborted) return { kind: 'unreachable' };
    await sleep(100, signal);
  }
  try {
    const result = await work();
    if (result.kind === 'done') await parts.storage.actions.finish(key, result, parts.clock());
    else await parts.storage.actions.abandon(key);
    return result;
  } catch (thrown) {
    await parts.storage.actions.abandon(key).catch(() => {});
    throw thrown;
  }
}

/** Looks up the facts, decides, and acts where the decision lets it. One at a time for each customer, so that limits hold. */
async function decided(parts: RelayParts, shop: Shop, act: Act): Promise<ActionResult> {
  const { request, site, who, customer = null } = act;
  const { action, args, locale } = request;
  const id = await idAtShop(act);
  const result = await parts.storage.locks.withLock(`action:${site.id}:${who}:${action}`, longestWait, async (): Promise<ActionResult> => {
    const found = await shop.facts({ id, action, args, customer, locale }, act.signal);
    if (found.already !== undefined) return { kind: 'done', data: found.already };
    if (!found.found) return { kind: 'not-found' };
    const decision = await decide(parts, act, found);
    const { right, rule, because } = decision;
    const isAllowed = right === 'auto' || (right === 'confirm' && request.isConfirmed) || (right === 'person' && act.member !== undefined);
    // Before it acts: what was done and not recorded would be worse than the reverse.
    await record(parts, act, decision, isAllowed ? 'act' : right);
    if (!isAllowed) return { kind: right, rule, because: inLocale(because, locale, site.locale) };
    return shop.perform({ id, action, args, customer, locale, rule }, act.signal);
  });
  if (result?.kind === 'done') await recordOutcome(parts, act);
  return result ?? { kind: 'unreachable' };
}

async function decide(
  parts: RelayParts,
  { request, site, who }: Act,
  { facts, items, amount, before }: FactsReply,
): Promise<RightDecision> {
  const asked = request.args.amount;
  const cost = amount ?? (isMoney(asked) ? asked : undefined);
  const known: ConditionContext = { ...facts, args: request.args, now: parts.now(), locale: request.locale };
  const proposal: Proposal = {
    action: request.action,
    facts: known,
    ...(cost === undefined ? {} : { amount: cost }),
    before: before ?? (await parts.storage.actions.timesOf(site.id, who, request.action)),
  };
  return decideEach(site.rights, proposal, items ?? []).decision;
}

async function record(parts: RelayParts, act: Act, decision: RightDecision, outcome: string): Promise<void> {
  const { request, site } = act;
  const { right, rule, inputs, beyond } = decision;
  const data = {
    id: request.id,
    right,
    rule,
    inputs: JSON.parse(JSON.stringify(inputs)) as Json,
    ...(beyond === undefined ? {} : { beyond }),
    isConfirmed: request.isConfirmed,
    outcome,
  };
  await parts.audit(site, { actor: actorOf(act), what: 'decision', subject: request.action, data });
}

async function recordOutcome(parts: RelayParts, act: Act): Promise<void> {
  const { request, site } = act;
  const data = { id: request.id, outcome: 'done' };
  await parts.audit(site, { actor: actorOf(act), what: 'action', subject: request.action, data });
}

function actorOf({ visitor, member }: Act): string {
  return member === undefined ? `visitor:${visitor}` : `member:${member}`;
}

function inLocale(words: Readonly<Record<Locale, string>>, wanted: Locale, fallback: Locale): string {
  const available = Object.keys(words);
  const [best = available[0]] = localeChain(wanted, available, fallback);
  return best === undefined ? '' : (words[best] ?? '');
}
