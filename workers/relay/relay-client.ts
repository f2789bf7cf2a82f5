import { is } from 'valibot';
import { fill } from '../../src/answer/phrases/phrases.ts';
import type { FixCount } from '../../src/guide/fix-count.ts';
import {
  composeHandoff,
  type HandoffCircumstances,
  type HandoffTongues,
  linesOf,
  withoutStruck,
} from '../../src/handoff/compose-handoff.ts';
import { type Redact, redactHandoff } from '../../src/handoff/redact-handoff.ts';
import { isOver, startTalk, type Talk, unreadIn, withEvent, withSignal, withState } from '../../src/handoff/talk.ts';
import { handoffWords } from '../../src/handoff/words/all-words.ts';
import type { HandoffWords } from '../../src/handoff/words/handoff-words.ts';
import type { Actions } from '../../src/journey/actions.ts';
import { redactRequest } from '../../src/journey/redact-request.ts';
import { type Locale, spokenLanguage } from '../../src/language/locale.ts';
import { isBlank } from '../../src/language/normalize.ts';
import { countsOf } from '../../src/outcome/counts-of.ts';
import type { Need } from '../../src/outcome/need.ts';
import type { HandOverWish, HandoffDraft, TalkSignal, TalkView } from '../../src/protocol/answer-worker.ts';
import { EdgeAgentError } from '../../src/protocol/errors.ts';
import { type Handoff, outcomesRequestSchema } from '../../src/protocol/relay.ts';
import type { OutboxEntry } from '../answer/database.ts';
import type { Storage } from '../answer/storage.ts';
import { deliver, handoffPath, outboxLock } from './deliver.ts';
import { type EventSink, followEvents } from './event-stream.ts';
import { RelayActions } from './relay-actions.ts';
import { keepsNothing, type RelayAddress, RelayFailure, RelaySession } from './relay-session.ts';

export interface RelayClientOptions {
  readonly address: RelayAddress;
  readonly storage: Storage;
  /** The visitor's. */
  readonly locale: Locale;
  /** The language that the desk works in. */
  readonly deskLocale: Locale;
  readonly redact: Redact;
}

/** Between two tries, in milliseconds: doubled each time up to the longest, and never the same for two visitors. */
const firstWait = 1000;
const longestWait = 30_000;
/** A sign of typing holds for this long, in milliseconds. */
const typingFor = 6_000;

type Unsent = Omit<OutboxEntry, 'site' | 'relay'>;

/**
 * The device's side of the relay: actions, handoffs, the talk with a person. What is written waits in the outbox until the
 * relay has taken it, once, whatever breaks in between; what is kept only in memory (no storage, no consent) waits there.
 */
export class RelayClient {
  readonly actions: Actions;
  private readonly session: RelaySession;
  private draft: Handoff | undefined;
  private talk: Talk | undefined;
  /** Entries that could not be stored. */
  private unstored: Unsent[] = [];
  /** Taken by the relay, and not yet come back as events. */
  private accepted: Unsent[] = [];
  private waiting: Unsent[] = [];
  private isConnected = true;
  private typingUntil = 0;
  private draining: Promise<void> | undefined;
  private following: AbortController | undefined;
  private wake = () => {};
  private readonly listeners = new Set<(talk: TalkView) => void>();

  /** Where the stream's events go. */
  private readonly sink: EventSink = {
    last: () => this.talk?.last ?? 0,
    event: (event) => {
      if (this.talk === undefined) return;
      if (event.kind === 'message' && event.from === 'person') this.typingUntil = 0;
      void this.change(withEvent(this.talk, event));
    },
    signal: (signal) => {
      if (this.talk === undefined) return;
      this.isConnected = true;
      if (signal.kind === 'typing' && signal.from === 'person') {
        this.typingUntil = Date.now() + typingFor;
        setTimeout(() => this.emit(), typingFor + 50);
      }
      void this.change(withSignal(this.talk, signal));
    },
  };

  constructor(private readonly options: RelayClientOptions) {
    this.session = new RelaySession(options.address, options.storage);
    const actions = new RelayActions(this.session);
    this.actions = { perform: (request, signal) => actions.perform(redactRequest(request, options.redact), signal) };
  }

