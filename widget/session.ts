import type { Reply } from '../src/answer/reply.ts';
import type { Decision } from '../src/decide/decision.ts';
import type { Input, TurnContext } from '../src/decide/input.ts';
import { resumePrefix } from '../src/decide/set-aside.ts';
import type { HandoffCircumstances } from '../src/handoff/compose-handoff.ts';
import { decisionForPerson } from '../src/handoff/decision-for-person.ts';
import type { Json } from '../src/journey/actions.ts';
import { type OwnRequest, withDone } from '../src/journey/own-requests.ts';
import type { Locale } from '../src/language/locale.ts';
import { addMessages, type BetterReply, type Conversation, emptyConversation, type Message } from '../src/memory/conversation.ts';
import type { Need } from '../src/outcome/need.ts';
import { closeLast, confirmLast } from '../src/outcome/record.ts';
import type {
  BriefWish,
  HandoffDraft,
  Inventory,
  PackStatus,
  Setup,
  Stored,
  TalkSignal,
  TalkView,
  TellPage,
  TurnResult,
} from '../src/protocol/answer-worker.ts';
import { EdgeAgentError, type WireError } from '../src/protocol/errors.ts';
import { moodLevel } from '../src/tone/mood.ts';
import type { AnswerBridge } from '../workers/answer/answer-bridge.ts';

/** Longest question that is taken, in UTF-16 units; the input field stops there too. */
export const longestInput = 2000;
/** A slow disk does not hold a reply back for longer than this, in milliseconds. */
const longestSaveWait = 150;
/** Milliseconds until a talk is followed again whose worker died. */
const followAgainAfter = 1000;
/** After this long without a turn the visitor has left, in milliseconds. */
const leftAfter = 30 * 60_000;

export type Activity = 'idle' | 'loading' | 'looking';

export interface SessionView {
  readonly conversation: Conversation;
  readonly activity: Activity;
  readonly pack: PackStatus;
  readonly suggestions: readonly string[];
  /** What many ask about now. */
  readonly hot: readonly string[];
  /** What went wrong with the last thing that the visitor did, until the next one. */
  readonly failure?: WireError;
  readonly stored?: Stored;
  /** What could be passed on to a person, while that is offered. */
  readonly draft?: HandoffDraft;
  /** The talk with a person that is under way, or was last. */
  readonly talk?: TalkView;
}

/** What the element tells its session, asked anew for each turn. */
export interface SessionHost {
  setup(): Setup;
  /** Has the page told in a locale, as it was when `setup` was last asked for. */
  readonly tellPage: TellPage;
  /** Whether what `setup` says has changed since it was last asked for. */
  needsPreparing(): boolean;
  context(): Omit<TurnContext, 'now'>;
  /** Whether the visitor has the conversation before their eyes. */
  isSeen(): boolean;
  /** What the page knows for a person besides the conversation. */
  circumstances(): Pick<HandoffCircumstances, 'page' | 'product' | 'consent' | 'device' | 'signals'>;
  /** Questions get no vectors although the pack has some: something for the site's owner to know. */
  encoderFailed(failure: WireError): void;
  /** The view changed. */
  changed(): void;
  asked(text: string): boolean;
  replied(decision: Decision, reply: Reply, milliseconds: number): void;
  /** Has a language model say better what was found; resolves to nothing where there is none, or it has nothing better. */
  improve(asked: Asked, signal: AbortSignal): Promise<BetterReply | undefined>;
  /** Has a language model tell a conversation's story; resolves to nothing where none can. */
  summarise(said: BriefWish['before'], locale: Locale, signal: AbortSignal): Promise<string | undefined>;
  /** False where the page takes the hand-over into its own hands. */
  escalating(decision: Decision, conversation: Conversation): boolean;
  ended(need: Need): void;
  /** How it stands with the talk with a person, each time that it changes. */
  talked(talk: TalkView): void;
}

/** A question with what was decided and said about it. */
export interface Asked {
  readonly question: string;
  readonly locale: Locale;
  readonly decision: Decision;
  readonly reply: Reply;
  /** What was said before, oldest first. */
  readonly before: BriefWish['before'];
}

