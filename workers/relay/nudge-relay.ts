import type { ActionResult } from '../../src/journey/actions.ts';
import { draw } from '../../src/nudge/assign.ts';
import { heardUpTo, lastHeard } from '../../src/nudge/memory.ts';
import type { NudgeRelay, NudgeRelayAddress, NudgeRelayEnds } from '../../src/nudge/nudge-relay.ts';
import { arrived, packed } from '../../src/nudge/parcel.ts';
import type { CustomerEvent } from '../../src/protocol/relay.ts';
import { NudgeRequests } from './nudge-requests.ts';

/** Between two looks at whether there is anything to report, in milliseconds. */
const reportEvery = 30_000;

/** Opens the line to the relay until the signal is raised. */
export function openNudgeRelay(address: NudgeRelayAddress, ends: NudgeRelayEnds, signal: AbortSignal): NudgeRelay {
  return new NudgeRelayLine(address, ends, signal);
}

/** The line from nudges to the site's relay: events of the customer's come in, sums go out, offers are decided. */
class NudgeRelayLine implements NudgeRelay {
  private readonly requests: NudgeRequests;
  private readonly channel: BroadcastChannel;

  constructor(
    private readonly address: NudgeRelayAddress,
    private readonly ends: NudgeRelayEnds,
    private readonly signal: AbortSignal,
  ) {
    this.requests = new NudgeRequests(address);
    this.channel = new BroadcastChannel(`edge-agent-nudges:${ends.site}`);
    this.channel.onmessage = ({ data: { name, data } }: MessageEvent<CustomerEvent>) => ends.tell(name, data);
    const timer = setInterval(() => this.report(), reportEvery);
    signal.addEventListener('abort', () => {
      clearInterval(timer);
      this.channel.close();
    });
    this.report();
    void this.hear().catch(() => {});
  }

  applyOffer(code: string): Promise<ActionResult> {
    return this.requests.applyOffer(code);
  }

  /** What cannot be sent now is sent with the next look, on whichever page that is. */
  private report(): void {
    void this.reportNow().catch(() => {});
  }

  private async reportNow(): Promise<void> {
    const { reported } = await this.ends.update((memory) => packed(memory, crypto.randomUUID(), this.ends.today()));
    if (reported?.parcel === undefined || this.signal.aborted) return;
    const { key, counts } = reported.parcel;
    await this.requests.addCounts(key, counts);
    await this.ends.update((memory) => arrived(memory, key));
  }

  /** One tab listens for all. */
  private async hear(): Promise<void> {
    const { identity } = this.address;
    if (identity === undefined) return;
    const customer = draw(subjectOf(identity));
    const listen = async () => {
      let last = lastHeard(await this.ends.update((memory) => memory), customer);
      await this.requests.follow(
        () => last,
        async (event) => {
          last = Math.max(last, event.seq);
          await this.take(customer, event);
        },
        this.signal,
      );
    };
    if ('locks' in navigator) await navigator.locks.request(`edge-agent-events:${this.ends.site}`, { signal: this.signal }, listen);
    else await listen();
  }

  private async take(customer: number, event: CustomerEvent): Promise<void> {
    let isNew = false;
    await this.ends.update((memory) => {
      const heard = heardUpTo(memory, customer, event.seq);
      isNew = heard !== undefined;
      return heard ?? memory;
    });
    if (!isNew || this.signal.aborted) return;
    this.channel.postMessage(event);
    this.ends.tell(event.name, event.data);
  }
}

/** Whom a JWT is about, for nothing but telling one customer from another; the relay alone checks it. */
function subjectOf(token: string): string {
  try {
    const [, payload = ''] = token.split('.');
    return String(JSON.parse(atob(payload.replace(/-/g, '+').replace(/_/g, '/'))).sub);
  } catch {
    return token;
  }
}