  /** What would be sent; null where the relay takes no handoffs. */
  async prepare(circumstances: HandoffCircumstances): Promise<HandoffDraft | null> {
    const session = await this.session.open().catch((thrown: unknown) => {
      // Without a network the outbox takes it: that nobody takes handoffs has to be said by the relay itself.
      if (thrown instanceof RelayFailure && thrown.mayPass) return undefined;
      throw new EdgeAgentError('relay-unreachable', String(thrown));
    });
    if (session !== undefined && !session.offers.handoff) return null;
    this.draft = redactHandoff(composeHandoff(circumstances, this.tongues), this.options.redact);
    return this.drafted(this.draft);
  }

  /** Adds the story as a language model tells it; undefined where nothing is drafted any more. */
  tell(told: string): HandoffDraft | undefined {
    if (this.draft === undefined) return undefined;
    this.draft = { ...this.draft, told: this.options.redact(told) };
    return this.drafted(this.draft);
  }

  private drafted(draft: Handoff): HandoffDraft {
    const { title, send, whatIsSent, untick, emailLabel } = this.say;
    return { lines: linesOf(draft, this.say), words: { title, send, whatIsSent, untick, emailLabel }, deskLocale: this.tongues.deskLocale };
  }

  async handOver({ struck, email, after }: HandOverWish): Promise<void> {
    if (this.draft === undefined) throw new EdgeAgentError('bad-request', 'nothing was drafted');
    const handoff = withoutStruck(this.draft, new Set(struck), this.tongues);
    this.draft = undefined;
    const id = crypto.randomUUID();
    await this.change(startTalk(id, after));
    await this.put({ id, talk: id, kind: 'open', body: { ...handoff, ...(email && { contact: { email } }) }, at: now() });
  }

  async write(text: string, locale: Locale): Promise<void> {
    // Nothing that could be seen: nobody meant to send it.
    if (isBlank(text)) return;
    const talk = await this.current();
    if (talk === undefined || isOver(talk)) throw new EdgeAgentError('bad-request', 'there is nobody to write to');
    const id = crypto.randomUUID();
    await this.put({ id, talk: talk.id, kind: 'message', body: { id, text: this.options.redact(text), locale }, at: now() });
  }

  async signal(signal: TalkSignal): Promise<void> {
    const talk = await this.current();
    if (signal === 'seen' && talk !== undefined && talk.read < talk.last) await this.change({ ...talk, read: talk.last });
    if (talk === undefined || isOver(talk)) return;
    if (signal === 'leave') {
      await this.put({ id: crypto.randomUUID(), talk: talk.id, kind: 'leave', body: {}, at: now() });
      return;
    }
    if (talk.handoff === undefined) return;
    await this.session.post(handoffPath(talk.handoff, signal), signal === 'seen' ? { seq: talk.last } : {}).catch(() => {});
  }

  /** Tells of the talk until it is over and nothing waits any more. */
  async follow(onChange: (talk: TalkView) => void): Promise<void> {
    const talk = await this.current();
    if (talk === undefined) return;
    this.waiting = await this.entries();
    this.listeners.add(onChange);
    onChange(this.view(talk));
    this.following ??= this.start();
    try {
      await new Promise<void>((resolve) => this.following?.signal.addEventListener('abort', () => resolve(), { once: true }));
    } finally {
      this.listeners.delete(onChange);
    }
  }

  /**
   * Adds to the site's sums how needs ended and what became of fixes, in a session that nothing links to the visitor's. False where it has to be tried
   * again.
   */
  async count(needs: readonly Need[], fixCounts: readonly FixCount[]): Promise<boolean> {
    const { url, site } = this.options.address;
    const day = new Date().toISOString().slice(0, 10);
    const counts = countsOf(needs).filter((each) => is(outcomesRequestSchema, { counts: [each] }));
    const fixes = fixCounts.map((each) => ({ day, ...each })).filter((each) => is(outcomesRequestSchema, { fixes: [each] }));
    if (counts.length + fixes.length === 0) return true;
    const counted = new RelaySession({ url, site }, keepsNothing()).post('v1/outcomes', { counts, fixes }, crypto.randomUUID());
    return counted.then(
      () => true,
      (thrown: unknown) => !(thrown instanceof RelayFailure && thrown.mayPass),
    );
  }