/** One visitor's talk on one page: knows no DOM, holds the conversation, and has the bridge do the work. */
export class Session {
  private conversation: Conversation = emptyConversation;
  private activity: Activity = 'idle';
  private pack: PackStatus = { state: 'none' };
  private suggestions: readonly string[] = [];
  private hot: readonly string[] = [];
  private failure: WireError | undefined;
  private failedInput: Input | undefined;
  private stored: Stored | undefined;
  private encoderFailure: WireError | undefined;
  private preparing: Promise<void> | undefined;
  private turns: Promise<void> = Promise.resolve();
  private channel: BroadcastChannel | undefined;
  private abort = new AbortController();
  private improving: AbortController | undefined;
  private draft: HandoffDraft | undefined;
  private talk: TalkView | undefined;
  private isFollowing = false;

  constructor(
    private readonly bridge: AnswerBridge,
    private readonly host: SessionHost,
  ) {}

  get view(): SessionView {
    const { conversation, activity, pack, suggestions, hot, failure, stored, draft, talk } = this;
    const now = { ...(failure && { failure }), ...(stored && { stored }), ...(draft && { draft }), ...(talk && { talk }) };
    return { conversation, activity, pack, suggestions, hot, ...now };
  }

  /** Starts the worker and brings back the saved conversation; once, and again whenever the setup has changed. */
  prepare(): Promise<void> {
    if (this.host.needsPreparing()) this.preparing = undefined;
    this.preparing ??= this.prepareNow().catch((thrown: unknown) => {
      this.preparing = undefined;
      this.fail(thrown);
    });
    return this.preparing;
  }

  /** Takes up the talk with a person while nobody looks: what waits goes out, and what comes is known. */
  async resumeTalk(): Promise<void> {
    if (this.preparing !== undefined) return;
    const setup = this.host.setup();
    this.listen(setup);
    await this.bridge.prepare(setup, this.host.tellPage);
    this.follow();
  }

  /** The visitor has the conversation before their eyes. */
  look(): void {
    if ((this.talk?.unread ?? 0) > 0) void this.signal('seen');
  }

  /** When what is under way is done. */
  async settled(): Promise<void> {
    await this.preparing;
    await this.turns;
  }

  ask(text: string): Promise<void> {
    const question = text.trim().slice(0, longestInput);
    if (question === '' || !this.host.asked(question)) return Promise.resolve();
    if (this.talk?.isOver === false) return this.attempt(() => this.bridge.say(question, this.host.context().locale));
    return this.enqueue({ kind: 'question', text: question }, question);
  }

  /** Always granted, in whatever words the button says it. */
  askForPerson(words: string): Promise<void> {
    return this.enqueue({ kind: 'person' }, words);
  }

  choose(id: string, label: string): Promise<void> {
    return this.enqueue({ kind: 'choice', id }, label);
  }

  /** Goes back, skips or stops in the guide under way. */
  steer(command: 'back' | 'skip' | 'stop', words: string): Promise<void> {
    return this.enqueue({ kind: 'guide', command }, words);
  }

  /** Hands in a form of the journey under way. */
  fill(slot: string, value: Json, words: string): Promise<void> {
    return this.enqueue({ kind: 'fill', slot, value }, words);
  }

  /** Every journey that was begun, oldest first, those that were left for another need and the one under way last. */
  get requests(): readonly OwnRequest[] {
    const { state, messages } = this.conversation;
    const left = (state.aside ?? []).flatMap(({ journey: own, title }): OwnRequest[] => {
      if (own === undefined) return [];
      const { id, journey, locale, began, touched } = own;
      return [{ id, journey, title, locale, status: 'open', opened: began, changed: touched }];
    });
    const known = [...(state.requests ?? []), ...left];
    if (state.journey === undefined) return known;
    const { id, journey, locale, began, touched } = state.journey;
    const step = messages.findLast((message) => message.from === 'agent' && message.reply.journey?.journey === journey);
    const title = step?.from === 'agent' ? (step.reply.journey?.title ?? '') : '';
    return [...known, { id, journey, title, locale, status: 'open', opened: began, changed: touched }];
  }

