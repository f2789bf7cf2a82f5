import type { RelayParts } from '../relay-parts.ts';
import type { VisitorSession } from '../sessions/tokens.ts';
import type { CustomerKey } from '../storage/customer-events.ts';

/** The customer that a visitor is known to be: by a signed identity, or by a code. */
export async function customerOf(parts: RelayParts, { site, visitor, customer }: VisitorSession): Promise<CustomerKey | undefined> {
  const known = customer ?? (await parts.storage.verifications.customerOf(site, visitor, parts.clock()));
  return known === undefined ? undefined : customerKey(parts, site, known);
}

export async function customerKey(parts: RelayParts, site: string, customer: string): Promise<CustomerKey> {
  return { site, customer: await parts.keyed('customer', `${site}\n${customer}`) };
}