  /** Has the relay forget the visitor. */
  async erase(): Promise<void> {
    this.following?.abort();
    if (this.talk !== undefined) await this.session.request('v1/visitor', { method: 'DELETE' }).catch(() => {});
    this.talk = undefined;
    this.unstored = [];
    this.accepted = [];
    this.waiting = [];
  }

  private get say(): HandoffWords {
    return handoffWords[spokenLanguage(this.options.locale)];
  }

  private get tongues(): HandoffTongues {
    const { deskLocale } = this.options;
    return { visitor: this.say, desk: handoffWords[spokenLanguage(deskLocale)], deskLocale };
  }

  private async current(): Promise<Talk | undefined> {
    const stored = await this.options.storage.talk();
    // Another tab may have gone further, or begun another talk; it, or the service worker, may have sent what opens it.
    const { talk } = this;
    const isNewer = stored !== undefined && (stored.id !== talk?.id || stored.last > talk.last || talk.handoff === undefined);
    if (isNewer) this.talk = stored;
    return this.talk;
  }

  private start(): AbortController {
    const controller = new AbortController();
    const onOnline = () => this.wake();
    self.addEventListener('online', onOnline);
    void this.run(controller.signal).finally(() => {
      self.removeEventListener('online', onOnline);
      this.following = undefined;
      controller.abort();
    });
    return controller;
  }

  private async run(signal: AbortSignal): Promise<void> {
    let wait = firstWait;
    while (!signal.aborted) {
      try {
        await this.drain();
        const talk = await this.current();
        if (talk === undefined || (isOver(talk) && this.waiting.every(({ refused }) => refused !== undefined))) return;
        if (talk.handoff !== undefined) {
          await followEvents(this.session, talk.handoff, this.sink, signal);
          wait = firstWait;
        }
      } catch (thrown) {
        if (thrown instanceof RelayFailure && !thrown.mayPass) {
          await this.change({ ...(this.talk as Talk), status: 'closed' });
          return;
        }
      }
      if (signal.aborted || (this.talk !== undefined && isOver(this.talk) && this.waiting.length === 0)) return;
      this.setConnected(false);
      await this.pause(wait * (0.5 + Math.random() / 2));
      wait = Math.min(longestWait, 2 * wait);
    }
  }

  private pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  private async put(entry: Unsent): Promise<void> {
    const { url, site } = this.options.address;
    if ((await this.options.storage.addToOutbox({ ...entry, relay: { url, site } })) !== 'stored') this.unstored.push(entry);
    this.waiting = await this.entries();
    this.emit();
    // Told when it is written down, not when it has arrived.
    void this.drain().catch(() => this.setConnected(false));
  }

  private async entries(): Promise<Unsent[]> {
    return [...(await this.options.storage.outbox()), ...this.unstored];
  }

  /** Sends what waits, in its order. Rejects where it has to be tried again. */
  private drain(): Promise<void> {
    // Whoever asks while it runs may have added something since.
    this.draining = (this.draining ?? Promise.resolve()).catch(() => {}).then(() => this.drainNow());
    return this.draining;
  }

  private async drainNow(): Promise<void> {
    await inTurn(outboxLock(this.options.address.url), async () => {
      for (const entry of await this.entries()) {
        if (entry.refused !== undefined) continue;
        try {
          await this.deliver(entry);
          await this.remove(entry);
        } catch (thrown) {
          if (!(thrown instanceof RelayFailure) || thrown.mayPass) throw thrown;
          await this.refuse(entry, thrown.message);
        }
      }
    });
    this.waiting = await this.entries();
    this.setConnected(true);
  }

  private async deliver(entry: Unsent): Promise<void> {
    const talk = await this.current();
    const own = talk?.id === entry.talk ? talk : undefined;
    const state = await deliver(this.session, entry, own?.handoff);
    if (state !== undefined && own !== undefined) await this.change(withState(own, state));
    if (entry.kind === 'open') this.wake();
    if (entry.kind === 'message') this.accepted = [...this.accepted, entry];
  }

  private async remove(entry: Unsent): Promise<void> {
    this.unstored = this.unstored.filter(({ id }) => id !== entry.id);
    if (entry.place !== undefined) await this.options.storage.removeFromOutbox(entry.place);
  }

