import type { Json } from '../../journey/actions.ts';
import type { HandoffEvent, VisitorData } from '../../protocol/relay.ts';
import { isoOf } from '../clock.ts';
import { handoffChannel, siteChannel } from '../events/hub.ts';
import type { RelayParts } from '../relay-parts.ts';
import type { Site } from '../site.ts';
import type { CustomerKey } from '../storage/customer-events.ts';
import { stateOf } from './state-of.ts';

const mostTold = 500;

/** Everything that is kept of a visitor, and, where they are known to be one, what the shop told of the customer. */
export async function visitorData(parts: RelayParts, site: Site, visitor: string, customer?: CustomerKey): Promise<VisitorData> {
  const { handoffs, actions, customerEvents } = parts.storage;
  const records = await handoffs.ofVisitor(site.id, visitor);
  const done = await actions.ofVisitor(site.id, visitor);
  return {
    visitor,
    site: site.id,
    handoffs: await Promise.all(
      records.map(async (record) => ({
        state: await stateOf(parts, site, record),
        handoff: record.handoff,
        events: await allEvents(parts, record.id),
      })),
    ),
    actions: done.map(({ id, action, at, result }) => ({ id, action, at: isoOf(at), result: result as Json })),
    told: customer === undefined ? [] : await customerEvents.list(customer, 0, parts.clock(), mostTold),
  };
}

/** Deletes it, and says so in the audit trail, which names the visitor by nothing but the relay's own number. */
export async function eraseVisitor(
  parts: RelayParts,
  site: Site,
  visitor: string,
  actor: string,
): Promise<{ handoffs: number; actions: number }> {
  const { storage, hub } = parts;
  const open = await storage.handoffs.ofVisitor(site.id, visitor);
  await storage.verifications.eraseVisitor(site.id, visitor);
  const erased = {
    handoffs: await storage.handoffs.eraseVisitor(site.id, visitor),
    actions: await storage.actions.eraseVisitor(site.id, visitor),
  };
  await parts.audit(site, { actor, what: 'visitor.erased', subject: visitor, data: erased });
  for (const { id } of open) hub.publish(handoffChannel(id), { kind: 'gap' });
  hub.publish(siteChannel(site.id), { kind: 'queue', site: site.id });
  return erased;
}

/** Everything that happened in a handoff. */
export async function allEvents(parts: RelayParts, handoff: string): Promise<HandoffEvent[]> {
  const events: HandoffEvent[] = [];
  for (;;) {
    const page = await parts.storage.handoffs.events(handoff, events.at(-1)?.seq ?? 0, 500);
    events.push(...page);
    if (page.length < 500) return events;
  }
}
