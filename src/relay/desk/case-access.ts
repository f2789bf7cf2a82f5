import { RelayError } from '../http/relay-error.ts';
import type { Call } from '../http/route.ts';
import type { Site } from '../site.ts';
import type { HandoffRecord } from '../storage/handoffs.ts';
import { type DeskCaller, sitesOf } from './log-in.ts';

export type DeskCall = Pick<Call<unknown, DeskCaller>, 'parts' | 'caller' | 'params'>;
export interface Seen {
  readonly record: HandoffRecord;
  readonly site: Site;
}

/** A case of a site that the member sees; others do not exist. */
export async function visible({ parts, caller, params }: DeskCall): Promise<Seen> {
  const record = await parts.storage.handoffs.get(params.handoff ?? '');
  const site = record && sitesOf(parts, caller.member).find(({ id }) => id === record.site);
  if (record === undefined || site === undefined) throw missing();
  return { record, site };
}

/** A case that the member has taken. */
export async function held(call: DeskCall): Promise<Seen> {
  const seen = await visible(call);
  if (seen.record.status !== 'closed' && seen.record.member?.id !== call.caller.member.id) throw notYours(seen.record);
  return seen;
}

export function missing(): RelayError {
  return new RelayError('not-found', 'there is no such case');
}

export function notYours({ member }: HandoffRecord): RelayError {
  return new RelayError('not-yours', member === null ? 'nobody has taken this case' : `${member.name} has this case`);
}

export async function auditCase({ parts, caller }: DeskCall, site: Site, what: string, { id, visitor }: HandoffRecord): Promise<void> {
  await parts.audit(site, { actor: `member:${caller.member.id}`, what, subject: id, data: { visitor } });
}