  /** Goes on with a journey: where it is under way, nothing has to be done. */
  goOn({ id, title }: OwnRequest): Promise<void> {
    return this.conversation.state.aside?.some(({ journey }) => journey?.id === id)
      ? this.choose(resumePrefix + id, title)
      : Promise.resolve();
  }

  notSolved(message: number, words: string): Promise<void> {
    this.setFeedback(message, 'not-solved');
    return this.enqueue({ kind: 'not-solved' }, words);
  }

  async solved(message: number): Promise<void> {
    this.setFeedback(message, 'solved');
    this.setNeeds(confirmLast(this.conversation.needs, now()));
    this.host.changed();
    await this.save();
  }

  /** Passes the story on without what was struck out. */
  handOver(struck: readonly string[], email: string): Promise<void> {
    this.draft = undefined;
    const after = this.conversation.messages.at(-1)?.id ?? 0;
    return this.attempt(async () => {
      await this.bridge.handOver({ struck, after, ...(email !== '' && { email }) });
      this.follow();
      this.channel?.postMessage('talk');
    });
  }

  endTalk(): Promise<void> {
    return this.attempt(() => this.bridge.signal('leave'));
  }

  /** Passing signs for the person; what becomes of them does not matter. */
  async signal(signal: TalkSignal): Promise<void> {
    await this.bridge.signal(signal).catch(() => {});
  }

  /** Does again what failed. */
  retry(): Promise<void> {
    const input = this.failedInput;
    this.clearFailure();
    return input === undefined ? this.prepare() : this.enqueue(input);
  }

  /** Forgets the conversation and starts another; what is known of how the needs ended stays. */
  async reset(): Promise<void> {
    this.abort.abort();
    this.abort = new AbortController();
    this.setNeeds(closeLast(this.conversation.needs));
    const { needs, state, revision } = this.conversation;
    const kept = { ...emptyConversation.state, ...(state.fixes && { fixes: state.fixes }) };
    this.conversation = { ...emptyConversation, state: kept, needs, revision: revision + 1 };
    this.clearFailure();
    this.host.changed();
    await this.save();
  }

  inventory(): Promise<Inventory> {
    return this.bridge.inventory();
  }

  /** Deletes all that is kept on the device, the conversation in view too. */
  async erase(): Promise<void> {
    await this.bridge.erase();
    this.conversation = { ...emptyConversation, revision: this.conversation.revision + 1 };
    this.stored = undefined;
    this.talk = undefined;
    this.draft = undefined;
    this.channel?.postMessage('erased');
    this.host.changed();
  }

  stop(): void {
    this.abort.abort();
    this.channel?.close();
    this.channel = undefined;
    this.bridge.stop();
  }

  private async prepareNow(): Promise<void> {
    this.activity = 'loading';
    this.host.changed();
    try {
      const setup = this.host.setup();
      this.listen(setup);
      await this.bridge.prepare(setup, this.host.tellPage);
      const [ready] = await Promise.all([this.bridge.ready(), this.adoptSaved()]);
      this.pack = ready.pack;
      this.suggestions = ready.suggestions;
      this.hot = ready.hot;
      this.follow();
      this.noteEncoder(ready.encoderFailure);
      this.askAfterFix();
    } finally {
      this.activity = 'idle';
      this.host.changed();
    }
  }

  /** A fix of an earlier visit is asked after once; nobody waits for it. */
  private askAfterFix(): void {
    const { mended, guide, journey } = this.conversation.state;
    if (mended === undefined || guide !== undefined || journey !== undefined) return;
    if (Date.now() - Date.parse(mended.at) > leftAfter) void this.enqueue({ kind: 'opened' });
  }

  /** Another tab may have gone further: the higher revision is the newer conversation. */
  private async adoptSaved(): Promise<void> {
    const saved = await this.bridge.recall().catch(() => null);
    if (saved === null || saved.revision <= this.conversation.revision) return;
    this.conversation = saved;
    const last = saved.needs.at(-1);
    if (last !== undefined && Date.now() - Date.parse(last.last) > leftAfter) this.setNeeds(closeLast(saved.needs));
    this.host.changed();
  }

