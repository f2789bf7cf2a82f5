import { sendDeliveries } from './connectors/send-deliveries.ts';
import { tellEvent } from './handoffs/tell.ts';
import type { RelayParts } from './relay-parts.ts';

/** A member who gives no sign for so long is gone, in milliseconds; open desks give one every quarter of a minute. */
const absentAfter = 45_000;
const hour = 3_600_000;
const day = 24 * hour;

/** What is done from time to time. Instances may do it all at once: each step holds by itself. */
export class RelayTasks {
  private cleaned = 0;
  private running: Promise<void> | undefined;

  constructor(private readonly parts: RelayParts) {}

  /** Never rejects: what fails is logged, and tried again the next time. Called while it runs, it joins in. */
  run(): Promise<void> {
    this.running ??= this.runNow().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  private async runNow(): Promise<void> {
    await this.guard('putting cases back', () => this.releaseAbandoned());
    await this.guard('sending by connectors', () => sendDeliveries(this.parts));
    if (this.parts.clock() - this.cleaned < hour) return;
    this.cleaned = this.parts.clock();
    await this.guard('deleting what is too old', () => this.deleteOld());
  }

  /** A case goes back to the queue when whoever had it is gone. */
  private async releaseAbandoned(): Promise<void> {
    const { storage, clock } = this.parts;
    for (const { id, member } of await storage.handoffs.abandonedSince(clock() - absentAfter)) {
      const changed = member === null ? undefined : await storage.handoffs.release(id, member.id, clock());
      if (changed !== undefined) tellEvent(this.parts, changed.record, changed.event);
    }
  }

  private async deleteOld(): Promise<void> {
    const { storage, clock, sites } = this.parts;
    const now = clock();
    for (const { id, retention } of sites.values()) {
      const before = now - retention.conversations * day;
      await storage.handoffs.eraseBefore(id, before);
      await storage.actions.eraseBefore(id, before);
      // No limit looks back further than a year.
      await storage.actions.forgetBefore(id, now - 400 * day);
    }
    await storage.verifications.eraseExpired(now);
    await storage.desk.eraseExpired(now);
    await storage.customerEvents.eraseExpired(now);
    await storage.outcomes.eraseKeysBefore(now - 60 * day);
    await storage.audit.eraseExpired(now);
    await storage.limits.eraseUnused(now);
  }

  private async guard(what: string, work: () => Promise<void>): Promise<void> {
    await work().catch((thrown: unknown) => {
      this.parts.log('warning', `${what} failed`, { error: thrown instanceof Error ? thrown.message : String(thrown) });
    });
  }
}
