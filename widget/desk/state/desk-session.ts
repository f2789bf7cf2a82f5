import type { Login, Queued } from '../../../src/protocol/desk.ts';
import { DeskApi, type Fetch } from '../api/desk-api.ts';
import { DeskFailure } from '../api/desk-failure.ts';
import { DeskLine } from '../api/desk-line.ts';
import type { Kept } from './kept.ts';
import { OpenCase } from './open-case.ts';
import { Outbox } from './outbox.ts';
import { QueueStore } from './queue-store.ts';

/** `expired`: somebody worked here, and has to log in again to go on. */
export type Standing = 'unknown' | 'unreachable' | 'out' | 'in' | 'expired';

/** What is worth saying aloud. */
export type News =
  | { readonly kind: 'case'; readonly queued: Queued }
  | { readonly kind: 'message'; readonly text: string }
  /** The visitor of a case that is the member's, but not open, has written. */
  | { readonly kind: 'elsewhere'; readonly queued: Queued }
  | { readonly kind: 'line'; readonly isConnected: boolean };

export interface DeskSessionOptions {
  /** Address of the desk's interface, with a slash at its end. */
  readonly base: string;
  readonly kept: Kept;
  readonly fetch?: Fetch;
  readonly changed: () => void;
  readonly tell: (news: News) => void;
}

/** Between two tries to find out who is logged in, or to read a case, while the relay cannot be reached; milliseconds. */
const againAfter = 5000;

/** One member at one desk in one tab: who it is, the queue, the case that is open, what waits to be sent, the line. */
export class DeskSession {
  standing: Standing = 'unknown';
  login: Login | undefined;
  /** False while the relay is not heard. */
  isConnected = true;
  open: OpenCase | undefined;
  readonly api: DeskApi;
  readonly queue: QueueStore;
  readonly outbox: Outbox;
  private readonly line: DeskLine;
  private wanted: string | undefined;
  private beginning: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly options: DeskSessionOptions) {
    const { base, kept, changed, tell } = options;
    this.api = new DeskApi(base, options.fetch, () => this.expire());
    this.queue = new QueueStore(this.api, (before) => this.onQueue(before));
    this.outbox = new Outbox({
      send: (handoff, message) => this.api.say(handoff, message),
      sent: (entry) => this.open?.noteSent(entry),
      kept,
      changed,
    });
    this.line = new DeskLine(this.api, {
      event: (event) => {
        this.open?.hear(event);
        changed();
      },
      signal: (signal) => {
        if (signal.kind === 'queue') this.queue.touch();
        else this.open?.signal(signal);
      },
      connected: (isConnected) => {
        if (isConnected !== this.isConnected) tell({ kind: 'line', isConnected });
        this.isConnected = isConnected;
        if (isConnected) {
          this.queue.touch();
          this.outbox.wake();
        }
        changed();
      },
    });
  }

  /** Finds out who is logged in. Resolves in any case; `standing` tells. */
  async begin(): Promise<void> {
    clearTimeout(this.beginning);
    try {
      this.enter(await this.api.me());
    } catch (thrown) {
      this.standing = DeskFailure.from(thrown).isLoggedOut ? 'out' : 'unreachable';
      this.options.changed();
      if (this.standing === 'unreachable') this.beginning = setTimeout(() => void this.begin(), againAfter * (0.5 + Math.random() / 2));
    }
  }

  /** Rejects with a DeskFailure. */
  async logIn(email: string, password: string): Promise<void> {
    const login = await this.api.logIn(email, password);
    // What the last member left in this tab is not the next one's.
    if (this.login !== undefined && this.login.member.id !== login.member.id) this.forget();
    this.enter(login);
  }

  async logOut(): Promise<void> {
    await this.api.logOut().catch(() => {});
    this.line.stop();
    this.forget();
    this.login = undefined;
    this.standing = 'out';
    this.options.changed();
  }

  /** Puts a case before the member's eyes, or none. */
  show(handoff: string | undefined): void {
    this.wanted = handoff;
    if (this.standing !== 'in' || this.open?.handoff === handoff) return;
    this.open?.leave();
    this.open = undefined;
    if (handoff === undefined || this.login === undefined) this.line.follow(undefined);
    else void this.openCase(handoff, this.login);
    this.options.changed();
  }

  /** Tries now what would be tried in a moment. */
  retry(): void {
    if (this.standing === 'unreachable') void this.begin();
    else this.line.reopen();
  }

  /** Ends the line and what is under way; what waits to be sent is kept. */
  stop(): void {
    clearTimeout(this.beginning);
    this.line.stop();
    this.open?.leave();
    this.queue.stop();
  }

  private enter(login: Login): void {
    this.login = login;
    this.standing = 'in';
    void this.queue.read();
    this.line.start();
    this.outbox.wake();
    // A case that was open goes on where it stood.
    if (this.open !== undefined) void this.open.load().then(() => this.line.reopen());
    this.show(this.wanted);
    this.options.changed();
  }

  private async openCase(handoff: string, { member }: Login): Promise<void> {
    const open = new OpenCase(handoff, {
      api: this.api,
      me: member,
      changed: this.options.changed,
      heard: (text) => this.options.tell({ kind: 'message', text }),
      missed: () => this.line.reopen(),
    });
    this.open = open;
    await open.load();
    while (this.open === open && open.case === undefined && open.failure?.mayPass === true) {
      await new Promise((resolve) => setTimeout(resolve, againAfter * (0.5 + Math.random() / 2)));
      if (this.open === open && open.case === undefined) await open.load();
    }
    if (this.open === open) this.line.follow(open.case === undefined ? undefined : { handoff, last: () => open.last() });
  }

  private expire(): void {
    this.line.stop();
    if (this.standing === 'in') this.standing = 'expired';
    this.options.changed();
  }

  private forget(): void {
    this.open?.leave();
    this.open = undefined;
    this.queue.stop();
    this.outbox.clear();
    this.options.kept.clear();
  }

  private onQueue(before: readonly Queued[] | undefined): void {
    if (before !== undefined) for (const queued of this.queue.handoffs ?? []) this.tellOf(queued, before);
    this.options.changed();
  }

  private tellOf(queued: Queued, before: readonly Queued[]): void {
    const { tell } = this.options;
    const known = before.find(({ handoff }) => handoff === queued.handoff);
    const isMine = queued.person !== undefined && queued.person.id === this.login?.member.id;
    if (queued.status === 'waiting' && known?.status !== 'waiting') tell({ kind: 'case', queued });
    if (isMine && queued.unseen > (known?.unseen ?? 0) && queued.handoff !== this.open?.handoff) tell({ kind: 'elsewhere', queued });
  }
}