  private listen(setup: Setup): void {
    if (this.channel !== undefined || typeof BroadcastChannel !== 'function') return;
    this.channel = new BroadcastChannel(`edge-agent:${setup.packUrl ?? ''}`);
    this.channel.onmessage = ({ data }) => {
      if (data === 'saved' && this.activity !== 'looking') void this.adoptSaved();
      if (data === 'talk') this.follow();
      if (data === 'erased') {
        this.conversation = { ...emptyConversation, revision: this.conversation.revision + 1 };
        this.host.changed();
      }
    };
  }

  /** Turns run one after the other, in the order in which they were asked for. */
  private enqueue(input: Input, words?: string): Promise<void> {
    this.clearFailure();
    if (words !== undefined) {
      const { locale } = this.host.context();
      this.say({ from: 'visitor', at: now(), text: words, locale });
    }
    const { signal } = this.abort;
    const turn = this.turns.then(() => (signal.aborted ? undefined : this.takeTurn(input, signal)));
    this.turns = turn;
    return turn;
  }

  private async takeTurn(input: Input, signal: AbortSignal): Promise<void> {
    try {
      await this.prepare();
      this.activity = 'looking';
      this.host.changed();
      const { state, needs } = this.conversation;
      const context: TurnContext = { ...this.host.context(), now: now() };
      const result = await this.bridge.take({ input, state, needs, context }, signal);
      this.pack = result.pack;
      this.noteEncoder(result.encoderFailure);
      const shown = result.parts.filter(
        ({ decision }) =>
          // Nothing was said, so nothing is answered but what was left open.
          !(input.kind === 'opened' && decision.kind === 'decline') &&
          (decision.kind !== 'escalate' || this.host.escalating(decision, this.conversation)),
      );
      const replies = shown.map(({ reply }) => ({ from: 'agent' as const, at: context.now, reply }));
      this.conversation = addMessages({ ...this.conversation, state: result.state }, replies);
      this.setNeeds(result.needs);
      // Whoever has seen a reply may leave the page at once, and then it has to be kept already.
      await Promise.race([this.save(), new Promise((resolve) => setTimeout(resolve, longestSaveWait))]);
      this.activity = 'idle';
      this.host.changed();
      for (const { decision, reply } of result.parts) this.host.replied(decision, reply, result.milliseconds);
      this.improve(result, signal);
      await this.offerPerson(decisionForPerson(shown.map(({ decision }) => decision)), result);
    } catch (thrown) {
      this.activity = 'idle';
      if (signal.aborted) return;
      this.failedInput = input;
      this.fail(thrown);
    }
  }

  /** What a model says is added below the reply, whenever it comes; nobody waits for it. */
  private improve({ parts, locale }: TurnResult, signal: AbortSignal): void {
    const [part] = parts;
    const { messages } = this.conversation;
    const shown = messages.at(-1);
    const asked = messages.findLast((message) => message.from === 'visitor');
    if (part === undefined || shown?.from !== 'agent' || asked?.from !== 'visitor' || parts.length > 1) return;
    const before = saidIn(messages.slice(-8, -2));
    this.improving?.abort();
    this.improving = new AbortController();
    const either = AbortSignal.any([signal, this.improving.signal]);
    void this.host.improve({ question: asked.text, locale, ...part, before }, either).then(
      (better) => {
        if (better === undefined || either.aborted) return;
        const messages = this.conversation.messages.map((message) => (message.id === shown.id ? { ...message, better } : message));
        this.conversation = { ...this.conversation, messages, revision: this.conversation.revision + 1 };
        this.host.changed();
        void this.save();
      },
      () => {},
    );
  }

  /** Has the story drafted for a person; where that cannot be done the reply's contact stands alone. */
  private async offerPerson(decision: Decision | undefined, { pack, locale }: TurnResult): Promise<void> {
    this.draft = undefined;
    if (decision === undefined || this.talk?.isOver === false) return;
    const { conversation } = this;
    const version = pack.state === 'ready' ? { pack: pack.version } : {};
    const circumstances = {
      ...this.host.circumstances(),
      ...version,
      decision,
      conversation,
      locale,
      mood: moodLevel(conversation.state.mood ?? 0),
    };
    this.draft = (await this.bridge.draftHandoff(circumstances).catch(() => null)) ?? undefined;
    this.host.changed();
    void this.tellStory().catch(() => {});
  }

