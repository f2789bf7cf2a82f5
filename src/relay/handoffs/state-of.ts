import type { HandoffState, ReplyPromise } from '../../protocol/relay.ts';
import { isoOf } from '../clock.ts';
import type { RelayParts } from '../relay-parts.ts';
import type { Site } from '../site.ts';
import type { HandoffRecord } from '../storage/handoffs.ts';
import { isOpenAt, nextOpening } from './office-hours.ts';

/** A handoff as the wire has it. */
export async function stateOf(parts: RelayParts, site: Site, record: HandoffRecord): Promise<HandoffState> {
  const { id, status, ending, member, opened, last, seenByVisitor, seenByPerson } = record;
  return {
    handoff: id,
    status,
    ...(ending === null ? {} : { ending }),
    ...(member === null ? {} : { person: { name: member.name } }),
    opened: isoOf(opened),
    promise: promiseOf(site, await parts.storage.handoffs.ahead(record), parts.clock()),
    last,
    seen: { visitor: seenByVisitor, person: seenByPerson },
  };
}

/** What can honestly be said of when an answer comes. */
function promiseOf({ hours, replyWithin }: Site, ahead: number, now: number): ReplyPromise {
  const isOpen = hours === undefined || isOpenAt(hours, now);
  const opens = isOpen || hours === undefined ? undefined : nextOpening(hours, now);
  return {
    isOpen,
    ...(opens === undefined ? {} : { opens: isoOf(opens) }),
    ...(replyWithin === undefined ? {} : { withinMinutes: replyWithin }),
    ahead,
  };
}
