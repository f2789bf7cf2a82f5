import { withState } from '../../src/handoff/talk.ts';
import { openDatabase } from '../answer/database.ts';
import { Storage } from '../answer/storage.ts';
import { deliver, outboxLock } from '../relay/deliver.ts';
import { type RelayAddress, RelayFailure, RelaySession } from '../relay/relay-session.ts';

/**
 * Sends what still waits for a relay after its pages are closed. Rejects where that has to be tried again: the browser
 * then tells this worker once more.
 */
export async function sendOutbox(): Promise<void> {
  const database = await openDatabase(() => {});
  const waiting = await database.getAll('outbox');
  database.close();
  const boxes = new Map(waiting.map(({ site, relay }) => [`${site}\n${relay.url}`, { site, relay }]));
  for (const { site, relay } of boxes.values()) await navigator.locks.request(outboxLock(relay.url), () => sendOf(site, relay));
}

async function sendOf(site: string, relay: RelayAddress): Promise<void> {
  const storage = new Storage(site);
  // It stands there because the visitor has written it: what comes of it may be kept as well.
  storage.allow(true);
  const session = new RelaySession(relay, storage);
  for (const entry of await storage.outbox()) {
    if (entry.refused !== undefined || entry.relay.url !== relay.url) continue;
    const talk = await storage.talk();
    try {
      const state = await deliver(session, entry, talk?.id === entry.talk ? talk.handoff : undefined);
      if (state !== undefined && talk?.id === entry.talk) await storage.saveTalk(withState(talk, state));
      if (entry.place !== undefined) await storage.removeFromOutbox(entry.place);
    } catch (thrown) {
      if (!(thrown instanceof RelayFailure) || thrown.mayPass) throw thrown;
      // The next visit shows it as not sent.
      await storage.replaceInOutbox({ ...entry, refused: thrown.message });
    }
  }
}