  /** Has a language model tell the story, too, where there is one; the card waits for nobody. */
  private async tellStory(): Promise<void> {
    const { draft, conversation } = this;
    if (draft === undefined) return;
    const told = await this.host.summarise(saidIn(conversation.messages), draft.deskLocale, this.abort.signal);
    if (told === undefined || this.draft !== draft) return;
    this.draft = (await this.bridge.tellStory(told)) ?? this.draft;
    this.host.changed();
  }

  /** Follows the talk with a person, if there is one; a worker that died takes the thread up again. */
  private follow(): void {
    if (this.isFollowing) return;
    this.isFollowing = true;
    const { signal } = this.abort;
    this.bridge
      .follow((talk) => {
        const hasNews = talk.lines.length !== this.talk?.lines.length;
        this.talk = talk;
        this.noteDone(talk);
        this.host.talked(talk);
        this.host.changed();
        if (hasNews && this.host.isSeen()) this.look();
      })
      .then(
        () => {
          this.isFollowing = false;
        },
        () => {
          this.isFollowing = false;
          if (!signal.aborted) setTimeout(() => this.follow(), followAgainAfter);
        },
      );
  }

  /** What a person has done stands in the visitor's own list, too. */
  private noteDone({ lines }: TalkView): void {
    const { requests = [], ...state } = this.conversation.state;
    const noted = lines.reduce((list, { done }) => (done === undefined ? list : withDone(list, done)), requests);
    if (noted.every((each, index) => each === requests[index])) return;
    this.conversation = { ...this.conversation, state: { ...state, requests: noted }, revision: this.conversation.revision + 1 };
    void this.save();
  }

  private async attempt(does: () => Promise<void>): Promise<void> {
    this.clearFailure();
    try {
      await this.prepare();
      await does();
    } catch (thrown) {
      this.fail(thrown);
    }
  }

  private say(...messages: readonly AddedMessage[]): void {
    this.conversation = addMessages(this.conversation, messages);
    this.host.changed();
  }

  private setFeedback(id: number, feedback: 'solved' | 'not-solved'): void {
    const messages = this.conversation.messages.map((message) =>
      message.from === 'agent' && message.id === id ? { ...message, feedback } : message,
    );
    this.conversation = { ...this.conversation, messages, revision: this.conversation.revision + 1 };
    this.host.changed();
  }

  private setNeeds(needs: readonly Need[]): void {
    const before = this.conversation.needs;
    this.conversation = { ...this.conversation, needs };
    for (const need of needs) {
      const earlier = before.find(({ opened }) => opened === need.opened);
      if (need.ending !== 'open' && (earlier === undefined || earlier.ending === 'open')) this.host.ended(need);
    }
  }

  private async save(): Promise<void> {
    this.stored = await this.bridge.remember(this.conversation).catch(() => 'unavailable' as const);
    if (this.stored === 'stored') this.channel?.postMessage('saved');
  }

  /** Told once, not with every turn. */
  private noteEncoder(failure: WireError | undefined): void {
    if (failure !== undefined && failure.message !== this.encoderFailure?.message) this.host.encoderFailed(failure);
    this.encoderFailure = failure;
  }

  private fail(thrown: unknown): void {
    this.failure = EdgeAgentError.from(thrown, 'worker-dead').toWire();
    this.host.changed();
  }

  private clearFailure(): void {
    this.failure = undefined;
    this.failedInput = undefined;
  }
}

type AddedMessage = Message extends infer Each ? (Each extends Message ? Omit<Each, 'id'> : never) : never;

function now(): string {
  return new Date().toISOString();
}

function saidIn(messages: readonly Message[]): BriefWish['before'] {
  return messages.map((each) => ({ from: each.from, text: each.from === 'agent' ? each.reply.text : each.text }));
}
