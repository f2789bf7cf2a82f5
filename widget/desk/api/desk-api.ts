import { type GenericSchema, type InferOutput, safeParse } from 'valibot';
import type { ActionResult } from '../../../src/journey/actions.ts';
import {
  type AuditList,
  auditListSchema,
  type Case,
  type CloseRequest,
  caseSchema,
  type DeskMessage,
  type DeskWeek,
  type Draft,
  type DraftRequest,
  deskWeekSchema,
  draftListSchema,
  type ListedMember,
  type Login,
  loginSchema,
  type MemberChange,
  type MemberRequest,
  memberListSchema,
  type Queued,
  queueSchema,
} from '../../../src/protocol/desk.ts';
import { actionResultSchema } from '../../../src/protocol/relay.ts';
import type { RelayErrorBody } from '../../../src/protocol/relay-errors.ts';
import { DeskFailure } from './desk-failure.ts';

const requestTimeout = 20_000;
/** How long a stream may take to begin, in milliseconds. */
const streamTimeout = 15_000;

export type Fetch = (request: Request) => Promise<Response>;

/** What a member does with a case and that carries nothing but itself. */
export type CaseStep = 'take' | 'release' | 'typing';

/** The desk's requests to its relay. Each rejects with a DeskFailure, or with the reason of the signal that ended it. */
export class DeskApi {
  private csrf = '';

  /**
   * @param base address of the desk's interface, with a slash at its end
   * @param onLoggedOut told whenever the relay no longer knows the log-in
   */
  constructor(
    private readonly base: string,
    private readonly fetcher: Fetch = (request) => fetch(request),
    private readonly onLoggedOut: () => void = () => {},
  ) {}

  /** The log-in in force. */
  async me(): Promise<Login> {
    return this.loggedIn(await this.read('me', loginSchema));
  }

  async logIn(email: string, password: string): Promise<Login> {
    return this.loggedIn(checked(loginSchema, await this.send('POST', 'login', { email, password })));
  }

  async logOut(): Promise<void> {
    await this.write('POST', 'logout');
    this.csrf = '';
  }

  async queue(signal?: AbortSignal): Promise<readonly Queued[]> {
    return (await this.read('queue', queueSchema, signal)).handoffs;
  }

  async closedCases(signal?: AbortSignal): Promise<readonly Queued[]> {
    return (await this.read('queue?status=closed', queueSchema, signal)).handoffs;
  }

  case(handoff: string, signal?: AbortSignal): Promise<Case> {
    return this.read(pathOf(handoff), caseSchema, signal);
  }

  step(handoff: string, step: CaseStep): Promise<void> {
    return this.write('POST', `${pathOf(handoff)}/${step}`, {});
  }

  /** Has what was proposed done. Another try does nothing more once it is. */
  async doProposal(handoff: string): Promise<ActionResult> {
    return checked(actionResultSchema, await this.change('POST', `${pathOf(handoff)}/proposal`)) as ActionResult;
  }

  seen(handoff: string, seq: number): Promise<void> {
    return this.write('POST', `${pathOf(handoff)}/seen`, { seq });
  }

  /** The message's own id makes each try after the first one do nothing. */
  say(handoff: string, message: DeskMessage): Promise<void> {
    return this.write('POST', `${pathOf(handoff)}/messages`, message, { 'Idempotency-Key': message.id });
  }

  close(handoff: string, request: CloseRequest): Promise<void> {
    return this.write('POST', `${pathOf(handoff)}/close`, request);
  }

  draft(handoff: string, request: DraftRequest): Promise<void> {
    return this.write('POST', `${pathOf(handoff)}/draft`, request);
  }

  async drafts(signal?: AbortSignal): Promise<readonly Draft[]> {
    return (await this.read('drafts', draftListSchema, signal)).drafts;
  }

  async members(signal?: AbortSignal): Promise<readonly ListedMember[]> {
    return (await this.read('members', memberListSchema, signal)).members;
  }

  addMember(request: MemberRequest): Promise<void> {
    return this.write('POST', 'members', request);
  }

  changeMember(member: string, change: MemberChange): Promise<void> {
    return this.write('PATCH', `members/${encodeURIComponent(member)}`, change);
  }

  week(signal?: AbortSignal): Promise<DeskWeek> {
    return this.read('week', deskWeekSchema, signal);
  }

