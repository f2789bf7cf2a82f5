import { parse } from 'valibot';
import { acceptedSchema, type HandoffState, handoffStateSchema } from '../../src/protocol/relay.ts';
import type { OutboxEntry } from '../answer/database.ts';
import { RelayFailure, type RelaySession } from './relay-session.ts';

/** The lock under which what waits for a relay is sent: one tab or worker at a time, so that the order stays. */
export function outboxLock(relay: string): string {
  return `edge-agent-outbox:${relay}`;
}

/**
 * Sends one thing that waits; its id is the idempotency key, so that another try does nothing more.
 * @param handoff the relay's id of the talk that it belongs to, once there is one
 * @returns how the handoff stands where it was opened by this
 * @throws RelayFailure
 */
export async function deliver(
  session: RelaySession,
  { id, kind, body }: Pick<OutboxEntry, 'id' | 'kind' | 'body'>,
  handoff: string | undefined,
): Promise<HandoffState | undefined> {
  if (kind === 'open') return parse(handoffStateSchema, await session.post('v1/handoffs', body, id));
  if (handoff === undefined) throw new RelayFailure('closed', 'there is nobody to write to any more');
  const answer = await session.post(handoffPath(handoff, kind === 'leave' ? 'leave' : 'messages'), body, id);
  if (kind === 'message') parse(acceptedSchema, answer);
  return undefined;
}

export function handoffPath(handoff: string, what: string): string {
  return `v1/handoffs/${encodeURIComponent(handoff)}/${what}`;
}
