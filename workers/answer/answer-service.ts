import { emptyState } from '../../src/decide/state.ts';
import type { CheckedReply } from '../../src/generate/check-reply.ts';
import type { ReplyBrief } from '../../src/generate/reply-brief.ts';
import type { ReplyEngine } from '../../src/generate/reply-engine.ts';
import type { Task } from '../../src/generate/tasks/task.ts';
import { type FixCount, newFixes } from '../../src/guide/fix-count.ts';
import type { GuideEngine } from '../../src/guide/guide-engine.ts';
import type { HandoffCircumstances } from '../../src/handoff/compose-handoff.ts';
import type { Actions } from '../../src/journey/actions.ts';
import type { JourneyEngine } from '../../src/journey/journey-engine.ts';
import { leansOnBefore, readsAsFollowUp } from '../../src/language/follow-up.ts';
import type { Locale } from '../../src/language/locale.ts';
import { visitorLocale } from '../../src/language/visitor-locale.ts';
import type { Conversation } from '../../src/memory/conversation.ts';
import type { Need } from '../../src/outcome/need.ts';
import { record } from '../../src/outcome/record.ts';
import { hotNow } from '../../src/pack/hot-now.ts';
import { type Manifest, policyOf } from '../../src/pack/manifest.ts';
import { placeholderPattern } from '../../src/privacy/found.ts';
import type { Redacted, RedactionOptions, redact } from '../../src/privacy/redact.ts';
import type {
  AnswerService,
  BriefWish,
  HandOverWish,
  HandoffDraft,
  Inventory,
  PackStatus,
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
import { EdgeAgentError, type WireError } from '../../src/protocol/errors.ts';
import type { Encoder } from '../../src/retrieve/encoder.ts';
import type { GuideKnowledge, JourneyKnowledge, Knowledge, KnowledgeBase } from '../../src/retrieve/knowledge.ts';
import { retrieve } from '../../src/retrieve/retrieve.ts';
import { type Agent, type TurnPart, takeTurn } from '../../src/turn.ts';
import type { RelayClient } from '../relay/relay-client.ts';
import { EncoderSource } from './encoder-source.ts';
import { EngineSource } from './engine-source.ts';
import { HubEncoderSource } from './hub-encoder-source.ts';
import { type OpenedPack, PackSource } from './pack-source.ts';
import { type PageBase, pageBases, withVectors } from './page-base.ts';
import { Storage } from './storage.ts';

/** What was asked is not told where what redacts it is not at hand within so many milliseconds. */
const longestRedactorWait = 500;
const mostSuggestions = 6;
const mostHot = 3;

/** All that a turn rests on. */
interface Known {
  readonly knowledge: Knowledge;
  readonly siteName: string;
  /** How the site wants generated replies to sound. */
  readonly voice?: string;
  readonly policy: Agent['policy'];
  /** Ids of units to suggest. */
  readonly suggestions: readonly string[];
  readonly hot: NonNullable<Manifest['hot']>;
}

/** What runs behind the bridge: in a worker, or on the page's own thread where workers are forbidden. */
export class DeviceAnswerService implements AnswerService {
  private setup: Setup | undefined;
  private storage: Storage | undefined;
  private pack: PackSource | undefined;
  private encoder: EncoderSource | undefined;
  private hubEncoder: HubEncoderSource | undefined;
  private encoderFailure: WireError | undefined;
  private guideEngine: EngineSource<GuideEngine> | undefined;
  private journeyEngine: EngineSource<JourneyEngine> | undefined;
  private replyEngine: EngineSource<ReplyEngine> | undefined;
  private brief: ReplyBrief | undefined;
  private task: Task | undefined;
  private relayScript: EngineSource<typeof RelayClient> | undefined;
  private redactor: EngineSource<typeof redact> | undefined;
  private relay: Promise<RelayClient> | undefined;
  private tellPage: TellPage = async () => ({ units: [] });
  private pages = new Map<Locale, Promise<PageBase[]>>();
  private readonly cancelled = new Set<number>();
  /** When those needs began whose end the site's sums have, or had from another page. */
  private readonly counted = new Set<string>();
  /** What of the fixes the site's sums have. */
  private countedFixes: readonly FixCount[] = [];

  async prepare(setup: Setup, tellPage: TellPage): Promise<void> {
    const before = this.setup;
    this.setup = setup;
    const site = siteKey(setup);
    if (before === undefined || siteKey(before) !== site) {
      this.storage = new Storage(site);
      this.pack = setup.packUrl === undefined ? undefined : new PackSource(setup.packUrl, this.storage);
      this.encoder = new EncoderSource(setup.encoderUrl, this.storage);
      this.hubEncoder = undefined;
    }
    if (JSON.stringify(before?.relay) !== JSON.stringify(setup.relay) || before?.locale !== setup.locale) this.relay = undefined;
    this.redactor ??= new EngineSource(setup.redactor, ({ redact: take }: { redact: typeof redact }) => take);
    this.relayScript ??= new EngineSource(setup.relayClient, ({ RelayClient: Client }: { RelayClient: typeof RelayClient }) => Client);
    this.journeyEngine ??= new EngineSource(setup.journeyEngine, ({ journeyEngine }: { journeyEngine: JourneyEngine }) => journeyEngine);
    this.replyEngine ??= new EngineSource(setup.replyEngine, ({ replyEngine }: { replyEngine: ReplyEngine }) => replyEngine);
    this.guideEngine ??= new EngineSource(setup.guideEngine, ({ guideEngine }: { guideEngine: GuideEngine }) => guideEngine);
    this.tellPage = tellPage;
    this.pages = new Map();
    this.storage?.allow(setup.mayStore);
    if (setup.mayStore) await Promise.all([this.pack?.persist(), this.encoder?.persist(), this.hubEncoder?.persist()]);
  }

  async ready(): Promise<Ready> {
    const { knowledge, suggestions, hot } = await this.knowledge(this.setup?.locale ?? 'en');
    const today = new Date().toISOString().slice(0, 10);
    const now = titlesOf(knowledge.bases, hotNow(hot, this.setup?.products ?? [], today));
    return { ...this.status, suggestions: suggestionsOf(knowledge.bases, suggestions), hot: now.slice(0, mostHot) };
  }

  async take({ turn, input, state, needs, context }: TurnRequest): Promise<TurnResult> {
    const started = performance.now();
    const text = input.kind === 'question' ? input.text : '';
    const locale = text === '' ? (state.locale ?? context.locale) : visitorLocale(text, state.locale ?? context.locale);
    const { knowledge, siteName, policy } = await this.knowledge(
      locale,
      [state.guide, state.journey, state.mended?.guide].flatMap((under) => (under === undefined ? [] : [under.locale])),
    );
    this.throwIfCancelled(turn);
    const agent: Agent = { knowledge, policy, siteName, ...(this.setup?.relay !== undefined && { actions: this.actions }) };
    const taken = await takeTurn(input, state, agent, { ...context, locale, seed: crypto.randomUUID().slice(0, 18) });
    this.throwIfCancelled(turn);
    const words = await this.withoutSecrets(taken.parts);
    const recorded = taken.parts.reduce(
      (list, part, index) =>
        record(list, {
          input: input.kind === 'question' ? { kind: 'question', text: words[index] ?? '' } : input,
          decision: part.decision,
          now: context.now,
          locale,
          followsUp: state.topic !== undefined && readsAsFollowUp(part.text),
        }),
      [...needs],
    );
    return {
      parts: taken.parts.map(({ reply, decision }) => ({ reply, decision })),
      state: { ...taken.next, locale },
      needs: recorded,
      locale,
      ...this.status,
      milliseconds: performance.now() - started,
    };
  }

  /** What nothing fitted is told to a relay by its topic: it is taken from the redacted text, or from none. */
  private async withoutSecrets(parts: readonly TurnPart[]): Promise<string[]> {
    const isTold = this.setup?.relay !== undefined && parts.some(({ decision }) => decision.kind === 'decline');
    // The reply does not wait for a slow network.
    const take = isTold ? await Promise.race([this.redactor?.load(), sleep(longestRedactorWait)]) : undefined;
    return parts.map(({ text }) => (isTold ? (take?.(text, { addresses: true }).text.replace(placeholderPattern, ' ') ?? '') : text));
  }

  async cancel(turn: number): Promise<void> {
    this.cancelled.add(turn);
  }

  async recall(): Promise<Conversation | null> {
    const saved = (await this.storage?.conversation()) ?? null;
    // Whoever saved it has counted them.
    for (const { opened } of endedIn(saved?.needs ?? [])) this.counted.add(opened);
    this.countedFixes = saved?.state.fixes ?? [];
    return saved;
  }

  async remember(conversation: Conversation): Promise<Stored> {
    const stored = (await this.storage?.saveConversation(conversation)) ?? 'not-allowed';
    if (stored === 'stored') void this.count(conversation);
    return stored;
  }

  /**
   * How needs ended and what became of fixes is added to the site's sums, once each; what cannot be told now is told after
   * the next turn.
   */
  private async count({ needs, state: { fixes = [] } }: Conversation): Promise<void> {
    const ended = endedIn(needs).filter(({ opened }) => !this.counted.has(opened));
    const before = this.countedFixes;
    const tried = newFixes(fixes, before);
    if (this.setup?.relay === undefined || ended.length + tried.length === 0) return;
    for (const { opened } of ended) this.counted.add(opened);
    this.countedFixes = fixes;
    const client = await this.relayClient().catch(() => undefined);
    if (await client?.count(ended, tried)) return;
    for (const { opened } of ended) this.counted.delete(opened);
    this.countedFixes = before;
  }

  async draftHandoff(circumstances: HandoffCircumstances): Promise<HandoffDraft | null> {
    return this.setup?.relay === undefined ? null : (await this.relayClient()).prepare(circumstances);
  }

  async tellStory(told: string): Promise<HandoffDraft | null> {
    return (await this.relayClient()).tell(told) ?? null;
  }

  async handOver(wish: HandOverWish): Promise<void> {
    return (await this.relayClient()).handOver(wish);
  }

  async say(text: string, locale: Locale): Promise<void> {
    return (await this.relayClient()).write(text, locale);
  }

  async signal(signal: TalkSignal): Promise<void> {
    return (await this.relayClient()).signal(signal);
  }

  async follow(onChange: (talk: TalkView) => void): Promise<void> {
    // Without a talk there is nothing to load the client for.
    if (this.setup?.relay === undefined || (await this.storage?.talk()) === undefined) return;
    return (await this.relayClient()).follow(onChange);
  }

  async briefReply({ question, rewritten, locale, candidates, before }: BriefWish): Promise<WireBrief | null> {
    const engine = await this.replyEngine?.load();
    const { knowledge, voice } = await this.knowledge(locale);
    const found =
      rewritten === undefined
        ? engine?.foundIn(knowledge.bases, candidates)
        : (await retrieve(rewritten, emptyState, knowledge)).candidates;
    this.brief = engine?.replyBrief(rewritten ?? question, found ?? [], locale, before, voice === undefined ? {} : { voice });
    if (this.brief === undefined) return null;
    return { ...this.brief, units: this.brief.units.map(({ id, title, text }) => ({ id, title, text })) };
  }

  async checkReply(text: string): Promise<CheckedReply> {
    const engine = await this.replyEngine?.load();
    if (engine === undefined || this.brief === undefined) throw new EdgeAgentError('bad-request', 'there is no brief to check against');
    return engine.checkReply(text, this.brief, this.encoder);
  }

  async briefTask(wish: TaskWish): Promise<WireTask | null> {
    const engine = await this.replyEngine?.load();
    this.task = engine && (await this.taskOf(wish, engine));
    if (this.task === undefined) return null;
    const { read: _, ...wire } = this.task;
    return wire;
  }

  async readTask(text: string): Promise<string | null> {
    return this.task?.read(text) ?? null;
  }

  private async taskOf(wish: TaskWish, engine: ReplyEngine): Promise<Task | undefined> {
    if (wish.kind === 'follow-up') {
      const standsAlone = wish.before.length === 0 || !leansOnBefore(wish.text, wish.locale);
      return standsAlone ? undefined : engine.followUpTask(wish.before, wish.text, wish.locale);
    }
    if (wish.kind === 'guide-reply') return engine.guideReplyTask(wish.question, wish.options, wish.reply);
    if (wish.kind === 'summary') return engine.summaryTask(wish.said, wish.locale);
    const { bases } = (await this.knowledge(wish.to)).knowledge;
    const [found] = engine.foundIn(bases, [{ unit: wish.unit, score: 1 }]);
    return found && engine.translationTask(found.unit, found.locale, wish.to);
  }

  async inventory(): Promise<Inventory> {
    return (await this.storage?.inventory()) ?? { messages: 0, needs: 0, pages: 0, packs: [], weights: 0, storage: 'unavailable' };
  }

  async erase(): Promise<void> {
    // What is open stays in memory and goes on answering; it is not written again until the visitor acts again.
    this.storage?.allow(false);
    await (await this.relay?.catch(() => undefined))?.erase();
    this.relay = undefined;
    await this.storage?.erase();
  }

  private get status(): { pack: PackStatus; encoderFailure?: WireError } {
    const failure = this.hubEncoder?.failure ?? this.encoderFailure;
    return { pack: this.pack?.status ?? { state: 'none' }, ...(failure && { encoderFailure: failure }) };
  }

  /** All that can answer in a locale: the pack's bases first, then the page. A pack that fails leaves the page's words. */
  private async knowledge(locale: Locale, also: readonly Locale[] = []): Promise<Known> {
    const [opened, page] = await Promise.all([this.pack?.bases(locale, also).catch(() => undefined), this.pageIn(locale)]);
    const builtin = opened === undefined || this.encoder?.fits(opened.manifest) ? this.encoder : undefined;
    builtin?.warmUp(locale);
    // A hub encoder runs a whole model for each text: the page is left to words then.
    const pageBases = await Promise.all(page.map((base) => (builtin === undefined ? base : withVectors(base, builtin))));
    const [guides, journeys] = await Promise.all([this.guides(opened), this.journeys(opened)]);
    const other = this.hubEncoderOf(builtin === undefined && opened !== undefined ? opened.manifest.encoder : null);
    const encoder = builtin ?? other;
    return {
      knowledge: {
        bases: [...(opened?.bases ?? []), ...pageBases],
        ...(guides && { guides }),
        ...(journeys && { journeys }),
        ...(opened?.cues && { cues: opened.cues }),
        ...(encoder && { encoder }),
      },
      suggestions: opened?.manifest.suggestions ?? [],
      hot: opened?.manifest.hot ?? [],
      siteName: opened?.manifest.site.name ?? this.setup?.siteName ?? '',
      ...(opened?.manifest.site.voice !== undefined && { voice: opened.manifest.site.voice }),
      policy: opened === undefined ? { contact: {} } : policyOf(opened.manifest),
    };
  }

  /** Rejects with `relay-unreachable` where what talks to the relay cannot be loaded. */
  private relayClient(): Promise<RelayClient> {
    this.relay ??= this.openRelay().catch((thrown: unknown) => {
      this.relay = undefined;
      throw thrown;
    });
    return this.relay;
  }

  private async openRelay(): Promise<RelayClient> {
    const { setup, storage } = this;
    const [Client, take] = await Promise.all([this.relayScript?.load(), this.redactor?.load()]);
    // Without what redacts nothing leaves at all.
    if (setup?.relay === undefined || storage === undefined || Client === undefined || take === undefined)
      throw new EdgeAgentError('relay-unreachable', 'what talks to the relay cannot be loaded');
    const pack = await this.pack?.bases(setup.locale).catch(() => undefined);
    const deskLocale = pack?.manifest.defaultLocale ?? setup.locale;
    const { email, phone } = pack?.manifest.contact ?? {};
    return new Client({
      address: setup.relay,
      storage,
      locale: setup.locale,
      deskLocale,
      redact: redactorOf(take, { addresses: setup.redactsAddresses === true, known: [email, phone].filter((each) => each !== undefined) }),
    });
  }

  /** What acts for the visitor, opened with the first action. */
  private readonly actions: Actions = {
    perform: async (request, signal) => {
      const client = await this.relayClient().catch(() => undefined);
      return client === undefined ? { kind: 'unreachable' } : client.actions.perform(request, signal);
    },
  };

  private async journeys(opened: OpenedPack | undefined): Promise<JourneyKnowledge | undefined> {
    if (opened === undefined || opened.bases.every(({ journeys }) => journeys === undefined)) return undefined;
    const engine = await this.journeyEngine?.load();
    return engine && { engine, tongues: opened.tongues };
  }

  private async guides(opened: OpenedPack | undefined): Promise<GuideKnowledge | undefined> {
    if (opened === undefined || opened.tongues.size === 0) return undefined;
    const engine = await this.guideEngine?.load();
    return engine && { engine, tongues: opened.tongues };
  }

  /** The hub encoder that a pack was made with, started if it was not; says why there is none where another was meant. */
  private hubEncoderOf(encoder: Manifest['encoder']): Encoder | undefined {
    const { setup, storage } = this;
    this.encoderFailure = undefined;
    if (encoder?.hub === undefined) this.hubEncoder = undefined;
    if (encoder === null || setup?.packUrl === undefined || storage === undefined) return undefined;
    if (encoder.hub === undefined) {
      const message = `the pack was made with ${encoder.id}, this page has ${this.encoder?.id}`;
      this.encoderFailure = { code: 'encoder-mismatch', message };
      return undefined;
    }
    if (this.hubEncoder?.sha256 !== encoder.sha256)
      this.hubEncoder = new HubEncoderSource(encoder, encoder.hub, setup.packUrl, setup.hubRuntimeUrl, storage);
    this.hubEncoder.warmUp();
    return this.hubEncoder;
  }

  private pageIn(locale: Locale): Promise<PageBase[]> {
    const known = this.pages.get(locale) ?? pageBases(this.tellPage, locale);
    this.pages.set(locale, known);
    return known;
  }

  private throwIfCancelled(turn: number): void {
    if (this.cancelled.delete(turn)) throw new EdgeAgentError('cancelled', 'the turn was cancelled');
  }
}

function sleep(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function endedIn(needs: readonly Need[]): Need[] {
  return needs.filter(({ ending }) => ending !== 'open');
}

/** Redacts one text after another, the same thing by the same placeholder; the site's own contact stays. */
function redactorOf(take: typeof redact, options: RedactionOptions): (text: string) => string {
  let before: Redacted = {};
  return (text) => {
    const { text: redacted, redacted: all } = take(text, { ...options, before });
    before = all;
    return redacted;
  };
}

/** One pack is one site; pages without a pack share what their origin keeps. */
function siteKey({ packUrl, pageUrl }: Setup): string {
  return packUrl ?? (URL.canParse(pageUrl) ? new URL(pageUrl).origin : 'page');
}

/** The titles of what the site wants suggested, else of the first units that hold for everyone. */
function suggestionsOf(bases: readonly KnowledgeBase[], wanted: readonly string[]): string[] {
  const [base] = bases;
  const titles = titlesOf(bases, wanted);
  if (base === undefined || titles.length > 0) return titles.slice(0, mostSuggestions);
  const first = Array.from({ length: base.units.size }, (_, index) => base.units.at(index));
  return first
    .filter(({ when }) => when === undefined)
    .slice(0, mostSuggestions)
    .map(({ title }) => title);
}

/** Of those units that there are in the visitor's locale. */
function titlesOf([base]: readonly KnowledgeBase[], units: readonly string[]): string[] {
  if (base === undefined) return [];
  const found = units.map((id) => base.units.indexOf(id)).filter((index) => index >= 0);
  return found.map((index) => base.units.at(index).title);
}
