import * as v from 'valibot';
import type { ActionRequest, ActionResult, Actions } from '../journey/actions.ts';
import { actionResultSchema, sessionSchema } from '../protocol/relay.ts';

const requestTimeout = 20_000;

/**
 * Actions by way of a relay, one visitor's for each conversation.
 * @param address the relay's, with the site's public key after a `#`
 */
export function actionsBySession(): (address: string, session: string | number | undefined) => Actions {
  const known = new Map<string | number, Actions>();
  return (address, session) => {
    const actions = (session === undefined ? undefined : known.get(session)) ?? new SessionActions(address);
    if (session !== undefined) known.set(session, actions);
    return actions;
  };
}

class SessionActions implements Actions {
  private token: string | undefined;

  constructor(private readonly address: string) {}

  async perform(request: ActionRequest): Promise<ActionResult> {
    try {
      this.token ??= await this.open();
      const headers = { Authorization: `Bearer ${this.token}`, 'Idempotency-Key': request.id };
      const response = await this.post(`v1/actions/${encodeURIComponent(request.action)}`, request, headers);
      const result: unknown = await response.json();
      return v.is(actionResultSchema, result) ? (result as ActionResult) : { kind: 'unreachable' };
    } catch {
      return { kind: 'unreachable' };
    }
  }

  private async open(): Promise<string> {
    const site = decodeURIComponent(new URL(this.address).hash.slice(1));
    const response = await this.post('v1/sessions', { site }, {});
    return v.parse(sessionSchema, await response.json()).session;
  }

  private post(path: string, body: unknown, headers: Record<string, string>): Promise<Response> {
    const url = new URL(this.address);
    url.hash = '';
    if (!url.pathname.endsWith('/')) url.pathname += '/';
    const all = { 'Content-Type': 'application/json', ...headers };
    return fetch(new URL(path, url), {
      method: 'POST',
      headers: all,
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(requestTimeout),
    });
  }
}
