import { parse } from 'valibot';
import { type Session, sessionSchema } from '../../src/protocol/relay.ts';
import type { RelayErrorBody, RelayErrorCode } from '../../src/protocol/relay-errors.ts';
import { eitherSignal } from './either-signal.ts';

const requestTimeout = 20_000;
/** A session that ends this soon is renewed first, in milliseconds. */
const renewBefore = 20_000;

export interface RelayAddress {
  /** Absolute, with a slash at its end. */
  readonly url: string;
  /** The site's public key. */
  readonly site: string;
  /** JWT by which the shop says who the customer is. */
  readonly identity?: string;
}

/** Keeps the token by which the next session is the same visitor's. */
export interface RenewalStore {
  renewal(): Promise<string | undefined>;
  saveRenewal(token: string): Promise<void>;
}

/** The next session is another visitor's: nothing links one to the other. */
export function keepsNothing(): RenewalStore {
  return { renewal: async () => undefined, saveRenewal: async () => {} };
}

/** What the relay says no to, or that it could not be reached (`unreachable`). */
export class RelayFailure extends Error {
  override readonly name = 'RelayFailure';

  constructor(
    readonly code: RelayErrorCode | 'unreachable',
    message: string,
    readonly retryAfterSeconds?: number,
  ) {
    super(message);
  }

  /** Whether the same request may yet succeed. */
  get mayPass(): boolean {
    return ['unreachable', 'slow-down', 'internal', 'unavailable', 'too-slow', 'session-expired', 'unauthorized'].includes(this.code);
  }
}

/** Requests to the relay in a session that is opened and renewed as needed. */
export class RelaySession {
  private opening: Promise<Session> | undefined;

  constructor(
    readonly address: RelayAddress,
    private readonly store: RenewalStore,
  ) {}

  /** The session in force. Rejects with a RelayFailure. */
  async open(): Promise<Session> {
    const session = await this.opening?.catch(() => undefined);
    if (session !== undefined && Date.parse(session.expires) - Date.now() > renewBefore) return session;
    this.opening = this.openFresh();
    return this.opening;
  }

  /** One request; a session that ran out in the meantime is renewed once. Rejects with a RelayFailure. */
  async request(path: string, init: RequestInit = {}, timeout = requestTimeout): Promise<Response> {
    try {
      return await this.send(path, init, timeout);
    } catch (thrown) {
      const isOver = thrown instanceof RelayFailure && (thrown.code === 'session-expired' || thrown.code === 'unauthorized');
      if (!isOver) throw thrown;
      this.opening = undefined;
      return this.send(path, init, timeout);
    }
  }

  /** Sends JSON and gives the JSON of the answer. */
  async post(path: string, body: unknown, key?: string): Promise<unknown> {
    const headers = { 'Content-Type': 'application/json', ...(key === undefined ? {} : { 'Idempotency-Key': key }) };
    return (await this.request(path, { method: 'POST', headers, body: JSON.stringify(body) })).json();
  }

  private async send(path: string, init: RequestInit, timeout: number): Promise<Response> {
    const { session } = await this.open();
    const headers = new Headers(init.headers);
    headers.set('Authorization', `Bearer ${session}`);
    return send(new URL(path, this.address.url).href, { ...init, headers }, timeout);
  }

  private async openFresh(): Promise<Session> {
    const { url, site, identity } = this.address;
    const open = async (renewal: string | undefined) => {
      const body = JSON.stringify({ site, ...(renewal && { renewal }), ...(identity && { identity }) });
      const init = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body };
      return (await send(new URL('v1/sessions', url).href, init, requestTimeout)).json();
    };
    const renewal = await this.store.renewal();
    const opened = await open(renewal).catch((thrown: unknown) => {
      // A renewal that has run out makes a new visitor of the old one, which is better than none.
      const isStale = thrown instanceof RelayFailure && ['session-expired', 'unauthorized'].includes(thrown.code) && renewal !== undefined;
      if (!isStale) throw thrown;
      return open(undefined);
    });
    const session = parse(sessionSchema, opened);
    await this.store.saveRenewal(session.renewal);
    return session;
  }
}

async function send(url: string, init: RequestInit, timeout: number): Promise<Response> {
  const signal = eitherSignal(init.signal, AbortSignal.timeout(timeout));
  let response: Response;
  try {
    response = await fetch(url, { ...init, credentials: 'omit', cache: 'no-store', signal });
  } catch (thrown) {
    throw new RelayFailure('unreachable', thrown instanceof Error ? thrown.message : String(thrown));
  }
  if (response.ok) return response;
  const body = (await response.json().catch(() => null)) as RelayErrorBody | null;
  const wait = Number(response.headers.get('Retry-After'));
  const seconds = Number.isFinite(wait) && wait > 0 ? wait : undefined;
  const code = body?.error?.code ?? (response.status >= 500 ? 'unavailable' : 'bad-request');
  throw new RelayFailure(code, body?.error?.message ?? `the relay answers with status ${response.status}`, seconds);
}
