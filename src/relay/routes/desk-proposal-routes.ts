import * as v from 'valibot';
import { type ActionResult, lookUps, numberIn } from '../../journey/actions.ts';
import { actionResultSchema } from '../../protocol/relay.ts';
import { performAction } from '../actions/perform-action.ts';
import { auditCase, held } from '../desk/case-access.ts';
import type { DeskCaller } from '../desk/log-in.ts';
import { tellEvent } from '../handoffs/tell.ts';
import { RelayError } from '../http/relay-error.ts';
import { type Call, deskRoute, type Route } from '../http/route.ts';

export const deskProposalRoutes: readonly Route[] = [
  deskRoute({
    method: 'POST',
    path: '/desk/api/handoffs/{handoff}/proposal',
    summary: 'Has the proposed action done; it is decided again, and done once.',
    body: v.strictObject({}),
    reply: actionResultSchema,
    errors: ['not-found', 'not-yours', 'closed', 'not-offered'],
    handle: doProposal,
  }),
];

/** What the device proposed is only what it says: who the customer is, the facts and the right are looked up here. */
async function doProposal(call: Call<unknown, DeskCaller>): Promise<ActionResult> {
  const { parts, caller, address, request } = call;
  const { record, site } = await held(call);
  const { proposal, locale } = record.handoff;
  if (record.status === 'closed') throw new RelayError('closed', 'the case is closed');
  if (proposal === undefined || lookUps.has(proposal.action)) throw new RelayError('not-found', 'the case proposes nothing');
  if (site.shop === undefined) throw new RelayError('not-offered', 'the site has no actions');
  const { action, args, title } = proposal;
  // A key that no visitor can use up.
  const id = await parts.keyed('proposal', record.id);
  const result = await performAction(parts, site.shop, {
    site,
    visitor: record.visitor,
    address,
    member: caller.member.id,
    request: { id, action, args, isConfirmed: true, locale },
    signal: request.signal,
    ...(record.customer === null ? {} : { customer: record.customer }),
  });
  if (result.kind !== 'done') return result;
  const number = numberIn(action, result.data);
  const noted = await parts.storage.handoffs.noteAction(record.id, {
    id: 'proposal',
    action,
    title,
    ...(number && { number }),
    person: caller.member.name,
    now: parts.clock(),
  });
  if (noted.state === 'new') {
    tellEvent(parts, record, noted.event);
    await auditCase(call, site, 'handoff.acted', record);
  }
  return result;
}