  /** @param before id of an entry: those older than it */
  async audit(before?: number, signal?: AbortSignal): Promise<AuditList['entries']> {
    return (await this.read(before === undefined ? 'audit' : `audit?before=${before}`, auditListSchema, signal)).entries;
  }

  /** The stream of what happens at the desk, and in one case behind its event number `after`. */
  async events(follow: { handoff: string; after: number } | undefined, signal: AbortSignal): Promise<Response> {
    const headers = { Accept: 'text/event-stream', ...(follow && { 'Last-Event-ID': String(follow.after) }) };
    const path = follow === undefined ? 'events' : `events?handoff=${encodeURIComponent(follow.handoff)}`;
    const limit = limitOf(streamTimeout, signal);
    try {
      return await this.request(path, { headers }, limit.signal);
    } finally {
      limit.clear();
    }
  }

  private loggedIn(login: Login): Login {
    this.csrf = login.csrf;
    return login;
  }

  private async read<Schema extends GenericSchema>(path: string, schema: Schema, signal?: AbortSignal): Promise<InferOutput<Schema>> {
    return checked(schema, await this.json(path, {}, signal));
  }

  private async write(...request: Parameters<DeskApi['change']>): Promise<void> {
    await this.change(...request);
  }

  private async change(
    method: 'POST' | 'PATCH',
    path: string,
    body: unknown = {},
    headers: Readonly<Record<string, string>> = {},
  ): Promise<unknown> {
    try {
      return await this.send(method, path, body, headers);
    } catch (thrown) {
      // A log-in in another tab has replaced the one that this tab knows.
      if (!(thrown instanceof DeskFailure) || thrown.code !== 'csrf-refused') throw thrown;
      await this.me();
      return this.send(method, path, body, headers);
    }
  }

  private send(method: 'POST' | 'PATCH', path: string, body: unknown, more: Readonly<Record<string, string>> = {}): Promise<unknown> {
    const headers = { 'Content-Type': 'application/json', ...(this.csrf && { 'X-CSRF-Token': this.csrf }), ...more };
    return this.json(path, { method, headers, body: JSON.stringify(body) });
  }

  private async json(path: string, init: RequestInit, signal?: AbortSignal): Promise<unknown> {
    const limit = limitOf(requestTimeout, signal);
    try {
      const response = await this.request(path, init, limit.signal);
      const text = await response.text();
      return text === '' ? null : JSON.parse(text);
    } catch (thrown) {
      if (thrown instanceof SyntaxError) throw new DeskFailure('unreadable', thrown.message);
      throw signal?.aborted ? signal.reason : DeskFailure.from(thrown);
    } finally {
      limit.clear();
    }
  }

  private async request(path: string, init: RequestInit, signal: AbortSignal): Promise<Response> {
    const request = new Request(new URL(path, this.base), { ...init, credentials: 'same-origin', cache: 'no-store', signal });
    const response = await this.fetcher(request).catch((thrown: unknown) => {
      throw signal.aborted ? signal.reason : DeskFailure.from(thrown);
    });
    if (response.ok) return response;
    const failure = await failureOf(response);
    if (failure.isLoggedOut) this.onLoggedOut();
    throw failure;
  }
}

function pathOf(handoff: string): string {
  return `handoffs/${encodeURIComponent(handoff)}`;
}

/** A signal that is raised with the other one, or as `unreachable` when the time is up. */
function limitOf(timeout: number, other?: AbortSignal): { readonly signal: AbortSignal; clear(): void } {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new DeskFailure('unreachable', `no answer within ${timeout} ms`)), timeout);
  const follow = () => controller.abort(other?.reason);
  if (other?.aborted) follow();
  other?.addEventListener('abort', follow, { once: true, signal: controller.signal });
  return { signal: controller.signal, clear: () => clearTimeout(timer) };
}

function checked<Schema extends GenericSchema>(schema: Schema, data: unknown): InferOutput<Schema> {
  const result = safeParse(schema, data);
  if (!result.success) throw new DeskFailure('unreadable', result.issues[0].message);
  return result.output;
}

async function failureOf(response: Response): Promise<DeskFailure> {
  const body = (await response.json().catch(() => null)) as RelayErrorBody | null;
  const wait = Number(response.headers.get('Retry-After'));
  const seconds = Number.isFinite(wait) && wait > 0 ? wait : undefined;
  const code = body?.error?.code ?? (response.status >= 500 ? 'unavailable' : 'bad-request');
  return new DeskFailure(code, body?.error?.message ?? `the relay answers with status ${response.status}`, seconds);
}
