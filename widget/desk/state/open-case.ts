import type { ActionResult } from '../../../src/journey/actions.ts';
import type { Case, CloseRequest, DeskSignal } from '../../../src/protocol/desk.ts';
import type { HandoffEvent } from '../../../src/protocol/relay.ts';
import type { CaseStep, DeskApi } from '../api/desk-api.ts';
import { DeskFailure } from '../api/desk-failure.ts';
import type { Unsent } from './outbox.ts';
import { lastOf, type Thread, threadOf, withEvent, withSeen, withState } from './thread.ts';

/** A sign of typing holds for this long, and one is given this often at most; milliseconds. */
const typingFor = 6_000;
const typingEvery = 3_000;

export type Busy = Exclude<CaseStep, 'typing'> | 'close' | 'proposal';

export interface OpenCaseOptions {
  readonly api: DeskApi;
  /** Name of the member: the thread tells who has a case by name alone. */
  readonly me: { readonly id: string; readonly name: string };
  readonly changed: () => void;
  /** The visitor has written. */
  readonly heard: (text: string) => void;
  /** An event is missing: the line has to resume. */
  readonly missed: () => void;
}

/** The case that is before the member's eyes. */
export class OpenCase {
  case: Case | undefined;
  thread: Thread | undefined;
  /** Why it could not be read, or what was refused last. */
  failure: DeskFailure | undefined;
  busy: Busy | undefined;
  isVisitorTyping = false;
  /** What came of having the proposal done. */
  proposalResult: ActionResult | undefined;
  /** Taken by the relay, and not yet come back as events. */
  private sent: readonly Unsent[] = [];
  private readonly leaving = new AbortController();
  private typingTimer: ReturnType<typeof setTimeout> | undefined;
  private lastTyped = 0;
  private told = 0;

  constructor(
    readonly handoff: string,
    private readonly options: OpenCaseOptions,
  ) {}

  last(): number {
    return this.thread === undefined ? 0 : lastOf(this.thread);
  }

  get isMine(): boolean {
    return this.thread?.state.status === 'taken' && this.case?.queued.person?.id === this.options.me.id;
  }

  get onTheirWay(): readonly Unsent[] {
    return this.sent;
  }

  /** Reads it whole. Resolves in any case; what went wrong stands in `failure`. */
  async load(): Promise<void> {
    try {
      const found = await this.options.api.case(this.handoff, this.leaving.signal);
      this.case = found;
      this.thread = threadOf(found);
      this.failure = undefined;
    } catch (thrown) {
      if (this.leaving.signal.aborted) return;
      this.failure = DeskFailure.from(thrown);
    }
    this.options.changed();
  }

  leave(): void {
    this.leaving.abort();
    clearTimeout(this.typingTimer);
  }

  /** Takes it or gives it back. True where that is done; else `failure` says why. */
  step(step: Exclude<CaseStep, 'typing'>): Promise<boolean> {
    return this.attempt(step, () => this.options.api.step(this.handoff, step));
  }

  close(request: CloseRequest): Promise<boolean> {
    return this.attempt('close', () => this.options.api.close(this.handoff, request));
  }

  /** Has the proposal done; what came of it stands in `proposalResult`. */
  doProposal(): Promise<boolean> {
    this.proposalResult = undefined;
    return this.attempt('proposal', async () => {
      this.proposalResult = await this.options.api.doProposal(this.handoff);
    });
  }

  get isProposalDone(): boolean {
    return this.thread?.events.some(({ kind }) => kind === 'action') ?? false;
  }

  forgetFailure(): void {
    this.failure = undefined;
    this.options.changed();
  }

  typed(): void {
    if (!this.isMine || Date.now() - this.lastTyped < typingEvery) return;
    this.lastTyped = Date.now();
    void this.options.api.step(this.handoff, 'typing').catch(() => {});
  }

  /** The member has the case before their eyes. */
  look(): void {
    const last = this.last();
    if (!this.isMine || this.thread === undefined || last <= Math.max(this.told, this.thread.state.seen.person)) return;
    this.told = last;
    this.options.api.seen(this.handoff, last).catch(() => {
      this.told = 0;
    });
  }

  hear(event: HandoffEvent): void {
    if (this.thread === undefined) return;
    const before = lastOf(this.thread);
    if (event.seq > before + 1) this.options.missed();
    if (event.seq !== before + 1) return;
    this.thread = withEvent(this.thread, event);
    if (event.kind === 'status') this.noteWhoHasIt();
    else if (event.kind === 'message') this.noteMessage(event);
    this.options.changed();
  }

  signal(signal: DeskSignal): void {
    if (this.thread === undefined || signal.kind === 'queue') return;
    if (signal.kind === 'state') {
      if (signal.state.handoff !== this.handoff) return;
      this.thread = withState(this.thread, signal.state);
      this.noteWhoHasIt();
    } else if (signal.kind === 'seen') this.thread = withSeen(this.thread, signal.from, signal.seq);
    else if (signal.from === 'visitor') this.showTyping();
    this.options.changed();
  }

  noteSent(entry: Unsent): void {
    if (entry.handoff !== this.handoff || this.hasMessage(entry.id)) return;
    this.sent = [...this.sent, entry];
  }

  private noteMessage(event: HandoffEvent & { kind: 'message' }): void {
    this.sent = this.sent.filter(({ id }) => id !== event.id);
    if (event.from !== 'visitor') return;
    this.isVisitorTyping = false;
    this.options.heard(event.text);
  }

  /** Events tell names alone; who it is exactly is read once more. */
  private noteWhoHasIt(): void {
    const { case: known, thread } = this;
    if (known === undefined || thread === undefined) return;
    const { status, person } = thread.state;
    const isSame = known.queued.status === status && known.queued.person?.name === person?.name;
    if (!isSame && this.busy === undefined) void this.load();
  }

  private showTyping(): void {
    this.isVisitorTyping = true;
    clearTimeout(this.typingTimer);
    this.typingTimer = setTimeout(() => {
      this.isVisitorTyping = false;
      this.options.changed();
    }, typingFor);
  }

  private hasMessage(id: string): boolean {
    return this.thread?.events.some((event) => event.kind === 'message' && event.id === id) ?? false;
  }

  private async attempt(busy: Busy, does: () => Promise<void>): Promise<boolean> {
    if (this.busy !== undefined) return false;
    this.busy = busy;
    this.failure = undefined;
    this.options.changed();
    let failure: DeskFailure | undefined;
    await does().catch((thrown: unknown) => {
      failure = DeskFailure.from(thrown);
    });
    this.busy = undefined;
    // Whatever came of it, how it stands now is the relay's to say: a colleague may have been faster.
    await this.load();
    if (failure !== undefined) {
      this.failure = failure;
      this.options.changed();
    }
    return failure === undefined;
  }
}
