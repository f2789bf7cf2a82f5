import { isoOf } from '../clock.ts';
import type { RelayParts } from '../relay-parts.ts';
import { sha256 } from '../secrets.ts';
import type { Site } from '../site.ts';
import type { Delivery } from '../storage/deliveries.ts';
import type { HandoffRecord } from '../storage/handoffs.ts';
import type { Notice } from './connector.ts';

const timeout = 20_000;
const hold = 60_000;
const firstPause = 30_000;
const longestPause = 6 * 3_600_000;
/** Some two days of trying. */
const mostAttempts = 18;
/** A visitor who has not looked after so long is gone, in milliseconds. */
const lookWithin = 120_000;

/** Has a site's connectors tell of a new case. */
export async function announceCase(parts: RelayParts, site: Site, { id }: HandoffRecord): Promise<void> {
  await put(parts, site, 'opened', id, 1, parts.clock());
}

/** Has the answer sent after the visitor, unless it is seen in the meantime. */
export async function announceAnswer(parts: RelayParts, site: Site, { id, handoff }: HandoffRecord, seq: number): Promise<void> {
  if (handoff.contact?.email !== undefined) await put(parts, site, 'answered', id, seq, parts.clock() + lookWithin);
}

async function put(parts: RelayParts, site: Site, kind: Delivery['kind'], handoff: string, seq: number, due: number): Promise<void> {
  for (const { name, takes } of site.connectors ?? []) {
    if (!takes.has(kind)) continue;
    const id = await sha256(`${handoff}\n${name}\n${kind}\n${seq}`);
    await parts.storage.deliveries.put({ id, site: site.id, connector: name, kind, handoff, seq }, due);
  }
}

/** Sends what is due; what fails is tried again, later and later. */
export async function sendDeliveries(parts: RelayParts): Promise<void> {
  for (const delivery of await parts.storage.deliveries.claim(parts.clock(), hold, 20)) await send(parts, delivery);
}

async function send(parts: RelayParts, delivery: Delivery): Promise<void> {
  const { id, connector: name, attempts } = delivery;
  const site = parts.sites.get(delivery.site);
  const connector = site?.connectors?.find((each) => each.name === name);
  const notice = site && (await noticeOf(parts, delivery));
  if (site === undefined || connector === undefined || notice === undefined) return parts.storage.deliveries.finish(id);
  try {
    await connector.deliver(notice, id, site, AbortSignal.timeout(timeout));
    parts.metrics.delivery(name, 'sent');
    await parts.storage.deliveries.finish(id);
  } catch (thrown) {
    const isLast = attempts >= mostAttempts;
    parts.metrics.delivery(name, isLast ? 'given-up' : 'failed');
    parts.log(isLast ? 'error' : 'warning', 'a connector failed', {
      connector: name,
      attempts,
      error: thrown instanceof Error ? thrown.message : String(thrown),
    });
    if (isLast) await parts.storage.deliveries.finish(id);
    else await parts.storage.deliveries.retryAt(id, parts.clock() + Math.min(longestPause, firstPause * 2 ** (attempts - 1)));
  }
}

/** Undefined where there is nothing to tell any more. */
async function noticeOf(parts: RelayParts, { kind, handoff: id, seq }: Delivery): Promise<Notice | undefined> {
  const record = await parts.storage.handoffs.get(id);
  if (record === undefined) return undefined;
  const { handoff, opened, priority, seenByVisitor } = record;
  if (kind === 'opened') {
    const desk = parts.deskAddress(id);
    return { kind, handoff: id, opened: isoOf(opened), priority, case: handoff, ...(desk === undefined ? {} : { desk }) };
  }
  const [event] = await parts.storage.handoffs.events(id, seq - 1, 1);
  const to = handoff.contact?.email;
  if (to === undefined || seenByVisitor >= seq || event?.kind !== 'message') return undefined;
  return { kind, handoff: id, to, locale: handoff.locale, person: event.person?.name ?? '', text: event.text, page: handoff.page.url };
}
