import { is } from 'valibot';
import type { ActionRequest, ActionResult, Actions } from '../../src/journey/actions.ts';
import { actionResultSchema } from '../../src/protocol/relay.ts';
import { RelayFailure, type RelaySession } from './relay-session.ts';

/** Actions by way of the relay. */
export class RelayActions implements Actions {
  constructor(private readonly session: RelaySession) {}

  async perform(request: ActionRequest, signal?: AbortSignal): Promise<ActionResult> {
    try {
      const response = await this.session.request(`v1/actions/${encodeURIComponent(request.action)}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': request.id },
        body: JSON.stringify(request),
        ...(signal && { signal }),
      });
      const result: unknown = await response.json();
      return is(actionResultSchema, result) ? (result as ActionResult) : { kind: 'unreachable' };
    } catch (thrown) {
      if (signal?.aborted) throw thrown;
      if (thrown instanceof RelayFailure && thrown.code === 'slow-down')
        return { kind: 'slow-down', retryAfterSeconds: thrown.retryAfterSeconds ?? 60 };
      return { kind: 'unreachable' };
    }
  }
}
