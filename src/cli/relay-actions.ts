import * as v from 'valibot';
import type { Redact } from '../handoff/redact-handoff.ts';
import type { ActionRequest, ActionResult, Actions } from '../journey/actions.ts';
import { redactRequest } from '../journey/redact-request.ts';
import { actionResultSchema, sessionSchema } from '../protocol/relay.ts';

const requestTimeout = 20_000;

const refusalSchema = v.object({ error: v.object({ message: v.string(), mend: v.optional(v.string()) }) });

/**
 * Actions by way of a relay, one visitor's for each conversation.
 * @param address the relay's, with the site's public key after a `#`
 * @param origin what the site's pages call themselves: one of those that the relay's configuration lists
 * @param redact for what visitors wrote freely
 */
export function actionsBySession(
  address: string,
  origin: string | undefined,
  redact: Redact,
): (session: string | number | undefined) => Actions {
  const known = new Map<string | number, Actions>();
  return (session) => {
    const actions = (session === undefined ? undefined : known.get(session)) ?? new SessionActions(address, origin, redact);
    if (session !== undefined) known.set(session, actions);
    return actions;
  };
}

class SessionActions implements Actions {
  private token: string | undefined;

  constructor(
    private readonly address: string,
    private readonly origin: string | undefined,
    private readonly redact: Redact,
  ) {}

  async perform(request: ActionRequest): Promise<ActionResult> {
    try {
      this.token ??= await this.open();
      const headers = { Authorization: `Bearer ${this.token}`, 'Idempotency-Key': request.id };
      const response = await this.post(`v1/actions/${encodeURIComponent(request.action)}`, redactRequest(request, this.redact), headers);
      const result: unknown = await response.json();
      return v.is(actionResultSchema, result) ? (result as ActionResult) : { kind: 'unreachable' };
    } catch {
      return { kind: 'unreachable' };
    }
  }

  private async open(): Promise<string> {
    const site = decodeURIComponent(new URL(this.address).hash.slice(1));
    const response = await this.post('v1/sessions', { site }, {});
    const answer: unknown = await response.json();
    const refusal = v.safeParse(refusalSchema, answer);
    if (refusal.success) {
      const { message, mend = '' } = refusal.output.error;
      process.stderr.write(`the relay refuses: ${message}\n    ${mend}\n`);
    }
    return v.parse(sessionSchema, answer).session;
  }

  private post(path: string, body: unknown, headers: Record<string, string>): Promise<Response> {
    const url = new URL(this.address);
    url.hash = '';
    if (!url.pathname.endsWith('/')) url.pathname += '/';
    // Browsers name the page's origin themselves, and the relay takes nothing without it.
    const all = { 'Content-Type': 'application/json', ...(this.origin !== undefined && { Origin: this.origin }), ...headers };
    return fetch(new URL(path, url), {
      method: 'POST',
      headers: all,
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(requestTimeout),
    });
  }
}