  /** It is kept and shown as not sent: nothing that was written disappears. */
  private async refuse(entry: Unsent, refused: string): Promise<void> {
    this.unstored = this.unstored.map((each) => (each.id === entry.id ? { ...each, refused } : each));
    if (entry.place !== undefined) await this.options.storage.replaceInOutbox({ ...(entry as OutboxEntry), refused });
    if (entry.kind === 'open' && this.talk?.id === entry.talk) await this.change({ ...this.talk, status: 'closed' });
  }

  private async change(talk: Talk): Promise<void> {
    this.talk = talk;
    const shown = new Set(talk.lines.map(({ id }) => id));
    this.accepted = this.accepted.filter(({ id }) => !shown.has(id));
    this.emit();
    await this.options.storage.saveTalk(talk);
  }

  private setConnected(isConnected: boolean): void {
    if (this.isConnected === isConnected) return;
    this.isConnected = isConnected;
    this.emit();
  }

  private emit(): void {
    if (this.talk === undefined) return;
    const view = this.view(this.talk);
    for (const listener of this.listeners) listener(view);
  }

  private view(talk: Talk): TalkView {
    const { say } = this;
    const own = [...this.accepted, ...this.waiting].filter(({ kind, talk: of, id }) => {
      return kind === 'message' && of === talk.id && !talk.lines.some((line) => line.id === id);
    });
    return {
      after: talk.after,
      isOver: isOver(talk),
      lines: [
        ...talk.lines.map(({ id, from, text, locale, person, seq, at, done }) => ({
          id,
          from,
          text: done === undefined ? text : fill(say.did, { action: [done.title, done.number].filter(Boolean).join(' · ') }),
          ...(locale && { locale }),
          name: from === 'visitor' ? say.you : (person ?? say.team),
          note: from === 'visitor' && seq <= talk.seen ? say.read : '',
          ...(done && { done: { ...done, at } }),
        })),
        ...own.map(({ id, body, refused }) => ({
          id,
          from: 'visitor' as const,
          text: (body as { text: string }).text,
          name: say.you,
          note:
            refused !== undefined
              ? fill(say.refused, { message: refused })
              : this.accepted.some((each) => each.id === id)
                ? ''
                : say.unsent,
        })),
      ],
      status: this.statusOf(talk),
      isWaiting: this.waiting.some(({ refused }) => refused === undefined),
      unread: unreadIn(talk),
      words: { end: say.end, placeholder: say.placeholder, answered: say.answered },
    };
  }

  private statusOf(talk: Talk): string {
    const { say } = this;
    const refused = this.waiting.find(({ kind, talk: of, refused }) => kind === 'open' && of === talk.id && refused !== undefined);
    if (refused?.refused !== undefined) return fill(say.refused, { message: refused.refused });
    if (isOver(talk)) return say.closed;
    if (!this.isConnected) return talk.status === 'sending' ? say.sending : say.offline;
    if (talk.status === 'sending') return say.sending;
    const name = talk.person ?? say.team;
    if (talk.status === 'taken') return Date.now() < this.typingUntil ? fill(say.typing, { name }) : fill(say.taken, { name });
    return [say.waiting, ...this.promiseOf(talk)].join(' ');
  }

  private promiseOf({ promise }: Talk): string[] {
    const { say } = this;
    if (promise === undefined) return [];
    const number = new Intl.NumberFormat(this.options.locale);
    const ahead = promise.ahead === 0 ? [] : [fill(say.ahead, { count: number.format(promise.ahead) })];
    if (promise.isOpen) {
      const { withinMinutes } = promise;
      return withinMinutes === undefined ? ahead : [...ahead, fill(say.within, { minutes: number.format(withinMinutes) })];
    }
    if (promise.opens === undefined) return [...ahead, say.away];
    const time = new Intl.DateTimeFormat(this.options.locale, { weekday: 'long', hour: 'numeric', minute: '2-digit' });
    return [...ahead, fill(say.opens, { time: time.format(new Date(promise.opens)) }), say.away];
  }
}

function now(): string {
  return new Date().toISOString();
}

/** One tab at a time sends what waits, so that the order stays. */
async function inTurn(name: string, work: () => Promise<void>): Promise<void> {
  if ('locks' in navigator) await navigator.locks.request(name, work);
  else await work();
}
