import type { HandoffEvent } from '../../protocol/relay.ts';
import { handoffChannel, siteChannel } from '../events/hub.ts';
import type { RelayParts } from '../relay-parts.ts';
import type { HandoffRecord } from '../storage/handoffs.ts';

/** Tells everybody who follows the handoff, and every desk of the site, that something happened in it. */
export function tellEvent(parts: RelayParts, { id, site }: Pick<HandoffRecord, 'id' | 'site'>, event: HandoffEvent): void {
  parts.hub.publish(handoffChannel(id), { kind: 'event', seq: event.seq, event });
  parts.hub.publish(siteChannel(site), { kind: 'queue', site });
}
