import { is, parse } from 'valibot';
import type { ActionResult } from '../../src/journey/actions.ts';
import type { NudgeRelayAddress } from '../../src/nudge/nudge-relay.ts';
import { type CustomerEvent, customerEventListSchema, customerEventSchema, type NudgeCount } from '../../src/protocol/relay.ts';
import { readStream } from './read-stream.ts';
import { RelayActions } from './relay-actions.ts';
import { keepsNothing, RelayFailure, RelaySession } from './relay-session.ts';

/** Between two tries, in milliseconds: doubled each time up to the longest, and never the same for two visitors. */
const firstWait = 2000;
const longestWait = 60_000;

/** What nudges ask of the relay. Its sessions are nobody's but the customer's who is signed in. */
export class NudgeRequests {
  private readonly customer: RelaySession;

  constructor(private readonly address: NudgeRelayAddress) {
    this.customer = new RelaySession(address, keepsNothing());
  }

  /** Has the relay decide on an offer and the shop apply it. Never rejects. */
  applyOffer(offer: string): Promise<ActionResult> {
    const id = crypto.randomUUID();
    return new RelayActions(this.customer).perform({
      id,
      action: 'apply-offer',
      args: { offer },
      isConfirmed: true,
      locale: this.address.locale,
    });
  }

  /** Adds to the sums, once for each key; rejects where it has to be tried again. Who counted is not told. */
  async addCounts(key: string, nudges: readonly NudgeCount[]): Promise<void> {
    const { url, site } = this.address;
    await new RelaySession({ url, site }, keepsNothing()).post('v1/outcomes', { nudges }, key);
  }

  /**
   * Tells what the shop tells of the customer, until the signal is raised; over breaks too. Resolves at once where the
   * relay does not know the customer.
   * @param last number of the last event that is known, asked anew for each stream
   */
  async follow(last: () => number, tell: (event: CustomerEvent) => Promise<void>, signal: AbortSignal): Promise<void> {
    let wait = firstWait;
    while (!signal.aborted) {
      try {
        if ((await this.customer.open()).customer !== 'verified') return;
        if (await this.listen(last, tell, signal)) wait = firstWait;
        else for (const event of await this.waiting(last())) await tell(event);
      } catch (thrown) {
        if (thrown instanceof RelayFailure && !thrown.mayPass) return;
      }
      await pause(wait * (0.5 + Math.random() / 2), signal);
      wait = Math.min(longestWait, 2 * wait);
    }
  }

  /** False where nothing comes through a stream. */
  private async listen(last: () => number, tell: (event: CustomerEvent) => Promise<void>, signal: AbortSignal): Promise<boolean> {
    const take = (_: string | undefined, value: unknown) => {
      if (is(customerEventSchema, value)) void tell(value);
    };
    return readStream(this.customer, 'v1/events', last(), take, signal);
  }

  private async waiting(after: number): Promise<readonly CustomerEvent[]> {
    const response = await this.customer.request(`v1/events?after=${after}`, { headers: { Accept: 'application/json' } });
    return parse(customerEventListSchema, await response.json()).events;
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
