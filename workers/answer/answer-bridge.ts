import { proxy } from 'comlink';
import type { CheckedReply } from '../../src/generate/check-reply.ts';
import type { HandoffCircumstances } from '../../src/handoff/compose-handoff.ts';
import type { Locale } from '../../src/language/locale.ts';
import type { Conversation } from '../../src/memory/conversation.ts';
import type {
  AnswerService,
  BriefWish,
  HandOverWish,
  HandoffDraft,
  Inventory,
  Ready,
  Setup,
  Stored,
  TalkSignal,
  TalkView,
  TaskWish,
  TellPage,
  TurnRequest,
  TurnResult,
  WireBrief,
  WireTask,
} from '../../src/protocol/answer-worker.ts';
import { EdgeAgentError } from '../../src/protocol/errors.ts';
import { WorkerBridge, type WorkerMaker } from '../worker-bridge.ts';

const idleAfter = 5 * 60_000;
const startTimeout = 10_000;
/** It may take a pack to be fetched over a slow line. */
const readyTimeout = 60_000;
const turnTimeout = 20_000;
const storeTimeout = 5_000;
/** Timers hold no more than some 24 days; after that a talk is followed anew. */
const longestTalk = 20 * 24 * 3_600_000;

/** The page's side of the answer worker: knows what to tell a worker that had to be started again. */
export class AnswerBridge {
  private readonly bridge: WorkerBridge<AnswerService>;
  private prepared: readonly [Setup, TellPage] | undefined;
  private lastTurn = 0;

  constructor(maker: WorkerMaker<AnswerService>) {
    this.bridge = new WorkerBridge({
      name: 'edge-agent-answer',
      maker,
      idleAfter,
      startTimeout,
      onStart: async (service) => this.prepared && service.prepare(...this.prepared),
    });
  }

  prepare(setup: Setup, tellPage: TellPage): Promise<void> {
    const prepared = [setup, proxy(tellPage)] as const;
    this.prepared = prepared;
    return this.bridge.call((service) => service.prepare(...prepared), { timeout: storeTimeout });
  }

  ready(): Promise<Ready> {
    return this.bridge.call((service) => service.ready(), { timeout: readyTimeout });
  }

  /** Takes a turn. Rejects as `cancelled` when the signal is raised. */
  async take(request: Omit<TurnRequest, 'turn'>, signal?: AbortSignal): Promise<TurnResult> {
    this.lastTurn += 1;
    const turn = this.lastTurn;
    try {
      return await this.bridge.call((service) => service.take({ ...request, turn }), { timeout: turnTimeout, ...(signal && { signal }) });
    } catch (thrown) {
      if (EdgeAgentError.from(thrown, 'worker-dead').code === 'cancelled')
        void this.bridge.call((service) => service.cancel(turn), { timeout: storeTimeout }).catch(() => {});
      throw thrown;
    }
  }

  recall(): Promise<Conversation | null> {
    return this.bridge.call((service) => service.recall(), { timeout: storeTimeout });
  }

  remember(conversation: Conversation): Promise<Stored> {
    return this.bridge.call((service) => service.remember(conversation), { timeout: storeTimeout });
  }

  draftHandoff(circumstances: HandoffCircumstances): Promise<HandoffDraft | null> {
    return this.bridge.call((service) => service.draftHandoff(circumstances), { timeout: turnTimeout });
  }

  tellStory(told: string): Promise<HandoffDraft | null> {
    return this.bridge.call((service) => service.tellStory(told), { timeout: storeTimeout });
  }

  handOver(wish: HandOverWish): Promise<void> {
    return this.bridge.call((service) => service.handOver(wish), { timeout: storeTimeout });
  }

  say(text: string, locale: Locale): Promise<void> {
    return this.bridge.call((service) => service.say(text, locale), { timeout: storeTimeout });
  }

  signal(signal: TalkSignal): Promise<void> {
    return this.bridge.call((service) => service.signal(signal), { timeout: turnTimeout });
  }

  /** Keeps the worker alive for as long as there is a talk to follow, and follows on where a worker died. */
  follow(onChange: (talk: TalkView) => void): Promise<void> {
    return this.bridge.call((service) => service.follow(proxy(onChange)), { timeout: longestTalk });
  }

  briefReply(wish: BriefWish): Promise<WireBrief | null> {
    return this.bridge.call((service) => service.briefReply(wish), { timeout: turnTimeout });
  }

  checkReply(text: string): Promise<CheckedReply> {
    return this.bridge.call((service) => service.checkReply(text), { timeout: turnTimeout });
  }

  briefTask(wish: TaskWish): Promise<WireTask | null> {
    return this.bridge.call((service) => service.briefTask(wish), { timeout: turnTimeout });
  }

  readTask(text: string): Promise<string | null> {
    return this.bridge.call((service) => service.readTask(text), { timeout: turnTimeout });
  }

  inventory(): Promise<Inventory> {
    return this.bridge.call((service) => service.inventory(), { timeout: storeTimeout });
  }

  erase(): Promise<void> {
    return this.bridge.call((service) => service.erase(), { timeout: storeTimeout });
  }

  stop(): void {
    this.bridge.stop();
  }
}
